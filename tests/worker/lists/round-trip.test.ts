import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FILE_DOCUMENTS,
  POSITION_GROUPS,
  type RecordFacts,
  type Servant,
  type ServantFacts,
} from '../../../src/domain/register/model.ts';
import { newestOf } from '../../../src/domain/register/newest.rules.ts';
import { ranksOf } from '../../../src/domain/register/ranks.rules.ts';
import { isBlank } from '../../../src/domain/register/list-values.rules.ts';
import { cleanName } from '../../../src/domain/shared/clean-name.ts';
import type { SpokenProblem } from '../../../src/domain/summary/list-job.model.ts';
import { readList } from '../../../src/worker/list-reading.ts';
import makePaper from '../../../src/worker/make-paper.ts';
import { unzip } from '../../support/zip.ts';

const TODAY = '2026-01-15';
const ORG = 5;

const text = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(...'АаӨөҮүҢңЁё №-–.,;"\'=+@<&1|'),
      minLength: 1,
      maxLength: 12,
    }),
    fc.constantFrom('=cmd|A1', '+996', '@SUM(A1)', 'Кадр, иши; «бөлүм»', 'Итого', '12.03.2021'),
  )
  .map(cleanName)
  // An apostrophe before a sign of formulas is the guard itself; «жок» and dashes say nothing.
  .filter((one) => one !== '' && !one.startsWith("'") && !isBlank(one));
const past = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(Date.UTC(1943, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const what = {
  training: maybe(fc.oneof(fc.constantFrom('retraining', 'upskilling'), text)),
  rank: fc.constantFrom<string>(...ranksOf('state'), ...ranksOf('municipal')),
  attestation: maybe(text),
  reward: maybe(text),
  penalty: maybe(text),
  declaration: fc.constant(null),
} as const;
const records = fc.uniqueArray(
  fc.constantFrom(...(Object.keys(what) as (keyof typeof what)[])).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      date: past,
      what: what[kind] as fc.Arbitrary<string | null>,
      hours: kind === 'training' ? maybe(fc.integer({ min: 1, max: 9999 })) : fc.constant(null),
      orderNo: kind === 'declaration' ? fc.constant(null) : maybe(text),
    }),
  ),
  { selector: ({ kind }) => kind },
);

const person = fc
  .record({
    name: text.map((one) => `Асанов ${one}`.trim()),
    position: maybe(text),
    group: maybe(fc.constantFrom(...POSITION_GROUPS)),
    category: maybe(text),
    unit: maybe(text),
    days: fc.uniqueArray(past, { minLength: 3, maxLength: 3 }),
    known: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    fileDocuments: maybe(fc.subarray([...FILE_DOCUMENTS])),
    labourBook: maybe(fc.boolean()),
    noRank: fc.constantFrom(true, null),
    nextTraining: maybe(past),
    nextRank: maybe(past),
    nextAttestation: fc.constantFrom(null, '2031-02-03'),
    records,
  })
  .map(({ days, known, records: histories, noRank, ...facts }) => {
    const [serviceStart = '', appointedOn = '', leftOn = ''] = days.toSorted();
    return {
      records: histories,
      facts: {
        ...facts,
        // A list that names a rank says that there is one.
        noRank: histories.some(({ kind }) => kind === 'rank') ? false : noRank,
        serviceStart: known[0] ? serviceStart : null,
        appointedOn: known[1] ? appointedOn : null,
        leftOn: known[2] ? leftOn : null,
      },
    };
  });

const facts: ServantFacts = {
  name: 'Асанов',
  position: 'адис',
  group: null,
  category: null,
  unit: null,
  appointedOn: null,
  serviceStart: null,
  leftOn: null,
  fileDocuments: null,
  labourBook: null,
  noRank: null,
  nextTraining: null,
  nextRank: null,
  nextAttestation: null,
};

const exported = async (
  people: readonly { facts: ServantFacts; records: readonly RecordFacts[] }[],
) => {
  const servants = people.map(
    ({ facts: said, records: own }, at): Servant => ({
      ...said,
      ...newestOf(own),
      servant: at + 1,
      orgId: ORG,
      knownSince: TODAY,
    }),
  );
  return await makePaper({
    kind: 'staff-list',
    language: people.length % 2 === 0 ? 'ky' : 'ru',
    orgId: ORG,
    orgName: 'Көк-Жар айыл өкмөтү',
    servants,
    records: people.flatMap(({ records: own }, at) =>
      own.map((record) => ({ ...record, servant: at + 1 })),
    ),
  });
};

const byKind = (entries: readonly RecordFacts[]) =>
  entries.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));

test('an export read back says exactly what the register says, and holds no formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), async (people) => {
      const { bytes, fileName } = await exported(people);
      const list = await readList({ kind: 'file', name: fileName, bytes }, TODAY, ORG);
      if (!list.ok) throw new Error(list.error.code);
      expect(list.value.problems).toEqual([]);
      expect(
        list.value.listed.map(({ servant, facts, records: own }) => [servant, facts, byKind(own)]),
      ).toEqual(people.map(({ facts, records: own }, at) => [at + 1, facts, byKind(own)]));
      const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
      expect(sheet).not.toMatch(/<f>|<t[^>]*>\s*[=+@]/);
    }),
    { numRuns: 40 },
  );
});

test('earlier entries of a history stand on a sheet of their own and are not read back', async () => {
  const training = (date: string): RecordFacts => ({
    kind: 'training',
    date,
    what: 'upskilling',
    hours: 72,
    orderNo: null,
  });
  const { bytes } = await exported([
    { facts, records: [training('2019-01-02'), training('2024-05-06')] },
  ]);
  const list = await readList({ kind: 'file', name: '', bytes }, TODAY, ORG);
  expect(list.ok && list.value.listed[0]?.records).toEqual([training('2024-05-06')]);
  expect(unzip(bytes).get('xl/worksheets/sheet3.xml')?.toString()).toContain('02.01.2019');
});

test('the template has its drop-downs, date format and frozen headings, and both instructions', async () => {
  const { bytes, fileName } = await makePaper({
    kind: 'staff-template',
    language: 'ky',
    orgName: 'Көк-Жар айыл өкмөтү',
  });
  expect(fileName).toBe('Көк-Жар_айыл_өкмөтү_Кызматчылардын_тизмесинин_үлгүсү_ky.xlsx');
  const parts = unzip(bytes);
  const list = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  expect(list).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(list.match(/<dataValidation [^>]*type="list"/g)).toHaveLength(5);
  expect(list.match(/<dataValidation [^>]*type="date"/g)).toHaveLength(12);
  expect(parts.get('xl/styles.xml')?.toString()).toContain('dd.mm.yyyy');
  const instructions = parts.get('xl/worksheets/sheet2.xml')?.toString() ?? '';
  expect(
    ['Кантип толтуруу керек', 'Как заполнять'].map((one) => instructions.includes(one)),
  ).toEqual([true, true]);
});

test('an export and a template print two sheets wide, up to the date of the class rank', async () => {
  const template = { kind: 'staff-template', language: 'ky', orgName: 'Көк-Жар' } as const;
  const books = [await exported([{ facts, records: [] }]), await makePaper(template)];
  const printed = books.map(({ bytes }) => {
    const parts = unzip(bytes);
    const list = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    const book = parts.get('xl/workbook.xml')?.toString() ?? '';
    const setup = /<pageSetup [^>]*>/.exec(list)?.[0] ?? '';
    return {
      fits: list.includes('<pageSetUpPr fitToPage="1"/>'),
      setup: ['orientation', 'fitToWidth', 'fitToHeight'].map(
        (name) => new RegExp(` ${name}="(.*?)"`).exec(setup)?.[1],
      ),
      area: /_xlnm.Print_Area"[^>]*>[^<]*!([^<!]*)</.exec(book)?.[1],
      lastHeading: /<c r="N1"[^>]*>(.*?)<\/c>/.exec(list)?.[1]?.replace(/<[^>]*>/g, ''),
    };
  });
  const both = { fits: true, setup: ['landscape', '2', '0'], area: '$A:$N' };
  expect(printed).toEqual([
    { ...both, lastHeading: 'Дата присвоения чина' },
    { ...both, lastHeading: 'Чен ыйгарылган күнү' },
  ]);
});

const problem: SpokenProblem = {
  sheet: 'Кызматчылардын тизмеси',
  row: 2,
  column: { letter: 'D', heading: 'Дайындалган күнү' },
  value: '2021',
  code: 'dateUnclear',
  values: {},
  stops: true,
  sentence: 'Толук датаны жазыңыз.',
};

test.each(['workbook', 'lines'])(
  'a marked copy of a %s has comments, and its problems first',
  async (kind) => {
    const { bytes } = await exported([
      { facts, records: [] },
      { facts, records: [] },
    ]);
    const copy = await makePaper({
      kind: 'staff-marked',
      language: 'ky',
      source:
        kind === 'workbook'
          ? { kind: 'file', name: 'тизме.xlsx', bytes }
          : { kind: 'lines', text: 'Асанов; адис; 2021; 2020\nУсонов; адис; ; 2021' },
      problems: [problem],
    });
    const parts = unzip(copy.bytes);
    const book = parts.get('xl/workbook.xml')?.toString() ?? '';
    expect(
      [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name).slice(0, 2),
    ).toEqual(['Оңдой турган уячалар', 'Кызматчылардын тизмеси']);
    const comments = [...parts]
      .filter(([name]) => /comments\d*\.xml$/.test(name))
      .map(([, xml]) => xml.toString());
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatch(/<comment ref="D2".*Толук датаны жазыңыз\./s);
  },
);
