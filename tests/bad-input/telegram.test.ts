import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { SUBMISSION_FORMATS } from '../../src/domain/summary/paper-job.model.ts';
import {
  blocked,
  flood,
  gatewayPage,
  refused,
  resetAfter,
  resetBefore,
  restarting,
  silence,
} from '../support/faults.ts';
import { answerEverything, submitAll } from './filled.ts';
import { join, openScene, ratings, type Scene, saidAfter } from './scene.ts';

const conflict = refused(409, 'Conflict: terminated by other getUpdates request');

/** What passes by itself; `twice`: the call may have been applied before the line broke. */
const PASSING = [
  { name: '429', fault: flood(1), twice: false },
  { name: '500', fault: restarting, twice: false },
  { name: 'HTML', fault: gatewayPage, twice: false },
  { name: 'a reset before', fault: resetBefore, twice: false },
  { name: 'a reset after', fault: resetAfter, twice: true },
] as const;

const ITEMS = [201, 202, 203, 501, 502, 503, 601];
const YES = 1;

const failures = ({ client }: Scene) =>
  client.inboxUpdate.count({ where: { parkedAt: { not: null } } });

/** Every call that was refused was refused by order. */
const unordered = ({ town }: Scene) =>
  town.journal
    .refused()
    .filter(({ description = '' }) => !/not modified|query is too old/.test(description));

test('during a tap: the answer is saved once, the next card comes, the press is answered', async () => {
  // A press whose answer was cut off is answered again, which Telegram refuses.
  const scene = await openScene({ allowed: ['Bad Request: query is too old'] });
  const { officer, town, client, assessmentId } = scene;
  for (const [index, { fault }] of [...PASSING, { fault: conflict }].entries()) {
    const item = ITEMS[index] ?? 0;
    await officer.press(encode('card', [assessmentId, item]));
    const before = officer.messages().length;
    town.faults.order('editMessageText', fault);
    if (index % 2 === 0) town.faults.order('answerCallbackQuery', fault);
    await officer.press(encode('rate', [assessmentId, item, YES, 0]));
    expect(town.faults.waiting()).toBe(0);
    expect(await client.answerEvent.count({ where: { item } })).toBe(1);
    const place = `${Math.trunc(item / 100)}.${item % 100}`;
    expect(officer.card().text).toContain(`${place}: Ооба, сакталды`);
    // What was in doubt is shown again below, and nothing else.
    expect(officer.messages().length - before).toBeLessThanOrEqual(1);
  }
  expect(await failures(scene)).toBe(0);
  expect(unordered(scene)).toEqual([]);
}, 60_000);

test('during a typed comment: it is saved once, and its receipt comes', async () => {
  const scene = await openScene();
  const { officer, town, client, assessmentId } = scene;
  for (const [index, { name, fault, twice }] of PASSING.entries()) {
    const item = ITEMS[index] ?? 0;
    await officer.press(encode('card', [assessmentId, item]));
    town.faults.order('sendMessage', fault);
    const said = await officer.say(`Түшүндүрмө: ${name}`);
    expect(town.faults.waiting()).toBe(0);
    const where = { assessmentId_item: { assessmentId, item } };
    const { comment, revision } = await client.answer.findUniqueOrThrow({ where });
    expect({ comment, revision }).toEqual({ comment: `Түшүндүрмө: ${name}`, revision: 1 });
    const receipts = saidAfter(officer, said).filter((text) =>
      text.includes('түшүндүрмө сакталды'),
    );
    expect(receipts.length).toBeGreaterThanOrEqual(1);
    expect(receipts.length).toBeLessThanOrEqual(twice ? 2 : 1);
  }
  expect(await failures(scene)).toBe(0);
  expect(unordered(scene)).toEqual([]);
}, 60_000);

test('during the download of a file: it is kept once', async () => {
  const scene = await openScene();
  const { officer, town, client, assessmentId } = scene;
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  for (const [index, { fault }] of [...PASSING, { fault: conflict }].entries()) {
    await officer.press(encode('card', [assessmentId, ITEMS[index] ?? 0]));
    town.faults.order('getFile', fault);
    await officer.upload([{ name: `${index}.pdf`, bytes: pdf }]);
    expect(town.faults.waiting()).toBe(0);
    expect(await client.evidence.count()).toBe(index + 1);
    expect(await client.storedFile.count()).toBe(index + 1);
  }
  expect(await failures(scene)).toBe(0);
}, 60_000);

test('during a paper: it arrives, and twice only where the line broke after Telegram took it', async () => {
  const scene = await openScene();
  const { officer, town, client } = scene;
  await answerEverything(scene);
  const submissionId = await submitAll(scene);
  const papers = () => officer.messages().filter(({ document }) => document).length;
  const json = SUBMISSION_FORMATS.indexOf('json') + 1;
  for (const { fault, twice } of [...PASSING, { fault: conflict, twice: false }]) {
    const before = papers();
    town.faults.order('sendDocument', fault);
    await officer.press(encode('paper', [submissionId, json]));
    await expect.poll(() => town.faults.waiting(), { timeout: 10_000 }).toBe(0);
    await town.advance(60_000);
    await expect
      .poll(() => client.outboxMessage.count({ where: { sentAt: null } }), { timeout: 10_000 })
      .toBe(0);
    expect(papers() - before).toBeGreaterThanOrEqual(1);
    expect(papers() - before).toBeLessThanOrEqual(twice ? 2 : 1);
  }
  expect(await client.outboxMessage.count({ where: { failedAt: { not: null } } })).toBe(0);
}, 60_000);

test('403 during a tap: the answer is saved, nobody is called again until the person comes back', async () => {
  const scene = await openScene();
  const { officer, town, client, assessmentId } = scene;
  const telegramId = BigInt(officer.personId);
  await officer.press(encode('card', [assessmentId, 201]));
  town.faults.order('editMessageText', blocked);
  await officer.press(encode('rate', [assessmentId, 201, YES, 0]));
  expect(await ratings(scene)).toEqual({ 201: 'yes' });
  const { unreachableAt } = await client.person.findUniqueOrThrow({ where: { telegramId } });
  expect(unreachableAt).not.toBeNull();
  expect(town.journal.breaches()).toEqual([]);
  await officer.start();
  expect(officer.card().text).toContain('Жооп берилди: 1 / 48');
  expect(await failures(scene)).toBe(0);
});

test('silence for one officer holds up nobody else, and the service still stops within its grace', async () => {
  const scene = await openScene();
  const { officer, town, client, assessmentId } = scene;
  const other = town.chat('otherOfficer');
  await join(other);
  const { personId } = officer;
  const place = { personId, chatId: personId, messageId: officer.card().id };
  town.faults.orderFor(
    'editMessageText',
    ({ parameters }) => parameters.chat_id === personId,
    silence,
  );
  town.world.press({ ...place, data: encode('rate', [assessmentId, 201, YES, 0]) });
  await expect.poll(() => town.faults.waiting()).toBe(0);

  const otherId = other.personId;
  const { queryId } = town.world.press({
    personId: otherId,
    chatId: otherId,
    messageId: other.card().id,
    data: encode('help'),
  });
  await expect.poll(() => town.world.callback(queryId)?.answer, { timeout: 2000 }).toBeDefined();
  expect(await ratings({ ...scene, client })).toEqual({ 201: 'yes' });
  const began = performance.now();
  await town.stop();
  expect(performance.now() - began).toBeLessThan(10_000);
});
