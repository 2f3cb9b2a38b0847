import type { FileKind, StoredFile } from './model.ts';
import type { State } from './state.ts';

/** The beginning of file_ids by kind, as Telegram's own begin. */
const ID_PREFIX: Record<FileKind, string> = {
  document: 'BQACAgIAAxkBAAI',
  photo: 'AgACAgIAAxkBAAI',
  voice: 'AwACAgIAAxkBAAI',
  sticker: 'CAACAgIAAxkBAAI',
};

export interface NewFile {
  kind: FileKind;
  name: string;
  mime: string;
  bytes: Buffer;
  width?: number;
  height?: number;
}

/** Puts a file on the sandbox's server under an id of its kind. */
export function storeFile(state: State, file: NewFile): StoredFile {
  const number = ++state.lastFile;
  const serial = Buffer.from(`eskertkich-sandbox-${number}`.padStart(33, '0')).toString(
    'base64url',
  );
  const extension = /\.[a-z0-9]{1,8}$/i.exec(file.name)?.[0] ?? '';
  const stored: StoredFile = {
    ...file,
    fileId: `${ID_PREFIX[file.kind]}${serial}`,
    uniqueId: `AgAD${serial.slice(-12)}`,
    path: `${file.kind}s/file_${number}${extension}`,
  };
  state.files.set(stored.fileId, stored);
  state.filePaths.set(stored.path, stored);
  return stored;
}
