import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { DIGEST_PAGE } from '../../domain/reminder/digest.model.ts';
import { DUE_KINDS, type DueKind } from '../../domain/reminder/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { BUTTON_ROOM, shortened } from '../reading/fitting.ts';
import { button, leafing, pageAt } from '../staff/buttons.ts';
import { inPairs } from './in-pairs.ts';
import { dateNumber } from '../staff/typed-date.ts';
import { type Entry, onPage } from './entries.ts';
import { toldEntry } from './entry-words.ts';

export interface DigestView {
  /** Local date of the morning. */
  readonly date: string;
  readonly entries: readonly Entry[];
  /** Names by id, of every organisation whose register the person keeps. */
  readonly organisations: ReadonlyMap<number, string>;
  readonly page: number;
}

/** Place of a kind in callback data. */
export const kindPlace = (kind: DueKind): number => DUE_KINDS.indexOf(kind) + 1;

/**
 * A morning's message as it stands now. Its first line, which a locked phone shows, has no name. More
 * than one organisation: each under its heading.
 */
export function digestScreen(t: Translate, view: DigestView): Screen {
  const { date, entries, organisations } = view;
  const all = allButton(t, organisations);
  if (entries.length === 0) {
    return { text: t('reminders:digest.settled', { date: shown(date) }), rows: [[all]] };
  }
  const page = pageAt(view.page, entries.length, DIGEST_PAGE);
  const here = onPage(entries, page);
  const parts = [bold(t('reminders:digest.title', { date: shown(date), n: entries.length }))];
  for (const [place, entry] of here.entries()) {
    const org = organisations.get(entry.orgId);
    const begins = place === 0 || here[place - 1]?.orgId !== entry.orgId;
    if (organisations.size > 1 && begins && org !== undefined) parts.push(bold(escapeHtml(org)));
    parts.push(toldEntry(t, entry));
  }
  const day = dateNumber(date);
  return {
    text: parts.join('\n\n'),
    rows: [
      ...entryRows(t, here, day),
      ...leafing(t, page, entries.length, (to) => encode('digest', [day, to]), DIGEST_PAGE),
      [
        ...(here.some(({ kind }) => kind !== 'campaign') ? [whyButton(t, here, day, page)] : []),
        all,
      ],
    ],
  };
}

const allButton = (t: Translate, organisations: DigestView['organisations']): Button => {
  const [only = 0] = organisations.keys();
  return button(t, 'reminders:button.all', 'reminders', organisations.size === 1 ? only : 0, 0);
};

/** Of the only person the explanation itself, else the choice. */
function whyButton(t: Translate, here: readonly Entry[], day: number, page: number): Button {
  const [only, ...others] = here.filter(({ kind }) => kind !== 'campaign');
  return only && only.kind !== 'campaign' && others.length === 0
    ? button(t, 'reminders:button.why', 'reminderWhy', ...subjectOf(only))
    : button(t, 'reminders:button.why', 'digestWhy', day, page);
}

const subjectOf = ({ line }: Extract<Entry, { kind: 'person' | 'people' }>): number[] => [
  line.orgId,
  line.servant,
  kindPlace(line.kind),
];

/**
 * What can be done can be ticked off or put off; what is only possible later, and many people at once,
 * can be opened. The rows go by the numbers of the lines.
 */
function entryRows(t: Translate, entries: readonly Entry[], day: number): Button[][] {
  const rows: Button[][] = [];
  let singles: Button[] = [];
  const label = (key: 'lineDone' | 'lineLater' | 'lineOpen' | 'lineGoOn', n: number): string =>
    t.plain(`reminders:button.${key}`, { n });
  for (const entry of entries) {
    const { n, line } = entry;
    if (entry.kind === 'campaign') {
      const { assessmentId } = entry.line;
      const data = assessmentId === null ? encode('home') : encode('goOn', [assessmentId]);
      singles.push({ text: label('lineGoOn', n), data });
    } else if (entry.kind === 'people') {
      const data = encode('reminderKind', [entry.orgId, kindPlace(entry.line.kind), 0]);
      singles.push({ text: label('lineOpen', n), data });
    } else if (entry.line.direction === 'possible-from' && line.days > 0) {
      const data = encode('staffPerson', [entry.orgId, entry.line.servant]);
      singles.push({ text: label('lineOpen', n), data });
    } else {
      const subject = subjectOf(entry);
      rows.push(...inPairs(singles), [
        { text: label('lineDone', n), data: encode('digestDone', [...subject, day]) },
        { text: label('lineLater', n), data: encode('reminderLater', subject) },
      ]);
      singles = [];
    }
  }
  return [...rows, ...inPairs(singles)];
}

/** Which line of the page shall be explained? */
export function digestWhyScreen(t: Translate, view: DigestView): Screen {
  const page = pageAt(view.page, view.entries.length, DIGEST_PAGE);
  const here = onPage(view.entries, page);
  const people = here.flatMap((entry) => (entry.kind === 'campaign' ? [] : [entry]));
  const rows = people.map((entry): Button[] => {
    const kind = t.plain(`reminders:kind.${entry.line.kind}`);
    const name =
      entry.kind === 'person' ? entry.name : t.plain('reminders:people', { n: entry.count });
    return [
      {
        text: shortened(`${entry.n}. ${name} – ${kind}`, BUTTON_ROOM),
        data: encode('reminderWhy', subjectOf(entry)),
      },
    ];
  });
  return {
    text: t('reminders:why.choose'),
    rows: [...rows, [button(t, 'reminders:button.today', 'digest', dateNumber(view.date), page)]],
  };
}
