import { expect, test } from 'vitest';
import type { Recipient } from '../../../src/chat/outgoing.ts';
import { translate } from '../../../src/chat/translator.ts';
import { listInvitations } from '../../../src/domain/access/inviting.service.ts';
import type { PaperJob } from '../../../src/domain/summary/paper-job.model.ts';
import { actions } from '../../../src/flows/administration/actions.ts';
import { administrationMessages } from '../../../src/flows/administration/messages.ts';
import { type Hall, NOW, OPERATOR, openHall, TODAY } from '../../support/hall.ts';

async function ordered() {
  const jobs: PaperJob[] = [];
  const hall = await openHall({
    papers: {
      make(job) {
        jobs.push(job);
        return Promise.resolve({ fileName: 'каттар.docx', mime: 'x/y', bytes: new Uint8Array(3) });
      },
    },
  });
  await hall.organisation('Көк-Жар');
  await hall.campaign();
  await actions.adminLettersSure?.(await hall.visit(OPERATOR), []);
  await actions.adminLettersSure?.(await hall.visit(OPERATOR), []);
  return { hall, jobs };
}

const render = async (hall: Hall, chatId: number) => {
  const to: Recipient = {
    personId: 1,
    chatId,
    language: 'ru',
    t: translate('ru'),
    reader: hall.database.read,
    around: hall.around,
    now: NOW,
    today: TODAY,
  };
  return administrationMessages((id) => hall.work(id))['administration.letters']?.({}, to);
};

test('letters are owed when ordered, and their links made when they are sent', async () => {
  const { hall, jobs } = await ordered();
  expect(await hall.owed()).toEqual([{ personId: 1, kind: 'administration.letters', payload: {} }]);
  expect(await listInvitations(hall.database.read, NOW)).toEqual([]);
  expect(await render(hall, OPERATOR)).toEqual({
    kind: 'document',
    fileName: 'каттар.docx',
    mime: 'x/y',
    bytes: new Uint8Array(3),
    caption:
      'Письма-приглашения: 1. Распечатайте и разошлите организациям. Каждая ссылка работает один раз.',
  });
  expect(jobs).toMatchObject([
    {
      kind: 'letters',
      format: 'docx',
      language: 'both',
      letters: [
        {
          org: 'Көк-Жар',
          role: 'officer',
          campaignTitle: 'Мониторинг 2026',
          expiresOn: '2026-12-23',
        },
      ],
    },
  ]);
  expect(await listInvitations(hall.database.read, NOW)).toHaveLength(1);
});

test('who is no operator any more gets none, and no link is made', async () => {
  const { hall, jobs } = await ordered();
  expect(await render(hall, 66)).toBeNull();
  expect(jobs).toEqual([]);
  expect(await listInvitations(hall.database.read, NOW)).toEqual([]);
});

test('where every organisation has an officer the operator is told so', async () => {
  const { hall } = await ordered();
  await hall.join(11, { role: 'officer', orgId: 1 });
  expect(await render(hall, OPERATOR)).toEqual({
    kind: 'screen',
    screen: { text: 'Во всех организациях есть ответственный, письма не нужны.', rows: [] },
  });
});
