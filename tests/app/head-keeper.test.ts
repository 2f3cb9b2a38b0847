import { expect, test } from 'vitest';
import { keepHead } from '../../src/app/head-keeper.ts';
import type { AuditHead } from '../../src/domain/audit/model.ts';
import { gate } from '../bot/updates.ts';

const head = (seq: number): AuditHead => ({ seq, hmac: String(seq) });

test('many commits are one write of the newest head', async () => {
  const written: number[] = [];
  const keeper = keepHead(
    ({ seq }) => Promise.resolve(void written.push(seq)),
    () => {},
  );
  for (const seq of [1, 3, 2]) keeper.moved(head(seq));
  await keeper.close();
  expect(written).toEqual([3]);
});

test('closing waits for a write under way, so that the newest head is the last one written', async () => {
  const slow = gate();
  const begun = gate();
  const written: number[] = [];
  const keeper = keepHead(
    async ({ seq }) => {
      begun.open();
      if (seq === 1) await slow.passed;
      written.push(seq);
    },
    () => {},
  );
  keeper.moved(head(1));
  await begun.passed;
  keeper.moved(head(2));
  const closed = keeper.close();
  slow.open();
  await closed;
  expect(written).toEqual([1, 2]);
});

test('a head that cannot be written is reported, and the next one is written', async () => {
  const failures: unknown[] = [];
  const written: number[] = [];
  let full = true;
  const keeper = keepHead(
    ({ seq }) =>
      full ? Promise.reject(new Error('full')) : Promise.resolve(void written.push(seq)),
    (error) => failures.push(error),
  );
  keeper.moved(head(1));
  await keeper.close();
  full = false;
  keeper.moved(head(2));
  await keeper.close();
  expect([failures, written]).toEqual([[new Error('full')], [2]]);
});
