import { expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { openTown } from '../support/town.ts';

test('a sandbox that is stopped and started again answers at once, with everything kept', async () => {
  const dataDir = freshFolder();
  const first = await openTown({ dataDir });
  const officer = first.chat('officer');
  await officer.openLetter();
  await officer.tap('Ооба, бул менин мекемем');
  await officer.tap('Баштоо');
  await officer.tap('Баары бар');
  await officer.say('/staff');
  await first.stop();

  // The chats begin anew: the cards of before are not there to be closed.
  const second = await openTown({ dataDir, allowRefused: true });
  const again = second.chat('officer');
  await expect.poll(() => again.card().text, { timeout: 15_000 }).toContain('Жооп берилди: 1 / 48');
  await again.say('/staff');
  expect(again.card().text).toContain('Кызматчылар: 8');
});
