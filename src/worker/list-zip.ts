import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** Why an archive or a part of it cannot be read. */
export class ArchiveProblem extends Error {
  readonly reason: 'damaged' | 'tooLarge' | 'encrypted';
  constructor(reason: ArchiveProblem['reason']) {
    super(reason);
    this.reason = reason;
  }
}

interface Entry {
  readonly at: number;
  readonly packed: number;
  readonly method: number;
  readonly crc: number;
}

/** The parts of a ZIP archive by name. Nothing is unpacked until a part is asked for. */
export interface Archive {
  readonly names: readonly string[];
  /**
   * A part in pieces as it unpacks; ends early when the caller stops. Throws ArchiveProblem when more than
   * `limit` bytes come out, or too many of all parts, whatever size the archive declares, or when the part is
   * damaged.
   */
  open(name: string, limit: number): AsyncGenerator<Uint8Array>;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** A workbook has some dozens of parts. */
const PARTS = 2000;
/** Bytes of one archive unpacked in all: fifty sheets may name one and the same part. */
const ALL_BYTES = 150 * 1024 * 1024;

/**
 * Reads the directory at the end of a ZIP archive (APPNOTE.TXT 4.3). Throws ArchiveProblem for one
 * that is cut off, lies, or is encrypted; archives over 4 GB are none of ours.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, bytes);
  let all = 0;
  return {
    names: [...entries.keys()],
    async *open(name, limit) {
      const entry = entries.get(name);
      if (!entry) throw new ArchiveProblem('damaged');
      for await (const piece of unpacked(partOf(view, bytes, entry), entry, limit)) {
        all += piece.length;
        if (all > ALL_BYTES) throw new ArchiveProblem('tooLarge');
        yield piece;
      }
    },
  };
}

function directory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > PARTS) throw new ArchiveProblem('tooLarge');
  const entries = new Map<string, Entry>();
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY)
      throw new ArchiveProblem('damaged');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [name = 0, extra = 0, comment = 0] = lengths;
    if ((flags & 1) !== 0) throw new ArchiveProblem('encrypted');
    const text = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    // Some programs write the folders of Windows; the first part of a name is the one.
    const path = text.replaceAll('\\', '/').replace(/^\//, '');
    if (!entries.has(path)) {
      entries.set(path, {
        at: view.getUint32(at + 42, true),
        packed: view.getUint32(at + 20, true),
        method,
        crc: view.getUint32(at + 16, true),
      });
    }
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The record at the very end, before a comment of at most 65 535 bytes. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ArchiveProblem('damaged');
}

function partOf(view: DataView, bytes: Uint8Array, { at, packed }: Entry): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) {
    throw new ArchiveProblem('damaged');
  }
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new ArchiveProblem('damaged');
  return bytes.subarray(from, from + packed);
}

async function* unpacked(
  packed: Uint8Array,
  { method, crc }: Entry,
  limit: number,
): AsyncGenerator<Uint8Array> {
  if (method !== 0 && method !== 8) throw new ArchiveProblem('damaged');
  let size = 0;
  let sum = 0;
  for await (const piece of method === 0 ? [packed] : inflated(packed)) {
    size += piece.length;
    if (size > limit) throw new ArchiveProblem('tooLarge');
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== crc) throw new ArchiveProblem('damaged');
}

/** Pieces of 64 KB: what is read is never far ahead of what is used. */
async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  const source = Readable.from([packed], { objectMode: false });
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch {
    throw new ArchiveProblem('damaged');
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
