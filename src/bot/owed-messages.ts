import * as outbox from '../domain/outbox/service.ts';
import type { OwedMessage } from '../domain/shared/work.ts';
import type { MessageRow } from '../domain/outbox/model.ts';
import { type Ledger, type OutboxOptions, record, settleFailure } from './owed.ts';
import { sendOut } from './sending.ts';

/** Renders a claimed message for its recipient, sends it and records that it is out. */
export const messageSender =
  (options: OutboxOptions) =>
  async (row: MessageRow): Promise<void> => {
    const { database, api, limiter, now } = options;
    const ledger: Ledger = {
      putOff: (dueAt, why) => outbox.putOff(database, row.id, dueAt, why),
      failed: (why) => outbox.failed(database, row.id, now(), why),
    };
    let chatId = 0;
    try {
      const render = Object.hasOwn(options.messages, row.kind) && options.messages[row.kind];
      if (!render) throw new Error(`Nobody renders ${row.kind}`);
      const to = await options.recipient(row.personId, row.chatId);
      if (to === 'unreachable') return await record(options, () => ledger.failed(to));
      const out =
        to === 'gone' ? null : await render(JSON.parse(row.payload) as OwedMessage['payload'], to);
      if (out && to !== 'gone') {
        chatId = to.chatId;
        const arrived = await limiter.turn(chatId);
        await sendOut(api, chatId, out, null).finally(arrived);
      }
    } catch (error) {
      const { personId, attempts } = row;
      const what = `message ${row.id} (${row.kind})`;
      return settleFailure(options, error, { what, personId, chatId, attempts }, ledger);
    }
    await record(options, () => outbox.sent(database, row.id, now()));
  };
