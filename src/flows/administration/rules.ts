import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml, folded } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import { affectedBy, type RuleChange } from '../../domain/rules/affected.service.ts';
import type { Rule, RuleBook, RuleCode } from '../../domain/rules/model.ts';
import { ruleBook, ruleById } from '../../domain/rules/service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { toAdmin } from './home.ts';
import { label, leafing, PAGE } from './pager.ts';
import { givesDates, ruleOrder, ruleTitle, validWords, valueWords } from './rule-words.ts';

/** The version in force on a local date, else the last one. */
const versionOn = (versions: readonly Rule[], today: string): Rule | undefined =>
  versions.find(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  ) ?? versions.at(-1);

/** One version for each code: those that give dates first, the unknown ones last. */
function currentRules(book: RuleBook, today: string): Rule[] {
  return [...book.values()]
    .flatMap((versions) => versionOn(versions, today) ?? [])
    .toSorted((one, other) => ruleOrder(one.code) - ruleOrder(other.code));
}

const line = (t: Translate, rule: Rule): string =>
  `${ruleTitle(t, rule.code)}: ${valueWords(t, rule)}`;

export async function rulesScreen({ t, work, today }: Visit, page: number): Promise<Screen> {
  const all = currentRules(await ruleBook(work.read), today);
  const here = all.slice(page * PAGE, (page + 1) * PAGE);
  const lines = here.map(
    (rule) => `• ${escapeHtml(line(t, rule))} – ${t(`administration:rules.status.${rule.status}`)}`,
  );
  return {
    text: [bold(t('administration:rules.title')), lines.join('\n')].join('\n\n'),
    rows: [
      ...here.map((rule) => [{ text: label(line(t, rule)), data: encode('adminRule', [rule.id]) }]),
      leafing('adminRules', page, all.length),
      [toAdmin(t)],
    ],
  };
}

function versionText(t: Translate, rule: Rule): string {
  const { verified } = rule;
  const valid = validWords(t, rule);
  return [
    bold(escapeHtml(valueWords(t, rule))),
    ...(valid === null ? [] : [valid]),
    t(`administration:rules.status.${rule.status}`),
    ...(verified
      ? [t('administration:rules.verified', { by: verified.by, date: shown(verified.on) })]
      : []),
    folded(t('administration:rules.basis', { basis: rule.basis[t.language] })),
  ].join('\n');
}

/** Every version of the rule that this version belongs to; null: there is none of that id. */
export async function ruleScreen({ t, work }: Visit, id: number): Promise<Screen | null> {
  const rule = await ruleById(work.read, id);
  if (!rule) return null;
  const versions = (await ruleBook(work.read)).get(rule.code) ?? [];
  const known = versions.filter(({ value }) => value !== null);
  return {
    text: [
      bold(escapeHtml(ruleTitle(t, rule.code))),
      t(`administration:rules.direction.${rule.direction}`),
      ...versions.slice(-SHOWN).map((version) => versionText(t, version)),
      ...(givesDates(rule.code) ? [] : [t('administration:rules.noDates')]),
    ].join('\n\n'),
    rows: [
      ...known.slice(-SHOWN).map((version) => [
        {
          text: label(t.plain('administration:rules.verify', { value: valueWords(t, version) })),
          data: encode('adminRuleVerify', [version.id]),
        },
      ]),
      [
        {
          text: t.plain(
            known.length > 0 ? 'administration:rules.renew' : 'administration:rules.fill',
          ),
          data: encode('adminRuleFill', [rule.id]),
        },
      ],
      [{ text: t.plain('administration:toRules'), data: encode('adminRules', [0]) }],
    ],
  };
}

/** Versions of one rule on a screen: with their bases they fill half a message. */
const SHOWN = 3;

/** Whom the change concerns, in words; the change itself may still be refused. */
export async function concerned({ t, work, today }: Visit, change: RuleChange): Promise<string> {
  const affected = await affectedBy(work.read, change, today);
  const { people, organisations } = affected.ok ? affected.value : NOBODY;
  return t(`administration:rules.concerned.${change.kind}`, { people, organisations });
}

const NOBODY = { people: 0, organisations: 0 } as const;

/** Before a version is verified: its source and whom it concerns; null: no such version, or no value. */
export async function verifyingScreen(visit: Visit, id: number): Promise<Screen | null> {
  const { t, work, today } = visit;
  const rule = await ruleById(work.read, id);
  if (!rule || rule.value === null) return null;
  const affected = await concerned(visit, { kind: 'verify', ruleId: id, by: '–', on: today });
  return {
    text: [
      bold(escapeHtml(line(t, rule))),
      affected,
      t('administration:rules.basis', { basis: rule.basis[t.language] }),
      t('administration:rules.verifyAsk'),
    ].join('\n\n'),
    rows: [
      [
        {
          text: t.plain('administration:rules.verifySure'),
          data: encode('adminRuleVerifySure', [id]),
          style: 'primary',
        },
      ],
      [{ text: t.plain('administration:rules.keep'), data: encode('adminRule', [id]) }],
    ],
  };
}

/** The code that a version belongs to, and the unit its dates are counted in. */
export async function fillingOf(
  { work }: Visit,
  id: number,
): Promise<{ readonly code: RuleCode; readonly unit: Rule['unit'] } | null> {
  const rule = await ruleById(work.read, id);
  return rule && { code: rule.code, unit: rule.unit };
}
