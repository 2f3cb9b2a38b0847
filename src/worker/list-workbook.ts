import { CELL_LENGTH, ListProblem, tooLarge } from './list-limits.ts';
import { type Attributes, readXml } from './list-xml.ts';
import type { Archive } from './list-zip.ts';

/** Texts that a workbook may share between its cells. */
const STRINGS = 500_000;
/** Bytes of its shared texts unpacked. */
const STRING_BYTES = 40 * 1024 * 1024;
/** Bytes of each of its small parts unpacked. */
const SMALL_BYTES = 4 * 1024 * 1024;
/** Sheets that are looked at. */
const SHEETS = 50;
/** Characters of a sheet's name and of a number format: Excel takes 31 and 255. */
const SHEET_NAME = 50;
const FORMAT_CODE = 300;

/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30; 27–36, 50–58: of Asia). */
const DATE_FORMATS = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export interface WorkbookParts {
  readonly archive: Archive;
  /** In the order of the tabs; hidden ones last. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** Styles of cells that show a date. */
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
  /** The keywords of the file's properties. */
  readonly keywords: string;
}

/** Opens a workbook: its sheets' names and places, shared texts and styles. Throws ListProblem. */
export async function openWorkbook(archive: Archive): Promise<WorkbookParts> {
  const main = archive.names.find((name) => /(?:^|\/)workbook\.xml$/.test(name));
  if (main === undefined) throw new ListProblem({ code: 'list.notASpreadsheet' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await relationsOf(archive, `${folder}_rels/workbook.xml.rels`, folder);
  const { sheets, from1904 } = await sheetsOf(archive, main, relations.parts);
  const styles = relations.kinds.get('styles');
  const strings = relations.kinds.get('sharedStrings');
  return {
    archive,
    sheets,
    from1904,
    strings: strings === undefined ? [] : await sharedStrings(archive, strings),
    dateStyles: styles === undefined ? new Set() : await dateStyles(archive, styles),
    keywords: await keywordsOf(archive),
  };
}

async function relationsOf(archive: Archive, part: string, folder: string) {
  const parts = new Map<string, string>();
  const kinds = new Map<string, string>();
  if (archive.names.includes(part)) {
    await readXml(archive.open(part, SMALL_BYTES), {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
        const place = Target.startsWith('/') ? Target.slice(1) : folder + Target;
        if (!archive.names.includes(place)) return;
        parts.set(Id, place);
        kinds.set((Type ?? '').replace(/^.*\//, ''), place);
      },
      close: () => {},
    });
  }
  return { parts, kinds };
}

async function sheetsOf(archive: Archive, main: string, parts: ReadonlyMap<string, string>) {
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive.open(main, SMALL_BYTES), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || sheets.length >= SHEETS) return;
      const part = parts.get(relationId(attributes));
      if (part === undefined || !part.includes('worksheets/')) return;
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      sheets.push({ name: (attributes.name ?? '').slice(0, SHEET_NAME), part, hidden });
    },
    close: () => {},
  });
  if (sheets.length === 0) throw new ListProblem({ code: 'list.damaged' });
  return { sheets: sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)), from1904 };
}

const relationId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? '';

async function sharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let pieces: string[] | null = null;
  let length = 0;
  let phonetic = false;
  let inText = false;
  await readXml(archive.open(part, STRING_BYTES), {
    open(name) {
      if (name === 'si') {
        pieces = [];
        length = 0;
      } else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(text) {
      if (!inText || !pieces || length > CELL_LENGTH) return;
      pieces.push(text);
      length += text.length;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si' && pieces) {
        if (strings.push(pieces.join('').slice(0, CELL_LENGTH)) > STRINGS) throw tooLarge();
        pieces = null;
      }
    },
  });
  return strings;
}

async function dateStyles(archive: Archive, part: string): Promise<Set<number>> {
  const custom = new Map<number, boolean>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  await readXml(archive.open(part, SMALL_BYTES), {
    open(name, attributes) {
      if (name === 'numFmt') {
        const code = (attributes.formatCode ?? '').slice(0, FORMAT_CODE);
        custom.set(Number(attributes.numFmtId), showsDate(code));
      }
      if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId) || 0;
        if (custom.get(id) ?? DATE_FORMATS(id)) dates.add(style);
        style++;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** A format code with days, months or years outside of quoted and bracketed text. */
const showsDate = (code: string): boolean =>
  /[dy]|m{3}/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));

async function keywordsOf(archive: Archive): Promise<string> {
  let keywords = '';
  let inside = false;
  if (!archive.names.includes('docProps/core.xml')) return '';
  await readXml(archive.open('docProps/core.xml', SMALL_BYTES), {
    open(name) {
      inside = name === 'keywords';
    },
    text(text) {
      if (inside) keywords += text;
    },
    close() {
      inside = false;
    },
  });
  return keywords;
}
