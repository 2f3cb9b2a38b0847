import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { acceptInvitation, openInvitation } from '../domain/access/joining.service.ts';
import { loadActor } from '../domain/access/actor.service.ts';
import { invite } from '../domain/access/inviting.service.ts';
import { ownedRegister, ownerScope } from '../domain/access/rules.ts';
import { createWork } from '../domain/audit/work.service.ts';
import {
  DEMO_PEOPLE,
  type Demo,
  type DemoPerson,
  seedDemo,
} from '../domain/campaign/demo.service.ts';
import { bindGroup } from '../domain/commission/group.service.ts';
import { addServant } from '../domain/register/keeping.service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import type { Work } from '../domain/shared/work.ts';
import type { SandboxGroup, SandboxPerson } from '../sandbox/options.ts';
import type { World } from '../sandbox/world.ts';
import { DEMO_CAST, DEMO_GROUP } from './demo-cast.ts';
import { demoStaff } from './demo-staff.ts';
import type { Service } from './service.ts';

/** People who work for the monitoring have joined already; the organisations' people hold their letters. */
const JOINED: readonly DemoPerson[] = ['chair', 'firstMember', 'secondMember', 'operator'];

/** From left to right: the officer beside the commission, which is what a newcomer wants to see. */
const ON_STAGE: readonly DemoPerson[] = [
  'officer',
  'chair',
  'firstMember',
  'head',
  'operator',
  'otherOfficer',
  'secondMember',
];

export interface DemoStage {
  readonly population: { readonly people: SandboxPerson[]; readonly groups: SandboxGroup[] };
  /** Seeds a fresh database; a former one is left as it is. */
  prepare(service: Service): Promise<void>;
  /** Opens the chats of those who have joined. */
  welcome(world: World): void;
  /** Throws the sandbox's data away. */
  wipe(): Promise<void>;
}

/** The links lie in the letters of the page, so the sandbox keeps their tokens beside its database. */
function tokensIn(dataDir: string): Record<DemoPerson, string> {
  const file = path.join(dataDir, 'letters.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<DemoPerson, string>;
  const tokens = Object.fromEntries(
    DEMO_PEOPLE.map((person) => [person, randomBytes(32).toString('base64url')]),
  ) as Record<DemoPerson, string>;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(tokens), { mode: 0o600 });
  return tokens;
}

export function startDemo({ config, now }: { config: Config; now: () => number }): DemoStage {
  const tokens = tokensIn(config.dataDir);
  const people = ON_STAGE.map((person): SandboxPerson => {
    const { letter, ...rest } = DEMO_CAST[person];
    return letter ? { ...rest, letter: { text: letter, startParameter: tokens[person] } } : rest;
  });
  let joined: number[] = [];

  return {
    population: { people, groups: [DEMO_GROUP] },
    async prepare(service) {
      const { database, visitOptions } = service;
      const { around } = visitOptions;
      const edition = around.newestEdition('monitoring-memo');
      if (!edition) throw new Error('The checklist of the memo is missing from checklists/');
      const work = createWork({ ...visitOptions, actorId: 0, now: now() });
      const order = [...DEMO_PEOPLE];
      const today = localDateOf(now(), config.timeZone);
      const seeded = await seedDemo(work, {
        today,
        newToken: () => tokens[order.shift() ?? 'operator'],
        checklistId: edition.id,
        edition: edition.edition,
      });
      if (seeded.ok) {
        await populate(work, seeded.value);
        await enlist(work, seeded.value.orgId, today);
      }
      joined = [];
      for (const person of DEMO_PEOPLE) {
        const { id } = DEMO_CAST[person];
        if (await loadActor(database.read, id)) joined.push(id);
      }
    },
    welcome(world) {
      for (const id of joined) world.start(id);
    },
    wipe() {
      for (const end of ['', '-wal', '-shm']) rmSync(config.databaseFile + end, { force: true });
      for (const name of ['files', 'audit.head', 'secret.key']) {
        rmSync(path.join(config.dataDir, name), { recursive: true, force: true });
      }
      return Promise.resolve();
    },
  };

  /** The commission and the operator join, and the commission's group is bound. */
  async function populate(work: Work, demo: Demo) {
    for (const person of JOINED) {
      const { id, first_name, last_name } = DEMO_CAST[person];
      const opened = await openInvitation(work, demo.tokens[person], id);
      if (!opened.ok)
        throw new Error(`The demo's ${person} cannot open the link: ${opened.error.code}`);
      const newcomer = {
        telegramId: id,
        name: `${first_name} ${last_name}`,
        language: 'ky',
      } as const;
      const accepted = await acceptInvitation(work, opened.value.id, newcomer);
      if (!accepted.ok) throw new Error(`The demo's ${person} cannot join: ${accepted.error.code}`);
    }
    const request = {
      role: 'group',
      orgId: null,
      commissionId: demo.commissionId,
      directions: null,
    } as const;
    const token = randomBytes(32).toString('base64url');
    const invited = await invite(work, request, token);
    if (!invited.ok) throw new Error(`The demo's group cannot be invited: ${invited.error.code}`);
    const bound = await bindGroup(work, token, { id: DEMO_GROUP.id, isForum: true });
    if (!bound.ok) throw new Error(`The demo's group cannot be bound: ${bound.error.code}`);
  }

  /** The first municipality has its staff list already; the second may load one. */
  async function enlist(work: Work, orgId: number, today: string) {
    const scope = ownedRegister(ownerScope('demo'), orgId);
    for (const { facts, records } of demoStaff(today)) {
      const added = await addServant(work, scope, facts, records, today);
      if (!added.ok) throw new Error(`The demo's staff cannot be entered: ${added.error.code}`);
    }
  }
}
