import type { Reader } from '../shared/database.ts';
import type { OrganisationScope } from './model.ts';
import { namesById } from './people.store.ts';
import { readings } from './privacy.store.ts';

/** Audit actions by which somebody read an organisation's answers or files, or loaded its staff list. */
export const READING_ACTIONS = [
  'submission.read',
  'file.downloaded',
  'paper.downloaded',
  'register.import',
  'register.exported',
] as const;
export type ReadingAction = (typeof READING_ACTIONS)[number];

export interface Reading {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly action: ReadingAction;
  /** null: erased since. */
  readonly name: string | null;
  /** The machine's owner at the command line, not a person of the bot. */
  readonly owner: boolean;
}

/** As many as a screen holds. */
const SHOWN = 10;

/** Who opened or downloaded the organisation's data last, newest first. For its own people. */
export async function readingsOf(reader: Reader, scope: OrganisationScope): Promise<Reading[]> {
  const rows = await readings(reader, scope.orgId, READING_ACTIONS, SHOWN);
  const names = await namesById(
    reader,
    rows.map(({ actorId }) => actorId),
  );
  return rows.map(({ at, actorId, action }) => ({
    at,
    action: action as ReadingAction,
    name: names.get(actorId) ?? null,
    owner: actorId === 0,
  }));
}
