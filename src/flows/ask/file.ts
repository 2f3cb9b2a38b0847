import { fileTypeFromBuffer } from 'file-type';
import type { Key } from '../../chat/translator.ts';
import type { IncomingFile, Visit } from '../../chat/visit.ts';
import { cleanName } from '../../domain/shared/clean-name.ts';
import type { RestingFile } from '../../domain/shared/files.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';

/** Bots cannot fetch more (Bot API, getFile): refused before fetching. */
export const FILE_LIMIT = 20 * 1024 * 1024;

/** Characters: a longer name neither shows on a phone nor survives in an archive. */
const NAME_LIMIT = 100;

/** What a commission can open and print, by content, whatever the name says. */
const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** A file at rest, with the name and kind its row keeps. */
export type ReceivedFile = RestingFile & { readonly name: string; readonly mime: string };

/**
 * Fetches a file, finds out by its bytes what it is, and puts it to rest encrypted; its row is the
 * caller's. Refused (a key of the sentence that names the cure): over 20 MB, empty, no PDF, JPG, PNG,
 * DOCX or XLSX. `fallback` names a file that came without a name.
 */
export async function receiveFile(
  visit: Visit,
  file: IncomingFile,
  fallback: string,
): Promise<Result<ReceivedFile, Key>> {
  if (file.size !== null && file.size > FILE_LIMIT) return refused('errors:file.tooLarge');
  if (file.size === 0) return refused('errors:file.unsuitable');
  const bytes = await file.fetch();
  if (bytes === null || bytes.byteLength > FILE_LIMIT) return refused('errors:file.tooLarge');
  const found = bytes.byteLength === 0 ? undefined : await fileTypeFromBuffer(bytes);
  const extension = found && KINDS[found.mime];
  if (!found || !extension) return refused('errors:file.unsuitable');
  const resting = await visit.around.files.put(bytes);
  return ok({ ...resting, name: safeName(file.name ?? fallback, extension), mime: found.mime });
}

/**
 * A name that can be shown and saved anywhere: the last part of a path, nothing hidden, no sign that
 * Windows refuses, and the ending that its content deserves.
 */
export function safeName(name: string, extension: string): string {
  const last = cleanName(name.split(/[/\\]/).at(-1) ?? '').replace(/[<>:"|?*]/g, '_');
  const known = last.toLowerCase().replace(/\.jpeg$/, '.jpg');
  const stem = known.endsWith(`.${extension}`) ? last.slice(0, last.lastIndexOf('.')) : last;
  const short = [...stem.replace(/^[.\s]+|[.\s]+$/g, '')]
    .slice(0, NAME_LIMIT - extension.length - 1)
    .join('');
  return `${short === '' ? 'document' : short}.${extension}`;
}
