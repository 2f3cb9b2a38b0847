import { remindersCalendar } from '../domain/summary/calendar.rules.ts';
import { dueListSheets } from '../domain/summary/due-list.rules.ts';
import { paperFileName } from '../domain/summary/file-name.rules.ts';
import type { Paper } from '../domain/summary/paper-job.model.ts';
import type { ReminderJob } from '../domain/summary/reminder-job.model.ts';
import { reminderWords } from '../domain/summary/reminder-words.rules.ts';
import { yearChart } from '../domain/summary/year-chart.rules.ts';

/** Makes a paper about what is due; its libraries are loaded when it is first asked for. */
export async function reminderPaper(job: ReminderJob): Promise<Paper> {
  const { title } = reminderWords(job.language).list;
  switch (job.kind) {
    case 'due-list': {
      const { sheetsXlsx } = await import('../documents/xlsx.ts');
      const [only, ...others] = job.parts;
      const of: [string, ...string[]] =
        only && others.length === 0 ? [only.org, title, job.today] : [title, job.today];
      return {
        fileName: paperFileName(of, 'xlsx'),
        mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await sheetsXlsx(dueListSheets(job)),
      };
    }
    case 'calendar': {
      const { calendarIcs } = await import('../documents/calendar.ts');
      return {
        fileName: paperFileName([job.org, title], 'ics'),
        mime: 'text/calendar',
        bytes: calendarIcs(remindersCalendar(job)),
      };
    }
    case 'year-chart': {
      const { yearChartPng } = await import('../documents/chart.ts');
      return {
        fileName: paperFileName([job.org, title, job.today], 'png'),
        mime: 'image/png',
        bytes: await yearChartPng(yearChart(job)),
      };
    }
  }
}
