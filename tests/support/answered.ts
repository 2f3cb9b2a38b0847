import { answeringScopes } from '../../src/domain/access/rules.ts';
import { changeWithin } from '../../src/domain/assessment/answers.service.ts';
import type { Patch } from '../../src/domain/assessment/change.rules.ts';
import { itemCode } from '../../src/domain/checklist/code.rules.ts';
import { items } from '../../src/domain/checklist/lookup.rules.ts';
import type { Office } from './visit.ts';

/** Answers one item as the officer would, through the one door. */
export async function answer(office: Office, id: string, patch: Patch): Promise<void> {
  const { work, actor } = await office.visit('officer');
  const request = {
    assessmentId: office.assessmentId,
    item: itemCode(id),
    seen: null,
    patch: () => patch,
  };
  const changed = await work.run((unit) => changeWithin(unit, answeringScopes(actor), request));
  if (!changed.ok) throw new Error(`${id}: ${changed.error.code}`);
}

const reference = (office: Office, id: string, text: string) => ({
  assessmentId: office.assessmentId,
  item: itemCode(id),
  kind: 'reference',
  text,
  addedBy: office.id('officer'),
  addedAt: 0n,
});

/** A document's number and date under an item. Returns the evidence's id. */
export async function addReference(office: Office, id: string, text: string): Promise<number> {
  const data = reference(office, id, text);
  const row = await office.database.client.evidence.create({ data });
  return row.id;
}

/** A file under an item, at rest with these bytes. Returns the stored file's id. */
export async function addFile(
  office: Office,
  id: string,
  name: string,
  bytes: Uint8Array,
): Promise<number> {
  const resting = await office.around.files.put(bytes);
  const file = await office.database.client.storedFile.create({
    data: { ...resting, name, mime: 'application/pdf', createdAt: 0n },
  });
  await office.database.client.evidence.create({
    data: {
      assessmentId: office.assessmentId,
      item: itemCode(id),
      kind: 'file',
      text: 'Түзүм',
      fileId: file.id,
      addedBy: office.id('officer'),
      addedAt: 0n,
    },
  });
  return file.id;
}

/** Every item "yes" with a document, but for those named: as answered one by one, in one transaction. */
export async function answerAll(
  office: Office,
  others: Readonly<Record<string, Patch>> = {},
): Promise<void> {
  const { assessmentId } = office;
  const { work, actor } = await office.visit('officer');
  const all = items(office.edition);
  await work.run(async (unit) => {
    for (const { id, parts } of all) {
      const whole = parts.length > 0 ? { parts: (1 << parts.length) - 1 } : {};
      const patch = others[id] ?? { rating: 'yes', ...whole };
      const request = { assessmentId, item: itemCode(id), seen: null, patch: () => patch };
      const changed = await changeWithin(unit, answeringScopes(actor), request);
      if (!changed.ok) throw new Error(`${id}: ${changed.error.code}`);
    }
  });
  await office.database.client.evidence.createMany({
    data: all
      .filter(({ id }) => others[id] === undefined)
      .map(({ id }) => reference(office, id, `№ ${id}/45, 12.03.2025`)),
  });
}
