import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Answer, AssessmentView } from '../../domain/assessment/model.ts';
import { numericDate } from '../../domain/shared/paper-dates.ts';
import { knownPlace } from './place.ts';
import { answerWords, inSentence, ownerWords, phraseWords } from './wording.ts';

/** What will be done; then, on the same message, by whom and until when. */
export function planScreen(visit: Visit, view: AssessmentView, answer: Answer): Screen {
  const { t, actor } = visit;
  const { item, edition, code } = knownPlace(visit, view, answer.item);
  const { planWhat, planWho, planUntil, rating, fact, revision } = answer;
  const button = (text: string, action: ActionName, ...args: number[]): Button => ({
    text,
    data: encode(action, [view.assessmentId, code, ...args]),
  });
  const skip = [button(t.plain('walk:plan.skip'), 'planSkip')];
  const said = rating === null ? '' : inSentence(t, answerWords(t, item, { rating, fact }));
  const saved = bold(t('walk:card.last', { item: item.id, answer: said }));
  if (planWhat === null) {
    return {
      text: `${saved}\n\n${t('walk:plan.question')}`,
      rows: [
        ...edition.phrases.plan.map(({ text }, index) => [
          button(text[t.language], 'planPhrase', index + 1, revision),
        ]),
        [button(t.plain('walk:plan.own'), 'planOwn')],
        skip,
      ],
    };
  }
  const mark = (text: string, chosen: boolean) => (chosen ? `✓ ${text}` : text);
  const who = (place: number, text: string, chosen: boolean): Button =>
    button(mark(text, chosen), 'planWho', place, revision);
  const until = (place: number, text: string): Button => button(text, 'planUntil', place, revision);
  const me = `@me:${actor.personId}`;
  const typed = planWho !== null && planWho !== me && planWho !== '@head';
  const owner =
    planWho === null
      ? t('walk:plan.askWho')
      : t('walk:card.planWho', { who: ownerWords(t, planWho, actor.personId) });
  const due =
    planUntil === null
      ? t('walk:plan.askUntil')
      : t('walk:card.planUntil', { date: numericDate(planUntil) });
  const what = t('walk:card.plan', { text: phraseWords(t, planWhat, edition.phrases.plan) });
  return {
    text: [saved, '', what, owner, due].join('\n'),
    rows: [
      [
        who(1, t.plain('walk:plan.me'), planWho === me),
        who(2, t.plain('walk:plan.head'), planWho === '@head'),
      ],
      [who(3, t.plain('walk:plan.other'), typed)],
      [until(1, t.plain('walk:plan.twoWeeks')), until(2, t.plain('walk:plan.oneMonth'))],
      [until(3, t.plain('walk:plan.threeMonths')), until(4, t.plain('walk:plan.date'))],
      skip,
    ],
  };
}
