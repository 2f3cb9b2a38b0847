import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAllEditions } from '../src/app/content.ts';
import { loadActor } from '../src/domain/access/actor.service.ts';
import { invite } from '../src/domain/access/inviting.service.ts';
import { acceptInvitation, openInvitation } from '../src/domain/access/joining.service.ts';
import { answeringScopes } from '../src/domain/access/rules.ts';
import { openAssessment } from '../src/domain/assessment/opening.service.ts';
import { createWork } from '../src/domain/audit/work.service.ts';
import { openCampaign } from '../src/domain/campaign/service.ts';
import { addOrganisation } from '../src/domain/organisation/service.ts';
import type { Result } from '../src/domain/shared/result.ts';
import { prepareDataDir } from '../src/storage/data-dir.ts';
import { openDatabase } from '../src/storage/database.ts';
import { migrate } from '../src/storage/migrate.ts';
import { keyFor, openSecret } from '../src/storage/secret.ts';

/** Telegram id of the first officer; the others follow. */
const FIRST_OFFICER = 5001;

export interface PreparedData {
  readonly dataDir: string;
  /** Telegram ids; the assessment of officer n is n + 1. */
  readonly officers: readonly number[];
}

const folders: string[] = [];

export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'eskertkich-bench-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok)
    throw new Error(`The data could not be prepared: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Each copy is a DATA_DIR of its own. */
export function copyOf(data: PreparedData): PreparedData {
  const dataDir = path.join(freshFolder(), 'data');
  cpSync(data.dataDir, dataDir, { recursive: true });
  return { ...data, dataDir };
}

/** The key of the audit journal in a DATA_DIR, as the service derives it. */
export async function auditKeyOf(dataDir: string): Promise<string> {
  const secret = sure(await openSecret(dataDir, null));
  return Buffer.from(keyFor(secret.text, 'audit')).toString('hex');
}

export const databaseIn = (dataDir: string): string => path.join(dataDir, 'eskertkich.db');

/**
 * A migrated DATA_DIR with one running monitoring and as many organisations, each with its officer, who
 * has joined and opened the assessment; made by the product's own services.
 */
export async function prepareData(officers: number): Promise<PreparedData> {
  const dataDir = path.join(freshFolder(), 'data');
  sure(await prepareDataDir(dataDir));
  const auditKey = await auditKeyOf(dataDir);
  sure(migrate(databaseIn(dataDir)));
  const editions = sure(loadAllEditions(dataDir));
  const edition = editions.newest('monitoring-memo');
  if (!edition) throw new Error('The checklist of the memo is missing from checklists/');
  const database = openDatabase(databaseIn(dataDir));
  const workOf = (actorId: number) => createWork({ database, auditKey, actorId, now: Date.now() });
  const work = workOf(0);
  const orgIds: number[] = [];
  for (let n = 0; n < officers; n++) {
    const name = `Айыл өкмөтү ${n + 1}`;
    orgIds.push(sure(await addOrganisation(work, { ...PLACE, name })));
  }
  const campaignId = sure(await openCampaign(work, campaign(edition.id, edition.edition)));
  const ids: number[] = [];
  for (const [n, orgId] of orgIds.entries()) {
    const telegramId = FIRST_OFFICER + n;
    const token = `bench_officer_${n}`.padEnd(43, 'x');
    sure(
      await invite(work, { role: 'officer', orgId, commissionId: null, directions: null }, token),
    );
    const invitation = sure(await openInvitation(work, token, telegramId));
    const newcomer = { telegramId, name: `Кадр кызматкери ${n + 1}`, language: 'ky' } as const;
    sure(await acceptInvitation(work, invitation.id, newcomer));
    const actor = await loadActor(database.read, telegramId);
    const scope = actor && answeringScopes(actor)[0];
    if (!scope) throw new Error(`Officer ${n} has not joined`);
    sure(await openAssessment(workOf(actor.personId), scope, campaignId, editions.edition));
    ids.push(telegramId);
  }
  await database.close();
  return { dataDir, officers: ids };
}

const PLACE = { kind: 'municipal', region: 'naryn', district: 'Нарын району' } as const;

const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const campaign = (checklistId: string, edition: string) =>
  ({
    checklistId,
    edition,
    title: 'Кадр ишинин мониторинги',
    kind: 'planned',
    basis: null,
    paper: null,
    contactPhone: '+996 312 00 00 00',
    opensOn: day(0),
    deadline: day(60),
    periodFrom: day(-1000),
    periodTo: day(-1),
    headConfirms: false,
    commissionId: null,
    who: { orgIds: null, kind: null, region: null },
  }) as const;
