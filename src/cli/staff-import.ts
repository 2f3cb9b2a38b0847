import path from 'node:path';
import { translate } from '../chat/translator.ts';
import { ownedRegister, ownerScope } from '../domain/access/rules.ts';
import { organisationById } from '../domain/organisation/service.ts';
import type {
  CellProblem,
  CheckedList,
  ImportCounts,
  ListSource,
  ListWorker,
} from '../domain/register/import.model.ts';
import { recoverImports } from '../domain/register/import-wiping.service.ts';
import { applyImport, dropImport, offerImport } from '../domain/register/importing.service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import { refused } from '../domain/shared/result.ts';
import { takeImportLock } from '../storage/lock.ts';
import type { Context } from './context.ts';
import { done, type Outcome, sentence } from './outcome.ts';

export interface ListToImport {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** Checks a list and, where nothing is wrong with it and it is no dry run, writes it. */
export async function importList(
  context: Context,
  orgId: number,
  list: ListToImport,
): Promise<Outcome> {
  const { read, settings, ports } = context;
  const organisation = await organisationById(read, orgId);
  if (!organisation || organisation.closed) {
    const code = organisation ? 'organisation.closed' : 'organisation.unknown';
    return refused(sentence({ code, values: { id: orgId } }));
  }
  const lists = ports.lists(settings.databaseFile);
  try {
    const today = localDateOf(ports.now(), settings.timeZone);
    const { bytes } = list;
    const source: ListSource = { kind: 'file', name: path.basename(list.file), bytes };
    const checked = await lists.check({ orgId, source, today });
    if (!checked.ok) return refused(`${list.file}: ${sentence(checked.error)}`);
    const { preview } = checked.value;
    if (preview.problems.some(({ stops }) => stops)) {
      return refused(problemLines(preview).join('\n'));
    }
    for (const one of preview.problems) ports.writeError(`${cellLine(one)}\n`);
    if (list.dryRun) return told(preview, false);
    return await written(context, orgId, list, { lists, checked: checked.value, today });
  } finally {
    await lists.close();
  }
}

interface Checked {
  readonly lists: ListWorker;
  readonly checked: CheckedList;
  readonly today: string;
}

async function written(
  { work, database, settings, files }: Context,
  orgId: number,
  { file, bytes, reason }: ListToImport,
  { lists, checked, today }: Checked,
): Promise<Outcome> {
  const lock = takeImportLock(settings.dataDir);
  if (!lock.ok) {
    return refused(
      'Another list is being imported at the command line: try again when it is done.',
    );
  }
  try {
    await recoverImports(database, 'cli');
    const scope = ownedRegister(ownerScope(reason), orgId);
    const resting = {
      file: await files.put(bytes),
      mime: 'application/octet-stream',
      fileName: path.basename(file),
    };
    const importId = await offerImport(work, scope, resting, checked);
    const wish = { today, goneOn: null, reason };
    const applied = await applyImport(work, scope, importId, wish, { lists, files });
    if (applied.ok) return told(applied.value.counts, true);
    await dropImport(work, scope, importId);
    return refused(sentence(applied.error));
  } finally {
    lock.value.release();
  }
}

const told = ({ added, changed, gone, same }: ImportCounts, applied: boolean): Outcome =>
  done(
    { new: added, changed, gone, same, applied },
    `New: ${added}. Changed: ${changed}. The same: ${same}. Not in the list: ${gone}; they stay.`,
    applied ? 'The list was imported.' : 'Nothing was written: it was a dry run.',
  );

const problemLines = ({ problems, problemsInAll }: CheckedList['preview']): string[] => [
  ...problems.map(cellLine),
  ...(problemsInAll > problems.length
    ? [`… and ${problemsInAll - problems.length} more problems.`]
    : []),
  'Nothing was imported: correct these and import the list again.',
];

/** Sheet, row, column, what stands there, and what to write instead. */
function cellLine({ sheet, row, column, value, code, values }: CellProblem): string {
  const place = [sheet, `row ${row}`, column && `column ${column.letter} (${column.heading})`];
  const where = place.filter(Boolean).join(', ');
  return `${where}: "${value}": ${translate('en').plain(`list:cell.${code}`, values)}`;
}
