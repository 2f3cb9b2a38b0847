import { encode } from '../../chat/callback.ts';
import { escapeHtml } from '../../chat/html.ts';
import type { Key } from '../../chat/translator.ts';
import type {
  IncomingFile,
  IncomingMessage,
  MessageHandler,
  Reply,
  Visit,
} from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerKeepingScopes } from '../../domain/access/rules.ts';
import { listAwaited, nothingOpen } from '../../domain/assessment/list-awaited.service.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { LIST_BYTES, type ListSource } from '../../domain/register/import.model.ts';
import { offerImport } from '../../domain/register/importing.service.ts';
import { cleanName } from '../../domain/shared/clean-name.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { BUTTON_ROOM, shortened, shortName } from '../reading/fitting.ts';
import { askScreen, awaited } from './import-ask.ts';
import { previewScreen } from './import-screen.ts';
import { keepingScope } from './keeper.ts';

/** Endings and kinds of what officers keep lists in; what it really is, its reading finds out. */
const LIST_NAME = /\.(xlsx|xlsm|xls|csv|ods)$/iu;
const LIST_MIME = /spreadsheet|excel|csv/iu;
/** Values of the sentence on a file too large to be read. */
const TOO_LARGE = { mb: LIST_BYTES / 1024 / 1024 };
/** Characters of a file's name that a screen shows. */
const NAME_ROOM = 100;

/**
 * Takes what comes while a staff list is awaited: a file, or lines of text. A spreadsheet that comes
 * while nothing else is open is a staff list too, of whoever keeps one. null: not for this flow.
 */
export const onListMessage: MessageHandler = async (visit, message) => {
  if (message.edited) return null;
  const orgId = await listAwaited(visit.work);
  const asked = orgId === null ? null : keepingScope(visit, orgId);
  if (asked) return take(visit, asked, message);
  const { file, replyTo, album } = message;
  if (!file || replyTo !== null || album !== null || !looksLikeList(file)) return null;
  if (!(await nothingOpen(visit.work))) return null;
  const kept = [...new Set(registerKeepingScopes(visit.actor).map((scope) => scope.orgId))];
  const [only] = kept;
  const scope = only === undefined ? null : keepingScope(visit, only);
  if (!scope) return null;
  return kept.length === 1 ? take(visit, scope, message) : which(visit, kept);
};

const looksLikeList = ({ name, mime, photo }: IncomingFile): boolean =>
  !photo && (LIST_NAME.test(name ?? '') || LIST_MIME.test(mime ?? ''));

/** Two registers: whose list is it? */
async function which({ t, work }: Visit, kept: readonly number[]): Promise<Reply> {
  const rows = [];
  for (const orgId of kept) {
    const name = (await organisationById(work.read, orgId))?.name ?? '';
    const text = shortened(shortName(name), BUTTON_ROOM);
    rows.push([{ text, data: encode('staffImport', [orgId]) }]);
  }
  return { screen: { text: t('staff:import.which'), rows } };
}

/** Checks a list against the register and keeps it until it is confirmed; nothing is changed yet. */
async function take(
  visit: Visit,
  scope: OrganisationScope,
  message: IncomingMessage,
): Promise<Reply> {
  const { t, work, today, around } = visit;
  const { orgId } = scope;
  const sent = await sourceOf(message);
  if (!sent.ok) return again(visit, orgId, t(sent.error, TOO_LARGE));
  const source = sent.value;
  const checked = await around.lists.check({ orgId, source, today });
  if (!checked.ok) {
    const { code, values } = checked.error;
    return again(visit, orgId, escapeHtml(t.plain(`errors:${code}`, values)));
  }
  const fromFile = source.kind === 'file';
  const file = await around.files.put(fromFile ? source.bytes : Buffer.from(source.text));
  const mime = (fromFile ? message.file?.mime : 'text/plain') ?? 'application/octet-stream';
  const fileName = fromFile ? source.name : null;
  const importId = await offerImport(work, scope, { file, mime, fileName }, checked.value);
  const orgName = (await organisationById(work.read, orgId))?.name ?? '';
  const { preview } = checked.value;
  const screen = previewScreen(t, { orgId, importId, orgName, fileName, preview });
  return { screen, card: awaited(orgId) };
}

/** Why it is no list (Telegram HTML), and the question again. */
const again = async (visit: Visit, orgId: number, sentence: string): Promise<Reply> => ({
  note: { text: sentence, rows: [] },
  screen: await askScreen(visit, orgId),
  card: awaited(orgId),
});

/** What was sent, as a list; else the key of the sentence that names the cure. */
async function sourceOf({ text, file }: IncomingMessage): Promise<Result<ListSource, Key>> {
  if (text !== null && text.trim() !== '') return ok({ kind: 'lines', text });
  if (!file) return refused('staff:import.only');
  if (file.size !== null && file.size > LIST_BYTES) return refused('errors:list.tooLarge');
  const bytes = await file.fetch();
  if (bytes === null) return refused('errors:list.tooLarge');
  const name = [...cleanName(file.name ?? '')].slice(-NAME_ROOM).join('');
  return ok({ kind: 'file', name: name === '' ? 'list' : name, bytes });
}
