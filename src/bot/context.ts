import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Visit } from '../chat/visit.ts';
import type { Desk } from './desk.ts';

/** What the edge knows of the update being handled. */
export interface Edge {
  /** A private chat; in groups nobody has a visit. */
  readonly visit: Visit;
  readonly desk: Desk;
  /** The service ran before a crash: only show and answer. */
  readonly applied: boolean;
  /** What went wrong inside a typed step, to be thrown outside of it. */
  failure: unknown;
}

export type EdgeContext = ConversationFlavor<Context & { edge: Edge | null }>;
