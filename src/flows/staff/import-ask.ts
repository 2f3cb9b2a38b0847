import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import { awaitList, listAwaitedCode } from '../../domain/assessment/list-awaited.service.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { button } from './buttons.ts';
import { forKeepers } from './keeper.ts';

/** From here the next file or text is the list; any other button of this message leads out. */
export const onImport = forKeepers(async (visit, _scope, [orgId = 0]) =>
  awaiting(visit, orgId, await askScreen(visit, orgId)),
);

/** This screen in the pressed message; what is sent while it stands there is the list. */
export async function awaiting(visit: Visit, orgId: number, screen: Screen): Promise<Reply> {
  const { work, actor, pressed } = visit;
  await awaitList(work, orgId, { chatId: actor.telegramId, messageId: pressed });
  return { screen, card: awaited(orgId) };
}

/** What comes next is (again) a list of this organisation. */
export const awaited = (orgId: number): Reply['card'] => ({
  assessmentId: null,
  item: listAwaitedCode(orgId),
});

/** What can be sent, with a line to copy. */
export async function askScreen({ t, work }: Visit, orgId: number): Promise<Screen> {
  const name = (await organisationById(work.read, orgId))?.name ?? '';
  const text = [
    [bold(escapeHtml(name)), t('staff:import.ask')].join('\n'),
    [t('staff:import.fields'), `<code>${t('staff:import.sample')}</code>`].join('\n'),
    t('staff:import.first'),
  ].join('\n\n');
  return {
    text,
    rows: [
      [button(t, 'staff:button.template', 'staffTemplate', orgId)],
      [button(t, 'staff:button.back', 'staff', orgId, 0)],
    ],
  };
}
