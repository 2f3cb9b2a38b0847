import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Calendar } from '../domain/summary/calendar.model.ts';

/** The phone reminds a week before, and on the morning before (RFC 5545, TRIGGER from the day's beginning). */
const WEEK_BEFORE = 7 * 24 * 3600;
const EVE = 15 * 3600;

/** The calendar as iCalendar (RFC 5545): whole days without a time zone, the same on every phone. */
export function calendarIcs({ language, name, at, events }: Calendar): Uint8Array {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'eskertkich', product: 'reminders', language },
  });
  for (const { id, on, summary, description } of events) {
    const event = calendar.createEvent({
      id,
      stamp: new Date(at),
      // Of a whole day the library writes the date in UTC, whatever this machine's time zone.
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      floating: true,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const triggerBefore of [WEEK_BEFORE, EVE]) {
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: summary });
    }
  }
  return new TextEncoder().encode(calendar.toString());
}
