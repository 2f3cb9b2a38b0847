import type { MessageRenderer } from '../../chat/outgoing.ts';
import { loadActor } from '../../domain/access/actor.service.ts';
import { officersLetters } from '../../domain/access/letters.service.ts';
import { operatorScope } from '../../domain/access/rules.ts';
import { runningCampaignsOf } from '../../domain/campaign/service.ts';
import { localDateAt } from '../../domain/shared/local-date.ts';
import type { Work } from '../../domain/shared/work.ts';
import type { LettersRequest } from '../../domain/summary/letter.model.ts';

export interface LetterPorts {
  /** A work of this person at this moment. */
  workOf(personId: number, now: number): Work;
  /** Draws the letters in a worker thread. */
  makeLetters(
    request: LettersRequest,
  ): Promise<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mime: string }>;
}

/**
 * The letters an operator ordered. Their links are made when they are sent, because tokens are kept
 * nowhere; a repeated attempt makes new ones, and those of a file nobody received are never seen.
 */
export const administrationMessages = (
  ports: LetterPorts,
): Readonly<Record<string, MessageRenderer>> => ({
  'administration.letters': async (_payload, { personId, chatId, reader, around, now, t }) => {
    const actor = await loadActor(reader, chatId);
    if (!actor || !operatorScope(actor, around.operatorIds)) return null;
    const letters = await officersLetters(ports.workOf(personId, now), {
      botUsername: around.botUsername,
      newToken: () => around.newToken(),
      localDate: (at) => localDateAt(at, around.timeZone),
      contactPhone: await around.contactPhone(),
      campaignOf: async (orgId) => (await runningCampaignsOf(reader, orgId))[0] ?? null,
    });
    if (!letters) {
      return { kind: 'screen', screen: { text: t('administration:lettersNone'), rows: [] } };
    }
    const file = await ports.makeLetters(letters);
    const caption = t('administration:lettersReady', { n: letters.letters.length });
    return { kind: 'document', ...file, caption };
  },
});
