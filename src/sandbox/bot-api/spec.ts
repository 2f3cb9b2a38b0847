import { readFileSync } from 'node:fs';

/** The type of a field: a basic type, the name of an object, or a composition of types. */
export type SpecType =
  | string
  | { array: SpecType }
  | { union: SpecType[] }
  | { enum: (string | number)[] };

/** A parameter of a method or a field of an object; `min` and `max` count `unit`s. */
export interface SpecField {
  type: SpecType;
  required?: boolean;
  min?: number;
  max?: number;
  unit?: 'characters' | 'bytes' | 'items';
}

export type SpecFields = Record<string, SpecField>;

/** The machine-readable Bot API, made by scripts/bot-api-spec.mjs. */
export interface Spec {
  version: string;
  methods: Record<string, SpecFields>;
  objects: Record<string, SpecFields>;
}

export const spec: Spec = JSON.parse(
  readFileSync(new URL('./spec.json', import.meta.url), 'utf8'),
) as Spec;
