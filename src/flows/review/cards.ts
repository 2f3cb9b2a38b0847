import { encode } from '../../chat/callback.ts';
import type { CardRenderer } from '../../chat/outgoing.ts';
import { submissionOfSubject } from '../../domain/assessment/submission.model.ts';
import { forCard } from '../../domain/review/reading.service.ts';
import { statusForGroup } from '../../domain/review/status.service.ts';
import { scopesOf } from './messages.ts';
import { withNames } from './reading.ts';
import { submissionLines, titleOf } from './submission-lines.ts';

/** A submission in a member's private chat. Once it is withdrawn the card says so and nothing else. */
const submission: CardRenderer = async (subject, to) => {
  const { reader, t, around } = to;
  const submissionId = submissionOfSubject(subject);
  const card =
    submissionId === null ? null : await forCard(reader, await scopesOf(to), submissionId);
  if (!card) return null;
  const { view, document } = card;
  if (document === null) {
    const text = `${titleOf(view, t)}\n${t('review:submission.withdrawn')}`;
    return { screen: { text, rows: [] } };
  }
  const shown = await withNames(reader, { view, document });
  const open = {
    text: t.plain('review:button.open'),
    data: encode('submission', [view.submissionId]),
  };
  return {
    screen: { text: submissionLines(shown, around.timeZone, t).join('\n'), rows: [[open]] },
  };
};

/** The status in the commission's group: organisation, number, state, and the way to the bot. */
const group: CardRenderer = async (subject, to) => {
  const { reader, t, around, chatId } = to;
  const submissionId = submissionOfSubject(subject);
  const status = submissionId === null ? null : await statusForGroup(reader, submissionId, chatId);
  if (!status) return null;
  const { number, orgId, orgName, late } = status;
  const lines = [
    t('review:submission.title', { number, org: orgName }),
    t(`review:group.${status.status}`),
    ...(late && status.status !== 'withdrawn' ? [t('review:submission.late')] : []),
  ];
  const url = `https://t.me/${around.botUsername}`;
  const screen = {
    text: lines.join('\n'),
    rows: [[{ text: t.plain('review:button.bot'), url }]],
  };
  return status.isForum ? { screen, topic: { orgId, name: orgName } } : { screen };
};

export const cards: Readonly<Record<string, CardRenderer>> = {
  'review.submission': submission,
  'review.group': group,
};
