import { expect, test } from 'vitest';
import { unzip } from '../support/zip.ts';
import { MIXED, sent } from './answers.ts';
import { files, wordsOf } from './arrived.ts';
import { openDay } from './day.ts';

test('the papers of a submission come as files, in four formats and two languages', async () => {
  const town = await openDay();
  const member = town.chat('secondMember');
  await sent(town, 'officer', MIXED);
  await member.tap('Баалоону ачуу');
  for (const format of ['Word', 'PDF', 'Excel']) {
    for (const language of ['кыргызча', 'орусча']) await member.tap(`${format} · ${language}`);
  }
  await member.tap('JSON');
  expect(files(town.world, member).map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "Көк-Жар_айыл_өкмөтү_2026-0001_ky.docx",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ru.docx",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ky.pdf",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ru.pdf",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ky.xlsx",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ru.xlsx",
      "Көк-Жар_айыл_өкмөтү_2026-0001.json",
    ]
  `);
  const [wordKy, wordRu, pdfKy, pdfRu, excelKy, excelRu, json] = files(town.world, member);
  for (const paper of [wordKy, pdfKy]) {
    expect(paper && wordsOf(paper)).toContain('Түзүм А & Б <бекитилген>');
    expect(paper && wordsOf(paper)).toContain('Көк-Жар айыл өкмөтү');
    expect(paper && wordsOf(paper)).toContain('2026-0001');
  }
  const lines = wordKy ? wordsOf(wordKy).split('\n') : [];
  expect(lines.slice(0, lines.indexOf(''))).toMatchInlineSnapshot(`
    [
      "№ 2026-0001",
      "Өзүн-өзү баалоо баракчасы",
      "Көк-Жар айыл өкмөтү",
      "(«Маалымкат» даярдоо үчүн)",
      "ЖӨБ органы:",
      "Көк-Жар айыл өкмөтү",
      "Аймагы:",
      "Нарын облусу, Нарын району",
      "Мониторинг:",
      "Кадр ишинин мониторинги, 2026",
      "Негизи:",
    ]
  `);
  expect(lines.slice(lines.indexOf('3.3'), lines.indexOf('3.4'))).toMatchInlineSnapshot(`
    [
      "3.3",
      "Бардык кызматчылар 3 жылда бир жолудан кем эмес окутуудан өткөнбү?",
      "Мыйзамга ылайык кызматчыларды 3 жылда бир жолудан кем эмес окутуудан өткөрүүнү",
      "Жарым-жартылай",
      "Кызматчылардын саны: 27",
      "3 жылдан бери окубаганы: 2",
      "Тизме боюнча, 12.01.2026: Кызматчылардын саны – 8, 3 жылдан бери окубаганы – 1",
      "Ырастоочу документ көрсөтүлгөн эмес.",
      "Кемчиликти жоюу чарасы: Кызматчыны окууга жөнөтүү",
      "Жооптуу: жетекчи",
      "Мөөнөтү: 15.03.2026",
    ]
  `);
  expect(lines.slice(lines.indexOf('Бардыгы'))).toMatchInlineSnapshot(`
    [
      "Бардыгы",
      "44",
      "2",
      "0",
      "1",
      "1",
      "48",
      "Жооп берилди: 48 / 48.",
      "Талаптарга ылайыктык: 98 % (маалымат үчүн, расмий баа эмес).",
      "Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.",
      "Дал келбеген жооптор",
      "№ 3.3. Жооп кызматчылардын тизмесине дал келбейт: «Кызматчылардын саны» – жоопто 27, тизме боюнча 8; «3 жылдан бери окубаганы» – жоопто 2, тизме боюнча 1.",
      "Органдын түшүндүрмөсү берилген эмес.",
      "Кол тамгалар",
      "Кадр иши боюнча жооптуу",
      "",
      "Гүлнур Өмүрова",
      "",
      "",
      "колу",
      "аты-жөнү",
      "датасы",
      "Жетекчи",
      "",
      "",
      "",
      "",
      "колу",
      "аты-жөнү",
      "датасы",
      "М. О.",
    ]
  `);
  for (const paper of [wordRu, pdfRu]) expect(paper && wordsOf(paper)).toContain('частично');
  for (const [sheet, words] of [
    [excelKy, 'жарым-жартылай'],
    [excelRu, 'частично'],
  ] as const) {
    const parts = sheet ? [...unzip(sheet.bytes)].filter(([name]) => name.endsWith('.xml')) : [];
    expect(
      parts
        .map(([, bytes]) => bytes.toString())
        .join('')
        .toLowerCase(),
    ).toContain(words);
  }
  expect(JSON.parse(json?.bytes.toString() ?? '')).toMatchObject({ number: '2026-0001' });
});
