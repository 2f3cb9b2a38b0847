import { checkReplyMarkup } from '../../keyboard/markup.ts';
import { badRequest } from '../refusal.ts';
import { isUpload } from '../upload.ts';
import { type SpecField, type SpecFields, type SpecType, spec } from '../spec.ts';
import { enumCheck, typeCheck } from './objects.ts';
import { type Check, lengthCheck, textChecks } from './values.ts';

/** Telegram's words for a parameter that is missing or empty; others get the sandbox's own. */
const MISSING: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'Message text is empty',
  message_id: 'Message identifier is not specified',
  user_id: 'Invalid user_id specified',
  callback_query_id: 'Query is too old and response timeout expired or query ID is invalid',
  file_id: 'file_id not specified',
  document: 'There is no document in the request',
  photo: 'There is no photo in the request',
  media: 'There are no media in the request',
};

/** Lengths for which Telegram has a text of its own, and the empty url that ends a webhook. */
const CHECKED_ELSEWHERE = new Set([
  'answerCallbackQuery.text',
  'sendMediaGroup.media',
  'setWebhook.secret_token',
]);
const MAY_BE_EMPTY = new Set(['setWebhook.url']);

export type Parameters = Record<string, unknown>;

/** A method of the specification and the check of its parameters. */
export interface MethodCheck {
  /** The name as the documentation spells it; calls may spell it in any case. */
  name: string;
  parameters: ReadonlySet<string>;
  /**
   * Returns the parameters with text turned into numbers, truth values and objects; throws a
   * Refusal at the first that is unknown, missing or wrong. Empty ones are left out, as in Telegram.
   */
  check(raw: Parameters): Parameters;
}

/** Finds a method by its name in any case; undefined if the Bot API has none of that name. */
export function findMethod(name: string): MethodCheck | undefined {
  const key = name.toLowerCase();
  const compiled = methods.get(key);
  if (compiled) return compiled;
  const proper = names.get(key);
  if (proper === undefined) return undefined;
  const method = compile(proper, spec.methods[proper] ?? {});
  methods.set(key, method);
  return method;
}

const names = new Map(Object.keys(spec.methods).map((name) => [name.toLowerCase(), name]));
const methods = new Map<string, MethodCheck>();

function compile(name: string, fields: SpecFields): MethodCheck {
  const checks = new Map(
    Object.entries(fields).map(([key, field]) => [key, parameterCheck(name, key, field)]),
  );
  const required = Object.keys(fields).filter(
    (key) => fields[key]?.required && !MAY_BE_EMPTY.has(`${name}.${key}`),
  );
  return {
    name,
    parameters: new Set(checks.keys()),
    check(raw) {
      const checked: Parameters = {};
      for (const key in raw) {
        const check = checks.get(key);
        if (!check) throw badRequest(`unknown parameter "${key}"`);
        const value = raw[key];
        if (value !== '' && value !== undefined) checked[key] = check(value, key);
      }
      for (const key of required) {
        if (checked[key] === undefined) {
          throw badRequest(MISSING[key] ?? `parameter "${key}" is required`);
        }
      }
      return checked;
    },
  };
}

function parameterCheck(method: string, key: string, field: SpecField): Check {
  if (key === 'reply_markup') return checkReplyMarkup(allowsReplyKeyboard(field.type));
  // An unknown parse_mode has a text of Telegram's own, given where the text is parsed.
  if (key.endsWith('parse_mode')) return textChecks.String as Check;
  const type = topLevelCheck(field.type);
  const length = CHECKED_ELSEWHERE.has(`${method}.${key}`) ? undefined : lengthCheck(field);
  if (!length) return type;
  return (value, name) => length(type(value, name), name);
}

function allowsReplyKeyboard(type: SpecType): boolean {
  return typeof type === 'object' && 'union' in type && type.union.includes('ReplyKeyboardMarkup');
}

function topLevelCheck(type: SpecType): Check {
  if (takesFile(type)) return fileCheck;
  if (typeof type === 'string' && textChecks[type]) return textChecks[type];
  if (typeof type === 'object' && 'enum' in type) return textEnumCheck(type.enum);
  if (typeof type === 'object' && 'union' in type && type.union.includes('String')) {
    return type.union.includes('Integer') ? chatIdCheck : (textChecks.String as Check);
  }
  const check = typeCheck(type);
  return (value, name) => check(typeof value === 'string' ? fromJson(value, name) : value, name);
}

function takesFile(type: SpecType): boolean {
  if (typeof type === 'string') return type === 'InputFile';
  return 'union' in type && type.union.includes('InputFile');
}

/** A file is a part of a multipart body, or the text that stands for one. */
const fileCheck: Check = (value, name) =>
  isUpload(value) ? value : textChecks.String?.(value, name);

function textEnumCheck(words: (string | number)[]): Check {
  const check = enumCheck(words);
  const numeric = words.every((word) => typeof word === 'number');
  return (value, name) => check(numeric ? textChecks.Integer?.(value, name) : value, name);
}

/** A chat is named by its number, as number or digits, or by `@username`. */
const chatIdCheck: Check = (value, name) =>
  typeof value === 'string' && !/^-?\d+$/.test(value) ? value : textChecks.Integer?.(value, name);

function fromJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`Can't parse ${name} JSON object`);
  }
}
