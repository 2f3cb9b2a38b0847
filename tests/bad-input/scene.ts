import { expect, onTestFinished } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { type Key, translate, type Values } from '../../src/chat/translator.ts';
import { type Language, LANGUAGES } from '../../src/domain/shared/language.ts';
import type { Client } from '../../src/domain/shared/database.ts';
import { openTown, type Town } from '../support/town.ts';
import type { ChatClient } from '../support/chat.ts';
import { summary } from '../support/journal.ts';

type Options = Parameters<typeof openTown>[0];

/** The telephone of the demo's monitoring, which refusals show. */
export const PHONE = '+996 312 00 00 00';

/** The demo municipality with its officer in the middle of the walk. */
export interface Scene {
  readonly town: Town;
  readonly officer: ChatClient;
  readonly client: Client;
  /** Of the officer's organisation. */
  readonly assessmentId: number;
}

/** Somebody follows the letter in the chat, or a fresh link, and joins. */
export async function join(chat: ChatClient, token?: string): Promise<void> {
  if (token === undefined) await chat.openLetter();
  else await chat.start(token);
  const data = chat.card().keyboard?.inline_keyboard.flat() ?? [];
  const button = data.find(
    (one) => 'callback_data' in one && one.callback_data?.startsWith('j.') === true,
  );
  if (!button || !('callback_data' in button)) throw new Error(`No way in: ${chat.last().text}`);
  await chat.press(String(button.callback_data));
}

/** Somebody who presses twice makes the bot show what stands there already; that alone is no mistake. */
const UNCHANGED = 'Bad Request: message is not modified';

/** `allowed`: beginnings of further refusals that the test brings about. */
export async function openScene(
  options: Options & { readonly allowed?: readonly string[] } = {},
): Promise<Scene> {
  const { allowed = [], ...rest } = options;
  const town = await openTown({ ...rest, allowRefused: true });
  onTestFinished(() => {
    const beginnings = [UNCHANGED, ...allowed];
    const known = (text = '') => beginnings.some((beginning) => text.startsWith(beginning));
    const refused = town.journal.refused().filter(({ description }) => !known(description));
    expect(refused.map(summary)).toEqual([]);
  });
  const officer = town.chat('officer');
  await join(officer);
  const { client } = town.app.service().database;
  const assessment = await client.assessment.findFirstOrThrow({
    where: { organisation: { name: 'Көк-Жар айыл өкмөтү' } },
  });
  await officer.press(encode('goOn', [assessment.id]));
  return { town, officer, client, assessmentId: assessment.id };
}

/** The person chooses a language. */
export const speak = (chat: ChatClient, language: Language) =>
  chat.press(encode('language', [LANGUAGES.indexOf(language)]));

/** A sentence in each language; each must be a sentence of its own. */
export function sentences(key: Key, values: Values = {}): Record<Language, string> {
  const said = LANGUAGES.map((language) => translate(language).plain(key, values));
  if (new Set(said).size !== said.length) throw new Error(`${key} is not translated: ${said[0]}`);
  return Object.fromEntries(LANGUAGES.map((one, index) => [one, said[index]])) as never;
}

/** What stands in the chat of the bot's after a message, oldest first. */
export const saidAfter = (chat: ChatClient, messageId: number): string[] =>
  chat
    .messages()
    .filter(({ id, from }) => from === 'bot' && id > messageId)
    .map(({ text, caption }) => text ?? caption ?? '');

/** The answers given so far, item by item. */
export const ratings = async ({ client, assessmentId }: Scene) =>
  Object.fromEntries(
    (await client.answer.findMany({ where: { assessmentId }, orderBy: { item: 'asc' } }))
      .filter(({ rating }) => rating !== null)
      .map(({ item, rating }) => [item, rating]),
  );
