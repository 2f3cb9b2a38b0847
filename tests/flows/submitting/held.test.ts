import { describe, expect, test } from 'vitest';
import type { FrozenSubmission } from '../../../src/domain/assessment/frozen.model.ts';
import { itemsIn } from '../../../src/domain/assessment/frozen.rules.ts';
import { answer, answerAll } from '../../support/answered.ts';
import { fakeFiles } from '../../support/file-bytes.ts';
import { press, sendNow } from '../../support/journey.ts';
import { answerOf, jump, type Phone, phoneOf } from '../../support/phone.ts';
import { type Office, openOffice } from '../../support/visit.ts';

/** She answers 3.1 and writes at once, while 3.2 is open, and never says which of the two she meant. */
async function undecided(write: (phone: Phone) => Promise<unknown>): Promise<Office> {
  const office = await openOffice();
  await answerAll(office, { '3.1': {} });
  await office.database.client.evidence.deleteMany();
  await answer(office, '3.2', { rating: null });
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, 301);
  await phone.tap('Ооба');
  await write(phone);
  expect(phone.screen.text).toContain('Бул 3.1 үчүнбү же 3.2 үчүнбү?');
  await answer(office, '3.2', { rating: 'yes', parts: 1 });
  return office;
}

const PDF = {
  name: 'план.pdf',
  size: fakeFiles.pdf.byteLength,
  fetch: () => Promise.resolve(fakeFiles.pdf),
};

const sentItem = async (office: Office, id: string) => {
  const { document } = await office.database.client.submission.findFirstOrThrow();
  return itemsIn(JSON.parse(document) as FrozenSubmission).find((item) => item.id === id);
};

describe('a message nobody has said the item of', () => {
  test('goes to the item that was open when the check is opened, which says so once', async () => {
    const office = await undecided((phone) => phone.say('Программа 2025-жылга'));
    const first = await press(office, 'officer', 'q.1');
    expect(first.screen?.text.split('\n').slice(0, 5)).toEqual([
      '<b>Жөнөтүү алдындагы текшерүү</b>',
      'Көк-Жар айыл өкмөтү',
      '',
      '3.2: билдирүүңүз кошулду',
      '',
    ]);
    expect(await answerOf(office, 302)).toMatchObject({ comment: 'Программа 2025-жылга' });
    expect(await answerOf(office, 301)).not.toHaveProperty('comment');
    expect(await office.database.client.heldMessage.count()).toBe(0);
    const second = await press(office, 'officer', 'q.1');
    expect(second.screen?.text).not.toContain('билдирүүңүз кошулду');
  });

  test('stands beside the comment that is there, and two of them one after another', async () => {
    const office = await undecided(async (phone) => {
      await phone.say('Биринчи');
      await phone.say('Экинчи');
    });
    await answer(office, '3.2', { comment: 'Мурунку' });
    await press(office, 'officer', 'q.1');
    expect(await answerOf(office, 302)).toMatchObject({ comment: 'Мурунку\nБиринчи\nЭкинчи' });
  });

  test('is not settled by a look of the head', async () => {
    const office = await undecided((phone) => phone.say('Программа'));
    await press(office, 'head', 'q.1');
    expect(await office.database.client.heldMessage.count()).toBe(1);
  });

  test('goes with a submission sent without another look at the check', async () => {
    const office = await undecided(async (phone) => {
      await phone.say('№ 45, 12.03.2025');
      await phone.send(PDF, { caption: 'План' });
      await phone.say('Программа');
    });
    await sendNow(office);
    expect(await sentItem(office, '3.2')).toMatchObject({
      comment: 'Программа',
      evidence: [
        { kind: 'reference', text: '№ 45, 12.03.2025' },
        { kind: 'file', caption: 'План', name: 'план.pdf' },
      ],
    });
    expect(await sentItem(office, '3.1')).toMatchObject({ comment: null, evidence: [] });
    expect(await office.database.client.heldMessage.count()).toBe(0);
  });
});
