import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Evidence } from '../../domain/assessment/evidence.model.ts';
import { evidenceWords } from './receipts.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { excerpt } from './wording.ts';

/** A full row of a small phone. */
const ROW = 32;
const short = (text: string): string =>
  [...text].length > ROW ? `${[...text].slice(0, ROW - 1).join('')}…` : text;

/** The documents of an item, how to add one, and the last references to be added again by one tap. */
export function evidenceScreen(
  t: Translate,
  at: { readonly assessmentId: number; readonly item: number; readonly personalData: boolean },
  evidence: readonly Evidence[],
  recent: readonly Evidence[],
): Screen {
  const { assessmentId, item, personalData } = at;
  const listed = evidence.map((one) => `• ${escapeHtml(excerpt(evidenceWords(t, one)))}`);
  const lines = [
    bold(t('walk:evidence.title', { item: itemId(item) })),
    ...(listed.length > 0 ? listed : [t('walk:evidence.none')]),
    '',
    t('walk:evidence.how'),
    t(personalData ? 'walk:receipt.personalData' : 'walk:evidence.file'),
    ...(recent.length > 0 ? ['', t('walk:evidence.recent')] : []),
  ];
  const again = recent.map((one): Button => {
    const data = encode('evidenceRecent', [assessmentId, item, one.id]);
    return { text: short(one.text ?? ''), data };
  });
  const remove = evidence.map((one): Button => {
    const data = encode('evidenceRemove', [assessmentId, one.id]);
    return { text: short(`✕ ${one.fileName ?? one.text ?? ''}`), data };
  });
  return {
    text: lines.join('\n'),
    rows: [
      ...again.map((one) => [one]),
      ...remove.map((one) => [one]),
      [{ text: t.plain('walk:button.card'), data: encode('card', [assessmentId, item]) }],
    ],
  };
}
