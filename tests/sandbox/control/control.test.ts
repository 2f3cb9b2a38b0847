import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AIGUL, FORUM, oneButton, openTelegram, type Telegram } from '../telegram.ts';

const own = { personId: AIGUL.id, chatId: AIGUL.id };

async function post({ base }: Telegram, name: string, body: unknown) {
  const response = await fetch(`${base}/sandbox/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** The events the page hears while `act` runs, until `count` have come. */
async function heard(telegram: Telegram, count: number, act: () => unknown): Promise<unknown[]> {
  const response = await fetch(`${telegram.base}/sandbox/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  await act();
  while (text.split('\nevent:').length <= count) {
    const { value, done } = (await reader?.read()) ?? {};
    if (done) break;
    text += value ?? '';
  }
  await reader?.cancel();
  return [...text.matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n/g)].map(([, id, name, data]) => ({
    id: Number(id),
    name,
    data: JSON.parse(data ?? '') as unknown,
  }));
}

function statusOf(url: string, method: string, headers: Record<string, string>) {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end(method === 'POST' ? JSON.stringify({ ...own, text: 'x' }) : undefined);
  });
}

describe('the control API', () => {
  it('does what people do, and says what is impossible', async () => {
    const telegram = await openTelegram();
    const { message_id: messageId } = await telegram.result('sendMessage', {
      chat_id: AIGUL.id,
      text: 'x',
      reply_markup: oneButton({ text: 'Ооба', callback_data: 'y' }),
    });
    const done = [
      await post(telegram, 'start', { personId: AIGUL.id, parameter: 'abc' }),
      await post(telegram, 'send', { ...own, text: 'Салам' }),
      await post(telegram, 'press', { ...own, messageId, data: 'y' }),
      await post(telegram, 'sticker', own),
      await post(telegram, 'block', { personId: AIGUL.id, blocked: true }),
      await post(telegram, 'send', { ...own, text: 'Салам' }),
      await post(telegram, 'fly', own),
      await post(telegram, 'group', { ...own, action: 'explode' }),
    ];
    expect(done).toEqual([
      { status: 200, body: { messageId: 3 } },
      { status: 200, body: { messageId: 4, messageIds: [4] } },
      { status: 200, body: { queryId: telegram.world.callbacks()[0]?.id } },
      { status: 200, body: { messageId: 5 } },
      { status: 200, body: {} },
      { status: 400, body: { error: 'the person 101 has blocked the bot' } },
      { status: 400, body: { error: 'there is no /sandbox/fly' } },
      { status: 400, body: { error: 'there is nothing to do with a group called explode' } },
    ]);
  });

  it('takes several files as an album', async () => {
    const telegram = await openTelegram();
    const form = new FormData();
    form.append('file', new File(['1'], 'бир.txt'));
    form.append('file', new File(['2'], 'эки.txt'));
    const query = `personId=101&chatId=101&as=document&caption=${encodeURIComponent('Далил')}`;
    const url = `${telegram.base}/sandbox/upload?${query}`;
    expect(await (await fetch(url, { method: 'POST', body: form })).json()).toEqual({
      messageIds: [2, 3],
    });
    const messages = telegram.world.messages(AIGUL.id).slice(-2);
    expect(messages).toMatchObject([
      { caption: 'Далил', document: { name: 'бир.txt', size: 1 } },
      { document: { name: 'эки.txt', size: 1 } },
    ]);
    expect(messages[0]?.album).toBe(messages[1]?.album);
  });

  it('shows the whole state', async () => {
    const telegram = await openTelegram();
    const state = await (await fetch(`${telegram.base}/sandbox/state`)).json();
    expect(state).toEqual(telegram.world.state());
    expect(state).toMatchObject({ canAdvance: false, canReset: false, now: telegram.clock.now });
  });

  it('moves the clock only forward, and only where it can be moved', async () => {
    const fixed = await openTelegram();
    expect((await post(fixed, 'clock', { ms: 1000 })).status).toBe(400);
    let moved = 0;
    const movable = await openTelegram({
      advanceClock: (ms) => {
        moved += ms;
        return Promise.resolve();
      },
    });
    expect((await post(movable, 'clock', { ms: 1000 })).status).toBe(200);
    expect((await post(movable, 'clock', { ms: -1000 })).status).toBe(400);
    expect(moved).toBe(1000);
  });

  it.each([
    ['a foreign page', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a name rebound to this machine', { host: 'evil.example' }],
  ])('refuses %s', async (_who, headers) => {
    const telegram = await openTelegram();
    expect(await statusOf(`${telegram.base}/sandbox/send`, 'POST', headers)).toBe(403);
    expect(telegram.world.messages(AIGUL.id)).toHaveLength(1);
  });

  it('takes its own page', async () => {
    const { base } = await openTelegram();
    expect(await statusOf(`${base}/sandbox/send`, 'POST', { origin: base })).toBe(200);
  });
});

describe('the page hears', () => {
  it('what the bot does, each event with the whole object and a growing number', async () => {
    const telegram = await openTelegram();
    const chat_id = AIGUL.id;
    const date = telegram.clock.now / 1000;
    const events = await heard(telegram, 5, async () => {
      await telegram.result('sendChatAction', { chat_id, action: 'typing' });
      const { message_id } = await telegram.result('sendMessage', { chat_id, text: 'x' });
      const { queryId } = telegram.world.press({ ...own, messageId: message_id, data: 'y' });
      await telegram.result('answerCallbackQuery', {
        callback_query_id: queryId,
        text: 'Сакталды',
        show_alert: true,
      });
      await telegram.result('editMessageText', { chat_id, message_id, text: 'y' });
      await telegram.result('deleteMessage', { chat_id, message_id });
    });
    const message = { id: 2, chatId: 101, from: 'bot', date, entities: [] };
    const edited = { ...message, editedAt: date, text: 'y' };
    expect(events).toEqual([
      { id: 1, name: 'typing', data: { chatId: 101, action: 'typing' } },
      { id: 2, name: 'message', data: { ...message, text: 'x' } },
      {
        id: 3,
        name: 'callback',
        data: {
          personId: 101,
          queryId: telegram.world.callbacks()[0]?.id,
          text: 'Сакталды',
          alert: true,
        },
      },
      { id: 4, name: 'edit', data: edited },
      { id: 5, name: 'delete', data: { ...edited, deleted: true } },
    ]);
  });

  it('of a new topic and a pin', async () => {
    const telegram = await openTelegram();
    const events = await heard(telegram, 5, async () => {
      await telegram.result('createForumTopic', { chat_id: FORUM, name: 'Кант' });
      await telegram.result('pinChatMessage', {
        chat_id: FORUM,
        message_id: (await telegram.result('sendMessage', { chat_id: FORUM, text: 'x' }))
          .message_id,
      });
    });
    expect(events.map((event) => (event as { name: string }).name)).toEqual([
      'message',
      'topic',
      'message',
      'pin',
      'message',
    ]);
    expect(events[1]).toMatchObject({
      data: { chatId: FORUM, topic: { id: 1, name: 'Кант', closed: false } },
    });
  });
});

describe('other paths', () => {
  it('are left to the caller, and nothing outside the page’s folder is sent', async () => {
    const { base } = await openTelegram();
    expect((await fetch(`${base}/health`)).status).toBe(404);
    for (const path of ['../sandbox.ts', '%2e%2e/sandbox.ts', '..%2fsandbox.ts', 'none.js']) {
      expect((await fetch(`${base}/page/${path}`)).status).toBe(404);
    }
    const page = await fetch(`${base}/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
