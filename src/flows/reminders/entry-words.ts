import { escapeHtml } from '../../chat/html.ts';
import type { Translate } from '../../chat/translator.ts';
import type { CampaignLine, DueLine } from '../../domain/reminder/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { baseWords, dueLine, isUnconfirmed, kindWords, whenWords } from '../reading/due-words.ts';
import type { Entry } from './entries.ts';

/** An entry of a digest: who, what, by when, why and what to do. */
export function toldEntry(t: Translate, entry: Entry): string {
  if (entry.kind === 'campaign') return campaignWords(t, entry);
  const { line } = entry;
  const lines = [
    `${entry.n}. ${who(t, entry)} – ${kindWords(t, line.kind)}, ${dayWords(t, line)}.`,
    ...(entry.kind === 'person' ? [baseWords(t, line)] : []),
  ];
  const rest = [
    ...(isUnconfirmed(line) ? [t('reminders:unconfirmed')] : []),
    t(`reminders:todo.${line.kind}`),
  ];
  return [lines.join(' '), ...rest].join('\n');
}

/** An entry of a list: who, what and by when; `putOff`: the local date until which it is put off. */
export function listedEntry(t: Translate, entry: Entry, putOff: string | null = null): string {
  if (entry.kind === 'campaign') return campaignWords(t, entry);
  const words = `${entry.n}. ${who(t, entry)} – ${dueLine(t, entry.line)}`;
  return putOff === null
    ? words
    : `${words} ${t('reminders:list.putOff', { date: shown(putOff) })}`;
}

const who = (t: Translate, entry: Exclude<Entry, { kind: 'campaign' }>): string =>
  entry.kind === 'people' ? t('reminders:people', { n: entry.count }) : escapeHtml(entry.name);

const dayWords = (t: Translate, line: DueLine): string =>
  line.direction === 'due-by' && line.days < 0
    ? t('reminders:when.over', { date: shown(line.on) })
    : whenWords(t, line, line.days);

function campaignWords(t: Translate, { n, line, titled }: Extract<Entry, { kind: 'campaign' }>) {
  const name = titled
    ? t('reminders:digest.campaignTitled', { title: line.title })
    : t('reminders:digest.campaign');
  return `${n}. ${name} – ${leftWords(t, line)}`;
}

function leftWords(t: Translate, { days, on, answered, total }: CampaignLine): string {
  if (days < 0) return t('reminders:digest.campaignOver', { date: shown(on), answered, total });
  if (days === 0) return t('reminders:digest.campaignToday', { answered, total });
  return t('reminders:digest.campaignLeft', { count: days, answered, total });
}
