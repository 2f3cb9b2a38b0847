import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerScopes } from '../../domain/access/rules.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { listServants } from '../../domain/register/reading.service.ts';
import { dueLines } from '../../domain/reminder/lines.service.ts';
import { OWED_KINDS } from '../../domain/reminder/model.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { BUTTON_ROOM, shortened, shortName } from '../reading/fitting.ts';
import { button, homeButton, leafing, PAGE, pageAt } from './buttons.ts';
import { forReaders, keepingScope, readingScope, said } from './keeper.ts';
import { listScreen, personRows } from './list-screen.ts';
import { type Receipt, withReceipt } from './receipt.ts';
import { toList } from './way-out.ts';

/** /staff and the button of the home page: the one register, or which one. */
export async function staff(visit: Visit): Promise<Reply> {
  const { t, actor, work } = visit;
  const scopes = [...new Map(registerScopes(actor).map((scope) => [scope.orgId, scope])).values()];
  const [only] = scopes;
  if (!only) return said(visit, t.plain('staff:nobody'));
  if (scopes.length === 1) return { screen: await staffList(visit, only, 0) };
  const rows = [];
  for (const { orgId } of scopes) {
    const name = (await organisationById(work.read, orgId))?.name ?? '';
    const text = shortened(shortName(name), BUTTON_ROOM);
    rows.push([{ text, data: encode('staff', [orgId, 0]) }]);
  }
  return { screen: { text: t('staff:choose'), rows: [...rows, [homeButton(t)]] } };
}

/** A page of the list, under the receipt of what led to it. */
export async function staffList(
  visit: Visit,
  scope: OrganisationScope,
  wanted: number,
  receipt: Receipt | null = null,
): Promise<Screen> {
  const { t, today, work } = visit;
  const { orgId } = scope;
  const rules = await ruleBook(work.read);
  const find = (page: number) => listServants(work.read, scope, { skip: page * PAGE, take: PAGE });
  const first = await find(wanted);
  const page = pageAt(wanted, first.total);
  const { items, total } = page === wanted ? first : await find(page);
  const past = await dueLines(work.read, orgId, rules, today, { horizon: -1, kinds: OWED_KINDS });
  const screen = listScreen(visit, {
    orgId,
    orgName: (await organisationById(work.read, orgId))?.name ?? '',
    keeps: keepingScope(visit, orgId) !== null,
    items,
    total,
    page,
    overdue: past.filter(({ direction }) => direction === 'due-by').length,
    rules,
  });
  return withReceipt(t, orgId, screen, receipt);
}

export const onStaff = forReaders(async (visit, scope, [, page = 0]) => ({
  screen: await staffList(visit, scope, page),
}));

/** Those who left. */
export const onGone = forReaders(async (visit, scope, [orgId = 0, wanted = 0]) => {
  const { t, today, work } = visit;
  const find = (page: number) =>
    listServants(work.read, scope, { left: true, skip: page * PAGE, take: PAGE });
  const { total } = await find(0);
  const page = pageAt(wanted, total);
  const { items } = await find(page);
  const rules = await ruleBook(work.read);
  return {
    screen: {
      text: total === 0 ? t('staff:list.noneLeft') : bold(t('staff:list.gone', { n: total })),
      rows: [
        ...personRows(t, items, rules, today),
        ...leafing(t, page, total, (to) => encode('staffGone', [orgId, to])),
        [button(t, 'staff:button.back', 'staff', orgId, 0)],
      ],
    },
  };
});

/** What is seldom needed. */
export const onMore = forReaders(async (visit, scope, [orgId = 0]) => {
  const { t, work } = visit;
  const keeps = keepingScope(visit, orgId) !== null;
  const { total } = await listServants(work.read, scope, { left: true, skip: 0, take: 1 });
  const gone = {
    text: t.plain('staff:button.gone', { n: total }),
    data: encode('staffGone', [orgId, 0]),
  };
  return {
    screen: {
      text: t('staff:list.more'),
      rows: [
        ...(keeps ? [[button(t, 'staff:button.import', 'staffImport', orgId)]] : []),
        [button(t, 'staff:button.export', 'staffExport', orgId)],
        ...(keeps ? [[button(t, 'staff:button.template', 'staffTemplate', orgId)]] : []),
        ...(keeps ? [[button(t, 'staff:button.changes', 'staffChanges', orgId)]] : []),
        ...(total > 0 ? [[gone]] : []),
        [button(t, 'staff:button.back', 'staff', orgId, 0)],
      ],
    },
  };
});

export const onSearch = forReaders((_visit, _scope, [orgId = 0]) => ({
  dialog: { name: 'staff.search', args: [orgId] },
}));

/** Characters: a name is no longer. */
const SEARCH_LIMIT = 60;

/** Finds by any part of the name, however typed (ө as о, ү as у …); the first page is shown. */
export const searchForm: Form<string> = {
  name: 'staff.search',
  out: toList,
  ask: ({ t }) => Promise.resolve({ text: t('staff:ask.search'), rows: [] }),
  read: (text, { t }) => readText(text, t, SEARCH_LIMIT),
  async done(visit, [org], text) {
    const { t, today, work } = visit;
    const orgId = Number(org);
    const scope = readingScope(visit, orgId);
    if (!scope) return said(visit, t.plain('errors:access.notYours'));
    const search = { text, skip: 0, take: PAGE };
    const present = await listServants(work.read, scope, search);
    const left = await listServants(work.read, scope, { ...search, left: true });
    const n = present.total + left.total;
    const items = [...present.items, ...left.items].slice(0, PAGE);
    const lines = [t(n === 0 ? 'staff:list.foundNone' : 'staff:list.found', { text, n })];
    if (n > PAGE) lines.push(t('staff:list.foundMore', { n: PAGE }));
    const screen: Screen = {
      text: lines.join('\n'),
      rows: [
        ...personRows(t, items, await ruleBook(work.read), today),
        [button(t, 'staff:button.search', 'staffSearch', orgId)],
        [button(t, 'staff:button.back', 'staff', orgId, 0)],
      ],
    };
    return { screen };
  },
};
