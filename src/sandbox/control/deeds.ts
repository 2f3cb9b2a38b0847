import type { InGroup } from '../people/groups.ts';
import type { World } from '../world.ts';

type Deed = (world: World, body: never) => unknown;

/** A deed of the control API; its body is checked by the world, which says what is impossible. */
function deed<Body>(act: (world: World, body: Body) => unknown): Deed {
  return act as Deed;
}

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
    start: deed<{ personId: number; parameter?: string; chatId?: number }>(
      (world, { personId, parameter, chatId }) => world.start(personId, parameter, chatId),
    ),
    send: deed<Fields<'send'>>((world, body) => world.send(body)),
    press: deed<Fields<'press'>>((world, body) => world.press(body)),
    edit: deed<Fields<'edit'>>((world, body) => world.edit(body)),
    sticker: deed<{ personId: number; chatId: number }>((world, body) =>
      world.sendOdd(body, 'sticker'),
    ),
    voice: deed<{ personId: number; chatId: number }>((world, body) =>
      world.sendOdd(body, 'voice'),
    ),
    poll: deed<{ personId: number; chatId: number }>((world, body) => world.sendOdd(body, 'poll')),
    contact: deed<{ personId: number; chatId: number }>((world, body) =>
      world.sendOdd(body, 'contact'),
    ),
    block: deed<{ personId: number; blocked: boolean }>((world, { personId, blocked }) =>
      world.block(personId, blocked),
    ),
    group: deed<InGroup & { action: GroupAction }>((world, body) => {
      const { action } = body;
      if (action === 'administrator' || action === 'member' || action === 'restricted') {
        return world.rankBot(body, action);
      }
      const act = world[GROUP_DEEDS[action]] as ((place: unknown) => unknown) | undefined;
      if (!act) throw new Error(`there is nothing to do with a group called ${action}`);
      return act(body);
    }),
    clock: deed<{ ms: number }>((world, { ms }) => world.advance(ms)),
    reset: deed((world) => world.reset()),
  }),
);
