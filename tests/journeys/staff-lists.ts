import { Workbook } from '@cj-tech-master/excelts';
import { encode } from '../../src/chat/callback.ts';
import type { DemoPerson } from '../../src/domain/campaign/demo.service.ts';
import { localDateOf } from '../../src/domain/shared/local-time.ts';
import type { ChatClient } from '../support/chat.ts';
import type { Town } from '../support/town.ts';
import { DAY } from './day.ts';

export type Cell = string | number | Date | null;

/** A workbook of one sheet as an office program would save it. */
export async function excel(rows: readonly (readonly Cell[])[], sheet = 'Тизме'): Promise<Buffer> {
  const workbook = new Workbook();
  const table = workbook.addWorksheet(sheet);
  for (const row of rows) table.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Somebody joins by the letter in the chat. */
export async function joined(town: Town, who: DemoPerson): Promise<ChatClient> {
  const chat = town.chat(who);
  await chat.openLetter();
  await chat.tap('Ооба, бул менин мекемем');
  return chat;
}

/** An officer who has joined, with the question for her list before her. */
export async function askedForList(
  town: Town,
  who: 'officer' | 'otherOfficer' = 'otherOfficer',
): Promise<ChatClient> {
  const chat = await joined(town, who);
  await openImport(chat);
  return chat;
}

/** From anywhere to the question for a list. */
export async function openImport(chat: ChatClient): Promise<void> {
  await chat.say('/staff');
  const labels = chat.buttons().flat();
  if (!labels.includes('Тизмени жүктөө')) await chat.tap('Дагы');
  await chat.tap('Тизмени жүктөө');
}

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends a workbook of these rows. */
export async function sendRows(
  chat: ChatClient,
  rows: readonly (readonly Cell[])[],
  name = 'кызматчылар.xlsx',
): Promise<void> {
  await chat.upload([{ name, bytes: await excel(rows), mime: XLSX_MIME }]);
}

const now = (town: Town): number => town.app.service().visitOptions.now();

/** Moves the clock to a local time of a day that is still to come. */
export async function until(town: Town, date: string, time = '09:00'): Promise<void> {
  const at = Date.parse(`${date}T${time}:00+06:00`);
  await town.advance(at - now(town));
}

/** The local date of the town. */
export const todayOf = (town: Town): string => localDateOf(now(town), 'Asia/Bishkek');

/** Nine o'clock of each of the next days, one after the other; what came to the chat on which day. */
export async function mornings(
  town: Town,
  chat: ChatClient,
  days: number,
): Promise<Record<string, string[]>> {
  const came: Record<string, string[]> = {};
  for (let left = days; left > 0; left -= 1) {
    const before = new Set(chat.messages().map(({ id }) => id));
    await town.advance(DAY);
    const fresh = chat.messages().filter(({ id, from }) => from === 'bot' && !before.has(id));
    if (fresh.length > 0) {
      came[todayOf(town)] = fresh.map(({ text, caption }) => text ?? caption ?? '');
    }
  }
  return came;
}

/** The organisation of an officer, and the numbers of its people by name. */
export async function registerOf(
  town: Town,
  org: string,
): Promise<{ orgId: number; people: Readonly<Record<string, number>> }> {
  const { client } = town.app.service().database;
  const { id: orgId } = await client.organisation.findFirstOrThrow({ where: { name: org } });
  const register = await client.register.findUnique({ where: { orgId } });
  const edition = register?.edition ?? 0;
  const rows = await client.servant.findMany({
    where: { orgId, since: { lte: edition }, until: { gt: edition } },
    orderBy: { sortName: 'asc' },
  });
  return { orgId, people: Object.fromEntries(rows.map(({ name, servant }) => [name, servant])) };
}

export const openStaff = (chat: ChatClient, orgId: number) =>
  chat.press(encode('staff', [orgId, 0]));
