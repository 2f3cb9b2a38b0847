import { describe, expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../src/chat/actions.ts';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import type { ChatClient } from '../support/chat.ts';
import { everyButton } from './arguments.ts';
import { answerEverything, moveToOtherCommission, submitAll } from './filled.ts';
import { join, openScene, PHONE, type Scene, sentences, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

const ITEM = 301;
const COMMENT = 'Купуя түшүндүрмө: иш кагаз сейфте';
const REFERENCE = '№ 777, 12.03.2025';
const FILE = 'Купуя-протокол.pdf';
const PLAN = 'Купуя чара: окуу планын бекитебиз';
const ORGANISATION = 'Көк-Жар';
const NAMES = ['Гүлнур', 'Өмүрова'];
const ANSWERS = [COMMENT, REFERENCE, FILE, 'Купуя-протокол', PLAN, 'Купуя'];

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** The officer answers one item "no" and gives it a plan, a comment, a reference and a file. */
async function confide({ officer, town, client, assessmentId }: Scene): Promise<void> {
  await officer.press(encode('card', [assessmentId, ITEM]));
  const where = { assessmentId_item: { assessmentId, item: ITEM } };
  const revision = (await client.answer.findUnique({ where }))?.revision ?? 0;
  await officer.press(encode('rate', [assessmentId, ITEM, 3, revision]));
  await officer.say(PLAN);
  await town.advance(3 * 60_000);
  const card = await officerCard();
  await officer.say(COMMENT, card);
  await officer.say(REFERENCE, await officerCard());
  await officer.upload([{ name: FILE, bytes: PDF }], { replyTo: await officerCard() });
  const { comment, planWhat, rating } = await client.answer.findUniqueOrThrow({ where });
  expect({ comment, planWhat, rating }).toEqual({ comment: COMMENT, planWhat: PLAN, rating: 'no' });
  expect(await client.storedFile.count({ where: { name: FILE } })).toBe(1);

  async function officerCard(): Promise<number> {
    await officer.press(encode('card', [assessmentId, ITEM]));
    return officer.card().id;
  }
}

interface Heard {
  readonly toasts: readonly (string | null)[];
  /** All that stands in the chat now and did not before, files included. */
  readonly shown: string;
  readonly files: number;
}

/** Presses all the buttons at once under one message, as a bad client does. */
async function pressAll(
  { town }: Scene,
  chat: ChatClient,
  buttons: readonly { readonly data: string }[],
): Promise<Heard> {
  const before = new Set(chat.messages().map((message) => JSON.stringify(message)));
  const messageId = chat.last().id;
  const queries = buttons.map(({ data }) =>
    town.world.press({ personId: chat.personId, chatId: chat.personId, messageId, data }),
  );
  await town.quiet();
  const fresh = chat.messages().filter((message) => !before.has(JSON.stringify(message)));
  return {
    toasts: queries.map(({ queryId }) => town.world.callback(queryId)?.answer?.text ?? null),
    shown: JSON.stringify(fresh),
    files: fresh.filter(({ from, document }) => from === 'bot' && document).length,
  };
}

const leaks = ({ shown, toasts }: Heard, secrets: readonly string[]): string[] => {
  const all = shown + toasts.join('\n');
  return secrets.filter((secret) => all.includes(secret));
};

/** Which card a person has open is his own business, whatever it was opened by. */
const own = async ({ client }: Scene) => {
  const { OpenCard: _open, CardMessage: _message, ...rest } = await allTables(client);
  return rest;
};

/** What an action names belongs to the first organisation or to its people. */
const THEIRS: readonly string[] = ['assessment', 'submission', 'invitation', 'organisation'];
const names = (action: ActionName) => ACTIONS[action].args.some((arg) => THEIRS.includes(arg));
/** Enough of them to hear the refusal in another language. */
const SOME: readonly ActionName[] = [
  'card',
  'rate',
  'comment',
  'submitSure',
  'paper',
  'submission',
];
const OF_OPERATORS = (action: ActionName) => action.startsWith('admin');

async function filled(phase: 'draft' | 'submitted'): Promise<Scene> {
  const scene = await openScene();
  await join(scene.town.chat('otherOfficer'));
  await moveToOtherCommission(scene, scene.town.chat('secondMember'));
  if (phase === 'submitted') await answerEverything(scene);
  await confide(scene);
  if (phase === 'submitted') {
    await submitAll(scene);
    await scene.town.chat('firstMember').press(encode('review', [0]));
  }
  return scene;
}

describe.for(['draft', 'submitted'] as const)('while the assessment is %s', (phase) => {
  test('no button ever made shows or changes anything for people of elsewhere', async () => {
    const scene = await filled(phase);
    const { town } = scene;
    const notYours = sentences('errors:access.notYours');
    const stale = sentences('errors:walk.stale');
    for (const intruder of ['otherOfficer', 'secondMember'] as const) {
      const chat = town.chat(intruder);
      for (const language of phase === 'draft' ? LANGUAGES : (['ky'] as const)) {
        await speak(chat, language);
        await chat.press(encode('home'));
        const wanted = (name: ActionName) =>
          language === 'ky' ? name !== 'language' : names(name) && SOME.includes(name);
        const buttons = await everyButton(scene, ITEM, wanted);
        const before = await own(scene);
        const heard = await pressAll(scene, chat, buttons);
        const refusals = [notYours[language], stale[language]];
        const accepted = buttons.flatMap(({ action }, index) => {
          const toast = heard.toasts[index] ?? 'nothing';
          return names(action) && !refusals.includes(toast) ? [`${action}: ${toast}`] : [];
        });
        expect({
          intruder,
          accepted,
          written: written(before, await own(scene)),
          leaks: leaks(heard, [...ANSWERS, ...NAMES, ORGANISATION]),
          files: heard.files,
        }).toEqual({ intruder, accepted: [], written: {}, leaks: [], files: 0 });
      }
    }

    const operator = town.chat('operator');
    const refusedToOperators = await everyButton(
      scene,
      ITEM,
      (name) => !OF_OPERATORS(name) && name !== 'language',
    );
    const beforeOperator = await own(scene);
    const seen = await pressAll(scene, operator, refusedToOperators);
    expect(written(beforeOperator, await own(scene))).toEqual({});
    expect({ leaks: leaks(seen, ANSWERS), files: seen.files }).toEqual({ leaks: [], files: 0 });

    // Who has not joined: the bot knows nothing of him but the language he chooses.
    const stranger = town.chat('head');
    await stranger.say('Салам');
    const all = await everyButton(scene, ITEM, (name) => name !== 'language');
    const beforeStranger = await own(scene);
    const heard = await pressAll(scene, stranger, all);
    expect(written(beforeStranger, await own(scene))).toEqual({});
    expect(leaks(heard, [...ANSWERS, ...NAMES, ORGANISATION])).toEqual([]);
    expect(heard.files).toBe(0);
    expect(stranger.last().text).toBe(sentences('joining:stranger', { phone: PHONE }).ky);
  });

  test('the head and the commission read and change no answer', async () => {
    const scene = await filled(phase);
    const head = scene.town.chat('head');
    await join(head);
    const READING: readonly ActionName[] = [
      'draft',
      'emptyForm',
      'paper',
      'confirmHead',
      'staffExport',
      'reminderFile',
    ];
    const ofTheHead = await everyButton(
      scene,
      ITEM,
      (name) => !READING.includes(name) && name !== 'language',
    );
    const before = await own(scene);
    await pressAll(scene, head, ofTheHead);
    expect(written(before, await own(scene))).toEqual({});

    const REVIEWING: readonly ActionName[] = [
      'submission',
      'submissionDirection',
      'submissionItem',
      'submissionFile',
      'reviewPaper',
    ];
    const member = scene.town.chat('firstMember');
    const ofTheMember = await everyButton(
      scene,
      ITEM,
      (name) => !REVIEWING.includes(name) && name !== 'language',
    );
    const heard = await pressAll(scene, member, ofTheMember);
    expect(written(before, await own(scene))).toEqual({});
    expect(leaks(heard, ANSWERS)).toEqual([]);
    if (phase === 'draft') return;
    await member.press(encode('submissionItem', [1, ITEM]));
    expect(member.card().text).toContain(COMMENT);
  });
});
