import type { ListRefusalCode } from '../domain/register/import.model.ts';

/** Compound File Binary, the container of old Office files and of encrypted new ones ([MS-CFB] 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const ZIP = [0x50, 0x4b];

/** What bytes are by themselves, whatever the file is called; a refusal's code where no list is in them. */
export function bytesKind(bytes: Uint8Array): 'zip' | 'text' | ListRefusalCode {
  if (bytes.length === 0) return 'list.empty';
  if (begins(bytes, COMPOUND)) return compoundKind(bytes);
  if (begins(bytes, PDF)) return 'list.pdf';
  if (begins(bytes, ZIP)) return 'zip';
  // Pages saved with the ending .xls: tags, not cells.
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return /^<(?:!doctype|html|table|\?xml)|^\{\\rtf/.test(head) ? 'list.notASpreadsheet' : 'text';
}

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** Names of streams in a compound file are UTF-16 ([MS-OFFCRYPTO] 2.3.4.4, [MS-XLS] 2.1.2). */
function compoundKind(bytes: Uint8Array): ListRefusalCode {
  const holds = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from(name, 'utf16le'),
    );
  if (holds('EncryptedPackage')) return 'list.encrypted';
  return holds('Workbook') || holds('Book') ? 'list.oldExcel' : 'list.notASpreadsheet';
}
