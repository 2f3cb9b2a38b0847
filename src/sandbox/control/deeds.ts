import type { InGroup } from '../people/groups.ts';
import type { World } from '../world.ts';

/** A deed of the control API; its body is checked by the world, which says what is impossible. */
type Deed = (world: World, body: never) => unknown;

type Fields<Name extends keyof World> = World[Name] extends (first: infer First) => unknown
  ? First
  : never;

const GROUP_DEEDS = {
  create: 'createGroup',
  add: 'addBot',
  kick: 'kickBot',
  join: 'join',
  leave: 'leave',
  upgrade: 'upgradeGroup',
  delete: 'deleteGroup',
  createTopic: 'createTopic',
  deleteTopic: 'deleteTopic',
} as const;

type GroupAction = keyof typeof GROUP_DEEDS | 'administrator' | 'member' | 'restricted';

/** `POST /sandbox/<name>` with a JSON body. */
export const deeds: ReadonlyMap<string, Deed> = new Map(
  Object.entries({
    start: (
      world: World,
      { personId, parameter, chatId }: { personId: number; parameter?: string; chatId?: number },
    ) => world.start(personId, parameter, chatId),
    send: (world: World, body: Fields<'send'>) => world.send(body),
    press: (world: World, body: Fields<'press'>) => world.press(body),
    edit: (world: World, body: Fields<'edit'>) => world.edit(body),
    sticker: (world: World, body: { personId: number; chatId: number }) =>
      world.sendOdd(body, 'sticker'),
    voice: (world: World, body: { personId: number; chatId: number }) =>
      world.sendOdd(body, 'voice'),
    poll: (world: World, body: { personId: number; chatId: number }) => world.sendOdd(body, 'poll'),
    contact: (world: World, body: { personId: number; chatId: number }) =>
      world.sendOdd(body, 'contact'),
    block: (world: World, { personId, blocked }: { personId: number; blocked: boolean }) =>
      world.block(personId, blocked),
    group: (world: World, body: InGroup & { action: GroupAction }) => {
      const { action } = body;
      if (action === 'administrator' || action === 'member' || action === 'restricted') {
        return world.rankBot(body, action);
      }
      const act = world[GROUP_DEEDS[action]] as ((place: unknown) => unknown) | undefined;
      if (!act) throw new Error(`there is nothing to do with a group called ${action}`);
      return act(body);
    },
    clock: (world: World, { ms }: { ms: number }) => world.advance(ms),
    morning: (world: World) => world.toMorning(),
    reset: (world: World) => world.reset(),
  }),
);
