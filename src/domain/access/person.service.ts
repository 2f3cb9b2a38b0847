import { cleanName } from '../shared/clean-name.ts';
import type { Language } from '../shared/language.ts';
import type { Unit, Work } from '../shared/work.ts';
import { findByTelegram, insert, update } from './person.store.ts';

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

/**
 * Remembers the language of the screens. Of a stranger nothing else is kept, not even the name, until
 * he joins. The same language again writes nothing.
 */
export async function setLanguage(
  work: Work,
  telegramId: number,
  language: Language,
): Promise<void> {
  const known = await findByTelegram(work.read, telegramId);
  if (known?.language === language) return;
  await work.run(async (unit) => {
    const person = await findByTelegram(unit.tx, telegramId);
    const personId =
      person?.id ?? (await insert(unit.tx, { telegramId, name: '', language }, unit.at));
    if (person) await update(unit.tx, personId, { language });
    await unit.audit({
      action: 'person.languageChosen',
      subject: `person:${personId}`,
      details: { language },
    });
  });
}
