import type { Translate } from '../../chat/translator.ts';
import type { InvitingCode } from '../../domain/access/invitation.model.ts';
import type { CampaignCode } from '../../domain/campaign/model.ts';
import type { CommissionRefusal } from '../../domain/commission/model.ts';
import type { OrganisationCode } from '../../domain/organisation/model.ts';
import type { RoleRefusal } from '../../domain/access/role.service.ts';
import type { HolidayRefusal } from '../../domain/reminder/holiday.model.ts';
import type { RuleRefusal } from '../../domain/rules/model.ts';
import { isLocalDate, shown } from '../../domain/shared/local-date.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';

type Code =
  | OrganisationCode
  | CampaignCode
  | InvitingCode
  | CommissionRefusal['code']
  | RoleRefusal['code']
  | RuleRefusal['code']
  | HolidayRefusal['code'];

/** Local dates stand in sentences as on every screen: 15.01.2026. */
const onScreen = (values: Refusal['values'] = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isLocalDate(value) ? shown(value) : value,
    ]),
  );

/** The catalogue's sentence for a toast. */
export const sentence = (t: Translate, { code, values }: Refusal<Code>): string =>
  t.plain(`errors:${code}`, onScreen(values));

/** The same for message text. */
export const htmlSentence = (t: Translate, { code, values }: Refusal<Code>): string =>
  t(`errors:${code}`, onScreen(values));
