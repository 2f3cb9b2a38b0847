import { shown } from '../shared/local-date.ts';
import { cleanText } from './clean-text.rules.ts';
import type { ReminderJob } from './reminder-job.model.ts';
import { reminderWords } from './reminder-words.rules.ts';
import type { YearChart } from './year-chart.model.ts';

/** Months of the picture, the present one included. */
const MONTHS = 12;

/**
 * Trainings and class ranks by month: first what was due before today, then this month and the eleven
 * that follow. What is later, or of another kind, is not in it.
 */
export function yearChart({
  language,
  org,
  today,
  lines,
}: Extract<ReminderJob, { kind: 'year-chart' }>): YearChart {
  const { chart } = reminderWords(language);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const months = Array.from({ length: MONTHS }, (_, n) => {
    const place = month - 1 + n;
    return {
      key: `${year + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`,
      label: `${chart.months[place % 12]} ${year + Math.floor(place / 12)}`,
    };
  });
  const among = (mine: (on: string) => boolean): [number, number] => {
    const count = (kind: string) => lines.filter((l) => l.kind === kind && mine(l.on)).length;
    return [count('training'), count('rank')];
  };
  return {
    title: chart.title(cleanText(org)),
    subtitle: chart.subtitle(shown(today)),
    series: chart.series,
    rows: [
      { label: chart.already, counts: among((on) => on < today) },
      ...months.map(({ key, label }) => ({
        label,
        counts: among((on) => on >= today && on.startsWith(key)),
      })),
    ],
    footnote: chart.footnote,
  };
}
