import type { MessageRenderer } from '../../chat/outgoing.ts';
import { loadActor } from '../../domain/access/actor.service.ts';
import { officersLetters } from '../../domain/access/letters.service.ts';
import { operatorScope } from '../../domain/access/rules.ts';
import { runningCampaignsOf } from '../../domain/campaign/service.ts';
import { localDateOf } from '../../domain/shared/local-time.ts';
import type { Work } from '../../domain/shared/work.ts';

/**
 * The letters an operator ordered. Their links are made when they are sent, because tokens are kept
 * nowhere; a repeated attempt makes new ones, and those of a file nobody received are never seen.
 */
export const administrationMessages = (
  /** A work of this person at this moment (milliseconds since 1970). */
  workOf: (personId: number, now: number) => Work,
): Readonly<Record<string, MessageRenderer>> => ({
  'administration.letters': async (_payload, { personId, chatId, reader, around, now, t }) => {
    const actor = await loadActor(reader, chatId);
    if (!actor || !operatorScope(actor, around.operatorIds)) return null;
    const letters = await officersLetters(workOf(personId, now), {
      botUsername: around.botUsername,
      newToken: () => around.newToken(),
      localDate: (at) => localDateOf(at, around.timeZone),
      contactPhone: await around.contactPhone(),
      campaignOf: async (orgId) => (await runningCampaignsOf(reader, orgId))[0] ?? null,
    });
    if (!letters) {
      return { kind: 'screen', screen: { text: t('administration:lettersNone'), rows: [] } };
    }
    const file = await around.papers.make({ kind: 'letters', format: 'docx', ...letters });
    const caption = t('administration:lettersReady', { n: letters.letters.length });
    return { kind: 'document', ...file, caption };
  },
});
