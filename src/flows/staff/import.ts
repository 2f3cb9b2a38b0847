import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import type { ImportPreview } from '../../domain/register/import.model.ts';
import {
  applyImport,
  dropImport,
  importOf,
  sourceOfImport,
} from '../../domain/register/importing.service.ts';
import type { Result } from '../../domain/shared/result.ts';
import { ok, refused } from '../../domain/shared/result.ts';
import { dueLines } from '../../domain/reminder/lines.service.ts';
import { type DueLine, HORIZON } from '../../domain/reminder/model.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import { baseWords, dueLine } from '../reading/due-words.ts';
import { shortPerson } from '../reading/person-name.ts';
import { button, leafing, PAGE, pageAt } from './buttons.ts';
import { awaited } from './import-ask.ts';
import { cellLine } from './import-problems.ts';
import { previewScreen } from './import-screen.ts';
import { forKeepers } from './keeper.ts';
import { staffList } from './list.ts';
import { undoRow } from './receipt.ts';
import { refusal } from './refusals.ts';

/** Bad cells on one screen. */
const PROBLEMS = 5;

interface Shown {
  readonly fileName: string | null;
  readonly preview: ImportPreview;
}

/** The list as it reads now: it is checked again, so that the screen never shows yesterday's register. */
async function checked(
  { work, around, today }: Visit,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<Shown, { readonly code: 'register.importGone' }>> {
  const gone = refused({ code: 'register.importGone' } as const);
  const row = await importOf(work.read, scope, importId);
  if (row?.state !== 'checked') return gone;
  const source = await sourceOfImport(work.read, scope, importId, around.files);
  if (!source) return gone;
  const read = await around.lists.check({ orgId: scope.orgId, source, today });
  return read.ok ? ok({ fileName: row.fileName, preview: read.value.preview }) : gone;
}

/** What is shown of a list that was loaded, dropped or replaced meanwhile. */
const gone = async (visit: Visit, scope: OrganisationScope): Promise<Reply> =>
  refusal(visit, { code: 'register.importGone' }, { screen: await staffList(visit, scope, 0) });

export const onImportShow = forKeepers(async (visit, scope, [orgId = 0, importId = 0]) => {
  const found = await checked(visit, scope, importId);
  if (!found.ok) return gone(visit, scope);
  const screen = previewScreen(visit.t, { orgId, importId, ...found.value });
  return { screen, card: awaited(orgId) };
});

/** All bad cells, page by page: sheet, row, column, what stands there, what to write. */
export const onImportProblems = forKeepers(
  async (visit, scope, [orgId = 0, importId = 0, wanted = 0]) => {
    const { t } = visit;
    const found = await checked(visit, scope, importId);
    if (!found.ok) return gone(visit, scope);
    const { problems, problemsInAll } = found.value.preview;
    const page = pageAt(wanted, problems.length, PROBLEMS);
    const here = problems.slice(page * PROBLEMS, (page + 1) * PROBLEMS);
    const from = page * PROBLEMS + 1;
    const values = { from, to: from + here.length - 1, n: problemsInAll };
    const lines = here.map((problem, index) => `${from + index}. ${cellLine(t, problem)}`);
    const cut =
      problemsInAll > problems.length
        ? [t('staff:import.problemsCut', { n: problems.length })]
        : [];
    const to = (number: number) => encode('staffImportProblems', [orgId, importId, number]);
    return {
      screen: {
        text: [bold(t('staff:import.problemsTitle', values)), ...lines, ...cut].join('\n\n'),
        rows: [
          ...leafing(page, problems.length, to, PROBLEMS),
          [button(t, 'staff:button.marked', 'staffImportMarked', orgId, importId)],
          [button(t, 'staff:button.check', 'staffImportShow', orgId, importId)],
        ],
      },
      card: awaited(orgId),
    };
  },
);

/** Loads the list, and says at once who is overdue and why. */
export const onImportApply = forKeepers(
  async (visit, scope, [orgId = 0, importId = 0, left = 0]) => {
    const { t, work, today, around } = visit;
    const wish = { today, goneOn: left === 1 ? today : null };
    const { lists, files } = around;
    const applied = await applyImport(work, scope, importId, wish, { lists, files });
    if (!applied.ok) {
      if (applied.error.code === 'register.importGone') return gone(visit, scope);
      return refusal(visit, applied.error);
    }
    const { counts, changeId } = applied.value;
    const { added, changed } = counts;
    const receipt = t('staff:import.applied', {
      added,
      changed,
      gone: left === 1 ? counts.gone : 0,
    });
    const rules = await ruleBook(work.read);
    const due = await dueLines(work.read, orgId, rules, today, { horizon: HORIZON });
    const past = due.filter(({ direction, days }) => direction === 'due-by' && days < 0);
    return {
      screen: {
        text: [
          receipt,
          past.length === 0
            ? t('staff:list.nothingOverdue')
            : bold(t('staff:list.overdue', { n: past.length })),
          ...due.slice(0, PAGE).map((line, index) => `${index + 1}. ${whoAndWhy(visit, line)}`),
          ...(due.length > PAGE ? [t('staff:import.overdueMore')] : []),
        ].join('\n\n'),
        rows: [
          ...undoRow(t, orgId, { text: receipt, changeId }),
          [button(t, 'staff:reminders', 'reminders', orgId, 0)],
          [button(t, 'staff:button.staff', 'staff', orgId, 0)],
        ],
      },
    };
  },
);

/** «Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү. Акыркы окуусу: 03.12.2022.» */
const whoAndWhy = ({ t }: Visit, line: DueLine): string =>
  `${escapeHtml(shortPerson(line.name))} – ${dueLine(t, line)} ${baseWords(t, line)}`;

export const onImportDrop = forKeepers(async (visit, scope, [, importId = 0]) => {
  const { t, work } = visit;
  const dropped = await dropImport(work, scope, importId);
  if (!dropped.ok) return gone(visit, scope);
  const receipt = { text: t('staff:import.dropped'), changeId: 0 };
  return { screen: await staffList(visit, scope, 0, receipt) };
});
