import { decode } from '../../../src/chat/callback.ts';
import type { Outgoing } from '../../../src/chat/outgoing.ts';
import type { Reply } from '../../../src/chat/visit.ts';
import { runDigests } from '../../../src/domain/reminder/digest.service.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import { localDateOf } from '../../../src/domain/shared/local-time.ts';
import type { Language } from '../../../src/domain/shared/language.ts';
import { withWayOut } from '../../../src/flows/ask/way-out.ts';
import { createReminders } from '../../../src/flows/reminders/reminders.ts';
import { enlist, entry } from '../../support/register.ts';
import { fileOf, sweepOf } from '../../support/sweep.ts';
import { NOW, type Office, openOffice, TIME_ZONE, type Who } from '../../support/visit.ts';

const journey = createReminders();
export const DAY = 24 * 3600_000;

/** One overdue training, one rank that may be awarded soon, two declarations; on 12 January 2026. */
export async function openMorning() {
  const office = await openOffice();
  const asanova = await enlist(
    office,
    { name: 'Асанова Айгүл Бакытовна', position: 'Башкы адис', appointedOn: '2019-02-01' },
    [entry('training', '2022-12-03'), entry('rank', '2025-06-01', 'municipal.counsellor-1')],
  );
  const toktobaev = await enlist(office, {
    name: 'Токтобаев Бек Кубатович',
    appointedOn: '2025-01-20',
    noRank: true,
  });
  return { office, asanova, toktobaev };
}

/** Runs the morning's digests of that moment, as the job does. */
export async function runMorning(office: Office, now = NOW): Promise<void> {
  await runDigests(office.work(null, now), {
    rules: await ruleBook(office.database.read),
    today: localDateOf(now, TIME_ZONE),
    sweep: sweepOf(await fileOf(office.database)),
    operatorIds: [],
  });
}

type At = Parameters<Office['visit']>[1];

/** Presses a button by its data, as the edge would. */
export async function press(
  office: Office,
  who: Who | 'stranger',
  data: string,
  at: At = {},
): Promise<Reply> {
  const decoded = decode(data);
  const action = decoded && journey.actions[decoded.action];
  if (!decoded || !action) throw new Error(`Nobody answers ${data}`);
  return action(await office.visit(who, { pressed: 1, ...at }), decoded.args);
}

/** Answers the question that a reply opened: its next reply, or the sentence why it was not read. */
export async function type(
  office: Office,
  who: Who,
  reply: Reply,
  text: string,
): Promise<Reply | string> {
  const form = journey.forms.find(({ name }) => name === reply.dialog?.name);
  if (!form || !reply.dialog) throw new Error('Nothing was asked');
  const visit = await office.visit(who);
  const read = form.read(text, visit, reply.dialog.args);
  return read.ok ? form.done(visit, reply.dialog.args, read.value) : read.error;
}

/** The question a reply opened, with its buttons and the way out. */
export async function asked(office: Office, who: Who, reply: Reply) {
  const form = journey.forms.find(({ name }) => name === reply.dialog?.name);
  if (!form || !reply.dialog) throw new Error('Nothing was asked');
  const visit = await office.visit(who);
  return withWayOut(await form.ask(visit, reply.dialog.args), form, visit, reply.dialog.args);
}

/** The newest message owed of a kind, as it goes out to that person. */
export async function sent(
  office: Office,
  who: Who,
  kind: string,
  { now = NOW, language = 'ky' }: { readonly now?: number; readonly language?: Language } = {},
): Promise<Outgoing | null> {
  const row = await office.database.client.outboxMessage.findFirst({
    where: { kind, personId: office.id(who) },
    orderBy: { id: 'desc' },
  });
  const render = journey.messages[kind];
  if (!row || !render) throw new Error(`No ${kind} is owed to ${who}`);
  return render(JSON.parse(row.payload) as never, office.recipient(who, now, language));
}

export const screenOf = (out: Outgoing | null) => (out?.kind === 'screen' ? out.screen : undefined);

/** The list, as the command opens it. */
export const listFor = async (office: Office, who: Who | 'stranger', at: At = {}) =>
  journey.reminders(await office.visit(who, at));
