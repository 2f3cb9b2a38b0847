import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { PHONE, pictureAt, show, take } from './camera.ts';
import { openStage } from './stage.ts';

const DAY = 24 * 3600_000;
/** High enough for a whole message. */
const LONG = { ...PHONE, viewport: { width: 360, height: 1560 } };

/** The morning after the officer has joined: her message, a person of it, the staff list, the year. */
export async function takeReminders(browser: Browser): Promise<void> {
  const stage = await openStage();
  try {
    const officer = stage.chat('officer');
    await officer.openLetter();
    await officer.tap('Ооба, бул менин мекемем');
    await stage.advance(DAY);
    await take(browser, stage.url, 'digest', LONG, show('Гүлнур Өмүрова'));
    await officer.tap('3. Ачуу');
    await take(browser, stage.url, 'person', LONG, show('Гүлнур Өмүрова'));
    await officer.say('/staff');
    await take(browser, stage.url, 'staff', PHONE, show('Гүлнур Өмүрова'));
    await officer.say('/reminders');
    await officer.tap('Бир жыл (сүрөт)');
    const { photo } = officer.messages().findLast((message) => message.photo) ?? {};
    const year = photo && stage.world.file(photo.fileId);
    if (!year) throw new Error('The picture of the year has not come');
    await writeFile(pictureAt('year'), year.bytes);
    process.stdout.write('docs/screenshots/year.png\n');
  } finally {
    await stage.close();
  }
}
