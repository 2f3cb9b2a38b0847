import type { Key, Values } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import type { ChangeRefusal } from '../../domain/assessment/model.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import { cardNow } from '../../domain/assessment/showing.service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { mine } from './whose.ts';
import { knownPlace } from './place.ts';
import { answerWords } from './wording.ts';

/** A name in a toast: 200 characters hold the whole sentence. */
const NAME_LIMIT = 40;

/** One sentence that says why nothing was written, for a message and for a toast. */
export async function refusalWords(
  visit: Visit,
  refusal: Exclude<ChangeRefusal, { code: 'unsuitable' }>,
  at: { readonly assessmentId: number; readonly item: number },
): Promise<{ readonly html: string; readonly plain: string }> {
  const { t, around } = visit;
  const both = (key: Key, values: Values = {}) => ({
    html: t(key, values),
    plain: t.plain(key, values),
  });
  switch (refusal.code) {
    case 'foreign':
      return both('errors:walk.foreign');
    case 'locked':
      return both('errors:walk.locked');
    case 'closed': {
      const phone = await around.contactPhone();
      return phone === null
        ? both('errors:walk.closed')
        : both('errors:walk.closedPhone', { phone });
    }
    case 'overtaken': {
      const { answer, byName } = refusal;
      const card = await cardNow(visit.work, mine(visit), at.assessmentId, at.item, 0);
      const { rating, fact, answeredAt } = answer;
      const moment = momentOf(answeredAt ?? visit.now, around.timeZone);
      const time = moment.on === visit.today ? moment.time : `${shown(moment.on)} ${moment.time}`;
      const words =
        card && rating !== null
          ? answerWords(t, knownPlace(visit, card.view, at.item).item, { rating, fact })
          : t.plain('errors:walk.changed');
      const name = [...(byName ?? t.plain('errors:walk.somebody'))].slice(0, NAME_LIMIT).join('');
      return both('errors:walk.overtaken', { name, time, rating: words });
    }
    default:
      return refusal satisfies never;
  }
}
