import { expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../src/chat/actions.ts';
import { encode } from '../../src/chat/callback.ts';
import { link } from '../journeys/campaigns.ts';
import type { ChatClient } from '../support/chat.ts';
import { leaveEveryRole } from './filled.ts';
import { join, openScene, type Scene, sentences } from './scene.ts';
import { allTables, written } from './tables.ts';

const ORG = 1;
const OTHER = 2;
/** Nobody of the cast has such a name, and no text of the product. */
const NAME = 'Жапаркулова Рахатбүбү';
const SECRETS = [NAME, 'Жапаркулова', 'Рахатбүбү', 'Жээнбекова', 'Кадыров', 'Исаков', 'салык жана'];

/** Codes that begin so are the staff list's and the reminders'. */
const OF_THE_REGISTER = (Object.keys(ACTIONS) as ActionName[]).filter((action) =>
  /^[ty]/.test(ACTIONS[action].code),
);

/** What only the first organisation's register has. */
const THEIRS: readonly string[] = ['servant', 'record', 'change', 'import'];
const names = (action: ActionName): boolean =>
  ACTIONS[action].args.some((arg) => THEIRS.includes(arg));

/** Such buttons about the first organisation's data; `org`: the organisation they claim. */
async function buttonsOn(
  { client }: Scene,
  org: number,
  actions: readonly ActionName[] = OF_THE_REGISTER,
): Promise<string[]> {
  const { servant } = await client.servant.findFirstOrThrow({ where: { orgId: ORG, name: NAME } });
  const last = { orderBy: { id: 'desc' } } as const;
  const record = await client.staffRecord.findFirstOrThrow({ where: { servant }, ...last });
  const change = await client.registerChange.findFirstOrThrow({ where: { orgId: ORG }, ...last });
  const list = await client.staffImport.findFirstOrThrow({ where: { orgId: ORG }, ...last });
  const ids: Record<string, number> = {
    organisation: org,
    servant,
    record: record.id,
    change: change.id,
    import: list.id,
    page: 0,
    date: 20260112,
    step: 0,
  };
  const drawn = actions.flatMap((action) =>
    [1, 3].map((other) =>
      encode(
        action,
        ACTIONS[action].args.map((arg: string) => ids[arg] ?? other),
      ),
    ),
  );
  return [...new Set(drawn)];
}

const TABLES = ['Servant', 'StaffRecord', 'Register', 'RegisterChange', 'StaffImport', 'Reminder'];

/** What a button says names an organisation as its first number; the others show what is one's own. */
const namesOrganisation = (data: string): boolean => !/^(to|yg|yq)(\.|$)/.test(data);

/** The register of the first organisation, as rows. */
async function register({ client }: Scene) {
  const tables = await allTables(client);
  const own = (row: string) => (JSON.parse(row) as { orgId: number }).orgId === ORG;
  return Object.fromEntries(TABLES.map((name) => [name, (tables[name] ?? []).filter(own)]));
}

/** Presses all the buttons under the newest message, then answers whatever was asked. */
async function pressAll({ town }: Scene, chat: ChatClient, buttons: readonly string[]) {
  const { personId } = chat;
  const place = { personId, chatId: personId, messageId: chat.last().id };
  const since = town.journal.mark();
  const queries = buttons.map((data) => town.world.press({ ...place, data }));
  await town.quiet();
  await chat.say('Башка Киши; адис; 12.03.2021; 03.12.2022');
  await chat.upload([{ name: 'list.csv', bytes: Buffer.from('ФИО;Должность\nБашка Киши;адис\n') }]);
  const told = town.journal.calls
    .slice(since)
    .filter(({ parameters }) => parameters.chat_id === personId)
    .map(({ parameters }) => JSON.stringify(parameters));
  const toasts = queries.map(({ queryId }) => town.world.callback(queryId)?.answer?.text ?? '');
  return { toasts, all: JSON.stringify(chat.messages()) + told.join('\n') + toasts.join('\n') };
}

test('no button of the register shows or changes anything for whoever may not read it', async () => {
  const scene = await openScene();
  const { town, officer } = scene;
  await officer.press(encode('staffAdd', [ORG]));
  await officer.say(NAME);
  await officer.say('салык жана жыйымдар боюнча адис');
  await officer.say('12.03.2021');
  await officer.say('03.12.2022');
  await officer.press(encode('staffImport', [ORG]));
  await officer.say(`${NAME}; катчы; 12.03.2021; 03.12.2022`);
  const buttons = await buttonsOn(scene, ORG);
  expect(buttons.length).toBeGreaterThan(60);
  const other = town.chat('otherOfficer');
  await join(other);
  await other.press(encode('staffAdd', [OTHER]));
  await other.say('Өзүнүкү Киши');
  // As many changes as the first one's has had: rows are kept by the number of the change.
  const { edition } = await scene.client.register.findUniqueOrThrow({ where: { orgId: ORG } });
  await scene.client.register.update({ where: { orgId: OTHER }, data: { edition } });
  const claimed = await buttonsOn(scene, OTHER, OF_THE_REGISTER.filter(names));
  await leaveEveryRole(scene, town.chat('secondMember'));
  const contributor = { role: 'contributor', orgId: ORG, directions: [3, 12] } as const;
  await join(town.chat('secondMember'), await link(town, contributor));

  const before = await register(scene);
  const notYours = sentences('errors:access.notYours').ky;
  const stranger = town.chat('head');
  await stranger.say('Салам');
  const intruders = {
    otherOfficer: [...buttons, ...claimed],
    firstMember: buttons,
    secondMember: buttons,
    operator: buttons,
    head: buttons,
  } as const;
  for (const [who, pressed] of Object.entries(intruders)) {
    const chat = town.chat(who as keyof typeof intruders);
    const { all, toasts } = await pressAll(scene, chat, pressed);
    const named = buttons.map((data, place) => (namesOrganisation(data) ? toasts[place] : null));
    const said = new Set(named.filter((toast) => toast !== null));
    // A stranger hears where to ask for a link.
    expect([who, said]).toEqual([who, new Set([who === 'head' ? '' : notYours])]);
    expect([who, SECRETS.filter((secret) => all.includes(secret))]).toEqual([who, []]);
    expect([who, written(before, await register(scene))]).toEqual([who, {}]);
  }

  await join(stranger);
  // The files he may have; to make them all would take long.
  const { all } = await pressAll(
    scene,
    stranger,
    buttons.filter((data) => !/^(te|yf)\./.test(data)),
  );
  expect(all).toContain(NAME);
  expect(written(before, await register(scene))).toEqual({});
}, 40_000);
