import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { recordsOf, servantOf } from '../../domain/register/reading.service.ts';
import { duesOf } from '../../domain/reminder/due.rules.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import { forReaders, keepingScope } from './keeper.ts';
import { staffList } from './list.ts';
import { personScreen } from './person-screen.ts';
import { type Receipt, withReceipt } from './receipt.ts';
import { refusal } from './refusals.ts';

/** A person's card under the receipt of what led to it; of somebody who is gone the list. */
export async function personCard(
  visit: Visit,
  scope: OrganisationScope,
  number: number,
  receipt: Receipt | null = null,
): Promise<Reply> {
  const { t, work, today } = visit;
  const servant = await servantOf(work.read, scope, number);
  if (!servant) {
    const screen = await staffList(visit, scope, 0, receipt);
    return receipt ? { screen } : refusal(visit, { code: 'register.unknown' }, { screen });
  }
  const records = await recordsOf(work.read, scope, number);
  const dues = duesOf(servant, await ruleBook(work.read), today);
  const screen = personScreen(t, {
    servant,
    dues,
    records: records.length,
    keeps: keepingScope(visit, scope.orgId) !== null,
    today,
  });
  return { screen: withReceipt(t, scope.orgId, screen, receipt) };
}

export const onPerson = forReaders((visit, scope, [, servant = 0]) =>
  personCard(visit, scope, servant),
);
