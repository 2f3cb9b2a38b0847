import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { FieldChange, ImportPreview } from '../../domain/register/import.model.ts';
import { shortened, visibleLength } from '../reading/fitting.ts';
import { button } from './buttons.ts';
import { cellLine, toMend } from './import-problems.ts';
import { fieldWords, recordWords } from './words.ts';

export interface CheckedImport {
  readonly orgId: number;
  readonly importId: number;
  /** Into whose register it goes. */
  readonly orgName: string;
  /** null: lines pasted into the chat */
  readonly fileName: string | null;
  readonly preview: ImportPreview;
}

/** People named on the screen of each sort, and changes of one person. */
const SAMPLES = 5;
const CHANGES = 4;
/** Bad cells named at once; the others have a page of their own. */
const PROBLEMS = 3;
/** Characters of one line, so that a long position does not push the others out. */
const LINE = 110;
/** Characters of the whole text: below Telegram's 4096. */
const TEXT_ROOM = 3600;

/** What a list would do, before anything is done: counts, examples, and what is to be corrected. */
export function previewScreen(t: Translate, checked: CheckedImport): Screen {
  const { preview } = checked;
  const { rows, added, changed, same } = preview;
  const gone = goneOf(preview);
  // Rows with mistakes are in no count; where all have some, counts would say that nothing changes.
  const unread = isEmpty(preview) && stops(preview);
  const head = [
    bold(t('staff:import.checked', { name: checked.fileName ?? t.plain('staff:import.lines') })),
    escapeHtml(checked.orgName),
    t('staff:import.rows', { n: rows }),
    ...(unread ? [] : [t('staff:import.counts', { added, changed, same })]),
    ...(gone > 0 ? [t('staff:import.gone', { n: gone })] : []),
    ...(isEmpty(preview) && !stops(preview) ? [t('staff:import.nothing')] : []),
  ].join('\n');
  const parts = [head, problemLines(t, preview), ...sampleLines(t, preview), passed(t, preview)];
  return { text: within(TEXT_ROOM, parts), rows: buttons(t, checked) };
}

const isEmpty = ({ added, changed, gone }: ImportPreview): boolean => added + changed + gone === 0;

/** Rows with mistakes are not compared: while there are some, nobody can be said to be missing. */
const goneOf = (preview: ImportPreview): number => (stops(preview) ? 0 : preview.gone);

/** Mistakes that keep the list from being loaded. */
const stops = ({ problems }: ImportPreview): boolean => problems.some((one) => one.stops);

function buttons(t: Translate, { orgId, importId, preview }: CheckedImport): Button[][] {
  const { added, changed, gone } = preview;
  const { inAll } = toMend(preview);
  const rows: Button[][] = [];
  const load = (key: 'staff:button.load' | 'staff:button.loadGone', goneToo: 0 | 1): Button => ({
    text: t.plain(key),
    data: encode('staffImportApply', [orgId, importId, goneToo]),
    style: 'primary',
  });
  if (!stops(preview)) {
    if (added + changed > 0) rows.push([load('staff:button.load', 0)]);
    if (gone > 0) rows.push([load('staff:button.loadGone', 1)]);
  }
  if (inAll > 0) {
    const text = t.plain('staff:button.problems', { n: inAll });
    rows.push([{ text, data: encode('staffImportProblems', [orgId, importId, 0]) }]);
    rows.push([button(t, 'staff:button.marked', 'staffImportMarked', orgId, importId)]);
  }
  return [...rows, [button(t, 'staff:button.drop', 'staffImportDrop', orgId, importId)]];
}

function problemLines(t: Translate, preview: ImportPreview): string {
  const { problems, inAll } = toMend(preview);
  if (inAll === 0) return '';
  const stopping = stops(preview);
  const first = problems.toSorted((a, b) => Number(b.stops) - Number(a.stops)).slice(0, PROBLEMS);
  return [
    bold(t(stopping ? 'staff:import.problems' : 'staff:import.look', { n: inAll })),
    ...first.map((problem) => `• ${cellLine(t, problem)}`),
    ...more(t, inAll - first.length),
    ...(stopping ? [t('staff:import.mend')] : []),
  ].join('\n');
}

const more = (t: Translate, n: number): string[] =>
  n > 0 ? [t('staff:import.andMore', { n })] : [];

function sampleLines(t: Translate, preview: ImportPreview): string[] {
  const { samples, added, changed } = preview;
  const gone = goneOf(preview);
  const sort = (
    key: 'staff:import.added' | 'staff:import.changed' | 'staff:import.goneList',
    n: number,
    lines: readonly string[][],
  ): string => {
    const shown = lines.slice(0, SAMPLES);
    return shown.length === 0
      ? ''
      : [bold(t(key)), ...shown.flat(), ...more(t, n - shown.length)].join('\n');
  };
  const entry = (name: string, position: string | null) =>
    position === null
      ? t('staff:import.entry', { name: short(name) })
      : t('staff:import.entryOf', { name: short(name), position: short(position) });
  return [
    sort(
      'staff:import.changed',
      changed,
      samples.changed.map((one) => [
        entry(one.name, null),
        ...[
          ...one.fields.map((field) => fieldLine(t, field)),
          ...one.records.map((record) =>
            t('staff:import.recordNew', { what: short(recordWords(t, record)) }),
          ),
        ]
          .slice(0, CHANGES)
          .map((line) => `   ${line}`),
        ...more(t, one.fields.length + one.records.length - CHANGES),
      ]),
    ),
    sort(
      'staff:import.added',
      added,
      samples.added.map((one) => [entry(one.name, one.position)]),
    ),
    sort(
      'staff:import.goneList',
      gone,
      gone === 0 ? [] : samples.gone.map((one) => [entry(one.name, null)]),
    ),
  ];
}

/** Old and new side by side: «Кызмат орду: адис → башкы адис». */
function fieldLine(t: Translate, { field, from, to }: FieldChange): string {
  const words = (value: string | null) =>
    short(fieldWords(t, field, value) ?? t.plain('staff:import.emptyCell'));
  const label = t.plain(`staff:field.${field}`);
  return t('staff:import.fieldChange', { label, from: words(from), to: words(to) });
}

const passed = (t: Translate, { unknownHeadings }: ImportPreview): string =>
  unknownHeadings.length === 0
    ? ''
    : t('staff:import.passed', { headings: short(unknownHeadings.join(', ')) });

const short = (text: string): string => shortened(text, LINE);

/** The parts that fit, in their order; lines that do not are left out, the counts stand above them. */
function within(room: number, parts: readonly string[]): string {
  let left = room;
  const kept: string[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const lines = part.split('\n').filter((line) => {
      left -= visibleLength(line) + 1;
      return left > 0;
    });
    if (lines.length > 0) kept.push(lines.join('\n'));
  }
  return kept.join('\n\n');
}
