import type { DueLine, ReminderLine } from '../reminder/model.ts';
import { shown } from '../shared/local-date.ts';
import { cleanText } from './clean-text.rules.ts';
import { guardFormula } from './formula-guard.rules.ts';
import type { ReminderJob } from './reminder-job.model.ts';
import { type ReminderWords, reminderWords } from './reminder-words.rules.ts';
import type { Sheet, Sheets } from './sheets.model.ts';

type Row = Sheet['rows'][number];

/** What is due as a table, in the order given; a column names the organisation where there are several. */
export function dueListSheets({
  language,
  today,
  parts,
}: Extract<ReminderJob, { kind: 'due-list' }>): Sheets {
  const words = reminderWords(language);
  const { columns, title } = words.list;
  const several = parts.length > 1;
  const all = parts.flatMap(({ org, lines }) => lines.map((line) => ({ org, line })));
  return {
    language,
    title: `${title}, ${shown(today)}`,
    author: parts.map(({ org }) => cleanText(org)).join(', '),
    sheets: [
      {
        name: title,
        columns: [
          { heading: columns.number, width: 6 },
          ...(several ? [{ heading: columns.organisation, width: 30 }] : []),
          { heading: columns.name, width: 34 },
          { heading: columns.position, width: 26 },
          { heading: columns.what, width: 16 },
          { heading: columns.date, width: 12 },
          { heading: columns.sense, width: 22 },
          { heading: columns.days, width: 12 },
          { heading: columns.base, width: 32 },
          { heading: columns.basis, width: 28 },
        ],
        rows: all.map(({ org, line }, place) => [
          place + 1,
          ...(several ? [guardFormula(cleanText(org))] : []),
          ...rowOf(line, words),
        ]),
      },
    ],
  };
}

function rowOf(line: ReminderLine, { kinds, list }: ReminderWords): Row {
  const what = kinds[line.kind];
  const date = shown(line.on);
  if (line.kind === 'campaign') {
    const { title, days, answered, total } = line;
    const state = list.answered(answered, total);
    return [guardFormula(cleanText(title)), '', what, date, list.sense['due-by'], days, state, ''];
  }
  return [
    guardFormula(cleanText(line.name)),
    line.position === null ? '' : guardFormula(cleanText(line.position)),
    what,
    date,
    list.sense[line.direction],
    line.days,
    list.base(line.base, line.kind === 'rank', shown(line.base.on)),
    list.basis[basisOf(line)],
  ];
}

function basisOf({ rule }: DueLine): keyof ReminderWords['list']['basis'] {
  if (rule === null) return 'hand';
  return rule.status === 'reported' ? 'reported' : 'official';
}
