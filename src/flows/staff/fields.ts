import type { ServantFacts } from '../../domain/register/model.ts';

/**
 * Fields corrected one at a time, by how they are given. Buttons carry the place from 1: new fields
 * come at the end.
 */
export const FIELDS = [
  { name: 'name', how: 'text' },
  { name: 'position', how: 'text' },
  { name: 'group', how: 'group' },
  { name: 'category', how: 'text' },
  { name: 'unit', how: 'text' },
  { name: 'appointedOn', how: 'date' },
  { name: 'serviceStart', how: 'date' },
  { name: 'nextTraining', how: 'date' },
  { name: 'nextRank', how: 'date' },
  { name: 'nextAttestation', how: 'date' },
] as const satisfies readonly {
  readonly name: keyof ServantFacts;
  readonly how: 'text' | 'date' | 'group';
}[];
export type Field = (typeof FIELDS)[number];

/** Characters a typed name or text may have before the register is asked; it has its own limits. */
export const TEXT_ROOM = 300;
