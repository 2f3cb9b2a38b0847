import type { Reply, Visit } from '../../chat/visit.ts';
import { addCommission } from '../../domain/commission/service.ts';
import { ORGANISATION_KINDS } from '../../domain/organisation/model.ts';
import { REGIONS } from '../../domain/organisation/regions.rules.ts';
import { addOrganisation, renameOrganisation } from '../../domain/organisation/service.ts';
import { NAME_LIMIT } from '../../domain/organisation/rules.ts';
import type { Result } from '../../domain/shared/result.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { campaignForms } from './campaign-dialogs.ts';
import { commissionScreen } from './commissions.ts';
import { holidayForms } from './holiday-dialogs.ts';
import { asOperator, notYours } from './operator.ts';
import { foundScreen, organisationScreen } from './organisations.ts';
import { ruleForms } from './rule-dialogs.ts';
import { htmlSentence } from './sentence.ts';

const SEARCH_LIMIT = 60;

const question = (key: Parameters<Visit['t']>[0]) => (visit: Visit) =>
  Promise.resolve({ text: visit.t(key), rows: [] });

const name = (text: string, { t }: Visit): Result<string, string> => readText(text, t, NAME_LIMIT);

/** The screen after a change, or the sentence and the same question again. */
async function organisationOr(visit: Visit, id: number): Promise<Reply> {
  const screen = await organisationScreen(visit, id);
  return screen ? { screen } : notYours(visit);
}

const search: Form<string> = {
  name: 'admin.organisation.search',
  ask: question('administration:ask.search'),
  read: (text, { t }) => readText(text, t, SEARCH_LIMIT),
  done: (visit, _args, text) =>
    asOperator(visit, async () => ({ screen: await foundScreen(visit, text) })),
};

const organisationName: Form<string> = {
  name: 'admin.organisation.name',
  ask: question('administration:ask.organisationName'),
  read: name,
  done: (visit, [kind, region], text) =>
    asOperator(visit, async () => {
      const added = await addOrganisation(visit.work, {
        name: text,
        kind: ORGANISATION_KINDS[Number(kind)] ?? '',
        region: REGIONS[Number(region)]?.code ?? '',
      });
      if (added.ok) return organisationOr(visit, added.value);
      return { note: { text: htmlSentence(visit.t, added.error), rows: [] } };
    }),
};

const rename: Form<string> = {
  name: 'admin.organisation.rename',
  ask: question('administration:ask.organisationName'),
  read: name,
  done: (visit, [id], text) =>
    asOperator(visit, async () => {
      const renamed = await renameOrganisation(visit.work, Number(id), text);
      if (renamed.ok) return organisationOr(visit, Number(id));
      return { note: { text: htmlSentence(visit.t, renamed.error), rows: [] } };
    }),
};

const commissionName: Form<string> = {
  name: 'admin.commission.name',
  ask: question('administration:ask.commissionName'),
  read: name,
  done: (visit, _args, text) =>
    asOperator(visit, async () => {
      const added = await addCommission(visit.work, text);
      if (!added.ok) return { note: { text: htmlSentence(visit.t, added.error), rows: [] } };
      const screen = await commissionScreen(visit, added.value);
      return screen ? { screen } : notYours(visit);
    }),
};

export const forms: readonly Form[] = [
  search,
  organisationName,
  rename,
  commissionName,
  ...campaignForms,
  ...ruleForms,
  ...holidayForms,
];
