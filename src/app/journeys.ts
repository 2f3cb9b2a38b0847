import type { Update } from 'grammy/types';
import type { Journeys } from '../bot/bot.ts';
import type { CardRenderer, MessageRenderer } from '../chat/outgoing.ts';
import type { Reply, Visit } from '../chat/visit.ts';
import { isStranger } from '../domain/access/rules.ts';
import type { Work } from '../domain/shared/work.ts';
import { actions as administrationActions, admin } from '../flows/administration/actions.ts';
import { forms as administrationForms } from '../flows/administration/dialogs.ts';
import { administrationMessages } from '../flows/administration/messages.ts';
import { createJoining } from '../flows/joining/actions.ts';
import { languageScreen } from '../flows/joining/language-screen.ts';
import { messages as joiningMessages } from '../flows/joining/messages.ts';
import { privacy } from '../flows/joining/privacy.ts';
import { createReminders } from '../flows/reminders/reminders.ts';
import { createReview } from '../flows/review/review.ts';
import { createWalk } from '../flows/self-assessment/walk.ts';
import { createStaff } from '../flows/staff/staff.ts';
import { createSubmitting } from '../flows/submitting/submitting.ts';

export interface AllJourneys extends Journeys {
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  readonly cards: Readonly<Record<string, CardRenderer>>;
}

export interface JourneyOptions {
  readonly outsidePrivate: (update: Update) => Promise<void>;
  /** A work of this person at this moment (milliseconds since 1970). */
  readonly workOf: (personId: number, now: number) => Work;
}

const notInVersion = ({ t }: Visit): Promise<Reply> =>
  Promise.resolve({ note: { text: t('general:notInVersion'), rows: [] } });

/** Joins the journeys: who answers which button, command, message and owed message. */
export function createJourneys({ outsidePrivate, workOf }: JourneyOptions): AllJourneys {
  const submitting = createSubmitting();
  const review = createReview();
  const staff = createStaff();
  const reminders = createReminders();
  const walk = createWalk(submitting);
  const { home, help, present } = walk;
  const joining = createJoining({ home, presentHere: walk.presentHere });
  const stranger = async (visit: Visit): Promise<Reply | null> =>
    isStranger(visit.actor, visit.around.operatorIds) ? joining.strangerReply(visit) : null;

  return {
    actions: {
      ...walk.actions,
      ...submitting.actions,
      ...review.actions,
      ...staff.actions,
      ...reminders.actions,
      ...administrationActions,
      ...joining.actions,
      cancel: present,
    },
    forms: [
      ...walk.forms,
      ...submitting.forms,
      ...staff.forms,
      ...reminders.forms,
      ...administrationForms,
    ],
    onMessage: [
      submitting.onMessage,
      staff.onMessage,
      walk.onMessage,
      async (visit) => present(visit),
    ],
    messages: {
      ...joiningMessages,
      ...submitting.messages,
      ...review.messages,
      ...staff.messages,
      ...reminders.messages,
      ...administrationMessages(workOf),
    },
    cards: { ...submitting.cards, ...review.cards },
    commands: {
      start: (visit, token) => joining.start(visit, token === '' ? null : token),
      menu: home,
      assess: present,
      review: review.review,
      language: async (visit) => ({
        screen: languageScreen(visit),
        ...(await walk.openCard(visit)),
      }),
      privacy: async (visit) => ({
        screen: await privacy(visit),
        ...(await walk.openCard(visit)),
      }),
      help,
      cancel: present,
      admin,
      staff: staff.staff,
      reminders: reminders.reminders,
      board: notInVersion,
    },
    present,
    stranger,
    unknownButton: async (visit) => (await stranger(visit)) ?? walk.stale(visit),
    outsidePrivate,
  };
}
