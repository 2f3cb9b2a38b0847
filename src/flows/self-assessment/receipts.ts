import { encode } from '../../chat/callback.ts';
import { escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Key, Translate } from '../../chat/translator.ts';
import type { Evidence } from '../../domain/assessment/evidence.model.ts';
import type { Changed } from '../../domain/assessment/model.ts';
import { fileSize } from '../../domain/summary/file-size.rules.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { excerpt } from './wording.ts';

/** A document as one line: «№ 45, 12.03.2025», «программа_2025.pdf», 340 КБ; plain text. */
export function evidenceWords(t: Translate, evidence: Evidence): string {
  const { fileName, fileSize: bytes, text } = evidence;
  if (fileName === null || bytes === null) return text ?? '';
  const size = fileSize(bytes, [
    t.plain('walk:receipt.bytes'),
    t.plain('walk:receipt.kilobytes'),
    t.plain('walk:receipt.megabytes'),
  ]);
  const file = t.plain('walk:receipt.file', { name: fileName, size });
  return text === null ? file : `${file} – ${text}`;
}

/** What happened to documents of one item, with the ways to move or remove a single one. */
export function evidenceReceipt(
  t: Translate,
  what: 'added' | 'moved' | 'reworded' | 'removed',
  evidence: readonly Evidence[],
  personalData: boolean,
): Screen {
  const [first] = evidence;
  if (!first) throw new Error('a receipt for no document');
  const heads = {
    added: 'walk:receipt.added',
    moved: 'walk:receipt.moved',
    reworded: 'walk:receipt.reworded',
    removed: 'walk:receipt.removed',
  } as const satisfies Record<string, Key>;
  const file = evidence.some(({ kind }) => kind === 'file');
  const lines = [
    what === 'added' && evidence.length > 1
      ? t('walk:receipt.addedMany', { item: itemId(first.item), n: evidence.length })
      : t(heads[what], { item: itemId(first.item) }),
    ...evidence.map((one) => escapeHtml(excerpt(evidenceWords(t, one)))),
  ];
  if (file && what === 'added') {
    const hint = personalData ? 'walk:receipt.personalData' : 'walk:receipt.fileOptional';
    lines.push('', t(hint));
  }
  if (what === 'removed' || evidence.length > 1) return { text: lines.join('\n'), rows: [] };
  const { assessmentId, id, item } = first;
  return {
    text: lines.join('\n'),
    rows: [
      [
        {
          text: t.plain('walk:receipt.move'),
          data: encode('evidenceMove', [assessmentId, id, Math.trunc(item / 100)]),
        },
      ],
      [
        {
          text: t.plain('walk:receipt.remove'),
          data: encode('evidenceRemove', [assessmentId, id]),
        },
      ],
    ],
  };
}

/** A comment saved, or put in the place of another. */
export function commentReceipt(
  t: Translate,
  assessmentId: number,
  { before, after, written }: Changed,
  moved = false,
): Screen {
  const { item, revision, comment } = after;
  const replaced = written && before.comment !== null;
  const saved = replaced ? 'walk:comment.replaced' : 'walk:comment.saved';
  const carried = replaced ? 'walk:comment.movedOver' : 'walk:comment.moved';
  const move = {
    text: t.plain('walk:receipt.move'),
    data: encode('commentMove', [assessmentId, item, Math.trunc(item / 100)]),
  };
  const remove = {
    text: t.plain('walk:receipt.remove'),
    data: encode('commentRemove', [assessmentId, item, revision]),
  };
  const former = {
    text: t.plain('walk:comment.former'),
    data: encode('undo', [assessmentId, item, revision]),
  };
  return {
    text: [
      t(moved ? carried : saved, { item: itemId(item) }),
      escapeHtml(excerpt(comment ?? '')),
    ].join('\n'),
    rows: replaced && !moved ? [[move], [former], [remove]] : [[move], [remove]],
  };
}
