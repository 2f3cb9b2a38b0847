import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { DIGEST_PAGE } from '../../domain/reminder/digest.model.ts';
import { type DueKind, type DueLine, HORIZON } from '../../domain/reminder/model.ts';
import { shortened } from '../reading/fitting.ts';
import { button, homeButton, leafing, pageAt } from '../staff/buttons.ts';
import { inPairs } from './in-pairs.ts';
import { kindPlace } from './digest-screen.ts';
import { type Entry, onPage } from './entries.ts';
import { listedEntry } from './entry-words.ts';

/** Characters of a button of half a row on a small phone. */
const HALF_ROOM = 16;

export interface ListView {
  readonly orgId: number;
  readonly org: string;
  /** Every line, for the counts. */
  readonly lines: readonly DueLine[];
  /** Local dates until which lines are put off; null: this one is not. */
  readonly putOff: ReadonlyMap<DueLine, string | null>;
  readonly entries: readonly Entry[];
  readonly page: number;
  /** Of one kind alone; null: of all. */
  readonly kind: DueKind | null;
  /** People in the register, and of them without a date for their training. */
  readonly present: number;
  readonly undated: number;
  /** May this person change it? */
  readonly keeps: boolean;
}

/** Everything overdue, then what comes, seven a page; or why there is nothing, and what is missing. */
export function listScreen(t: Translate, view: ListView): Screen {
  const { orgId, entries } = view;
  const title = [
    bold(view.kind === null ? t('reminders:list.title') : t(`reminders:title.${view.kind}`)),
    escapeHtml(view.org),
  ].join(' · ');
  const missing = view.undated > 0 ? [t('reminders:list.missing', { n: view.undated })] : [];
  if (entries.length === 0) {
    const why =
      view.present === 0
        ? [t('reminders:list.noStaff')]
        : [t('reminders:list.none', { days: HORIZON }), ...missing];
    return { text: [title, ...why].join('\n\n'), rows: emptyRows(t, view) };
  }
  const page = pageAt(view.page, entries.length, DIGEST_PAGE);
  const here = onPage(entries, page);
  const turn = (to: number): string =>
    view.kind === null
      ? encode('reminders', [orgId, to])
      : encode('reminderKind', [orgId, kindPlace(view.kind), to]);
  return {
    text: [
      `${title}\n${countsLine(t, view.lines)}`,
      ...here.map((entry) => listedEntry(t, entry, putOffOf(entry, view))),
      ...(page === 0 ? missing : []),
    ].join('\n\n'),
    rows: [
      ...inPairs(here.map((entry) => openButton(t, entry, view))),
      ...leafing(t, page, entries.length, turn, DIGEST_PAGE),
      ...(view.kind === null
        ? fileRows(t, orgId)
        : [[button(t, 'reminders:button.list', 'reminders', orgId, 0)]]),
      [button(t, 'reminders:button.staff', 'staff', orgId, 0), homeButton(t)],
    ],
  };
}

/** Of many people in one entry each says it for himself, in the list of his kind. */
const putOffOf = (entry: Entry, { putOff }: ListView): string | null =>
  entry.kind === 'person' ? (putOff.get(entry.line) ?? null) : null;

function countsLine(t: Translate, lines: readonly DueLine[]): string {
  const past = lines.filter(({ days }) => days < 0);
  const over = past.filter(({ direction }) => direction === 'due-by').length;
  return t('reminders:list.counts', {
    over,
    waiting: past.length - over,
    coming: lines.length - past.length,
    days: HORIZON,
  });
}

/** A person's card; in the list of declarations, which many hand in at once, the tick itself. */
function openButton(t: Translate, entry: Entry, { kind, keeps }: ListView): Button {
  const { n, orgId } = entry;
  if (entry.kind === 'person') {
    const whole = t.plain('reminders:button.linePerson', { n, name: entry.name });
    const [family = ''] = entry.name.split(' ');
    const text =
      [...whole].length <= HALF_ROOM
        ? whole
        : t.plain('reminders:button.linePerson', { n, name: family });
    const { servant } = entry.line;
    const data =
      kind === 'declaration' && keeps
        ? encode('reminderDone', [orgId, servant, kindPlace(kind)])
        : encode('staffPerson', [orgId, servant]);
    return { text: shortened(text, HALF_ROOM), data };
  }
  const text = t.plain('reminders:button.lineOpen', { n });
  return entry.kind === 'people'
    ? { text, data: encode('reminderKind', [orgId, kindPlace(entry.line.kind), 0]) }
    : { text, data: encode('home') };
}

const fileRows = (t: Translate, orgId: number): Button[][] => [
  [
    button(t, 'reminders:button.year', 'reminderFile', orgId, 1),
    button(t, 'reminders:button.excel', 'reminderFile', orgId, 3),
  ],
  [button(t, 'reminders:button.calendar', 'reminderFile', orgId, 2)],
];

/** Where nothing comes within the horizon, a year ahead may still say something. */
const emptyRows = (t: Translate, { orgId, present }: ListView): Button[][] => [
  ...(present === 0 ? [] : [[button(t, 'reminders:button.year', 'reminderFile', orgId, 1)]]),
  [button(t, 'reminders:button.staff', 'staff', orgId, 0), homeButton(t)],
];

/** Several organisations: which one's? */
export const choiceScreen = (
  t: Translate,
  organisations: readonly { readonly id: number; readonly name: string }[],
): Screen => ({
  text: t('reminders:list.choose'),
  rows: [
    ...organisations.map(({ id, name }): Button[] => [
      { text: shortened(name, 32), data: encode('reminders', [id, 0]) },
    ]),
    [homeButton(t)],
  ],
});
