import type { Recipient } from '../chat/outgoing.ts';
import { translate } from '../chat/translator.ts';
import type { Surroundings } from '../chat/visit.ts';
import { personById } from '../domain/access/person.service.ts';
import type { Database } from '../domain/shared/database.ts';
import { localDateOf } from '../domain/shared/local-time.ts';

/** To whom a message owed goes, as he is at this moment. Groups read Kyrgyz. */
export const recipients =
  (database: Database, around: Surroundings, now: () => number) =>
  async (personId: number, chatId: number): Promise<Recipient | 'gone' | 'unreachable'> => {
    const at = now();
    const common = {
      reader: database.read,
      around,
      now: at,
      today: localDateOf(at, around.timeZone),
    };
    if (personId === 0) return { ...common, personId, chatId, language: 'ky', t: translate('ky') };
    const person = await personById(database.read, personId);
    if (!person || person.telegramId === null) return 'gone';
    if (!person.reachable) return 'unreachable';
    const { telegramId, language } = person;
    return { ...common, personId, chatId: telegramId, language, t: translate(language) };
  };
