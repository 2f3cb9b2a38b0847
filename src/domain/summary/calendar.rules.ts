import type { ReminderLine } from '../reminder/model.ts';
import type { Calendar, CalendarDay } from './calendar.model.ts';
import { cleanText } from './clean-text.rules.ts';
import type { ReminderJob } from './reminder-job.model.ts';
import { reminderWords } from './reminder-words.rules.ts';

/**
 * What comes from today on, one entry a day and kind. Names stand in the description only: a locked
 * phone shows the summary.
 */
export function remindersCalendar({
  language,
  orgId,
  org,
  today,
  at,
  lines,
}: Extract<ReminderJob, { kind: 'calendar' }>): Calendar {
  const days = new Map<string, ReminderLine[]>();
  for (const line of lines) {
    if (line.on < today) continue;
    const key = `${line.on}-${line.kind}`;
    const there = days.get(key);
    if (there) there.push(line);
    else days.set(key, [line]);
  }
  const { calendar } = reminderWords(language);
  return {
    language,
    name: calendar.name(cleanText(org)),
    at,
    events: [...days].map(([key, same]) => day(`eskertkich-${orgId}-${key}`, same, language)),
  };
}

function day(id: string, lines: readonly ReminderLine[], language: 'ky' | 'ru'): CalendarDay {
  const { kinds, calendar } = reminderWords(language);
  const [first] = lines;
  if (!first) throw new Error('A day of the calendar has something due');
  if (first.kind === 'campaign') {
    const titles = lines.map((line) => (line.kind === 'campaign' ? cleanText(line.title) : ''));
    return { id, on: first.on, summary: kinds.campaign, description: titles.join('\n') };
  }
  const people = lines.filter((line) => line.kind !== 'campaign');
  const names = people.map(({ name, position }) =>
    [name, ...(position === null ? [] : [position])].map(cleanText).join(', '),
  );
  const reported = people.some(({ rule }) => rule?.status === 'reported');
  return {
    id,
    on: first.on,
    summary: calendar.event(kinds[first.kind], first.direction, people.length),
    description: [...names, ...(reported ? [calendar.unconfirmed] : [])].join('\n'),
  };
}
