import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { InvitationRefusal } from '../../domain/access/invitation.model.ts';
import { otherLanguages } from './languages.ts';

/** Why the link cannot be used, with the telephone where to ask for another. */
export async function refusalSentence(
  { t, around }: Visit,
  { code }: InvitationRefusal,
): Promise<string> {
  if (code === 'invitation.alreadyMember' || code === 'invitation.foreign') {
    return t.plain(`errors:${code}`);
  }
  const phone = await around.contactPhone();
  return phone === null ? t.plain(`errors:${code}NoPhone`) : t.plain(`errors:${code}`, { phone });
}

/** What a stranger gets: where to ask for a link, and nothing else. */
export async function strangerScreen({ t, language, around }: Visit): Promise<Screen> {
  const phone = await around.contactPhone();
  return {
    text: phone === null ? t('joining:strangerNoPhone') : t('joining:stranger', { phone }),
    rows: [otherLanguages(language, 'language')],
  };
}
