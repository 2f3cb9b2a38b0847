import { deliverBotStatus } from '../world/membership.ts';
import type { State } from '../world/state.ts';
import { findPerson } from './presence.ts';

/** Somebody blocks the bot or lifts the block; the bot is told. */
export function block(state: State, personId: number, blocked: boolean): void {
  const person = findPerson(state, personId);
  if (person.blocked === blocked) return;
  person.blocked = blocked;
  const chat = state.chats.get(personId);
  if (chat) {
    const change = blocked
      ? ({ from: 'member', to: 'kicked' } as const)
      : ({ from: 'kicked', to: 'member' } as const);
    deliverBotStatus(state, chat, personId, change);
  }
  state.events.emit('person', () => ({ ...person.card, blocked }));
}

/** Somebody deletes their account; nobody is told. */
export function deactivate(state: State, personId: number): void {
  findPerson(state, personId).deactivated = true;
}
