import type { MessageRenderer, Recipient } from '../../chat/outgoing.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerKeepingScopes, registerScopes } from '../../domain/access/rules.ts';
import { scopeOf } from '../../domain/assessment/scope.rules.ts';
import { DIGEST_PAGE } from '../../domain/reminder/digest.model.ts';
import { dueLines, digestLines } from '../../domain/reminder/lines.service.ts';
import { type DueLine, HORIZON } from '../../domain/reminder/model.ts';
import { orderReminderFile, REMINDER_FILES } from '../../domain/reminder/papers.service.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import type { PaperLanguage } from '../../domain/shared/language.ts';
import { paperLanguage } from '../reading/paper-language.ts';
import { actorOf, paperKind, paperMessage } from '../reading/recipient.ts';
import { forReaders, said } from '../staff/keeper.ts';
import { entriesOf } from './entries.ts';
import { nameOf } from './list.ts';

/** Days ahead that the picture and the calendar look: a year, one leap day included. */
const YEAR = 366;

/** Orders a file: it is made off this thread and comes as a message of its own. */
export const onFile = forReaders(async (visit, scope, [, place = 0]) => {
  const { t, work, language } = visit;
  const file = REMINDER_FILES[place - 1];
  if (!file) return said(visit, t.plain('errors:access.notYours'));
  await orderReminderFile(work, scope, file, paperLanguage(language));
  return { toast: t.plain('reminders:coming') };
});

interface Register {
  readonly scope: OrganisationScope;
  readonly org: string;
  readonly language: PaperLanguage;
}

/** The register a file was ordered of; null: it may no longer be read. */
async function registerOf(
  to: Recipient,
  payload: Parameters<MessageRenderer>[0],
): Promise<Register | null> {
  const actor = await actorOf(to);
  const scope = actor && scopeOf(registerScopes(actor), Number(payload.orgId));
  if (!scope) return null;
  const { language } = paperKind('pdf', payload.language);
  return { scope, org: await nameOf(to.reader, scope.orgId), language };
}

const linesOf = async (to: Recipient, orgId: number, horizon: number): Promise<DueLine[]> =>
  dueLines(to.reader, orgId, await ruleBook(to.reader), to.today, { horizon });

const chart: MessageRenderer = async (payload, to) => {
  const register = await registerOf(to, payload);
  if (!register) return null;
  const { scope, org, language } = register;
  const lines = await linesOf(to, scope.orgId, YEAR);
  const days = lines.map(({ kind, on }) => ({ kind, on }));
  const job = { kind: 'year-chart', language, org, today: to.today, lines: days } as const;
  return paperMessage(job, to, to.t('reminders:message.chart', { org }));
};

const calendar: MessageRenderer = async (payload, to) => {
  const register = await registerOf(to, payload);
  if (!register) return null;
  const { scope, org, language } = register;
  const { orgId } = scope;
  const { today, now: at } = to;
  const lines = await linesOf(to, orgId, YEAR);
  const job = { kind: 'calendar', language, orgId, org, today, at, lines } as const;
  return paperMessage(job, to, to.t('reminders:message.calendar', { org }));
};

const list: MessageRenderer = async (payload, to) => {
  const register = await registerOf(to, payload);
  if (!register) return null;
  const { scope, org, language } = register;
  const parts = [{ org, lines: await linesOf(to, scope.orgId, HORIZON) }];
  const job = { kind: 'due-list', language, today: to.today, parts } as const;
  return paperMessage(job, to, to.t('reminders:message.list', { org }));
};

/** Beside a digest of more than a page: all its lines, man by man. */
const digestFile: MessageRenderer = async ({ date }, to) => {
  const actor = await actorOf(to);
  if (!actor) return null;
  const scopes = registerKeepingScopes(actor);
  const morning = { date: String(date), today: to.today };
  const lines = await digestLines(to.reader, scopes, await ruleBook(to.reader), morning);
  const orgIds = [...new Set(scopes.map((scope) => scope.orgId))];
  if (entriesOf(lines, orgIds).length <= DIGEST_PAGE) return null;
  const parts = [];
  for (const orgId of orgIds) {
    const own = lines.filter((line) => line.orgId === orgId);
    if (own.length > 0) parts.push({ org: await nameOf(to.reader, orgId), lines: own });
  }
  const language = paperLanguage(to.language);
  const caption = to.t('reminders:digest.file', { date: shown(morning.date) });
  return paperMessage({ kind: 'due-list', language, today: to.today, parts }, to, caption);
};

export const files: Readonly<Record<string, MessageRenderer>> = {
  'reminders.chart': chart,
  'reminders.calendar': calendar,
  'reminders.list': list,
  digestFile,
};
