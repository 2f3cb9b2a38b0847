import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { namesOf } from '../../domain/access/people.service.ts';
import { commissionScopes } from '../../domain/access/rules.ts';
import { peopleIn } from '../../domain/assessment/frozen.rules.ts';
import type { Reader } from '../../domain/shared/database.ts';
import {
  type OpenSubmission,
  openSubmission,
  readSubmission,
  reviewList,
} from '../../domain/review/reading.service.ts';
import { directionScreen, directionsScreen } from '../reading/direction-screens.ts';
import { itemScreen } from '../reading/item-screen.ts';
import type { Links } from '../reading/links.ts';
import { listScreen } from './list-screen.ts';
import { refusedReply } from './refusals.ts';
import { type Shown, titleOf } from './submission-lines.ts';
import { submissionScreen } from './submission-screen.ts';

/** What was submitted to the member's commissions. */
export async function review(visit: Visit, page = 0): Promise<Reply> {
  const scopes = commissionScopes(visit.actor);
  if (scopes.length === 0) {
    const home = { text: visit.t.plain('walk:button.home'), data: encode('home') };
    return { screen: { text: visit.t('review:list.notMember'), rows: [[home]] } };
  }
  return { screen: listScreen(visit, await reviewList(visit.work.read, scopes), page) };
}

export const onReview: Action = (visit, [page = 0]) => review(visit, page);

/** Opens a submission. A card that is pressed stays a card: the submission comes below it. */
export const onSubmission: Action = async (visit, [submissionId = 0]) => {
  const { work, actor, around, t, pressed } = visit;
  const opened = await openSubmission(work, commissionScopes(actor), submissionId, pressed);
  if (!opened.ok) return refusedReply(visit, opened.error);
  const shown = await withNames(work.read, opened.value);
  return {
    screen: submissionScreen(shown, around.timeZone, t),
    ...(opened.value.onCard ? { fresh: true } : {}),
  };
};

/** The names of everybody in the document, and of the member who opened it. */
export async function withNames(
  reader: Reader,
  { view, document }: OpenSubmission,
): Promise<Shown> {
  const ids = [...peopleIn(document), ...(view.openedBy === null ? [] : [view.openedBy])];
  return { view, document, names: await namesOf(reader, ids) };
}

async function reading(
  visit: Visit,
  submissionId: number,
  screenOf: (shown: Shown, title: string, links: Links) => Screen | null,
): Promise<Reply> {
  const { work, actor, t } = visit;
  const read = await readSubmission(work, commissionScopes(actor), submissionId);
  if (!read.ok) return refusedReply(visit, read.error);
  const shown = await withNames(work.read, read.value);
  const links: Links = {
    directions: encode('submissionDirection', [submissionId, 0]),
    direction: (number) => encode('submissionDirection', [submissionId, number]),
    item: (code) => encode('submissionItem', [submissionId, code]),
    file: (fileId) => encode('submissionFile', [submissionId, fileId]),
    back: { text: t.plain('review:button.submission'), data: encode('submission', [submissionId]) },
  };
  const screen = screenOf(shown, titleOf(shown.view, t), links);
  return screen ? { screen } : refusedReply(visit, { code: 'review.foreign' });
}

/** `direction` 0: the list of them. */
export const onDirection: Action = (visit, [submissionId = 0, direction = 0]) =>
  reading(visit, submissionId, ({ document }, title, links) =>
    direction === 0
      ? directionsScreen(document, title, links, visit.t)
      : directionScreen(document, direction, title, links, visit.t),
  );

export const onItem: Action = (visit, [submissionId = 0, code = 0]) =>
  reading(visit, submissionId, ({ document, names }, title, links) =>
    itemScreen(document, code, { title, names, links, t: visit.t }),
  );
