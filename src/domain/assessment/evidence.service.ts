import type { OrganisationScope } from '../access/model.ts';
import type { RestingFile } from '../shared/files.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { loadAssessment } from './answers.store.ts';
import { retireCard } from './card.store.ts';
import type { Evidence, Source } from './evidence.model.ts';
import * as store from './evidence.store.ts';
import type { ChangeRefusal } from './model.ts';
import { writable } from './writable.service.ts';

type Scopes = readonly OrganisationScope[];
type EvidenceResult = Promise<Result<Evidence, ChangeRefusal>>;

export interface ItemRef {
  readonly assessmentId: number;
  /** Item code. */
  readonly item: number;
}

/** What is added: a reference as typed, or a file at rest (or its row) with its caption. */
export type Addition =
  | { readonly reference: string }
  | {
      readonly file: (RestingFile & { readonly name: string; readonly mime: string }) | number;
      readonly caption: string | null;
    };

/** Adds a document to an item. The same message, or the same reference pressed twice, adds it once. */
export const addEvidence = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  addition: Addition,
  source: Source | null,
): EvidenceResult =>
  work.run(async (unit) => {
    const right = await writable(unit.tx, scopes, at.assessmentId, at.item);
    if (!right.ok) return right;
    return ok(await addWithin(unit, right.value.orgId, at, addition, source));
  });

/** The right is checked already. */
export async function addWithin(
  unit: Unit,
  orgId: number,
  { assessmentId, item }: ItemRef,
  addition: Addition,
  source: Source | null,
): Promise<Evidence> {
  const there = source
    ? await store.evidenceFrom(unit.tx, assessmentId, source)
    : (await store.evidenceOfItem(unit.tx, assessmentId, item)).find(
        ({ text }) => 'reference' in addition && text === addition.reference,
      );
  if (there) return there;
  const id = await store.insertEvidence(unit.tx, {
    assessmentId,
    item,
    text: 'reference' in addition ? addition.reference : addition.caption,
    fileId: 'reference' in addition ? null : await fileRow(unit, addition.file),
    addedBy: unit.actorId,
    addedAt: unit.at,
    source,
  });
  if (source) await retireCard(unit.tx, { ...source, assessmentId, item });
  await record(unit, 'evidence.added', orgId, { id, assessmentId, item });
  const added = await store.evidenceById(unit.tx, assessmentId, id);
  if (!added) throw new Error(`evidence ${id} vanished`);
  return added;
}

const fileRow = async (
  unit: Unit,
  file: (RestingFile & { readonly name: string; readonly mime: string }) | number,
): Promise<number> => (typeof file === 'number' ? file : store.insertFile(unit.tx, file, unit.at));

const record = (
  unit: Unit,
  action: 'evidence.added' | 'evidence.moved' | 'evidence.removed' | 'evidence.reworded',
  orgId: number,
  details: { readonly id: number; readonly assessmentId: number; readonly item: number },
): Promise<void> => unit.audit({ action, subject: `evidence:${details.id}`, orgId, details });

/** Changes a document that is there, where both its item and the wanted one may be changed. */
const changeEvidence = (
  work: Work,
  scopes: Scopes,
  assessmentId: number,
  id: number,
  change: (unit: Unit, evidence: Evidence, orgId: number) => Promise<Evidence | ChangeRefusal>,
): EvidenceResult =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, scopes, assessmentId);
    if (!view) return refused({ code: 'foreign' });
    const evidence = await store.evidenceById(unit.tx, assessmentId, id);
    if (!evidence) return refused({ code: 'unsuitable' });
    const right = await writable(unit.tx, scopes, assessmentId, evidence.item);
    if (!right.ok) return right;
    const changed = await change(unit, evidence, view.orgId);
    return 'code' in changed ? refused(changed) : ok(changed);
  });

export const moveEvidence = (
  work: Work,
  scopes: Scopes,
  assessmentId: number,
  id: number,
  item: number,
): EvidenceResult =>
  changeEvidence(work, scopes, assessmentId, id, async (unit, evidence, orgId) => {
    const right = await writable(unit.tx, scopes, assessmentId, item);
    if (!right.ok) return right.error;
    if (evidence.item === item) return evidence;
    await store.moveEvidence(unit.tx, id, item);
    await record(unit, 'evidence.moved', orgId, { id, assessmentId, item });
    return { ...evidence, item };
  });

export const removeEvidence = (
  work: Work,
  scopes: Scopes,
  assessmentId: number,
  id: number,
): EvidenceResult =>
  changeEvidence(work, scopes, assessmentId, id, async (unit, evidence, orgId) => {
    await store.removeEvidence(unit.tx, id, unit.at);
    await record(unit, 'evidence.removed', orgId, { id, assessmentId, item: evidence.item });
    return evidence;
  });

/** The reference, or the caption, in the words of the edited message. */
export const rewordEvidence = (
  work: Work,
  scopes: Scopes,
  assessmentId: number,
  id: number,
  text: string,
): EvidenceResult =>
  changeEvidence(work, scopes, assessmentId, id, async (unit, evidence, orgId) => {
    await store.rewordEvidence(unit.tx, id, text);
    await record(unit, 'evidence.reworded', orgId, { id, assessmentId, item: evidence.item });
    return { ...evidence, text };
  });

/** Adds a reference named before to another item as well. */
export const repeatReference = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  id: number,
): EvidenceResult =>
  work.run(async (unit) => {
    const right = await writable(unit.tx, scopes, at.assessmentId, at.item);
    if (!right.ok) return right;
    const known = await store.evidenceById(unit.tx, at.assessmentId, id);
    if (known?.kind !== 'reference' || known.text === null) return refused({ code: 'unsuitable' });
    const addition = { reference: known.text };
    return ok(await addWithin(unit, right.value.orgId, at, addition, null));
  });
