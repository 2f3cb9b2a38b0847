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
  /** The open typed step was brought so far by this very update, before a crash. */
  repeated: boolean;
  /** What went wrong, to be thrown when the middleware is through. */
  failure: Error | undefined;
}

export type EdgeContext = ConversationFlavor<Context & { edge: Edge | null }>;
