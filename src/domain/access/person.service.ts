import { cleanName } from '../shared/clean-name.ts';
import type { Reader } from '../shared/database.ts';
import { isLanguage, type Language } from '../shared/language.ts';
import type { Unit, Work } from '../shared/work.ts';
import { findById, findByTelegram, insert, update } from './person.store.ts';

/** Characters of a Telegram name that are kept (Telegram allows 64 + 64). */
const NAME_LIMIT = 128;

/** A Telegram name as stored; a name of nothing visible becomes the Telegram id. */
const storedName = (name: string, telegramId: number): string =>
  [...cleanName(name)].slice(0, NAME_LIMIT).join('') || String(telegramId);

/** Makes the person, or brings name and language up to date; returns the id. */
export async function enterPerson(
  unit: Unit,
  { telegramId, name, language }: { telegramId: number; name: string; language: Language },
): Promise<number> {
  const known = await findByTelegram(unit.tx, telegramId);
  const shown = storedName(name, telegramId);
  if (!known) return insert(unit.tx, { telegramId, name: shown, language }, unit.at);
  await update(unit.tx, known.id, { name: shown, language, unreachableAt: null });
  return known.id;
}

/** Operators of OPERATOR_IDS join by their first message: nobody invites them. Returns the id. */
export const enterOperator = (
  work: Work,
  operator: { telegramId: number; name: string; language: Language },
): Promise<number> =>
  work.run(async (unit) => {
    const personId = await enterPerson(unit, operator);
    await unit.audit({ action: 'operator.entered', subject: `person:${personId}` });
    return personId;
  });

/** Remembers the language of the screens, of a stranger too. The same one again writes nothing. */
export async function setLanguage(
  work: Work,
  { telegramId, name }: { telegramId: number; name: string },
  language: Language,
): Promise<void> {
  const known = await findByTelegram(work.read, telegramId);
  if (known?.language === language) return;
  await work.run(async (unit) => {
    const person = await findByTelegram(unit.tx, telegramId);
    if (person) await update(unit.tx, person.id, { language });
    const personId = person?.id ?? (await enterPerson(unit, { telegramId, name, language }));
    await unit.audit({
      action: 'person.languageChosen',
      subject: `person:${personId}`,
      details: { language },
    });
  });
}

/** A person as messages are addressed to; null: unknown or erased. */
export async function personById(
  reader: Reader,
  id: number,
): Promise<{
  readonly telegramId: number | null;
  readonly name: string;
  readonly language: Language;
  /** false: Telegram refuses to deliver to this person (blocked, deactivated). */
  readonly reachable: boolean;
} | null> {
  const row = await findById(reader, id);
  if (!row || row.erasedAt !== null) return null;
  const language = isLanguage(row.language) ? row.language : 'ky';
  return {
    telegramId: row.telegramId === null ? null : Number(row.telegramId),
    name: row.name,
    language,
    reachable: row.unreachableAt === null,
  };
}
