import { describe, expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../../src/chat/actions.ts';
import { registerKeepingScopes } from '../../../src/domain/access/rules.ts';
import type { PaperJob } from '../../../src/domain/summary/paper-job.model.ts';
import { offerImport } from '../../../src/domain/register/importing.service.ts';
import { createStaff } from '../../../src/flows/staff/staff.ts';
import { enlist, entry } from '../../support/register.ts';
import { type Office, openOffice, type Who } from '../../support/visit.ts';

const staff = createStaff();

const NOT_YOURS = {
  toast: 'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
  alert: true,
};

/** A head reads the list, and is told who changes it. */
const ONLY_OFFICER = {
  toast: 'Тизмени кадр иши боюнча жооптуу гана өзгөртөт. Эч нерсе өзгөргөн жок.',
  alert: true,
};

/** What a head may press too: looking, and the list as a file. */
const READING: readonly string[] = [
  'staff',
  'staffHome',
  'staffSearch',
  'staffGone',
  'staffMore',
  'staffPerson',
  'staffHistory',
  'staffFiles',
  'staffExport',
] satisfies ActionName[];

/** A register with one person and one checked list, and all that a forged button could change. */
async function kept(office: Office): Promise<() => Promise<string>> {
  await enlist(office, { name: 'Бейшенов Канат' }, [entry('training', '2025-01-01')]);
  const { work, actor, around, today } = await office.visit('officer');
  const [scope] = registerKeepingScopes(actor);
  if (!scope) throw new Error('The officer keeps no register');
  const text = 'Бейшенов Канат; адис; 12.03.2021;';
  const source = { kind: 'lines', text } as const;
  const checked = await around.lists.check({ orgId: office.orgId, source, today });
  if (!checked.ok) throw new Error(checked.error.code);
  const file = await around.files.put(Buffer.from(text));
  await offerImport(work, scope, { file, mime: 'text/plain', fileName: null }, checked.value);
  const { client } = office.database;
  return async () =>
    JSON.stringify(
      [
        await client.servant.findMany(),
        await client.staffRecord.findMany(),
        await client.registerChange.findMany(),
        await client.staffImport.findMany(),
        await client.register.findMany(),
        await client.outboxMessage.findMany(),
        await client.openCard.findMany(),
      ],
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
}

const forged = (office: Office, name: ActionName): number[] =>
  ACTIONS[name].args.map((arg) => {
    if (arg === 'organisation') return office.orgId;
    return arg === 'date' ? 20_260_101 : 1;
  });

describe('forged buttons of the staff list', () => {
  test('every action of the codec is carried out here', () => {
    const named = Object.keys(ACTIONS).filter((name) => name.startsWith('staff'));
    expect(Object.keys(staff.actions).toSorted()).toEqual(named.toSorted());
  });

  test.each([
    'head',
    'contributor',
    'otherOfficer',
    'member',
    'chair',
    'operator',
    'stranger',
  ] as const)('change nothing in the hands of a %s', async (who) => {
    const office = await openOffice();
    const state = await kept(office);
    const before = await state();
    const refusal = who === 'head' ? ONLY_OFFICER : NOT_YOURS;
    const visit = await office.visit(who, { pressed: 1 });
    for (const [name, act] of Object.entries(staff.actions)) {
      if (name === 'staffHome' || (who === 'head' && READING.includes(name))) continue;
      const reply = await act(visit, forged(office, name as ActionName));
      expect([name, reply]).toEqual([name, refusal]);
    }
    const typed = await office.visit(who);
    for (const { name, done } of staff.forms) {
      const args = [office.orgId, 1, 1, 1, 20_260_101];
      const reading = who === 'head' && name === 'staff.search';
      const reply = reading ? {} : await done(typed, args, '2026-01-01');
      const said = reading ? {} : { note: { text: refusal.toast, rows: [] } };
      expect([name, reply]).toEqual([name, said]);
    }
    // The one question that shows what stands there: of somebody who may not, it shows nothing.
    const field = staff.forms.find(({ name }) => name === 'staff.field');
    expect(await field?.ask(typed, [office.orgId, 1, 1])).toEqual({
      text: 'Эмнени оңдойсуз?',
      rows: [],
    });
    expect(await state()).toBe(before);
  });
});

test('/staff is for officers and heads alone', async () => {
  const office = await openOffice();
  for (const who of ['contributor', 'member', 'operator'] as const) {
    const { note, screen } = await staff.staff(await office.visit(who));
    expect([who, note?.text, screen]).toEqual([
      who,
      'Кызматчылардын тизмеси кадр иши боюнча жооптууга жана жетекчиге гана ачык. Өз баракчаңыз: /menu.',
      undefined,
    ]);
  }
});

describe('files of the staff list', () => {
  const made = async (office: Office, who: Who, kind: string): Promise<PaperJob | null> => {
    const payload = { orgId: office.orgId, importId: 1, language: 'ky' };
    const out = await staff.messages[kind]?.(payload, office.recipient(who));
    return out ? (office.jobs.at(-1) ?? null) : null;
  };

  test('are made of what stands when they are sent, for whoever still may have them', async () => {
    const office = await openOffice();
    await kept(office);
    expect(await made(office, 'head', 'staff.list')).toMatchObject({
      kind: 'staff-list',
      orgName: 'Көк-Жар айыл өкмөтү',
      servants: [{ name: 'Бейшенов Канат' }],
      records: [{ kind: 'training', date: '2025-01-01', servant: 1 }],
    });
    expect(await made(office, 'officer', 'staff.template')).toMatchObject({
      kind: 'staff-template',
    });
    expect(await made(office, 'officer', 'staff.marked')).toMatchObject({
      kind: 'staff-marked',
      source: { kind: 'lines', text: 'Бейшенов Канат; адис; 12.03.2021;' },
      problems: [],
    });
    for (const who of ['contributor', 'otherOfficer', 'member', 'operator'] as const) {
      for (const kind of ['staff.list', 'staff.template', 'staff.marked']) {
        expect([who, kind, await made(office, who, kind)]).toEqual([who, kind, null]);
      }
    }
    expect(await made(office, 'head', 'staff.marked')).toBe(null);
  });

  test('the list is audited when it is ordered, and ten taps order one', async () => {
    const office = await openOffice();
    await kept(office);
    const visit = await office.visit('head', { pressed: 1 });
    for (let tap = 0; tap < 10; tap += 1) await staff.actions.staffExport?.(visit, [office.orgId]);
    const { client } = office.database;
    expect(await client.outboxMessage.count({ where: { kind: 'staff.list' } })).toBe(1);
    expect(
      await client.auditEntry.count({
        where: { action: 'register.exported', orgId: office.orgId },
      }),
    ).toBe(10);
  });
});
