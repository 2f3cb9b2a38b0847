import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { translate } from '../../src/chat/translator.ts';
import type { Recipient } from '../../src/chat/outgoing.ts';
import type { Surroundings, Visit } from '../../src/chat/visit.ts';
import { loadActor, strangerActor } from '../../src/domain/access/actor.service.ts';
import { answeringScopes } from '../../src/domain/access/rules.ts';
import { openAssessment } from '../../src/domain/assessment/opening.service.ts';
import { momentOf } from '../../src/domain/assessment/moment.rules.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { contactPhone } from '../../src/domain/campaign/service.ts';
import type { Edition } from '../../src/domain/checklist/model.ts';
import type { Language } from '../../src/domain/shared/language.ts';
import type { Work } from '../../src/domain/shared/work.ts';
import type { PaperJob } from '../../src/domain/summary/paper-job.model.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { openFiles } from '../../src/storage/files.ts';
import { createListWorker } from '../../src/worker/lists.ts';
import { freshDatabase } from './database.ts';
import { freshFolder } from './folder.ts';
import { shippedEdition } from './frozen.ts';

/** The morning of 12 January 2026 in Bishkek, three days before the deadline. */
export const NOW = Date.UTC(2026, 0, 12, 4, 30);
export const TIME_ZONE = 'Asia/Bishkek';

const PEOPLE = {
  officer: 'Өмүрова Гүлнур',
  secondOfficer: 'Кадырова Айнура',
  otherOfficer: 'Асанов Бакыт',
  contributor: 'Исаков Нурлан',
  head: 'Токтобаев Бекжан',
  member: 'Жээнбеков Эрлан',
  secondMember: 'Сыдыкова Нургүл',
  chair: 'Асанова Айгүл',
  otherMember: 'Бейшенов Канат',
  operator: 'Мамытов Талант',
} as const;
export type Who = keyof typeof PEOPLE;

export interface Office {
  readonly database: OpenDatabase & { readonly file: string };
  readonly edition: Edition;
  readonly around: Surroundings;
  /** Papers ordered from the maker, in order. */
  readonly jobs: PaperJob[];
  /** «Көк-Жар айыл өкмөтү», with officer, secondOfficer, contributor of directions 3 and 4, head. */
  readonly orgId: number;
  /** «Ак-Кыя айыл өкмөтү», with otherOfficer. */
  readonly otherOrgId: number;
  /** With member, secondMember, chair. */
  readonly commissionId: number;
  /** With otherMember, and no campaign. */
  readonly otherCommissionId: number;
  readonly campaignId: number;
  /** Of the first organisation, opened, with no answers. */
  readonly assessmentId: number;
  id(who: Who): number;
  telegramId(who: Who | 'stranger'): number;
  visit(
    who: Who | 'stranger',
    at?: { readonly pressed?: number | null; readonly now?: number; readonly language?: Language },
  ): Promise<Visit>;
  work(who: Who | null, now?: number): Work;
  /** To whom a message owed is rendered. */
  recipient(who: Who, now?: number, language?: Language): Recipient;
  /** The same for a group. */
  group(chatId: number): Recipient;
}

const telegramIdOf = (who: Who | 'stranger'): number => 5000 + Object.keys(PEOPLE).indexOf(who);

/** `without`: people who have not joined. `campaign`: fields of the campaign other than the usual. */
export async function openOffice(
  options: {
    readonly without?: readonly Who[];
    readonly campaign?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Office> {
  const database = await freshDatabase();
  const { client } = database;
  const at = BigInt(NOW);
  const edition = shippedEdition();
  const place = { kind: 'municipal', region: 'naryn', district: 'Ат-Башы району', createdAt: at };
  const organisation = (name: string) =>
    client.organisation.create({ data: { ...place, name, searchName: name.toLowerCase() } });
  const org = await organisation('Көк-Жар айыл өкмөтү');
  const otherOrg = await organisation('Ак-Кыя айыл өкмөтү');
  const commission = await client.commission.create({
    data: { name: 'Нарын облусу боюнча жумушчу комиссия', createdAt: at },
  });
  const otherCommission = await client.commission.create({
    data: { name: 'Ош облусу боюнча жумушчу комиссия', createdAt: at },
  });
  const campaign = await client.campaign.create({
    data: {
      commissionId: commission.id,
      checklistId: edition.id,
      edition: edition.edition,
      title: '2026-жылдын пландуу мониторинги',
      kind: 'planned',
      basis: '2025-жылдын 20-декабрындагы № 114 буйрук',
      paper: 'Маалымкат',
      contactPhone: '+996 312 00 00 00',
      opensOn: '2026-01-05',
      deadline: '2026-01-15',
      periodFrom: '2023-01-01',
      periodTo: '2025-12-31',
      createdAt: at,
      ...options.campaign,
    },
  });
  for (const { id } of [org, otherOrg]) {
    await client.participation.create({ data: { campaignId: campaign.id, orgId: id } });
  }
  const roles: Readonly<Record<Who, object>> = {
    officer: { kind: 'officer', orgId: org.id },
    secondOfficer: { kind: 'officer', orgId: org.id },
    otherOfficer: { kind: 'officer', orgId: otherOrg.id },
    contributor: { kind: 'contributor', orgId: org.id, directions: '3,4' },
    head: { kind: 'head', orgId: org.id },
    member: { kind: 'member', commissionId: commission.id },
    secondMember: { kind: 'member', commissionId: commission.id },
    chair: { kind: 'chair', commissionId: commission.id },
    otherMember: { kind: 'member', commissionId: otherCommission.id },
    operator: { kind: 'operator' },
  };
  const ids = new Map<Who, number>();
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const { id } = await client.person.create({
      data: { telegramId: BigInt(telegramIdOf(who)), name: PEOPLE[who], createdAt: at },
    });
    ids.set(who, id);
    if (options.without?.includes(who)) continue;
    await client.role.create({
      data: { kind: 'officer', createdAt: at, personId: id, ...roles[who] },
    });
  }

  const jobs: PaperJob[] = [];
  const lists = createListWorker(database.file);
  onTestFinished(() => lists.close());
  const around: Surroundings = {
    edition(checklistId, name) {
      if (checklistId !== edition.id || name !== edition.edition) throw new Error('No edition');
      return edition;
    },
    newestEdition: (checklistId) => (checklistId === edition.id ? edition : null),
    operatorIds: [],
    botUsername: 'eskertkich_demo_bot',
    timeZone: TIME_ZONE,
    files: await openFiles(freshFolder(), randomBytes(32)),
    papers: {
      make(job) {
        jobs.push(job);
        return Promise.resolve({
          fileName: `paper.${'format' in job ? job.format : 'pdf'}`,
          mime: 'application/octet-stream',
          bytes: new Uint8Array([jobs.length]),
        });
      },
    },
    lists,
    newToken: () => randomBytes(32).toString('base64url'),
    contactPhone: () => contactPhone(database.read),
  };

  const id = (who: Who) => ids.get(who) ?? 0;
  const work = (who: Who | null, now = NOW) =>
    createWork({ database, auditKey: 'key', actorId: who === null ? 0 : id(who), now });
  const visit: Office['visit'] = async (who, { pressed = null, now = NOW, language } = {}) => {
    const telegramId = telegramIdOf(who);
    const known = await loadActor(database.read, telegramId);
    const actor = known ?? strangerActor(telegramId, 'Бирөө');
    const spoken = language ?? actor.language;
    return {
      actor: { ...actor, language: spoken },
      t: translate(spoken),
      language: spoken,
      work: createWork({ database, auditKey: 'key', actorId: actor.personId, now }),
      now,
      today: momentOf(now, TIME_ZONE).on,
      around,
      pressed,
    };
  };
  const recipient = (
    personId: number,
    chatId: number,
    now: number,
    language: Language,
  ): Recipient => ({
    personId,
    chatId,
    language,
    t: translate(language),
    reader: database.read,
    around,
    now,
    today: momentOf(now, TIME_ZONE).on,
  });

  const officer = await visit('officer');
  const scope = answeringScopes(officer.actor)[0];
  const opened = scope && (await openAssessment(officer.work, scope, campaign.id, around.edition));
  if (!opened?.ok) throw new Error('The assessment did not open');
  return {
    database,
    edition,
    around,
    jobs,
    orgId: org.id,
    otherOrgId: otherOrg.id,
    commissionId: commission.id,
    otherCommissionId: otherCommission.id,
    campaignId: campaign.id,
    assessmentId: opened.value,
    id,
    telegramId: telegramIdOf,
    visit,
    work,
    recipient: (who, now = NOW, language = 'ky') =>
      recipient(id(who), telegramIdOf(who), now, language),
    group: (chatId) => recipient(0, chatId, NOW, 'ky'),
  };
}
