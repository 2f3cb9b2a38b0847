import type { Button } from '../../chat/screen.ts';
import { snoozeOf } from '../../domain/reminder/snooze.service.ts';
import { why } from '../../domain/reminder/why.rules.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { whyLines } from '../reading/due-words.ts';
import { button } from '../staff/buttons.ts';
import { reasonWords } from './reasons.ts';
import { headOf, isFar, numbersOf, readSubject } from './subject.ts';

/** Why a date is what it is: the rule, its source and status, the facts used and the arithmetic. */
export const onWhy = readSubject(async (visit, subject) => {
  const { t, work, today } = visit;
  const { scope, servant, kind, due, rules, keeps } = subject;
  const what = { servant: servant.servant, kind, dueOn: due.on };
  const putOff = await snoozeOf(work.read, scope, what, today);
  const snoozed = putOff
    ? [
        t('reminders:why.snoozed', {
          date: shown(putOff.until),
          reason: reasonWords(t, putOff.reason),
        }),
      ]
    : [];
  const next = due.nextRank
    ? [t('reminders:why.nextRank', { rank: t.plain(`staff:rank.${due.nextRank}`) })]
    : [];
  const at = numbersOf(subject);
  const deeds: Button[] = [
    ...(isFar(subject) ? [] : [button(t, 'reminders:button.done', 'reminderDone', ...at)]),
    putOff
      ? button(t, 'reminders:button.again', 'reminderAgain', ...at)
      : button(t, 'reminders:button.later', 'reminderLater', ...at),
  ];
  return {
    screen: {
      text: [
        headOf(subject, t),
        [...next, ...whyLines(t, why(due, rules))].join('\n'),
        ...snoozed,
      ].join('\n\n'),
      rows: [
        ...(keeps ? [deeds] : []),
        [button(t, 'reminders:button.person', 'staffPerson', scope.orgId, servant.servant)],
        [button(t, 'reminders:button.list', 'reminders', scope.orgId, 0)],
      ],
    },
  };
});
