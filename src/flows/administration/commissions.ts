import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { ROLE_KINDS } from '../../domain/access/model.ts';
import { peopleOfCommission } from '../../domain/access/role.service.ts';
import { commissionById, listCommissions } from '../../domain/commission/service.ts';
import { toAdmin } from './home.ts';
import { label, leafing, PAGE } from './pager.ts';
import { peopleLines, revokeRows } from './people.ts';

export async function commissionsScreen({ t, work }: Visit, page: number): Promise<Screen> {
  const all = await listCommissions(work.read);
  return {
    text: bold(t('administration:count.commissions', { n: all.length })),
    rows: [
      ...all
        .slice(page * PAGE, (page + 1) * PAGE)
        .map(({ id, name }) => [{ text: label(name), data: encode('adminCommission', [id]) }]),
      leafing('adminCommissions', page, all.length),
      [{ text: t.plain('administration:add'), data: encode('adminCommissionAdd') }],
      [toAdmin(t)],
    ],
  };
}

/** One commission; null: there is none of that id. */
export async function commissionScreen({ t, work }: Visit, id: number): Promise<Screen | null> {
  const commission = await commissionById(work.read, id);
  if (!commission) return null;
  const people = await peopleOfCommission(work.read, id);
  return {
    text: [
      bold(escapeHtml(commission.name)),
      [t('administration:people'), ...peopleLines(t, people, null)].join('\n'),
      t(commission.group ? 'administration:groupBound' : 'administration:groupNone'),
    ].join('\n\n'),
    rows: [
      [
        {
          text: t.plain('administration:inviteChair'),
          data: encode('adminInvite', [ROLE_KINDS.indexOf('chair'), id]),
        },
      ],
      [
        {
          text: t.plain('administration:inviteMember'),
          data: encode('adminInvite', [ROLE_KINDS.indexOf('member'), id]),
        },
      ],
      [{ text: t.plain('administration:bind'), data: encode('adminBind', [id]) }],
      ...revokeRows(t, people),
      [{ text: t.plain('administration:commissions'), data: encode('adminCommissions', [0]) }],
    ],
  };
}
