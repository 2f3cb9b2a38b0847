import { archive } from '../../bad-input/archive.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const HEADINGS = ['Аты-жөнү', 'Кызмат орду', 'Дайындалган күнү', 'Акыркы окуусу'];

/** A cell as XML: a text, a number, or XML given as it is. */
export type XmlCell = string | number | { readonly xml: string };

const letter = (at: number): string =>
  (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cellXml(cell: XmlCell, at: number, row: number): string {
  const r = `${letter(at)}${row}`;
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${r}"`);
  return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

export const rowsXml = (rows: readonly (readonly XmlCell[])[], from = 1): string =>
  rows
    .map(
      (cells, at) =>
        `<row r="${from + at}">${cells.map((cell, n) => (cell === '' ? '' : cellXml(cell, n, from + at))).join('')}</row>`,
    )
    .join('');

export interface SheetParts {
  readonly name: string;
  /** What stands in <sheetData>. */
  readonly data: string;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook as no program would write it, part by part. */
export function workbook(
  sheets: readonly SheetParts[],
  more: readonly { readonly name: string; readonly text: string }[] = [],
): Buffer {
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const relations = [
    ...sheets.map(
      (_, n) =>
        `<Relationship Id="s${n}" Type="${REL}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    ),
    `<Relationship Id="st" Type="${REL}/styles" Target="styles.xml"/>`,
    `<Relationship Id="ss" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>`,
    `<Relationship Id="x" Type="${REL}/externalLink" Target="file:///etc/passwd" TargetMode="External"/>`,
  ].join('');
  const given = new Set(more.map(({ name }) => name));
  const parts = [
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets>${sheets
        .map(
          ({ name, hidden }, n) =>
            `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="s${n}"${hidden ? ' state="hidden"' : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${relations}</Relationships>`),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    ...sheets.map(({ data, merges = [] }, n) =>
      part(
        `xl/worksheets/sheet${n}.xml`,
        `<worksheet xmlns="${NS}"><sheetData>${data}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ),
    ),
  ];
  return archive([
    ...parts.filter(({ name }) => !given.has(name)),
    ...more.map(({ name, text }) => part(name, text)),
  ]);
}

/** A workbook of one sheet with these rows. */
export const sheetOf = (
  rows: readonly (readonly XmlCell[])[],
  merges: readonly string[] = [],
): Buffer => workbook([{ name: 'Тизме', data: rowsXml(rows), merges }]);

/** The container of old and of encrypted Office files, with the name of one stream. */
export const compoundFile = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
