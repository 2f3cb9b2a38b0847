import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import { type Applied, applyImport } from '../../domain/register/importing.service.ts';
import { dueLines } from '../../domain/reminder/lines.service.ts';
import { type DueLine, HORIZON } from '../../domain/reminder/model.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import { baseWords, dueLine } from '../reading/due-words.ts';
import { shortPerson } from '../reading/person-name.ts';
import { button, PAGE } from './buttons.ts';
import { listGone } from './import.ts';
import { forKeepers } from './keeper.ts';
import { undoRow } from './receipt.ts';
import { refusal } from './refusals.ts';

/** Loads a checked list whole, and says at once who is overdue and why. */
export const onImportApply = forKeepers(
  async (visit, scope, [orgId = 0, importId = 0, left = 0]) => {
    const { work, today, around } = visit;
    const wish = { today, goneOn: left === 1 ? today : null };
    const { lists, files } = around;
    const applied = await applyImport(work, scope, importId, wish, { lists, files });
    if (applied.ok) return { screen: await appliedScreen(visit, orgId, applied.value, left === 1) };
    const { error } = applied;
    return error.code === 'register.importGone' ? listGone(visit, scope) : refusal(visit, error);
  },
);

async function appliedScreen(
  { t, work, today }: Visit,
  orgId: number,
  { counts, changeId }: Applied,
  goneToo: boolean,
): Promise<Screen> {
  const { added, changed } = counts;
  const text = t('staff:import.applied', { added, changed, gone: goneToo ? counts.gone : 0 });
  const rules = await ruleBook(work.read);
  const due = await dueLines(work.read, orgId, rules, today, { horizon: HORIZON });
  const past = due.filter(({ direction, days }) => direction === 'due-by' && days < 0);
  const named = past.slice(0, PAGE);
  const others = due.length - named.length;
  const title =
    past.length === 0
      ? t('staff:list.nothingOverdue')
      : bold(t('staff:list.overdue', { n: past.length }));
  return {
    text: [
      text,
      title,
      ...named.map((line, index) => `${index + 1}. ${whoAndWhy(t, line)}`),
      ...(others > 0 ? [t('staff:import.others', { n: others })] : []),
    ].join('\n\n'),
    rows: [
      ...undoRow(t, orgId, { text, changeId }),
      [button(t, 'staff:reminders', 'reminders', orgId, 0)],
      [button(t, 'staff:button.staff', 'staff', orgId, 0)],
    ],
  };
}

/** «Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү. Акыркы окуусу: 03.12.2022.» */
const whoAndWhy = (t: Translate, line: DueLine): string =>
  `${escapeHtml(shortPerson(line.name))} – ${dueLine(t, line)} ${baseWords(t, line)}`;
