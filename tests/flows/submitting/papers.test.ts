import { describe, expect, test } from 'vitest';
import { translate } from '../../../src/chat/translator.ts';
import type { IncomingFile, IncomingMessage } from '../../../src/chat/visit.ts';
import { createSubmitting } from '../../../src/flows/submitting/submitting.ts';
import { answer, answerAll } from '../../support/answered.ts';
import { audited, buttonsOf, everything, owed, press, sendNow } from '../../support/journey.ts';
import { NOW, type Office, openOffice, type Who } from '../../support/visit.ts';

const { messages, onMessage } = createSubmitting();
const COMING = { toast: 'Документ даярдалууда, бир аздан кийин ушул жерге келет.' };
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

async function lastOwed(office: Office, who: Who) {
  const last = (await owed(office)).at(-1);
  const render = last && messages[last.kind];
  if (!render) throw new Error(`Nobody renders ${last?.kind}`);
  return render(last.payload as Record<string, string>, office.recipient(who));
}
const revoke = (office: Office, who: Who) =>
  office.database.client.role.updateMany({
    where: { personId: office.id(who) },
    data: { revokedAt: 1 },
  });

describe('a paper of what was sent', () => {
  test.each(['officer', 'head'] as const)('comes to the %s, audited', async (who) => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    expect(await press(office, who, 'pr.1.2')).toEqual(COMING);
    expect(await audited(office, 1)).toEqual([
      {
        actorId: office.id(who),
        action: 'paper.downloaded',
        subject: 'submission:1',
        orgId: office.orgId,
      },
    ]);
    expect(await lastOwed(office, who)).toMatchObject({
      fileName: 'paper.pdf',
      caption: '№ 2026-0001 · Көк-Жар айыл өкмөтү',
    });
    const { document } = await office.database.client.submission.findFirstOrThrow();
    expect(office.jobs).toMatchObject([
      { kind: 'submission', format: 'pdf', language: 'ky', frozenJson: document },
    ]);
    await revoke(office, who);
    expect(await lastOwed(office, who)).toBeNull();
  });

  test('is Russian for who reads Russian, and there is none of what was withdrawn', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    await press(office, 'officer', 'pr.1.1', { language: 'ru' });
    expect((await owed(office)).at(-1)?.payload).toEqual({
      submissionId: 1,
      format: 'docx',
      language: 'ru',
    });
    await press(office, 'officer', 'ws.1');
    expect(await lastOwed(office, 'officer')).toBeNull();
    expect(await press(office, 'officer', 'pr.1.1')).toMatchObject({
      toast: expect.stringContaining('кайтарып алынган'),
    });
  });

  test('is not for contributors, and not in a format that is none', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    const before = await everything(office);
    expect(await press(office, 'contributor', 'pr.1.1')).toMatchObject({ alert: true });
    expect(await press(office, 'officer', 'pr.1.9')).toMatchObject({ alert: true });
    expect(await everything(office)).toEqual(before);
  });
});

describe('the draft', () => {
  test('is the document as it is when it is made, without a number', async () => {
    const office = await openOffice();
    await answer(office, '3.1', { rating: 'no' });
    expect(await press(office, 'head', 'dr.1')).toEqual(COMING);
    await answer(office, '3.1', { rating: 'partly' });
    expect(await lastOwed(office, 'head')).toMatchObject({
      caption: 'Долбоор · Көк-Жар айыл өкмөтү',
    });
    const [job] = office.jobs;
    if (job?.kind !== 'submission') throw new Error('No draft was made');
    expect(job.format).toBe('pdf');
    expect(JSON.parse(job.frozenJson)).toMatchObject({
      number: null,
      confirmedBy: null,
      counts: { partly: 1, no: 0, answered: 1, total: 48 },
    });
    expect(job.names).toContainEqual([office.id('officer'), 'Өмүрова Гүлнур']);
  });

  test('is not for contributors, and there is none once it is sent', async () => {
    const office = await openOffice();
    expect(await press(office, 'contributor', 'dr.1')).toMatchObject({ alert: true });
    await answerAll(office);
    await press(office, 'officer', 'dr.1');
    await sendNow(office);
    expect(await lastOwed(office, 'officer')).toBeNull();
    expect(await press(office, 'officer', 'dr.1')).toMatchObject({
      toast: expect.stringContaining('Баалоо комиссияга жөнөтүлгөн'),
    });
  });
});

test('the empty form names organisation and campaign and holds no answers; contributors may have it', async () => {
  const office = await openOffice();
  await answer(office, '3.1', { rating: 'no', comment: '7731-сыр' });
  expect(await press(office, 'contributor', 'ef.1')).toEqual(COMING);
  expect(await lastOwed(office, 'contributor')).toMatchObject({
    caption: 'Бош баракча · Көк-Жар айыл өкмөтү',
  });
  const [job] = office.jobs;
  expect(job).toMatchObject({
    kind: 'empty-form',
    language: 'ky',
    campaign: {
      title: '2026-жылдын пландуу мониторинги',
      deadline: '2026-01-15',
      periodFrom: '2023-01-01',
      periodTo: '2025-12-31',
    },
  });
  expect(JSON.stringify(job)).not.toContain('7731-сыр');
  expect(await press(office, 'otherOfficer', 'ef.1')).toMatchObject({ alert: true });
});

const file = (bytes: Uint8Array, about: Partial<IncomingFile> = {}): IncomingFile => ({
  name: 'барак.pdf',
  mime: 'application/pdf',
  size: bytes.byteLength,
  photo: false,
  fetch: () => Promise.resolve(bytes),
  ...about,
});
const message = (about: Partial<IncomingMessage>): IncomingMessage => ({
  chatId: 1,
  messageId: 2,
  text: null,
  caption: null,
  file: null,
  other: null,
  replyTo: null,
  album: null,
  edited: false,
  ...about,
});

describe('the signed page', () => {
  const awaited = async (office: Office, who: Who = 'officer') => {
    const reply = await press(office, who, 'sg.1', { pressed: 31 });
    return {
      reply,
      send: async (about: Partial<IncomingMessage>) =>
        onMessage(await office.visit(who), message(about)),
    };
  };

  test('is asked for, taken from the next file, kept encrypted, and shown in the check', async () => {
    const office = await openOffice();
    const { reply, send } = await awaited(office);
    expect(reply.card).toEqual({ assessmentId: 1, item: 9999 });
    expect(buttonsOf(reply.screen)).toEqual([['Тиркебей кайтуу → q.1']]);
    const open = await office.database.client.openCard.findFirstOrThrow();
    expect(open).toMatchObject({ messageId: 31, item: 9999, assessmentId: 1 });
    const taken = await send({ file: file(PDF) });
    expect(taken?.note?.text).toBe('Кол коюлган бет тиркелди: «барак.pdf», 29 байт');
    expect(taken?.screen?.text.split('\n').at(-1)).toBe('Кол коюлган бет тиркелди.');
    const { signedFile } = await office.database.client.assessment.findFirstOrThrow({
      include: { signedFile: true },
    });
    expect(signedFile).toMatchObject({ name: 'барак.pdf', mime: 'application/pdf', size: 29 });
    const kept = await office.around.files.get(signedFile?.path ?? '');
    expect(Buffer.from(kept).equals(PDF)).toBe(true);
    expect(await audited(office, 1)).toEqual([
      {
        actorId: office.id('officer'),
        action: 'assessment.signed',
        subject: 'assessment:1',
        orgId: office.orgId,
      },
    ]);
  });

  test('is asked for once: the file after it is for others', async () => {
    const office = await openOffice();
    const { send } = await awaited(office);
    await send({ file: file(PDF) });
    expect(await send({ file: file(PDF) })).toBeNull();
    expect(await send({ text: 'сөз' })).toBeNull();
  });

  test('is not awaited by who did not ask, nor by an edited message', async () => {
    const office = await openOffice();
    const { send } = await awaited(office);
    const other = await office.visit('secondOfficer');
    expect(await onMessage(other, message({ file: file(PDF) }))).toBeNull();
    expect(await send({ file: file(PDF), edited: true })).toBeNull();
  });

  test.each([
    ['text', { text: 'сөз' }, 'Кол коюлган беттин файлы күтүлүүдө.'],
    ['a voice message', { other: 'voice' }, 'Кол коюлган беттин файлы күтүлүүдө.'],
    ['nothing in a file', { file: file(new Uint8Array()) }, 'Бул файл бош же түрү ылайык келбейт.'],
    ['25 MB', { file: file(PDF, { size: 25 * 1024 * 1024 }) }, 'Файл өтө чоң'],
    ['what is no document', { file: file(new Uint8Array(500)) }, 'Бул файл бош же түрү'],
  ])('answers %s with a sentence and goes on waiting', async (_name, about, sentence) => {
    const office = await openOffice();
    const { send } = await awaited(office);
    const before = await everything(office);
    const reply = await send(about);
    expect(reply?.screen?.text).toContain(sentence);
    expect(reply?.card).toEqual({ assessmentId: 1, item: 9999 });
    expect(await everything(office)).toEqual(before);
    expect((await send({ file: file(PDF) }))?.note?.text).toContain('тиркелди');
  });

  test('sent after submitting changes no card of the commission, and a member gets it', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    const { send } = await awaited(office, 'head');
    await send({ file: file(PDF) });
    const cards = await office.database.client.outboxCard.findMany();
    expect(cards.map(({ wanted }) => wanted)).toEqual([1, 1, 1]);
    const { signedFileId } = await office.database.client.assessment.findFirstOrThrow();
    const { screen } = await press(office, 'member', 'rs.1');
    expect(buttonsOf(screen)).toContainEqual([
      `Кол коюлган бет → rf.1.${signedFileId?.toString(36)}`,
    ]);
    expect(await press(office, 'member', `rf.1.${signedFileId?.toString(36)}`)).toEqual({
      toast: 'Файл азыр келет.',
    });
  });

  test('a new one replaces the former, whose file is given up', async () => {
    const office = await openOffice();
    for (let n = 0; n < 2; n++) {
      const { send } = await awaited(office);
      await send({ file: file(PDF) });
    }
    const files = await office.database.client.storedFile.findMany({ orderBy: { id: 'asc' } });
    expect(files.map(({ deletedAt }) => deletedAt)).toEqual([BigInt(NOW), null]);
    expect((await office.database.client.assessment.findFirstOrThrow()).signedFileId).toBe(
      files[1]?.id,
    );
  });

  test('is not a contributor’s to attach, nor anybody’s in a closed monitoring', async () => {
    const office = await openOffice();
    expect(await press(office, 'contributor', 'sg.1')).toMatchObject({ alert: true });
    const { send } = await awaited(office);
    await office.database.client.campaign.updateMany({ data: { closedAt: 1n } });
    const reply = await send({ file: file(PDF) });
    expect(reply?.note?.text).toContain('Мониторинг жабылган');
    expect(await office.database.client.storedFile.count()).toBe(0);
  });
});

test('every sentence over the chat fits into Telegram’s 200 characters in every language', () => {
  const values = {
    phone: '+996 312 00 00 00, +996 555 00 00 00',
    date: '15.01.2026',
    time: '12:00',
    missing: 48,
    number: '2026-0147',
  };
  for (const language of ['ky', 'ru', 'en'] as const) {
    const t = translate(language);
    for (const key of [
      'errors:submission.closed',
      'errors:submission.closedNoPhone',
      'errors:submission.incomplete',
      'errors:submission.changed',
      'errors:submission.changedSinceRead',
      'errors:submission.unconfirmed',
      'errors:submission.noHead',
      'errors:submission.noHeadNoPhone',
      'errors:submission.opened',
      'errors:submission.locked',
      'errors:submission.withdrawn',
      'errors:review.withdrawn',
      'errors:review.fileGone',
      'errors:access.notYours',
      'submitting:coming.paper',
      'submitting:confirm.done',
      'submitting:withdraw.done',
      'review:coming.file',
    ] as const) {
      expect([key, t.plain(key, values).length <= 200]).toEqual([key, true]);
    }
  }
});
