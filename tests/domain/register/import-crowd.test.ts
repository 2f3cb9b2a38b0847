import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  applyImport,
  offerImport,
  undoImport,
} from '../../../src/domain/register/importing.service.ts';
import { answer } from '../../support/answered.ts';
import { bigList } from '../../support/big-list.ts';
import { keeper } from '../../support/register.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const PEOPLE = 10_000;
const TODAY = '2026-01-12';
const ITEMS = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.2'];
/** Milliseconds between two answers of the crowd. */
const EACH = 4;
/** Milliseconds: a tap answered within this is felt as immediate; on a busy machine five times its pace. */
const FELT = 100;
const TIMES = 5;

/** Milliseconds of 99 in 100 answers that officers give while `work` runs. */
async function answersDuring(office: Office, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  const answers: Promise<void>[] = [];
  let over = false;
  const crowd = async () => {
    for (let n = 0; !over; n += 1) {
      const began = performance.now();
      const rating = n % 2 === 0 ? 'yes' : 'partly';
      const given = answer(office, ITEMS[n % ITEMS.length] ?? '', { rating });
      answers.push(given.then(() => void times.push(performance.now() - began)));
      await sleep(EACH);
    }
  };
  const tapping = crowd();
  await work();
  over = true;
  await tapping;
  await Promise.all(answers);
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

test('10 000 people go in and out, and nobody else waits for it', async () => {
  const office = await openOffice();
  const { work, scope } = await keeper(office, 'otherOfficer');
  const { lists, files } = office.around;
  const bytes = bigList(PEOPLE);
  const source = { kind: 'file', name: 'тизме.csv', bytes } as const;
  const listed = async () => {
    const checked = await lists.check({ orgId: scope.orgId, source, today: TODAY });
    if (!checked.ok) throw new Error(checked.error.code);
    const file = await files.put(bytes);
    const list = { file, mime: 'text/csv', fileName: source.name };
    const importId = await offerImport(work, scope, list, checked.value);
    const wish = { today: TODAY, goneOn: null };
    const applied = await applyImport(work, scope, importId, wish, { lists, files });
    expect(applied).toMatchObject({ value: { counts: { added: PEOPLE } } });
    expect(await undoImport(work, scope, importId)).toMatchObject({ ok: true });
  };
  await answersDuring(office, () => sleep(200));
  const quiet = await answersDuring(office, () => sleep(600));
  const during = await answersDuring(office, listed);
  expect(during).toBeLessThan(Math.max(FELT, TIMES * quiet));
  expect(await office.database.client.servant.count()).toBe(0);
}, 60_000);
