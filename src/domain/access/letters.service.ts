import type { LettersRequest } from '../summary/letter.model.ts';
import type { Work } from '../shared/work.ts';
import { startLink } from './invitation.rules.ts';
import { inviteAllOfficers } from './inviting.service.ts';

export interface LettersSetting {
  readonly botUsername: string;
  newToken(): string;
  /** The local date of an instant (milliseconds since 1970), YYYY-MM-DD. */
  localDate(at: number): string;
  readonly contactPhone: string | null;
  /** The monitoring an organisation is invited to; null: none is running for it. */
  campaignOf(orgId: number): Promise<{ title: string; deadline: string } | null>;
}

/**
 * A letter with a fresh link for every organisation that has no officer. The tokens stand in the
 * letters and nowhere else. null: every organisation has one.
 */
export async function officersLetters(
  work: Work,
  setting: LettersSetting,
): Promise<LettersRequest | null> {
  const made = await inviteAllOfficers(work, () => setting.newToken());
  if (made.length === 0) return null;
  const letters = [];
  for (const { orgId, organisation, token, expiresAt } of made) {
    const campaign = await setting.campaignOf(orgId);
    letters.push({
      org: organisation,
      role: 'officer' as const,
      link: startLink(setting.botUsername, token),
      expiresOn: setting.localDate(expiresAt),
      contactPhone: setting.contactPhone,
      campaignTitle: campaign?.title ?? null,
      deadline: campaign?.deadline ?? null,
    });
  }
  return { language: 'both', letters };
}
