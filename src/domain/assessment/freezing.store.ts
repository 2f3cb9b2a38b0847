import type { Reader, Tx } from '../shared/database.ts';
import type { FrozenEvidence } from './frozen.model.ts';

/** Documents of an assessment by item code, in the order they were added; removed ones are absent. */
export async function loadEvidence(
  reader: Reader,
  assessmentId: number,
): Promise<Map<number, FrozenEvidence[]>> {
  const rows = await reader.evidence.findMany({
    where: { assessmentId, removedAt: null },
    include: { file: true },
    orderBy: { id: 'asc' },
  });
  const found = new Map<number, FrozenEvidence[]>();
  for (const { item, text, file } of rows) {
    const one: FrozenEvidence = file
      ? {
          kind: 'file',
          fileId: file.id,
          name: file.name,
          size: file.size,
          sha256: file.sha256,
          caption: text,
        }
      : { kind: 'reference', text: text ?? '' };
    found.set(item, [...(found.get(item) ?? []), one]);
  }
  return found;
}

/** What the officer says to the contradictions she keeps, by contradiction id. */
export async function loadExplanations(
  reader: Reader,
  assessmentId: number,
): Promise<Map<string, string>> {
  const rows = await reader.explanation.findMany({ where: { assessmentId } });
  return new Map(rows.map(({ contradictionId, text }) => [contradictionId, text]));
}

export async function saveExplanation(
  tx: Tx,
  explanation: {
    readonly assessmentId: number;
    readonly contradictionId: string;
    readonly text: string;
    readonly personId: number;
    readonly at: number;
  },
): Promise<void> {
  const { assessmentId, contradictionId, text, personId } = explanation;
  const said = { text, personId, at: BigInt(explanation.at) };
  await tx.explanation.upsert({
    where: { assessmentId_contradictionId: { assessmentId, contradictionId } },
    create: { assessmentId, contradictionId, ...said },
    update: said,
  });
}
