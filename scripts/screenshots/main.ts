import { answerYes, itemShown } from '../../tests/journeys/walking.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import type { ChatClient } from '../../tests/support/chat.ts';
import { PHONE, show, take, WIDE } from './camera.ts';
import { takePages } from './paper.ts';
import { takeReminders } from './reminders.ts';
import { openStage } from './stage.ts';

const WITHOUT_DOCUMENT = new Set(['2.4', '5.1', '7.3', '8.1']);

const stage = await openStage();
const browser = await launchBrowser();
try {
  const officer = stage.chat('officer');
  const neighbour = stage.chat('otherOfficer');
  const chair = stage.chat('chair');

  await begin(neighbour);
  await answerAll(neighbour);
  await send(neighbour);
  await begin(officer);
  await answerAll(officer, '3.1');
  await chair.tap('Баалоону ачуу');
  await take(browser, stage.url, 'sandbox', WIDE, show('Нурлан Сыдыков'));
  await take(browser, stage.url, 'card-light', PHONE, show('Гүлнур Өмүрова'));
  const dark = { ...PHONE, colorScheme: 'dark' } as const;
  await take(browser, stage.url, 'card-dark', dark, show('Гүлнур Өмүрова'));

  await answerAll(officer);
  await take(browser, stage.url, 'check', PHONE, show('Гүлнур Өмүрова'));
  await send(officer);
  await take(browser, stage.url, 'sent', PHONE, show('Гүлнур Өмүрова'));
  await take(browser, stage.url, 'commission', PHONE, show('Нурлан Сыдыков'));

  await officer.tap('Документ: PDF');
  const { document } = officer.messages().findLast((message) => message.document) ?? {};
  const paper = document && stage.world.file(document.fileId);
  if (!paper) throw new Error('The paper has not come');
  await takePages(paper.bytes, 'paper', 2);

  await takeReminders(browser);
} finally {
  await browser.close();
  await stage.close();
}

async function begin(chat: ChatClient): Promise<void> {
  await chat.openLetter();
  await chat.tap('Ооба, бул менин мекемем');
  await chat.tap('Баштоо');
}

/** All items, or those before one; mostly "yes", some answers with a plan, a reason, a document or a comment, as in life. */
async function answerAll(chat: ChatClient, before: string | null = null): Promise<void> {
  for (let item = itemShown(chat); item !== null && item !== before; item = itemShown(chat)) {
    // Replied to the card: a document written soon after an answer would be asked about.
    if (!WITHOUT_DOCUMENT.has(item)) await chat.say(`№ ${item}/45, 12.03.2025`, chat.card().id);
    if (item === '2.4') await chat.tap('Ротация болгон эмес');
    else if (item === '7.3') await notApplicable(chat);
    else if (item === '6.1') await planned(chat, () => chat.tap('Жарым-жартылай'));
    else if (item === '12.8') await planned(chat, () => chat.say('27 26'));
    else await answerYes(chat);
  }
}

async function notApplicable(chat: ChatClient): Promise<void> {
  await chat.tap('Тиешеси жок');
  await chat.tap('Башка мекеме аткарат');
}

async function planned(chat: ChatClient, answer: () => Promise<unknown>): Promise<void> {
  await answer();
  await chat.tap('Жетишпеген документти толуктоо');
  await chat.tap('Мен');
  await chat.tap('1 ай');
}

async function send(chat: ChatClient): Promise<void> {
  await chat.tap('Комиссияга жөнөтүү');
  await chat.tap('Ооба, жөнөтүү');
}
