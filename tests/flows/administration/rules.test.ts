import { expect, test } from 'vitest';
import type { ActionName } from '../../../src/chat/actions.ts';
import { visible } from '../../../src/chat/html.ts';
import type { Reply } from '../../../src/chat/visit.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import { actions } from '../../../src/flows/administration/actions.ts';
import { parseInterval, ruleForms } from '../../../src/flows/administration/rule-dialogs.ts';
import { type Hall, OPERATOR, openHall } from '../../support/hall.ts';

const press = async (hall: Hall, action: ActionName, ...args: number[]): Promise<Reply> => {
  const act = actions[action];
  if (!act) throw new Error(`no ${action}`);
  return act({ ...(await hall.visit(OPERATOR, 'Оператор')), pressed: 1 }, args);
};

/** Types answers one after another, each into the form that the one before opened. */
async function walk(hall: Hall, from: Reply, answers: readonly string[]) {
  const asked: string[] = [];
  let reply = from;
  for (const text of answers) {
    const { name, args } = reply.dialog ?? { name: 'none', args: [] };
    const form = ruleForms.find((one) => one.name === name);
    if (!form) throw new Error(`no form ${name}`);
    const visit = await hall.visit(OPERATOR, 'Оператор');
    asked.push((await form.ask(visit, args)).text);
    const read = form.read(text, visit, args);
    if (!read.ok) return { asked, reply: { note: { text: read.error, rows: [] } } };
    reply = await form.done(visit, args, read.value);
  }
  return { asked, reply };
}

async function open() {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const { client } = hall.database;
  await client.register.create({ data: { orgId, edition: 1 } });
  const person = { orgId, name: 'Асанова Б.', searchName: 'а', sortName: 'а', since: 1 };
  await client.servant.createMany({
    data: ['2024-03-01', '2020-01-01'].map((trainedOn, n) => ({
      ...person,
      servant: n + 1,
      trainedOn,
      knownSince: '2020-06-01',
    })),
  });
  const idOf = async (code: 'training' | 'first-rank' | 'probation' | 'income-declaration') =>
    (await ruleBook(hall.database.read)).get(code)?.[0]?.id ?? 0;
  return { hall, idOf };
}

test('the list says each rule in words, those that give dates first', async () => {
  const { hall } = await open();
  const first = (await press(hall, 'adminRules', 0)).screen;
  expect(first?.text.split('\n').slice(2, 9)).toEqual([
    '• Окутуу: 3 жыл – расмий, тексти көрүлгөн',
    '• Аттестация: 2 жыл – расмий, тексти көрүлгөн',
    '• Биринчи класстык чен: 1 жыл – басма сөз боюнча, тексти көрүлгөн эмес',
    '• Биринчи чен, жогорку топ: 2 жыл – басма сөз боюнча, тексти көрүлгөн эмес',
    '• Кеңешчи чени үчүн стаж: 5 жыл – басма сөз боюнча, тексти көрүлгөн эмес',
    '• Мам./мун. кеңешчи үчүн стаж: 10 жыл – басма сөз боюнча, тексти көрүлгөн эмес',
    '• Киреше декларациясы: жыл сайын 01.04 – басма сөз боюнча, тексти көрүлгөн эмес',
  ]);
  const last = (await press(hall, 'adminRules', 2)).screen;
  expect(last?.text).toContain('• Сыноо мөөнөтү: белгисиз – бул боюнча эстетме жок');
  const widths = [...(first?.rows ?? []), ...(last?.rows ?? [])].flat().map(({ text }) => text);
  expect(widths.filter((text) => [...visible(text)].length > 32)).toEqual([]);
});

test('verifying says whom it concerns, asks name and day, and the rule becomes official', async () => {
  const { hall, idOf } = await open();
  const id = await idOf('training');
  const asking = (await press(hall, 'adminRuleVerify', id)).screen;
  expect(asking?.text).toContain('кызматчылар: 2, мекемелер: 1.');
  expect(asking?.text).not.toContain('Асанова');
  const { reply } = await walk(hall, await press(hall, 'adminRuleVerifySure', id), ['–', '–']);
  expect(reply.screen?.text).toContain('Текст менен салыштырган: Оператор, 23.11.2026');
  expect(await hall.actions()).toContain('rule.verified');
});

test('a rule is filled step by step; whom it concerns is said before the source is asked for', async () => {
  const { hall, idOf } = await open();
  const begun = await press(hall, 'adminRuleFill', await idOf('training'));
  const { asked, reply } = await walk(hall, begun, [
    '2 жыл',
    '01.01.2026',
    'Жарлык № 1',
    'Указ № 1',
    '-',
    'Асанов А.',
    '20.11.2026',
  ]);
  expect(asked[2]).toContain('кызматчылар: 1, мекемелер: 1.');
  expect(reply.screen?.text).toBe(
    [
      '<b>Окутуу</b>\n\nУшул мөөнөттөн кечиктирилбейт.',
      '<b>3 жыл</b>\nЖарактуу болгон: 31.12.2025 күнүнө чейин\nрасмий, тексти көрүлгөн\n<blockquote expandable>Негизи: Мониторингди жүргүзүү боюнча эскерткич: окутуу «3 жылда бир жолудан кем эмес» (Президенттин 2022-жылдын 22-мартындагы № 85 Жарлыгы).</blockquote>',
      '<b>2 жыл</b>\nЖарактуу: 01.01.2026 – азыркыга чейин\nрасмий, тексти көрүлгөн\nТекст менен салыштырган: Асанов А., 20.11.2026\n<blockquote expandable>Негизи: Жарлык № 1</blockquote>',
    ].join('\n\n'),
  );
  const versions = (await ruleBook(hall.database.read)).get('training');
  expect(versions?.at(-1)?.basis).toEqual({ ky: 'Жарлык № 1', ru: 'Указ № 1', en: 'Указ № 1' });
});

test('a rule that was not known speaks always, and says when no dates come from it', async () => {
  const { hall, idOf } = await open();
  const id = await idOf('probation');
  expect((await press(hall, 'adminRuleVerify', id)).alert).toBe(true);
  const { reply } = await walk(hall, await press(hall, 'adminRuleFill', id), [
    '3 ай',
    '–',
    'Жобо',
    'Положение',
    'Regulation',
    '–',
    '–',
  ]);
  expect(reply.screen?.text).toContain('<b>3 ай</b>\nрасмий');
  expect(reply.screen?.text).toContain('даталар эсептелбейт');
});

test('what is no value and no day is asked for again, and nothing is written', async () => {
  const { hall, idOf } = await open();
  const fill = await press(hall, 'adminRuleFill', await idOf('training'));
  const yearly = await press(hall, 'adminRuleFill', await idOf('income-declaration'));
  const before = await hall.actions();
  for (const [begun, answers, sentence] of [
    [fill, ['эки жыл'], 'Мындай маани болбойт: эки жыл.'],
    [fill, ['99 жыл'], 'Мындай маани болбойт: 99 жыл.'],
    [fill, ['2', '31.02.2026'], 'Дата'],
    [yearly, ['31.04'], 'Мындай маани болбойт: 31.04.'],
    [yearly, ['3 жыл'], 'Мындай маани болбойт: 3 жыл.'],
    [fill, ['2', '–', 'Ж', 'У', '–', 'А', '24.11.2026'], '24.11.2026'],
  ] as const) {
    const { reply } = await walk(hall, begun, answers);
    expect(reply.note?.text).toContain(sentence);
  }
  expect(await hall.actions()).toEqual(before);
  expect((await press(hall, 'adminRule', 9999)).alert).toBe(true);
});

test.each([
  ['3', 'years', { value: 3, unit: 'years' }],
  ['3 жыл', 'months', { value: 3, unit: 'years' }],
  ['18ай', 'years', { value: 18, unit: 'months' }],
  ['90 дней', 'years', { value: 90, unit: 'days' }],
  ['1.4', 'yearly', { value: 401, unit: 'yearly' }],
  ['29.02', 'yearly', { value: 229, unit: 'yearly' }],
  ['2,5 жыл', 'years', null],
  ['3 апта', 'years', null],
  ['401', 'yearly', null],
] as const)('%s of a rule in %s', (text, unit, interval) => {
  expect(parseInterval(text, unit)).toEqual(interval);
});
