import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Key, Translate } from '../../chat/translator.ts';
import type { Servant, ServantFacts } from '../../domain/register/model.ts';
import { DUE_KINDS, type Due, HORIZON } from '../../domain/reminder/model.ts';
import { daysBetween } from '../../domain/reminder/ladder.rules.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { baseWords, isUnconfirmed, kindWords, whenWords } from '../reading/due-words.ts';
import { inPairs } from '../reading/fitting.ts';
import { button } from './buttons.ts';
import { fieldValue, fieldWords } from './words.ts';

export interface PersonCard {
  readonly servant: Servant;
  readonly dues: readonly Due[];
  /** Entries of the histories. */
  readonly records: number;
  readonly keeps: boolean;
  /** Local date. */
  readonly today: string;
}

/** Facts under the name and the position, in the order of the card. */
const FACTS = [
  'group',
  'category',
  'unit',
  'appointedOn',
  'serviceStart',
  'leftOn',
  'fileDocuments',
  'labourBook',
] as const satisfies readonly (keyof ServantFacts)[];

/** One person: who, since when, which rank; then his dates, each with what it is reckoned from. */
export function personScreen(t: Translate, card: PersonCard): Screen {
  const { servant, dues, records, keeps } = card;
  const { orgId } = servant;
  const at = [orgId, servant.servant] as const;
  const facts = FACTS.flatMap((field) => {
    const value = fieldWords(t, field, fieldValue(servant, field));
    return value === null ? [] : [line(t, `staff:field.${field}`, value)];
  });
  const text = [
    [
      bold(escapeHtml(servant.name)),
      ...(servant.position === null ? [] : [escapeHtml(servant.position)]),
    ].join('\n'),
    [...facts, rankLine(t, servant)].join('\n'),
    ...(servant.leftOn === null ? [dueText(t, card)] : []),
  ];
  const history = {
    text: t.plain('staff:button.history', { n: records }),
    data: encode('staffHistory', [...at, 0]),
  };
  const files = button(t, 'staff:button.files', 'staffFiles', ...at);
  return {
    text: text.filter((part) => part !== '').join('\n\n'),
    rows: [
      ...(servant.leftOn === null ? dueRows(t, card, dues) : []),
      ...(keeps && isRankUnsaid(servant)
        ? [[button(t, 'staff:button.noRank', 'staffNoRank', ...at)]]
        : []),
      ...(keeps
        ? [
            [
              button(t, 'staff:button.record', 'staffRecord', ...at),
              button(t, 'staff:button.correct', 'staffCorrect', ...at),
            ],
          ]
        : []),
      records > 0 || keeps ? [history, files] : [files],
      [button(t, 'staff:button.back', 'staff', orgId, 0)],
    ],
  };
}

const line = (t: Translate, label: Key, value: string): string =>
  t('staff:person.line', { label: t.plain(label), value });

/** Not having a rank and its not being known are two things, told apart. */
function rankLine(t: Translate, { rank, rankedOn, noRank }: Servant): string {
  if (rank === null) {
    const key = noRank ? 'staff:person.rankNone' : 'staff:person.rankUnsaid';
    return line(t, 'staff:field.noRank', t.plain(key));
  }
  const words = t.plain(`staff:rank.${rank}`);
  const value = rankedOn === null ? words : `${words}, ${shown(rankedOn)}`;
  return line(t, 'staff:record.rank', value);
}

const isRankUnsaid = ({ rank, noRank, leftOn }: Servant): boolean =>
  rank === null && !noRank && leftOn === null;

function dueText(t: Translate, { dues, today, servant }: PersonCard): string {
  const { trainedOn, appointedOn, nextTraining } = servant;
  const undated = trainedOn === null && appointedOn === null && nextTraining === null;
  const lines = dues.map((due, index) => {
    const words = [
      `${index + 1}. ${kindWords(t, due.kind, 'title')} – ${whenWords(t, due, daysBetween(today, due.on))}.`,
      baseWords(t, due),
      ...(isUnconfirmed(due) ? [t('reminders:unconfirmed')] : []),
    ];
    return words.join(' ');
  });
  if (undated) lines.push(t('staff:person.noTraining'));
  return lines.length === 0 ? '' : [bold(t('staff:person.dates')), ...lines].join('\n');
}

/** What is near is done or put off; each date says why it is what it is. */
function dueRows(t: Translate, card: PersonCard, dues: readonly Due[]): Button[][] {
  const { servant, keeps, today } = card;
  const numbered = (
    key: 'staff:button.done' | 'staff:button.later' | 'staff:button.why',
    action: 'reminderDone' | 'reminderLater' | 'reminderWhy',
    { kind }: Due,
    index: number,
  ): Button => ({
    text: t.plain(key, { n: index + 1 }),
    data: encode(action, [servant.orgId, servant.servant, DUE_KINDS.indexOf(kind) + 1]),
  });
  const near = dues.flatMap((due, index) =>
    keeps && daysBetween(today, due.on) <= HORIZON
      ? [
          [
            numbered('staff:button.done', 'reminderDone', due, index),
            numbered('staff:button.later', 'reminderLater', due, index),
          ],
        ]
      : [],
  );
  const why = dues.map((due, index) => numbered('staff:button.why', 'reminderWhy', due, index));
  return [...near, ...inPairs(why)];
}
