import { badRequest } from '../refusal.ts';
import type { SpecField } from '../spec.ts';

/** Checks a value and returns it as the methods want it; throws a Refusal. `name` is that of the field. */
export type Check = (value: unknown, name: string) => unknown;

function wrongType(name: string, type: string): Error {
  return badRequest(`Field "${name}" must be of type ${type}`);
}

/** The checks of values inside JSON: no text stands for another type there. */
export const strictChecks: Record<string, Check> = {
  Integer(value, name) {
    if (!Number.isSafeInteger(value)) throw wrongType(name, 'Number');
    return value;
  },
  Float(value, name) {
    if (typeof value !== 'number') throw wrongType(name, 'Number');
    return value;
  },
  String(value, name) {
    if (typeof value !== 'string') throw wrongType(name, 'String');
    return value;
  },
  Boolean(value, name) {
    if (typeof value !== 'boolean') throw wrongType(name, 'Boolean');
    return value;
  },
  True(value, name) {
    if (value !== true) throw wrongType(name, 'True');
    return value;
  },
};
strictChecks.InputFile = (value, name) => strictChecks.String?.(value, name);

/**
 * The checks of top-level parameters, which may arrive as text: numbers as digits, truth as a word
 * (core.telegram.org/bots/api, «Making requests»).
 */
export const textChecks: Record<string, Check> = {
  ...strictChecks,
  Integer(value, name) {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return strictChecks.Integer?.(number, name);
  },
  Float(value, name) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (Number.isNaN(number)) throw wrongType(name, 'Number');
    return strictChecks.Float?.(number, name);
  },
  Boolean(value, name) {
    const word = typeof value === 'string' ? value.toLowerCase() : value;
    if (word === 'true' || word === '1' || word === 1) return true;
    if (word === 'false' || word === '0' || word === 0) return false;
    return strictChecks.Boolean?.(value, name);
  },
  True: (value, name) => strictChecks.True?.(textChecks.Boolean?.(value, name), name),
};

/** The check of a length in the field's own unit; undefined where the specification names none. */
export function lengthCheck(field: SpecField): Check | undefined {
  const { min = 0, max, unit } = field;
  if (max === undefined || unit === undefined) return undefined;
  return (value, name) => {
    const length =
      unit === 'bytes' ? Buffer.byteLength(value as string) : (value as string | unknown[]).length;
    if (length < min || length > max) {
      throw badRequest(`Field "${name}" must have ${min}-${max} ${unit}`);
    }
    return value;
  };
}
