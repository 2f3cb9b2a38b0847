import { expect, test } from 'vitest';
import { sent } from './answers.ts';
import { anotherCampaign, link } from './campaigns.ts';
import { openDay } from './day.ts';
import { card, during, seen } from './seen.ts';

test('a submission nobody can receive waits, and a member who joins later gets it', async () => {
  const town = await openDay();
  const [operator, late] = [town.chat('operator'), town.chat('head')];
  const { commissionId } = await anotherCampaign(town, { commissionId: null });
  expect(await during(operator, () => sent(town, 'officer'))).toMatchInlineSnapshot(`
    [
      "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Бул баалоону ала турган комиссия мүчөсү жок. Комиссиянын мүчөсүн чакырыңыз: кошулганда ага билдирүү келет.
    [Комиссияны ачуу]",
    ]
  `);
  await operator.say('/admin');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Башкаруу

    Мекемелер: 2
    Жооптуусу кошула электер: 1
    Комиссиялар: 2
    Жүрүп жаткан мониторингдер: 1
    Алуучусу жок баалоолор: 1
    [Мекемелер]
    [Комиссиялар]
    [Мониторингдер]
    [Мөөнөттөрдүн эрежелери]
    [Майрам жана дем алыш күндөр]
    [Чакыруу каттары (Word)]
    [Алуучусу жок баалоолор]"
  `);
  await operator.tap(/^Алуучусу жок/);
  expect(card(operator)).toMatchInlineSnapshot(`
    "Алуучусу жок баалоолор

    № 2026-0001 · Көк-Жар айыл өкмөтү

    Бул комиссияларда ботко кошулган мүчө жок. Комиссияны ачып, мүчөнү чакырыңыз.
    [Кезектеги мониторинг]
    [‹ Башкаруу]"
  `);

  // The demo's commission is another one.
  for (const person of ['chair', 'firstMember', 'secondMember'] as const) {
    const other = town.chat(person);
    await other.say('/review');
    expect(card(other)).toMatchInlineSnapshot(`
      "Азырынча жөнөтүлгөн баалоо жок. Мекеме жөнөткөндө Сизге билдирүү келет.
      [Башкы бет]"
    `);
    expect(other.messages().map(seen).join()).not.toContain('2026-0001');
  }

  await late.start(await link(town, { role: 'member', commissionId }));
  expect(await during(late, () => late.tap('Ооба, катышам'))).toMatchInlineSnapshot(`
    [
      "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Жөнөтүлдү: 12.01.2026, 09:05
    Азырынча эч ким ача элек

    Жооп берилди: 48 / 48
    Ооба 48 · жарым-жартылай 0 · жок 0
    болгон эмес 0 · тиешеси жок 0
    Талаптарга ылайыктык: 100 %
    (маалымат үчүн, расмий баа эмес)
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.
    [Баалоону ачуу]",
    ]
  `);
  await late.say('/review');
  expect(card(late)).toMatchInlineSnapshot(`
    "Мекемелер: 1
    Күтүүдө 1 · каралууда 0
    [Көк-Жар АӨ · бүгүн]
    [Башкы бет]"
  `);
  await late.tap(/Көк-Жар/);
  expect(card(late).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "№ 2026-0001 · Көк-Жар айыл өкмөтү",
      "Жөнөтүлдү: 12.01.2026, 09:05",
      "Ачты: Бакыт Токтобаев, 12.01.2026, 09:05",
    ]
  `);
  await operator.say('/admin');
  expect(card(operator)).not.toContain('Алуучусу жок');
});
