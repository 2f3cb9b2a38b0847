import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { openData } from '../../src/app/data.ts';
import type { Config } from '../../src/config.ts';
import { acceptInvitation, openInvitation } from '../../src/domain/access/joining.service.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { seedDemo } from '../../src/domain/campaign/demo.service.ts';

/** Puts the demo municipality into a database on which no bot runs yet; this person is its officer. */
export async function seedOfficer(config: Config, telegramId: number, now: number): Promise<void> {
  const data = await openData(config, pino({ level: 'silent' }));
  if (!data.ok) throw new Error(data.error);
  const { database, auditKey, editions } = data.value;
  const edition = editions.newest('monitoring-memo');
  if (!edition) throw new Error('The checklist of the memo is missing');
  const work = createWork({ database, auditKey, actorId: 0, now });
  const seeded = await seedDemo(work, {
    today: new Date(now).toISOString().slice(0, 10),
    newToken: () => randomBytes(32).toString('base64url'),
    checklistId: edition.id,
    edition: edition.edition,
  });
  if (!seeded.ok) throw new Error(seeded.error.code);
  const opened = await openInvitation(work, seeded.value.tokens.officer, telegramId);
  if (!opened.ok) throw new Error(opened.error.code);
  const newcomer = { telegramId, name: 'Айгүл', language: 'ky' } as const;
  const joined = await acceptInvitation(work, opened.value.id, newcomer);
  if (!joined.ok) throw new Error(joined.error.code);
  await data.value.close();
}
