import { describe, expect, it } from 'vitest';
import {
  AIGUL,
  BAKYT,
  BOT_ID,
  CHYNARA,
  FORUM,
  GROUP,
  openTelegram,
  refusedWith,
  type Telegram,
  TOKEN,
} from '../telegram.ts';

interface Row {
  when: string;
  prepare?: (telegram: Telegram) => unknown;
  chat_id: number | string;
  extra?: Record<string, unknown>;
  reply: ReturnType<typeof refusedWith>;
}

const rows: Row[] = [
  {
    when: 'to nobody at all',
    chat_id: 999_999,
    reply: refusedWith(400, 'Bad Request: chat not found'),
  },
  {
    when: 'to somebody who never met the bot',
    chat_id: CHYNARA.id,
    reply: refusedWith(400, 'Bad Request: chat not found'),
  },
  {
    when: 'to an unknown name',
    chat_id: '@nobody_here',
    reply: refusedWith(400, 'Bad Request: chat not found'),
  },
  { when: 'without a chat', chat_id: '', reply: refusedWith(400, 'Bad Request: chat_id is empty') },
  {
    when: 'to a member of a common group who has not opened the bot',
    chat_id: BAKYT.id,
    reply: refusedWith(403, "Forbidden: bot can't initiate conversation with a user"),
  },
  {
    when: 'to somebody who blocked the bot',
    prepare: ({ world }) => world.block(AIGUL.id, true),
    chat_id: AIGUL.id,
    reply: refusedWith(403, 'Forbidden: bot was blocked by the user'),
  },
  {
    when: 'to a deleted account',
    prepare: ({ world }) => world.deactivate(AIGUL.id),
    chat_id: AIGUL.id,
    reply: refusedWith(403, 'Forbidden: user is deactivated'),
  },
  {
    when: 'to itself',
    chat_id: BOT_ID,
    reply: refusedWith(403, "Forbidden: the bot can't send messages to the bot"),
  },
  {
    when: 'to a group that threw the bot out',
    prepare: ({ world }) => world.kickBot({ personId: AIGUL.id, chatId: GROUP }),
    chat_id: GROUP,
    reply: refusedWith(403, 'Forbidden: bot was kicked from the group chat'),
  },
  {
    when: 'to a supergroup that threw the bot out',
    prepare: ({ world }) => world.kickBot({ personId: AIGUL.id, chatId: FORUM }),
    chat_id: FORUM,
    reply: refusedWith(403, 'Forbidden: bot was kicked from the supergroup chat'),
  },
  {
    when: 'to a group the bot left',
    prepare: ({ result }) => result('leaveChat', { chat_id: GROUP }),
    chat_id: GROUP,
    reply: refusedWith(403, 'Forbidden: bot is not a member of the group chat'),
  },
  {
    when: 'to a supergroup the bot left',
    prepare: ({ result }) => result('leaveChat', { chat_id: FORUM }),
    chat_id: FORUM,
    reply: refusedWith(403, 'Forbidden: bot is not a member of the supergroup chat'),
  },
  {
    when: 'to a deleted group',
    prepare: ({ world }) => world.deleteGroup({ personId: AIGUL.id, chatId: GROUP }),
    chat_id: GROUP,
    reply: refusedWith(403, 'Forbidden: the group chat was deleted'),
  },
  {
    when: 'to a group where the bot may not write',
    prepare: ({ world }) => world.rankBot({ personId: AIGUL.id, chatId: GROUP }, 'restricted'),
    chat_id: GROUP,
    reply: refusedWith(400, 'Bad Request: not enough rights to send text messages to the chat'),
  },
  {
    when: 'to a group that has become a supergroup',
    prepare: ({ world }) => world.upgradeGroup({ personId: AIGUL.id, chatId: GROUP }),
    chat_id: GROUP,
    reply: refusedWith(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1_000_000_000_500,
    }),
  },
  {
    when: 'to a topic that is not there',
    chat_id: FORUM,
    extra: { message_thread_id: 77 },
    reply: refusedWith(400, 'Bad Request: message thread not found'),
  },
  {
    when: 'in reply to a message that is not there',
    chat_id: AIGUL.id,
    extra: { reply_parameters: { message_id: 777 } },
    reply: refusedWith(400, 'Bad Request: message to be replied not found'),
  },
];

describe('a message is refused', () => {
  it.each(rows)('$when', async ({ prepare, chat_id, extra, reply }) => {
    const telegram = await openTelegram();
    await prepare?.(telegram);
    expect(await telegram.call('sendMessage', { chat_id, text: 'Салам', ...extra })).toEqual(reply);
  });

  it('and the same message is taken where nothing forbids it', async () => {
    const telegram = await openTelegram();
    for (const chat_id of [AIGUL.id, GROUP, FORUM]) {
      expect((await telegram.call('sendMessage', { chat_id, text: 'Салам' })).status).toBe(200);
    }
  });
});

describe('the token', () => {
  const ask = async (base: string, token: string) => {
    const response = await fetch(`${base}/bot${token}/getMe`);
    return { status: response.status, body: await response.json() };
  };

  it('that was revoked is unauthorized', async () => {
    const { base } = await openTelegram();
    expect(await ask(base, '4200:another-token')).toEqual(refusedWith(401, 'Unauthorized'));
  });

  it('that is malformed is named so', async () => {
    const { base } = await openTelegram();
    expect(await ask(base, 'nonsense')).toEqual(
      refusedWith(401, 'Unauthorized: invalid token specified'),
    );
  });

  it('that is right is taken, with the method in any case', async () => {
    const { base } = await openTelegram();
    const response = await fetch(`${base}/bot${TOKEN}/GETME`);
    expect(response.status).toBe(200);
  });
});

describe('a person asked for', () => {
  it('is not found if nobody has that id', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('getChatMember', { chat_id: GROUP, user_id: 555 })).toEqual(
      refusedWith(400, 'Bad Request: user not found'),
    );
  });
});
