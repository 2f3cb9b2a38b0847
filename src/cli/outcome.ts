import { translate } from '../chat/translator.ts';
import type { InvitingCode } from '../domain/access/invitation.model.ts';
import type { ErasingRefusal } from '../domain/access/erasing.service.ts';
import type { RoleRefusal } from '../domain/access/role.service.ts';
import type { CampaignCode } from '../domain/campaign/model.ts';
import type { CommissionRefusal } from '../domain/commission/model.ts';
import type { ImportRefusal } from '../domain/register/import.model.ts';
import type { OrganisationCode } from '../domain/organisation/model.ts';
import type { RegisterRefusal } from '../domain/register/model.ts';
import type { HolidayRefusal } from '../domain/reminder/holiday.model.ts';
import type { RuleRefusal } from '../domain/rules/model.ts';
import type { Refusal } from '../domain/shared/refusal.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';

/** What a command did: as JSON for programs, as lines for people. */
export interface Done {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** A refusal is one English sentence with the cure. */
export type Outcome = Result<Done, string>;

export const done = (json: Done['json'], ...lines: string[]): Outcome => ok({ json, lines });

/** One line for each entry, its fields parted by tabs. */
export const listed = <T extends object>(
  items: readonly T[],
  line: (item: T) => readonly (string | number)[],
): Outcome => ok({ json: { items }, lines: items.map((item) => line(item).join('\t')) });

type Code =
  | OrganisationCode
  | CampaignCode
  | InvitingCode
  | CommissionRefusal['code']
  | RoleRefusal['code']
  | ErasingRefusal['code']
  | ImportRefusal['code']
  | RuleRefusal['code']
  | HolidayRefusal['code']
  | RegisterRefusal['code']
  | 'demo.notEmpty';

/** The catalogue's English sentence. */
export const sentence = ({ code, values }: Refusal<Code>): string =>
  translate('en').plain(`errors:${code}`, values);

/** A service's result as the outcome of a command. */
export const outcome = <T>(
  result: Result<T, Refusal<Code>>,
  told: (value: T) => Outcome,
): Outcome => (result.ok ? told(result.value) : refused(sentence(result.error)));
