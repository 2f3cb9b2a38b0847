import { randomBytes } from 'node:crypto';
import type { Surroundings, Visit } from '../../src/chat/visit.ts';
import { translate } from '../../src/chat/translator.ts';
import { loadActor, strangerActor } from '../../src/domain/access/actor.service.ts';
import type { InvitationRequest } from '../../src/domain/access/invitation.model.ts';
import { issue } from '../../src/domain/access/inviting.service.ts';
import { acceptInvitation, openInvitation } from '../../src/domain/access/joining.service.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { openCampaign } from '../../src/domain/campaign/service.ts';
import type { CampaignRequest } from '../../src/domain/campaign/model.ts';
import { addCommission } from '../../src/domain/commission/service.ts';
import { addOrganisation } from '../../src/domain/organisation/service.ts';
import type { Language } from '../../src/domain/shared/language.ts';
import type { Result } from '../../src/domain/shared/result.ts';
import type { Work } from '../../src/domain/shared/work.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { freshDatabase } from './database.ts';
import { shippedEdition } from './frozen.ts';

/** 23.11.2026, 10:00 in Bishkek. */
export const NOW = Date.UTC(2026, 10, 23, 4);
export const TODAY = '2026-11-23';
export const DAY = 24 * 60 * 60 * 1000;
export const PHONE = '+996 312 62 00 01';
export const OPERATOR = 900;

/** The value of a result that must be one. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A database with whom a test lets in, and visits of them. */
export interface Hall {
  readonly database: OpenDatabase;
  readonly around: Surroundings;
  /** The clock of what is made from now on. */
  at: number;
  work(actorId?: number): Work;
  organisation(name: string, region?: string): Promise<number>;
  commission(name?: string): Promise<number>;
  campaign(change?: Partial<CampaignRequest>): Promise<number>;
  /** A fresh link's token. */
  token(request: Partial<InvitationRequest> & Pick<InvitationRequest, 'role'>): Promise<string>;
  /** Somebody joins by a fresh link; returns the person's id. */
  join(
    telegramId: number,
    request: Partial<InvitationRequest> & Pick<InvitationRequest, 'role'>,
    name?: string,
    language?: Language,
  ): Promise<number>;
  visit(telegramId: number, name?: string, language?: Language): Promise<Visit>;
  /** Audit actions so far, in their order. */
  actions(): Promise<string[]>;
  /** Messages owed so far. */
  owed(): Promise<{ personId: number; kind: string; payload: unknown }[]>;
}

export async function openHall(change: Partial<Surroundings> = {}): Promise<Hall> {
  const database = await freshDatabase();
  const edition = shippedEdition();
  const around: Surroundings = {
    edition: () => edition,
    newestEdition: (id) => (id === edition.id ? edition : null),
    operatorIds: [OPERATOR],
    botUsername: 'eskertkich_bot',
    timeZone: 'Asia/Bishkek',
    files: unused('files'),
    papers: unused('papers'),
    lists: unused('lists'),
    newToken: () => randomBytes(32).toString('base64url'),
    contactPhone: () => Promise.resolve(PHONE),
    ...change,
  };
  const full = (request: Partial<InvitationRequest> & Pick<InvitationRequest, 'role'>) => ({
    orgId: null,
    commissionId: null,
    directions: null,
    ...request,
  });
  const hall: Hall = {
    database,
    around,
    at: NOW,
    work: (actorId = 0) => createWork({ database, auditKey: 'key', actorId, now: hall.at }),
    organisation: async (name, region = 'naryn') =>
      must(await addOrganisation(hall.work(), { name, kind: 'municipal', region })),
    commission: async (name = 'Жумушчу комиссия') => must(await addCommission(hall.work(), name)),
    campaign: async (changed = {}) =>
      must(
        await openCampaign(hall.work(), {
          checklistId: edition.id,
          edition: edition.edition,
          title: 'Мониторинг 2026',
          kind: 'planned',
          basis: null,
          paper: null,
          contactPhone: null,
          opensOn: TODAY,
          deadline: '2027-01-15',
          periodFrom: null,
          periodTo: null,
          headConfirms: false,
          commissionId: null,
          who: { orgIds: null, kind: null, region: null },
          ...changed,
        }),
      ),
    token: async (request) =>
      (await hall.work().run((unit) => issue(unit, full(request), around.newToken()))).token,
    async join(telegramId, request, name = `Киши ${telegramId}`, language = 'ky') {
      const token = await hall.token(request);
      const { id } = must(await openInvitation(hall.work(), token, telegramId));
      const newcomer = { telegramId, name, language };
      return must(await acceptInvitation(hall.work(), id, newcomer)).personId;
    },
    async visit(telegramId, name = `Киши ${telegramId}`, language) {
      const actor = (await loadActor(database.read, telegramId)) ?? strangerActor(telegramId, name);
      const spoken = language ?? actor.language;
      return {
        actor,
        t: translate(spoken),
        language: spoken,
        work: hall.work(actor.personId),
        now: hall.at,
        today: TODAY,
        around,
        pressed: null,
      };
    },
    async actions() {
      const rows = await database.client.auditEntry.findMany({ orderBy: { seq: 'asc' } });
      return rows.map(({ action }) => action);
    },
    async owed() {
      const rows = await database.client.outboxMessage.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ personId, kind, payload }) => ({
        personId,
        kind,
        payload: JSON.parse(payload) as unknown,
      }));
    },
  };
  return hall;
}

/** A port this test does not expect to be used. */
const unused = (name: string): never =>
  new Proxy(
    {},
    {
      get() {
        throw new Error(`${name} was used`);
      },
    },
  ) as never;
