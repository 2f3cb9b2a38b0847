import { encode } from '../../chat/callback.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { Screen } from '../../chat/screen.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import type { FrozenSubmission } from '../../domain/assessment/frozen.model.ts';
import { ownDocument } from '../../domain/assessment/own-document.service.ts';
import { namesIn } from '../../domain/assessment/paper-source.service.ts';
import { directionScreen, directionsScreen, documentTitle } from '../reading/direction-screens.ts';
import { itemScreen } from '../reading/item-screen.ts';
import type { Links } from '../reading/links.ts';
import { refusedReply } from './refusals.ts';

/** Officer and head read all answers: the draft, or what was sent. */
async function reading(
  visit: Visit,
  assessmentId: number,
  screenOf: (document: FrozenSubmission, links: Links) => Promise<Screen | null> | Screen | null,
): Promise<Reply> {
  const { work, actor, around, language, now, t } = visit;
  const document = await ownDocument(work.read, organisationScopes(actor), {
    assessmentId,
    edition: around.edition,
    at: now,
    timeZone: around.timeZone,
    personId: actor.personId,
    language,
  });
  const links: Links = {
    directions: encode('readAnswers', [assessmentId, 0]),
    direction: (number) => encode('readAnswers', [assessmentId, number]),
    item: (code) => encode('readAnswer', [assessmentId, code]),
    file: null,
    back: { text: t.plain('submitting:button.back'), data: encode('check', [assessmentId]) },
  };
  const screen = document && (await screenOf(document, links));
  return screen ? { screen } : refusedReply(visit, { code: 'submission.foreign' });
}

/** `direction` 0: the list of them. */
export const onReadAnswers: Action = (visit, [assessmentId = 0, direction = 0]) =>
  reading(visit, assessmentId, (document, links) => {
    const title = documentTitle(document, visit.t);
    return direction === 0
      ? directionsScreen(document, title, links, visit.t)
      : directionScreen(document, direction, title, links, visit.t);
  });

export const onReadAnswer: Action = (visit, [assessmentId = 0, code = 0]) =>
  reading(visit, assessmentId, async (document, links) => {
    const names = await namesIn(visit.work.read, document);
    const title = documentTitle(document, visit.t);
    return itemScreen(document, code, { title, names, links, t: visit.t });
  });
