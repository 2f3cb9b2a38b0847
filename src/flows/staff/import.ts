import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import type { ImportPreview } from '../../domain/register/import.model.ts';
import { dropImport, importOf, sourceOfImport } from '../../domain/register/importing.service.ts';
import type { Result } from '../../domain/shared/result.ts';
import { ok, refused } from '../../domain/shared/result.ts';
import { button, leafing, pageAt } from './buttons.ts';
import { awaiting } from './import-ask.ts';
import { cellLine, toMend } from './import-problems.ts';
import { previewScreen } from './import-screen.ts';
import { forKeepers } from './keeper.ts';
import { staffList } from './list.ts';
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
export const listGone = async (visit: Visit, scope: OrganisationScope): Promise<Reply> =>
  refusal(visit, { code: 'register.importGone' }, { screen: await staffList(visit, scope, 0) });

export const onImportShow = forKeepers(async (visit, scope, [orgId = 0, importId = 0]) => {
  const found = await checked(visit, scope, importId);
  if (!found.ok) return listGone(visit, scope);
  const orgName = (await organisationById(visit.work.read, orgId))?.name ?? '';
  const screen = previewScreen(visit.t, { orgId, importId, orgName, ...found.value });
  return awaiting(visit, orgId, screen);
});

/** All bad cells, page by page: sheet, row, column, what stands there, what to write. */
export const onImportProblems = forKeepers(
  async (visit, scope, [orgId = 0, importId = 0, wanted = 0]) => {
    const { t } = visit;
    const found = await checked(visit, scope, importId);
    if (!found.ok) return listGone(visit, scope);
    const { problems, inAll } = toMend(found.value.preview);
    const page = pageAt(wanted, problems.length, PROBLEMS);
    const here = problems.slice(page * PROBLEMS, (page + 1) * PROBLEMS);
    const from = page * PROBLEMS + 1;
    const values = { from, to: from + here.length - 1, n: inAll };
    const lines = here.map((problem, index) => `${from + index}. ${cellLine(t, problem)}`);
    const cut =
      inAll > problems.length ? [t('staff:import.problemsCut', { n: problems.length })] : [];
    const to = (number: number) => encode('staffImportProblems', [orgId, importId, number]);
    return awaiting(visit, orgId, {
      text: [bold(t('staff:import.problemsTitle', values)), ...lines, ...cut].join('\n\n'),
      rows: [
        ...leafing(t, page, problems.length, to, PROBLEMS),
        [button(t, 'staff:button.marked', 'staffImportMarked', orgId, importId)],
        [button(t, 'staff:button.check', 'staffImportShow', orgId, importId)],
      ],
    });
  },
);

export const onImportDrop = forKeepers(async (visit, scope, [, importId = 0]) => {
  const { t, work } = visit;
  const dropped = await dropImport(work, scope, importId);
  if (!dropped.ok) return listGone(visit, scope);
  const receipt = { text: t('staff:import.dropped'), changeId: 0 };
  return { screen: await staffList(visit, scope, 0, receipt) };
});
