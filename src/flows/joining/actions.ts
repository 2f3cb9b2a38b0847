import type { ActionName } from '../../chat/actions.ts';
import { escapeHtml } from '../../chat/html.ts';
import { translate } from '../../chat/translator.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { loadActor } from '../../domain/access/actor.service.ts';
import type { Invitation, InvitationRefusal } from '../../domain/access/invitation.model.ts';
import { isRole } from '../../domain/access/invitation.rules.ts';
import {
  acceptInvitation,
  openedInvitation,
  openInvitation,
  refuseInvitation,
} from '../../domain/access/joining.service.ts';
import { enterOperator, setLanguage } from '../../domain/access/person.service.ts';
import { isStranger, operatorScope } from '../../domain/access/rules.ts';
import type { Language } from '../../domain/shared/language.ts';
import { languageScreen } from './language-screen.ts';
import { languageOf, otherLanguages } from './languages.ts';
import { refusalSentence, strangerScreen } from './refusals.ts';
import { invitedTo, welcomeScreen } from './welcome.ts';

export interface Joining {
  /** /start with or without a token. */
  start(visit: Visit, token: string | null): Promise<Reply>;
  /** What everybody gets who has no role. */
  strangerReply(visit: Visit): Promise<Reply>;
  readonly actions: Partial<Record<ActionName, Action>>;
}

export interface Beyond {
  /** The first screen of a person with a role. */
  home(visit: Visit): Promise<Reply>;
  /** What the person has open, in the pressed message where that stands for it. */
  presentHere(visit: Visit): Promise<Reply>;
}

export function createJoining({ home, presentHere }: Beyond): Joining {
  const strangerReply = async (visit: Visit): Promise<Reply> => ({
    screen: await strangerScreen(visit),
  });

  /** Home of who is known, the polite sentence for who is not. */
  const entrance = (visit: Visit): Promise<Reply> =>
    isStranger(visit.actor, visit.around.operatorIds) ? strangerReply(visit) : home(visit);

  return {
    strangerReply,
    async start(visit, token) {
      await enterNamedOperator(visit);
      if (token === null) return entrance(await again(visit));
      const { telegramId } = visit.actor;
      const opened = await openInvitation(visit.work, token, telegramId);
      if (opened.ok) return { screen: await welcome(visit, opened.value) };
      const note = await refusalScreen(visit, opened.error);
      if (isStranger(visit.actor, visit.around.operatorIds)) return { screen: note };
      return { ...(await home(visit)), note: { text: note.text, rows: [] } };
    },
    actions: {
      async join(visit, [id = 0]) {
        const { telegramId, name } = visit.actor;
        const { language } = visit;
        const joined = await acceptInvitation(visit.work, id, { telegramId, name, language });
        if (!joined.ok) return tapRefused(visit, joined.error);
        return { ...(await home(await again(visit))), toast: visit.t.plain('joining:joined') };
      },
      async refuse(visit, [id = 0]) {
        const { operatorIds } = visit.around;
        const refused = await refuseInvitation(visit.work, id, visit.actor.telegramId, operatorIds);
        if (!refused.ok) return tapRefused(visit, refused.error);
        return { screen: { text: visit.t('joining:refused'), rows: [] } };
      },
      async joinLanguage(visit, [id = 0, number]) {
        const language = languageOf(number);
        const { actor, work, now } = visit;
        const opened = await openedInvitation(work.read, id, actor.telegramId, now);
        if (!opened.ok) return tapRefused(visit, opened.error);
        if (!language) return { toast: visit.t.plain('errors:access.notYours'), alert: true };
        await setLanguage(work, actor, language);
        return { screen: await welcome(inLanguage(visit, language), opened.value) };
      },
      async language(visit, [number]) {
        const language = languageOf(number);
        if (!language) return { toast: visit.t.plain('errors:access.notYours'), alert: true };
        await setLanguage(visit.work, visit.actor, language);
        const there = inLanguage(visit, language);
        return isStranger(visit.actor, visit.around.operatorIds)
          ? strangerReply(there)
          : presentHere(there);
      },
      languages: (visit) => Promise.resolve({ screen: languageScreen(visit) }),
    },
  };
}

/** Operators of OPERATOR_IDS need no link; from now on messages can be owed to them. */
async function enterNamedOperator({ actor, around, work, language }: Visit): Promise<void> {
  if (actor.personId !== 0 || !operatorScope(actor, around.operatorIds)) return;
  await enterOperator(work, { telegramId: actor.telegramId, name: actor.name, language });
}

/** The same visit of the person as he is after a change of his roles. */
async function again(visit: Visit): Promise<Visit> {
  const actor = await loadActor(visit.work.read, visit.actor.telegramId);
  return actor ? { ...visit, actor } : visit;
}

const inLanguage = (visit: Visit, language: Language): Visit => ({
  ...visit,
  language,
  t: translate(language),
});

async function welcome({ t, work, around }: Visit, invitation: Invitation) {
  const { role } = invitation;
  if (!isRole(role)) throw new Error(`invitation ${invitation.id} gives no role`);
  const to = await invitedTo(work.read, around, invitation);
  return welcomeScreen(t, { ...invitation, role }, to);
}

async function refusalScreen(visit: Visit, refusal: InvitationRefusal) {
  const text = escapeHtml(await refusalSentence(visit, refusal));
  return { text, rows: [otherLanguages(visit.language, 'language')] };
}

const tapRefused = async (visit: Visit, refusal: InvitationRefusal): Promise<Reply> => ({
  toast: await refusalSentence(visit, refusal),
  alert: true,
});
