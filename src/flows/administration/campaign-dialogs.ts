import type { Reply, Visit } from '../../chat/visit.ts';
import { extendCampaign, openCampaign } from '../../domain/campaign/service.ts';
import { listCommissions } from '../../domain/commission/service.ts';
import { PHONE_LIMIT, TITLE_LIMIT } from '../../domain/campaign/rules.ts';
import { ok, refused } from '../../domain/shared/result.ts';
import { parsePeriod, readDate } from '../ask/date.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { campaignScreen } from './campaigns.ts';
import { isDash } from './dash.ts';
import { asOperator, notYours } from './operator.ts';
import { htmlSentence } from './sentence.ts';

/** The checklist a campaign opened in the bot asks; another one is chosen at the command line. */
const CHECKLIST = 'monitoring-memo';

const question = (key: Parameters<Visit['t']>[0]) => (visit: Visit) =>
  Promise.resolve({ text: visit.t(key), rows: [] });

const title: Form<string> = {
  name: 'admin.campaign.title',
  ask: question('administration:ask.campaignTitle'),
  read: (text, { t }) => readText(text, t, TITLE_LIMIT),
  done: (visit, _args, text) =>
    asOperator(visit, () =>
      Promise.resolve({ dialog: { name: 'admin.campaign.deadline', args: [text] } }),
    ),
};

const deadline: Form<string> = {
  name: 'admin.campaign.deadline',
  ask: question('administration:ask.deadline'),
  read: (text, { t, today }) => readDate(text, t, today),
  done: (visit, [typed = ''], date) =>
    asOperator(visit, () =>
      Promise.resolve({ dialog: { name: 'admin.campaign.period', args: [typed, date] } }),
    ),
};

const period: Form<{ from: string; to: string } | null> = {
  name: 'admin.campaign.period',
  ask: question('administration:ask.period'),
  read: (text, { t }) => {
    if (isDash(text)) return ok(null);
    const value = parsePeriod(text);
    return value ? ok(value) : refused(t('errors:date.period'));
  },
  done: (visit, [typed = '', until = ''], value) =>
    asOperator(visit, () =>
      Promise.resolve({
        dialog: {
          name: 'admin.campaign.phone',
          args: [typed, until, value?.from ?? '', value?.to ?? ''],
        },
      }),
    ),
};

const phone: Form<string | null> = {
  name: 'admin.campaign.phone',
  ask: question('administration:ask.phone'),
  read: (text, { t }) => (isDash(text) ? ok(null) : readText(text, t, PHONE_LIMIT)),
  done: (visit, args, contactPhone) =>
    asOperator(visit, async () => {
      const given = [...args.map(String), contactPhone ?? ''];
      const commissions = await listCommissions(visit.work.read);
      return commissions.length === 0
        ? open(visit, given, null)
        : { dialog: { name: COMMISSION, args: given } };
    }),
};

const COMMISSION = 'admin.campaign.commission';

/** Which of the commissions reviews the campaign, by its number; null: a new one of the campaign's title. */
const commission: Form<number | null> = {
  name: COMMISSION,
  async ask({ t, work: { read } }) {
    const list = (await listCommissions(read)).map(({ id, name }) => `${id}. ${name}`).join('\n');
    return { text: t('administration:ask.commission', { list }), rows: [] };
  },
  read: (text, { t }) => {
    if (isDash(text)) return ok(null);
    const [, id] = /^№?\s*(\d{1,9})\.?$/.exec(text.trim()) ?? [];
    return id === undefined ? refused(t('errors:campaign.commissionNumber')) : ok(Number(id));
  },
  done: (visit, args, commissionId) =>
    asOperator(visit, () => open(visit, args.map(String), commissionId)),
};

/** For all organisations, from today on. */
async function open(
  visit: Visit,
  given: readonly string[],
  commissionId: number | null,
): Promise<Reply> {
  const [typed = '', until = '', from = '', to = '', contactPhone = ''] = given;
  const { t, work, around, today } = visit;
  const edition = around.newestEdition(CHECKLIST);
  if (!edition) return { note: { text: t('errors:campaign.noChecklist'), rows: [] } };
  const opened = await openCampaign(work, {
    checklistId: edition.id,
    edition: edition.edition,
    title: typed,
    kind: 'planned',
    basis: null,
    paper: null,
    contactPhone: contactPhone || null,
    opensOn: today,
    deadline: until,
    periodFrom: from || null,
    periodTo: to || null,
    headConfirms: false,
    commissionId,
    who: { orgIds: null, kind: null, region: null },
  });
  if (opened.ok) return campaignOr(visit, opened.value);
  const note = { text: htmlSentence(t, opened.error), rows: [] };
  const unknown = opened.error.code === 'campaign.commissionUnknown';
  return unknown ? { note, dialog: { name: COMMISSION, args: given } } : { note };
}

const extend: Form<string> = {
  name: 'admin.campaign.extend',
  ask: question('administration:ask.deadline'),
  read: (text, { t, today }) => readDate(text, t, today),
  done: (visit, [id], date) =>
    asOperator(visit, async () => {
      const extended = await extendCampaign(visit.work, Number(id), date);
      if (extended.ok) return campaignOr(visit, Number(id));
      return { note: { text: htmlSentence(visit.t, extended.error), rows: [] } };
    }),
};

async function campaignOr(visit: Visit, id: number): Promise<Reply> {
  const screen = await campaignScreen(visit, id);
  return screen ? { screen } : notYours(visit);
}

export const campaignForms: readonly Form[] = [title, deadline, period, phone, commission, extend];
