import { inflateSync } from 'node:zlib';

/** What a PDF of pdfkit holds, read without any tool of the machine. */
export interface ReadPdf {
  /** The words of each page, in the order drawn, blanks as drawn. */
  readonly pages: readonly string[];
  /** Names of the fonts whose bytes are embedded. */
  readonly embeddedFonts: readonly string[];
  /** Objects as text, streams left out. */
  readonly objects: ReadonlyMap<string, string>;
  /** Rectangles drawn with a stroke on each page (boxes to tick). */
  readonly boxes: readonly number[];
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  const streams = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const at = body.indexOf('stream\n');
    objects.set(id, at < 0 ? body : body.slice(0, at));
    if (at >= 0 && body.includes('/FlateDecode')) {
      const data = body.slice(at + 7, body.lastIndexOf('\nendstream'));
      streams.set(id, inflateSync(Buffer.from(data, 'latin1')).toString('latin1'));
    }
  }
  const letters = lettersByFont(source, objects, streams);
  const contents = [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => streams.get(reference(body, 'Contents')) ?? '');
  return {
    pages: contents.map((content) => textOf(content, letters)),
    embeddedFonts: [...objects.values()]
      .filter((body) => body.includes('/FontFile2'))
      .map((body) => /\/FontName \/\w+\+([\w-]+)/.exec(body)?.[1] ?? '?'),
    objects,
    boxes: contents.map((content) => [...content.matchAll(/ re\n(?:[^\n]*\n){0,3}?S\n/g)].length),
  };
}

const reference = (body: string, key: string): string =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';

type Letters = ReadonlyMap<string, readonly string[]>;

/** For each font's name in the content, its letters by glyph number. */
function lettersByFont(
  source: string,
  objects: ReadonlyMap<string, string>,
  streams: ReadonlyMap<string, string>,
): Letters {
  const found = new Map<string, readonly string[]>();
  for (const [, name = '', id = ''] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = streams.get(reference(objects.get(id) ?? '', 'ToUnicode')) ?? '';
    const glyphs: string[] = [];
    for (const [, first = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
      [...list.matchAll(/<(\w*)>/g)].forEach(([, hex = ''], at) => {
        glyphs[Number.parseInt(first, 16) + at] = Buffer.from(hex, 'hex')
          .swap16()
          .toString('utf16le');
      });
    }
    found.set(name, glyphs);
  }
  return found;
}

function textOf(content: string, letters: Letters): string {
  let font: readonly string[] = [];
  let text = '';
  for (const [, name, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = letters.get(name) ?? [];
    for (const [, hex = ''] of (run ?? '').matchAll(/<(\w+)>/g)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font[Number.parseInt(glyph, 16)] ?? '?';
    }
  }
  return text;
}
