import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import type { Screen } from '../../src/chat/screen.ts';
import { openCardOf } from '../../src/domain/assessment/card.service.ts';
import { cardOfMessage } from '../../src/domain/assessment/card.store.ts';
import { AIGUL } from '../sandbox/telegram.ts';
import { blocked, refused } from '../support/faults.ts';
import { journeysOf, openEdge } from './edge.ts';

const screen = (text: string): Screen => ({
  text,
  rows: [[{ text: 'Улантуу', data: encode('home') }]],
});
const menu = { menu: () => Promise.resolve({ screen: screen('меню') }) };

test('a tap changes its message in place and is answered once', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: { home: () => Promise.resolve({ screen: screen('үй'), toast: 'Сакталды' }) },
    }),
  );
  await edge.chat.say('/menu');
  expect(await edge.chat.tap('Улантуу')).toBe('Сакталды');
  expect(edge.said()).toEqual(['үй']);
  expect(edge.journal.of('answerCallbackQuery')).toHaveLength(1);
  expect([edge.journal.refused(), edge.journal.breaches()]).toEqual([[], []]);
});

test('a tap whose action says nothing is answered all the same', async () => {
  const edge = await openEdge(
    journeysOf({ commands: menu, actions: { home: () => Promise.resolve({}) } }),
  );
  await edge.chat.say('/menu');
  await edge.chat.tap('Улантуу');
  expect(edge.journal.breaches()).toEqual([]);
});

test('a toast of any length arrives in 200 characters at most', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: { home: () => Promise.resolve({ toast: 'а'.repeat(999) }) },
    }),
  );
  await edge.chat.say('/menu');
  expect(await edge.chat.tap('Улантуу')).toBe('а'.repeat(200));
});

test('a screen that looks the same is no failure', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: { home: () => Promise.resolve({ screen: screen('меню') }) },
    }),
  );
  await edge.chat.say('/menu');
  await edge.chat.tap('Улантуу');
  expect([edge.failures, edge.said()]).toEqual([[], ['меню']]);
});

test('a tap that took too long is still carried out', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: { home: () => Promise.resolve({ screen: screen('үй') }) },
    }),
  );
  await edge.chat.say('/menu');
  const messageId = edge.chat.card().id;
  edge.world.press({
    personId: AIGUL.id,
    chatId: AIGUL.id,
    messageId,
    data: encode('home'),
    expired: true,
  });
  await edge.pump();
  expect([edge.failures, edge.said()]).toEqual([[], ['үй']]);
});

test('a screen whose message is gone is sent anew', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: { home: () => Promise.resolve({ screen: screen('үй') }) },
    }),
  );
  await edge.chat.say('/menu');
  const gone = refused(400, 'Bad Request: message to edit not found');
  edge.faults.order('editMessageText', gone);
  await edge.chat.tap('Улантуу');
  expect([edge.failures, edge.said().at(-1)]).toEqual([[], 'үй']);
});

test('a new card takes the buttons of the former one, whose item is remembered for replies', async () => {
  const card = (item: number) => ({ assessmentId: 5, item });
  const edge = await openEdge(
    journeysOf({
      commands: {
        menu: () => Promise.resolve({ screen: screen('3-суроо'), card: card(3) }),
        assess: () => Promise.resolve({ screen: screen('4-суроо'), card: card(4) }),
      },
    }),
  );
  await edge.chat.say('/menu');
  const former = edge.chat.last();
  await edge.chat.say('/assess');
  const newest = edge.chat.last();
  const buttons = edge.chat.messages().map(({ text, keyboard }) => [text, Boolean(keyboard)]);
  expect(buttons.slice(-4)).toEqual([
    ['/menu', false],
    ['3-суроо', false],
    ['/assess', false],
    ['4-суроо', true],
  ]);
  expect(await openCardOf(edge.database, 1)).toMatchObject({ messageId: newest.id, item: 4 });
  expect(await cardOfMessage(edge.database.read, AIGUL.id, former.id)).toEqual({
    assessmentId: 5,
    item: 3,
  });
});

test('another message is changed after the pressed one, and one that is gone is passed over', async () => {
  let former = 0;
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: {
        home: () =>
          Promise.resolve({
            screen: screen('үй'),
            edits: [
              { messageId: former + 1000, screen: screen('жок') },
              { messageId: former, screen: screen('жаңырды') },
            ],
          }),
      },
    }),
  );
  await edge.chat.say('/menu');
  former = edge.chat.card().id;
  await edge.chat.say('/menu');
  await edge.chat.tap('Улантуу');
  expect(edge.said()).toEqual(['жаңырды', 'үй']);
  expect(edge.journal.breaches()).toEqual([]);
});

test('a tap whose answer comes below takes the buttons of the pressed message, open or not', async () => {
  const edge = await openEdge(
    journeysOf({
      commands: {
        menu: () => Promise.resolve({ note: screen('суроо') }),
        assess: menu.menu,
      },
      actions: { home: () => Promise.resolve({ screen: screen('үй'), fresh: true }) },
    }),
  );
  await edge.chat.say('/menu');
  const question = edge.chat.last().id;
  await edge.chat.say('/assess');
  await edge.chat.press(encode('home'), question);
  const buttons = edge.chat.messages().map(({ text, keyboard }) => [text, Boolean(keyboard)]);
  expect(buttons.filter(([text]) => text === 'суроо' || text === 'үй')).toEqual([
    ['суроо', false],
    ['үй', true],
  ]);
  expect(edge.journal.breaches()).toEqual([]);
});

test('of a stranger nothing is remembered', async () => {
  const edge = await openEdge(journeysOf({ commands: { start: menu.menu } }), { stranger: true });
  await edge.chat.start();
  expect(edge.said()).toEqual(['меню']);
  expect(await edge.database.client.openCard.count()).toBe(0);
});

test('somebody who blocked the bot is noted as silent; nothing is tried again and nobody apologises', async () => {
  const edge = await openEdge(journeysOf({ commands: menu }));
  edge.faults.order('sendMessage', blocked);
  await edge.chat.say('/menu');
  expect([edge.silent, edge.failures, edge.apologies]).toEqual([[1], [], []]);
  expect(edge.journal.of('sendMessage')).toHaveLength(1);
});

test('when only the reply cannot be given, the service runs once and the person sees what is open', async () => {
  let runs = 0;
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: {
        async home({ work }) {
          runs += 1;
          await work.run(() => Promise.resolve());
          return { screen: screen('эч качан') };
        },
      },
    }),
  );
  await edge.chat.say('/menu');
  edge.faults.order('editMessageText', refused(400, 'Bad Request: BUTTON_DATA_INVALID'));
  await edge.chat.tap('Улантуу');
  expect([runs, edge.said(), edge.apologies]).toEqual([1, ['азыркы'], []]);
  expect(edge.journal.breaches()).toEqual([]);
});

test('after a kill between commit and reply, the next process runs nothing twice and shows what is open', async () => {
  let runs = 0;
  const edge = await openEdge(
    journeysOf({
      commands: menu,
      actions: {
        home() {
          runs += 1;
          return Promise.resolve({});
        },
      },
    }),
  );
  await edge.chat.say('/menu');
  edge.world.press({
    personId: AIGUL.id,
    chatId: AIGUL.id,
    messageId: edge.chat.card().id,
    data: encode('home'),
  });
  await edge.takeOnly({ applied: true });
  await edge.restart();
  expect([runs, edge.said()]).toEqual([0, ['азыркы']]);
  expect(edge.journal.breaches()).toEqual([]);
});

test('after a kill before the commit, the next process runs the service', async () => {
  const edge = await openEdge(journeysOf({ commands: menu }));
  edge.world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: '/menu' });
  await edge.takeOnly({ applied: false });
  await edge.restart();
  expect(edge.said()).toEqual(['меню']);
});

test('a button the bot never sent, and one of data that is no form of ours, are answered as such', async () => {
  const edge = await openEdge(journeysOf({ commands: menu }));
  await edge.chat.say('/menu');
  for (const data of ['zz.1', 'h.1', 'c.1', '../../etc', 'h', ' ', '💣']) {
    expect([data, await edge.chat.press(data)]).toEqual([data, 'эски баскыч']);
  }
  expect([edge.failures, edge.journal.breaches()]).toEqual([[], []]);
});

test('what every object has is no command', async () => {
  const edge = await openEdge(journeysOf({}));
  await edge.chat.say('/constructor');
  expect(edge.said()).toEqual(['азыркы']);
});

test('a stranger reaches neither action nor command, and what he asked for is not even begun', async () => {
  let runs = 0;
  const count = () => {
    runs += 1;
    return Promise.resolve({});
  };
  const edge = await openEdge(
    journeysOf({
      commands: { menu: count, start: menu.menu },
      actions: { home: count },
      onMessage: [count],
      stranger: () => Promise.resolve({ note: { text: 'байланыш: 0312', rows: [] } }),
    }),
    { stranger: true },
  );
  await edge.chat.start();
  await edge.chat.say('/menu');
  await edge.chat.say('салам');
  await edge.chat.tap('Улантуу');
  expect([runs, edge.said()]).toEqual([
    0,
    ['меню', 'байланыш: 0312', 'байланыш: 0312', 'байланыш: 0312'],
  ]);
});
