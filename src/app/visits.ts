import type { Api } from 'grammy';
import type { Update, User } from 'grammy/types';
import { type Desk, createDesk } from '../bot/desk.ts';
import type { Limiter } from '../bot/limiter.ts';
import { translate } from '../chat/translator.ts';
import type { Surroundings, Visit } from '../chat/visit.ts';
import { loadActor, strangerActor } from '../domain/access/actor.service.ts';
import type { AuditHead } from '../domain/audit/model.ts';
import { createWork } from '../domain/audit/work.service.ts';
import { applied } from '../domain/inbox/service.ts';
import type { Database } from '../domain/shared/database.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import type { Work } from '../domain/shared/work.ts';

export interface VisitOptions {
  readonly api: Api;
  readonly database: Database;
  readonly limiter: Limiter;
  readonly around: Surroundings;
  readonly auditKey: string;
  readonly now: () => number;
  readonly onAudited: (head: AuditHead) => void;
}

/** Work done for an update: its transaction marks the update as applied. */
export function workFor(options: VisitOptions, actorId: number, updateId: number): Work {
  const { database, auditKey, onAudited } = options;
  const now = options.now();
  return createWork({
    database,
    auditKey,
    actorId,
    now,
    onAudited,
    finally: (tx) => applied(tx, updateId, now),
  });
}

const nameOf = ({ first_name, last_name }: User): string =>
  [first_name, last_name].filter(Boolean).join(' ');

/** Who wrote or pressed in a private chat; null: the update is about something else. */
function privately(
  update: Update,
): { from: User; messageId: number | null; queryId: string | null } | null {
  const pressed = update.callback_query;
  if (pressed) {
    if (pressed.message?.chat.type !== 'private') return null;
    return { from: pressed.from, messageId: pressed.message.message_id, queryId: pressed.id };
  }
  const message = update.message ?? update.edited_message;
  if (message?.chat.type !== 'private' || !message.from) return null;
  return { from: message.from, messageId: null, queryId: null };
}

/** Opens the visit of an update in a private chat: the person as he is now, and the desk for replies. */
export const openVisits =
  (options: VisitOptions) =>
  async (update: Update): Promise<{ visit: Visit; desk: Desk } | null> => {
    const who = privately(update);
    if (!who) return null;
    const { from, messageId, queryId } = who;
    const { api, database, limiter, around } = options;
    const actor = (await loadActor(database.read, from.id)) ?? strangerActor(from.id, nameOf(from));
    const work = workFor(options, actor.personId, update.update_id);
    const visit: Visit = {
      actor,
      t: translate(actor.language),
      language: actor.language,
      work,
      now: work.now,
      today: localDateOf(work.now, around.timeZone),
      around,
      pressed: messageId,
    };
    const pressed = queryId === null || messageId === null ? null : { queryId, messageId };
    const desk = createDesk({
      api,
      database,
      limiter,
      chatId: from.id,
      personId: actor.personId,
      pressed,
    });
    return { visit, desk };
  };
