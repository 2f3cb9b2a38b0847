import { expect, test } from 'vitest';
import type { Recipient } from '../../../src/chat/outgoing.ts';
import { translate } from '../../../src/chat/translator.ts';
import { erasePerson } from '../../../src/domain/access/erasing.service.ts';
import { revokeInvitation } from '../../../src/domain/access/inviting.service.ts';
import type { Language } from '../../../src/domain/shared/language.ts';
import { messages } from '../../../src/flows/joining/messages.ts';
import { privacy } from '../../../src/flows/joining/privacy.ts';
import { type Hall, must, openHall, PHONE, TODAY } from '../../support/hall.ts';

const to = (hall: Hall, language: Language): Recipient => ({
  personId: 1,
  chatId: 1,
  language,
  t: translate(language),
  reader: hall.database.read,
  around: hall.around,
  now: hall.at,
  today: TODAY,
});

test('the operator reads whose link was refused, while it still works', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар <АӨ>');
  await hall.token({ role: 'officer', orgId });
  const render = messages['joining.refused'];
  expect(await render?.({ invitationId: 1 }, to(hall, 'ru'))).toEqual({
    kind: 'screen',
    screen: {
      text: 'Человек, открывший приглашение, ответил, что оно не ему: Көк-Жар &lt;АӨ&gt;. Ссылка не использована и ещё действует. Уточните, кто её получил, или отправьте новую.',
      rows: [[{ text: 'Открыть организацию', data: 'og.1' }]],
    },
  });
  must(await revokeInvitation(hall.work(), 1));
  expect(await render?.({ invitationId: 1 }, to(hall, 'ru'))).toBeNull();
});

test('the organisation reads whose messages do not get through; of an erased person nothing', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const personId = await hall.join(11, { role: 'officer', orgId }, 'Гүлнур & Ко');
  const render = messages['joining.unreachable'];
  const sent = await render?.({ personId, orgId }, to(hall, 'ky'));
  expect(sent).toEqual({
    kind: 'screen',
    screen: {
      text: 'Гүлнур &amp; Ко ботту өчүрүп койгондуктан, билдирүүлөр жетпей жатат. Мекеме: Көк-Жар. Кайра иштетүү үчүн ал ботту ачып, /start деп жазсын; кызматтан кетсе, оператордон жаңы шилтеме сураңыз.',
      rows: [],
    },
  });
  must(await erasePerson(hall.work(), personId));
  expect(await render?.({ personId, orgId }, to(hall, 'ky'))).toBeNull();
});

test('/privacy says what is kept and who read the own organisation, no other', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const other = await hall.organisation('Ак-Кыя');
  await hall.join(11, { role: 'officer', orgId });
  await hall.join(12, { role: 'contributor', orgId, directions: [3] });
  const commissionId = await hall.commission();
  const member = await hall.join(21, { role: 'member', commissionId }, 'Мүчө <М>');
  const read = (org: number) =>
    hall
      .work(member)
      .run((unit) =>
        unit.audit({ action: 'submission.read', subject: 'submission:1', orgId: org }),
      );
  const ofOwner = (action: string) =>
    hall.work(0).run((unit) => unit.audit({ action, subject: 'import:1', orgId }));
  await ofOwner('register.import');
  await ofOwner('register.exported');
  await read(orgId);
  await read(other);
  const { text } = await privacy(await hall.visit(11));
  expect(text.split('\n\n').slice(-2)).toEqual([
    [
      '<b>Көк-Жар</b>',
      'Мекеменин маалыматын ачкандар жана жүктөгөндөр:',
      '• 23.11.2026 · Мүчө &lt;М&gt; · баалоону ачты',
      '• 23.11.2026 · системанын ээси · кызматчылардын тизмесин жүктөп алды',
      '• 23.11.2026 · системанын ээси · кызматчылардын тизмесин киргизди',
    ].join('\n'),
    `Өзүңүз жөнүндө маалыматты өчүртүү үчүн кайрылыңыз: ${PHONE}.`,
  ]);
  expect(text).not.toContain('Ак-Кыя');
  expect((await privacy(await hall.visit(12))).text).not.toContain('Мүчө');
  expect((await privacy(await hall.visit(21))).text).not.toContain('Көк-Жар');
});
