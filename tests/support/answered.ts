import { answeringScopes } from '../../src/domain/access/rules.ts';
import { changeAnswer } from '../../src/domain/assessment/answers.service.ts';
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
  const changed = await changeAnswer(work, answeringScopes(actor), request);
  if (!changed.ok) throw new Error(`${id}: ${changed.error.code}`);
}

/** A document's number and date under an item. Returns the evidence's id. */
export async function addReference(office: Office, id: string, text: string): Promise<number> {
  const row = await office.database.client.evidence.create({
    data: {
      assessmentId: office.assessmentId,
      item: itemCode(id),
      kind: 'reference',
      text,
      addedBy: office.id('officer'),
      addedAt: 0n,
    },
  });
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

/** Every item "yes" with a document, but for those named. */
export async function answerAll(
  office: Office,
  others: Readonly<Record<string, Patch>> = {},
): Promise<void> {
  for (const { id, parts } of items(office.edition)) {
    const whole = parts.length > 0 ? { parts: (1 << parts.length) - 1 } : {};
    await answer(office, id, others[id] ?? { rating: 'yes', ...whole });
    if (others[id] === undefined) await addReference(office, id, `№ ${id}/45, 12.03.2025`);
  }
}
