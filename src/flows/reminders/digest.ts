import type { Action, Visit } from '../../chat/visit.ts';
import type { MessageRenderer, Recipient } from '../../chat/outgoing.ts';
import type { Actor } from '../../domain/access/model.ts';
import { registerKeepingScopes } from '../../domain/access/rules.ts';
import { digestLines } from '../../domain/reminder/lines.service.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import type { Reader } from '../../domain/shared/database.ts';
import { actorOf } from '../reading/recipient.ts';
import { said } from '../staff/keeper.ts';
import { dateOf } from '../staff/typed-date.ts';
import { digestScreen, type DigestView, digestWhyScreen } from './digest-screen.ts';
import { entriesOf } from './entries.ts';
import { nameOf } from './list.ts';

/** What a morning's digest says now, of every organisation whose register the person keeps. */
export async function digestNow(
  reader: Reader,
  actor: Actor,
  date: string,
  today: string,
): Promise<Omit<DigestView, 'page'>> {
  const scopes = registerKeepingScopes(actor);
  const lines = await digestLines(reader, scopes, await ruleBook(reader), { date, today });
  const organisations = new Map<number, string>();
  for (const { orgId } of scopes) organisations.set(orgId, await nameOf(reader, orgId));
  return { date, entries: entriesOf(lines, [...organisations.keys()]), organisations };
}

/** A morning's message, shown again as it stands now. */
const shownBy =
  (screen: typeof digestScreen): Action =>
  async (visit, [day = 0, page = 0]) => {
    const date = dateOf(day);
    if (date === null || registerKeepingScopes(visit.actor).length === 0) {
      return said(visit, visit.t.plain('errors:access.notYours'));
    }
    const view = await digestNow(visit.work.read, visit.actor, date, visit.today);
    return {
      screen: (view.entries.length === 0 ? digestScreen : screen)(visit.t, { ...view, page }),
    };
  };

export const onDigest = shownBy(digestScreen);
export const onDigestWhy = shownBy(digestWhyScreen);

/** Has this morning's message anything left to do? */
export async function openToday({ work, actor, today }: Visit): Promise<boolean> {
  const { entries } = await digestNow(work.read, actor, today, today);
  return entries.length > 0;
}

/** To an officer in the morning; nothing left of it: not sent. */
export const digest: MessageRenderer = async ({ date }, to) => {
  const view = await viewFor(to, String(date));
  if (!view || view.entries.length === 0) return null;
  return { kind: 'screen', screen: digestScreen(to.t, { ...view, page: 0 }) };
};

async function viewFor(to: Recipient, date: string) {
  const actor = await actorOf(to);
  return actor && digestNow(to.reader, actor, date, to.today);
}
