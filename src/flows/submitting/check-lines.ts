import type { Translate } from '../../chat/translator.ts';
import { DOUBTS, type Doubt, isExplained } from '../../domain/assessment/rehearsal.rules.ts';
import type { Rehearsal } from '../../domain/assessment/rehearsal.service.ts';

/** So many are named one a line; more are counted by kind. */
const LINES = 7;
/** Items named behind the count of their kind. */
const NAMED = 5;

/**
 * What deserves a second look: each one while they are few, else counted by kind. What the officer has
 * explained is done with, and stands apart.
 */
export function doubtLines(doubts: Rehearsal['doubts'], t: Translate): string[] {
  const open = doubts.filter((doubt) => !isExplained(doubt));
  const explained = doubts.filter(isExplained);
  const told = explained.map((doubt) => line(doubt, t));
  return [
    ...(open.length === 0
      ? [t('submitting:check.nothing')]
      : listed(open, t('submitting:check.doubts', { n: open.length }), t)),
    ...(told.length === 0
      ? []
      : ['', t('submitting:check.explained', { n: told.length }), ...told]),
  ];
}

function listed(doubts: Rehearsal['doubts'], head: string, t: Translate): string[] {
  if (doubts.length <= LINES) return [head, ...doubts.map((doubt) => line(doubt, t))];
  const groups = DOUBTS.flatMap((kind) => {
    const same = doubts.filter((doubt) => doubt.kind === kind);
    if (same.length === 0) return [];
    const named = same.slice(0, NAMED).map(({ item }) => item.id);
    const items = named.join(', ') + (same.length > NAMED ? ' …' : '');
    const what = t.plain(`submitting:doubt.${kind}`);
    return [t('submitting:check.group', { what, n: same.length, items })];
  });
  return [head, ...groups];
}

const line = ({ kind, item }: Doubt, t: Translate): string =>
  t('submitting:check.line', { item: item.id, what: t.plain(`submitting:doubt.${kind}`) });
