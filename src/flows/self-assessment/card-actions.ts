import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { answersNow, cardNow, resume, showItem } from '../../domain/assessment/showing.service.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { items } from '../../domain/checklist/lookup.rules.ts';
import { directionScreen, directionsScreen } from './directions-screen.ts';
import { knownPlace } from './place.ts';
import type { Turns } from './turns.ts';
import { cardReply, mine, spotOf } from './whose.ts';

/** The ways to an item: on, back, by the list of directions, by its number. */
export function cardActions(turns: Turns): Partial<Record<ActionName, Action>> {
  const foreign = (visit: Visit, assessmentId: number): Promise<Reply> =>
    turns.refusal(visit, { code: 'foreign' }, { assessmentId, item: 0 });

  const show = async (visit: Visit, assessmentId: number, item: number): Promise<Reply> => {
    const shown = await showItem(visit.work, mine(visit), assessmentId, item, spotOf(visit));
    return shown.ok ? cardReply(visit, shown.value) : foreign(visit, assessmentId);
  };

  return {
    card: (visit, [assessmentId = 0, item = 0]) => show(visit, assessmentId, item),

    goOn: async (visit, [assessmentId = 0]) => {
      const result = await resume(visit.work, mine(visit), assessmentId, spotOf(visit));
      if (!result.ok) return foreign(visit, assessmentId);
      const step = result.value;
      const view = step.at === 'card' ? step.card.view : step.view;
      const open = view.state === 'draft';
      return open ? turns.step(visit, step) : turns.neighbours.sent(visit, assessmentId);
    },

    back: async (visit, [assessmentId = 0, item = 0]) => {
      const now = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
      if (!now) return foreign(visit, assessmentId);
      const { edition } = knownPlace(visit, now.view, item);
      const codes = items(edition).map(({ id }) => itemCode(id));
      const before = codes[codes.indexOf(item) - 1];
      return before === undefined
        ? turns.neighbours.home(visit)
        : show(visit, assessmentId, before);
    },

    directions: async (visit, [assessmentId = 0, page = 0]) => {
      const found = await answersNow(visit.work, mine(visit), assessmentId);
      if (!found) return foreign(visit, assessmentId);
      const edition = visit.around.edition(found.view.checklistId, found.view.edition);
      const answers = new Map(found.answers.map((answer) => [answer.item, answer]));
      return { screen: directionsScreen(visit.t, edition, assessmentId, answers, page) };
    },

    direction: async (visit, [assessmentId = 0, number = 0]) => {
      const found = await answersNow(visit.work, mine(visit), assessmentId);
      if (!found) return foreign(visit, assessmentId);
      const edition = visit.around.edition(found.view.checklistId, found.view.edition);
      const direction = edition.directions.find((one) => one.number === number);
      if (!direction) return turns.stale(visit);
      const answers = new Map(found.answers.map((answer) => [answer.item, answer]));
      return { screen: directionScreen(visit.t, direction, assessmentId, answers) };
    },

    // Pressed on a receipt: the item comes below it.
    numbersAgain: async (visit, [assessmentId = 0, item = 0]) => {
      const card = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
      return card
        ? { ...(await cardReply(visit, card)), fresh: true }
        : foreign(visit, assessmentId);
    },
  };
}
