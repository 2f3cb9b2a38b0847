import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';
/** Samples of a pixel by colour type (PNG specification, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Width and height of a PNG whose every chunk and row of pixels is whole. Throws where one is not. */
export function pngSize(bytes: Buffer): [number, number] {
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('This is no PNG');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(at + 8 + length)) throw new Error('A chunk is damaged');
    const kind = named.toString('latin1', 0, 4);
    parts.set(kind, Buffer.concat([parts.get(kind) ?? Buffer.alloc(0), named.subarray(4)]));
    at += 12 + length;
  }
  const head = parts.get('IHDR');
  const data = parts.get('IDAT');
  if (!head || !data || !parts.has('IEND')) throw new Error('The picture is not whole');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const row = 1 + Math.ceil((width * (SAMPLES[head[9] ?? 0] ?? 0) * (head[8] ?? 0)) / 8);
  if (inflateSync(data).length !== row * height) throw new Error('Rows of pixels are missing');
  return [width, height];
}
