import type { Translate } from '../../chat/translator.ts';
import type { InvitingCode } from '../../domain/access/invitation.model.ts';
import type { CampaignCode } from '../../domain/campaign/model.ts';
import type { CommissionRefusal } from '../../domain/commission/model.ts';
import type { OrganisationCode } from '../../domain/organisation/model.ts';
import type { RoleRefusal } from '../../domain/access/role.service.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';

type Code =
  | OrganisationCode
  | CampaignCode
  | InvitingCode
  | CommissionRefusal['code']
  | RoleRefusal['code'];

/** The catalogue's sentence for a toast. */
export const sentence = (t: Translate, { code, values }: Refusal<Code>): string =>
  t.plain(`errors:${code}`, values);

/** The same for message text. */
export const htmlSentence = (t: Translate, { code, values }: Refusal<Code>): string =>
  t(`errors:${code}`, values);
