import { badRequest, Refusal } from '../refusal.ts';
import { type SpecField, type SpecFields, type SpecType, spec } from '../spec.ts';
import { type Check, lengthCheck, strictChecks } from './values.ts';

/** Lengths for which Telegram has a text of its own; the module that owns that text checks them. */
const CHECKED_ELSEWHERE = new Set([
  'InlineKeyboardButton.callback_data',
  'CopyTextButton.text',
  'BotCommand.command',
  'BotCommand.description',
]);

const compiled = new Map<string, Check>();

/** The check of an object of the specification inside JSON: types, required and unknown fields. */
export function objectCheck(name: string): Check {
  const known = compiled.get(name);
  if (known) return known;
  const fields = spec.objects[name];
  if (!fields) throw new Error(`${name} is not an object of the Bot API`);
  let check: Check | undefined;
  // An object may hold itself, so its fields are compiled when it is first met.
  const lazy: Check = (value, at) => {
    check ??= compileObject(name, fields);
    return check(value, at);
  };
  compiled.set(name, lazy);
  return lazy;
}

function compileObject(name: string, fields: SpecFields): Check {
  const checks = new Map(
    Object.entries(fields).map(([key, field]) => [key, fieldCheck(name, key, field)]),
  );
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw badRequest(`${name} must be an Object`);
    }
    const record = value as Record<string, unknown>;
    for (const key of required) {
      if (record[key] === undefined) throw unreadable(name, `Can't find field "${key}"`);
    }
    for (const key in record) {
      const check = checks.get(key);
      if (!check) throw unreadable(name, `Unknown field "${key}"`);
      try {
        check(record[key], key);
      } catch (error) {
        if (!(error instanceof Refusal) || error.message.includes("can't parse")) throw error;
        throw unreadable(name, sentence(error));
      }
    }
    return value;
  };
}

function unreadable(name: string, reason: string): Refusal {
  return badRequest(`Can't parse ${name}: ${reason}`);
}

/** The refusal's own words, without the prefix of its code and with a capital again. */
export function sentence(error: Refusal): string {
  const text = error.message.slice(error.message.indexOf(': ') + 2);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fieldCheck(owner: string, key: string, field: SpecField): Check {
  const type = typeCheck(field.type);
  const length = CHECKED_ELSEWHERE.has(`${owner}.${key}`) ? undefined : lengthCheck(field);
  if (key === 'parse_mode' || key === 'quote_parse_mode') return strictChecks.String as Check;
  if (!length) return type;
  return (value, name) => length(type(value, name), name);
}

/** The check of any type inside JSON. */
export function typeCheck(type: SpecType): Check {
  if (typeof type === 'string') return strictChecks[type] ?? objectCheck(type);
  if ('enum' in type) return enumCheck(type.enum);
  if ('array' in type) return arrayCheck(typeCheck(type.array));
  return unionCheck(type.union);
}

export function enumCheck(words: (string | number)[]): Check {
  const allowed = new Set<unknown>(words);
  return (value, name) => {
    if (allowed.has(value)) return value;
    const few = words.length <= 5 ? words.join(', ') : `one of ${words.length} known words`;
    throw badRequest(`Field "${name}" must be ${few}`);
  };
}

function arrayCheck(item: Check): Check {
  return (value, name) => {
    if (!Array.isArray(value)) throw badRequest(`Field "${name}" must be of type Array`);
    for (const element of value as unknown[]) item(element, name);
    return value as unknown[];
  };
}

/**
 * A union is told apart by its `type` or `source` where it has one; otherwise the first member that
 * fits is taken, and the refusal of the first is shown.
 */
export function unionCheck(types: SpecType[]): Check {
  const members = types.map((type) => ({ type, check: typeCheck(type) }));
  return (value, name) => {
    const told = members.filter((member) => isTold(member.type, value));
    let first: unknown;
    for (const member of told.length > 0 ? told : members) {
      try {
        return member.check(value, name);
      } catch (error) {
        first ??= error;
      }
    }
    throw first;
  };
}

function isTold(type: SpecType, value: unknown): boolean {
  if (typeof type !== 'string' || typeof value !== 'object' || value === null) return false;
  const word = spec.objects[type]?.type?.type;
  return typeof word === 'object' && 'enum' in word && 'type' in value
    ? word.enum.includes(value.type as string)
    : false;
}
