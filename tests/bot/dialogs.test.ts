import { expect, test } from 'vitest';
import { TIME_LIMIT } from '../../src/bot/conversation-states.ts';
import type { Journeys } from '../../src/bot/bot.ts';
import { encode } from '../../src/chat/callback.ts';
import type { MessageHandler, Reply } from '../../src/chat/visit.ts';
import { ok, refused } from '../../src/domain/shared/result.ts';
import type { Form } from '../../src/flows/ask/form.ts';
import { AIGUL } from '../sandbox/telegram.ts';
import { resetAfter, restarting } from '../support/faults.ts';
import { journeysOf, openEdge } from './edge.ts';

/** A name and then a reason are asked for; both must be longer than two letters. */
function twoQuestions() {
  const given: string[] = [];
  const comments: string[] = [];
  let troubles = 0;
  const form = (name: string, question: string, next: string | null): Form<string> => ({
    name,
    ask: () => Promise.resolve({ text: question, rows: [] }),
    read: (text) => (text.length > 2 ? ok(text) : refused('Өтө кыска.')),
    done: async (visit, args, value) => {
      if (troubles > 0) {
        troubles -= 1;
        throw new Error('trouble');
      }
      if (next) return { dialog: { name: next, args: [...args, value] } };
      await visit.work.run(() => {
        given.push([...args, value].join(' + '));
        return Promise.resolve();
      });
      return { screen: { text: 'Сакталды', rows: [] } };
    },
  });
  const comment: MessageHandler = (_visit, { text, other, edited }): Promise<Reply> => {
    comments.push(`${edited ? 'edited ' : ''}${text ?? other}`);
    return Promise.resolve({ note: { text: 'түшүндүрмө', rows: [] } });
  };
  const journeys: Journeys = journeysOf({
    forms: [form('name', 'Аты ким?', 'reason'), form('reason', 'Себеби?', null)],
    onMessage: [comment],
    actions: {
      home: () => Promise.resolve({ screen: { text: 'үй', rows: [] } }),
      cancel: () => Promise.resolve({ screen: { text: 'токтотулду', rows: [] } }),
    },
    commands: {
      menu: () => Promise.resolve({ dialog: { name: 'name', args: [7] } }),
      cancel: () => Promise.resolve({ screen: { text: 'токтотулду', rows: [] } }),
    },
  });
  return {
    given,
    comments,
    journeys,
    trouble: (times: number) => {
      troubles = times;
    },
  };
}

async function openDialog() {
  const questions = twoQuestions();
  const edge = await openEdge(questions.journeys);
  await edge.chat.say('/menu');
  return { ...questions, ...edge };
}

test('a question is asked, answered, and leads to the next one', async () => {
  const { chat, said, given, database } = await openDialog();
  await chat.say('Бакыт');
  await chat.say('ооруп калган');
  expect([said(), given]).toEqual([
    ['Аты ким?', 'Себеби?', 'Сакталды'],
    ['7 + Бакыт + ооруп калган'],
  ]);
  expect(await database.client.conversationState.count()).toBe(0);
});

test('a wrong answer is told so and asked again; nothing of it is kept', async () => {
  const { chat, said, given } = await openDialog();
  await chat.say('Ба');
  await chat.say('Бакыт');
  await chat.say('ооруп калган');
  expect([said()[1], given]).toEqual(['Өтө кыска.', ['7 + Бакыт + ооруп калган']]);
});

test('only the question that is open can be cancelled', async () => {
  const { chat } = await openDialog();
  const cancellable = () =>
    chat.messages().flatMap(({ text, keyboard }) => (keyboard?.inline_keyboard ? [text] : []));
  expect(cancellable()).toEqual(['Аты ким?']);
  await chat.say('Ба');
  expect(cancellable()).toEqual(['Өтө кыска.']);
  await chat.say('Бакыт');
  expect(cancellable()).toEqual(['Себеби?']);
  await chat.say('ооруп калган');
  expect(cancellable()).toEqual([]);
});

test.each([
  ['/cancel', '/cancel', 'токтотулду'],
  ['another command', '/help', 'азыркы'],
])('%s ends the question, and what is typed then is no answer', async (_name, command, shown) => {
  const { chat, said, given, comments } = await openDialog();
  await chat.say(command);
  await chat.say('Бакыт');
  expect([said().slice(1), given, comments]).toEqual([[shown, 'түшүндүрмө'], [], ['Бакыт']]);
});

test.each(['cancel', 'home'] as const)('the button «%s» ends the question', async (action) => {
  const { chat, given, comments } = await openDialog();
  await chat.press(encode(action));
  await chat.say('Бакыт');
  expect([given, comments]).toEqual([[], ['Бакыт']]);
});

test('a voice message, a sticker and a corrected message leave the question open', async () => {
  const { chat, world, pump, said, comments, given } = await openDialog();
  const place = { personId: AIGUL.id, chatId: AIGUL.id };
  const { messageId } = world.send({ ...place, text: '/start' });
  await pump();
  await chat.say('/menu');
  world.sendOdd(place, 'voice');
  world.sendOdd(place, 'sticker');
  world.edit({ ...place, messageId, text: 'оңдолду' });
  await pump();
  await chat.say('Бакыт');
  expect([comments, said().at(-1), given]).toEqual([
    ['voice', 'sticker', 'edited оңдолду'],
    'Себеби?',
    [],
  ]);
});

test('a question left for two hours is forgotten, one left a little less is not', async () => {
  const { chat, clock, comments, said, database } = await openDialog();
  clock.now += TIME_LIMIT;
  await chat.say('Бакыт');
  expect([comments, said().at(-1)]).toEqual([[], 'Себеби?']);
  clock.now += TIME_LIMIT + 1;
  await chat.say('ооруп калган');
  expect(comments).toEqual(['ооруп калган']);
  expect(await database.client.conversationState.count()).toBe(0);
});

test('an open question survives a restart', async () => {
  const { chat, restart, given } = await openDialog();
  await chat.say('Бакыт');
  await restart();
  await chat.say('ооруп калган');
  expect(given).toEqual(['7 + Бакыт + ооруп калган']);
});

test('after a change of the questions an open one is dropped', async () => {
  const { chat, restart, journeys, comments } = await openDialog();
  const [first] = journeys.forms;
  if (!first) throw new Error('no form');
  await restart({ ...journeys, forms: [{ ...first, name: 'other' }] });
  await chat.say('Бакыт');
  expect(comments).toEqual(['Бакыт']);
});

test('a service that throws is tried again by the inbox with the same answer; nothing is lost or asked twice', async () => {
  const { chat, trouble, said, given, failures } = await openDialog();
  await chat.say('Бакыт');
  trouble(2);
  await chat.say('ооруп калган');
  expect([failures, given]).toEqual([['trouble', 'trouble'], ['7 + Бакыт + ооруп калган']]);
  expect(said()).toEqual(['Аты ким?', 'Себеби?', 'Сакталды']);
});

test('a service that throws for good leaves the question open for another answer', async () => {
  const { chat, trouble, given, apologies } = await openDialog();
  await chat.say('Бакыт');
  trouble(3);
  await chat.say('ооруп калган');
  await chat.say('кайра жазамын');
  expect([apologies, given]).toEqual([[false], ['7 + Бакыт + кайра жазамын']]);
});

test('an answer saved while its reply was lost is not read a second time', async () => {
  const { chat, faults, given, said, comments, pump } = await openDialog();
  await chat.say('Бакыт');
  faults.order('sendMessage', ...Array.from({ length: 5 }, () => restarting));
  await chat.say('ооруп калган');
  await pump();
  expect([given, comments, said().at(-1)]).toEqual([['7 + Бакыт + ооруп калган'], [], 'азыркы']);
});

test('a question that could not be asked is asked by the next try, and never answered by the text before it', async () => {
  const { chat, faults, given, said } = await openDialog();
  faults.order('sendMessage', ...Array.from({ length: 5 }, () => restarting));
  await chat.say('Бакыт');
  expect([given, said().at(-1)]).toEqual([[], 'Себеби?']);
  await chat.say('ооруп калган');
  expect(given).toEqual(['7 + Бакыт + ооруп калган']);
});

test('killed after the next question went out, the text before it is not taken for its answer', async () => {
  const { world, fetchUpdates, restart, chat, given, said, database } = await openDialog();
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: 'Бакыт' });
  const updates = await fetchUpdates();
  await database.client.inboxUpdate.createMany({
    data: updates.map((update) => ({
      updateId: update.update_id,
      chatId: AIGUL.id,
      body: JSON.stringify(update),
      receivedAt: 1,
    })),
  });
  await restart();
  expect(said()).toEqual(['Аты ким?', 'Себеби?']);
  await restart(undefined, updates);
  expect(said()).toEqual(['Аты ким?', 'Себеби?', 'Себеби?']);
  await chat.say('ооруп калган');
  expect(given).toEqual(['7 + Бакыт + ооруп калган']);
});

test('killed between the commit and the reply, the answer counts once and the question is closed', async () => {
  const { world, takeOnly, restart, chat, given, comments, said } = await openDialog();
  await chat.say('Бакыт');
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: 'ооруп калган' });
  await takeOnly({ applied: true });
  await restart();
  await chat.say('башка сөз');
  expect([given, comments, said().slice(2)]).toEqual([[], ['башка сөз'], ['азыркы', 'түшүндүрмө']]);
});

test('a connection cut after the question was taken repeats it once, and one answer suffices', async () => {
  const { chat, faults, said, given } = await openDialog();
  faults.order('sendMessage', resetAfter);
  await chat.say('Бакыт');
  await chat.say('ооруп калган');
  expect([said(), given]).toEqual([
    ['Аты ким?', 'Себеби?', 'Себеби?', 'Сакталды'],
    ['7 + Бакыт + ооруп калган'],
  ]);
});
