import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { campaignById, listCampaigns } from '../../domain/campaign/service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { toAdmin } from './home.ts';
import { label, leafing, PAGE } from './pager.ts';

export async function campaignsScreen({ t, work }: Visit, page: number): Promise<Screen> {
  const all = await listCampaigns(work.read);
  return {
    text: bold(t('administration:campaigns')),
    rows: [
      ...all
        .slice(page * PAGE, (page + 1) * PAGE)
        .map(({ id, title }) => [{ text: label(title), data: encode('adminCampaign', [id]) }]),
      leafing('adminCampaigns', page, all.length),
      [{ text: t.plain('administration:openCampaign'), data: encode('adminCampaignOpen') }],
      [toAdmin(t)],
    ],
  };
}

/** One campaign; null: there is none of that id. */
export async function campaignScreen({ t, work }: Visit, id: number): Promise<Screen | null> {
  const campaign = await campaignById(work.read, id);
  if (!campaign) return null;
  const { title, opensOn, deadline, periodFrom, periodTo, commission, contactPhone } = campaign;
  const lines = [
    t('administration:campaign.dates', { opens: shown(opensOn), deadline: shown(deadline) }),
    periodFrom !== null &&
      periodTo !== null &&
      t('administration:campaign.period', { from: shown(periodFrom), to: shown(periodTo) }),
    t('administration:campaign.organisations', { n: campaign.organisations }),
    t('administration:campaign.commission', { commission }),
    contactPhone !== null && t('administration:campaign.phone', { phone: contactPhone }),
    campaign.closed && t('administration:closed'),
  ].filter((line) => line !== false);
  const back = [{ text: t.plain('administration:campaigns'), data: encode('adminCampaigns', [0]) }];
  const text = `${bold(escapeHtml(title))}\n\n${lines.join('\n')}`;
  if (campaign.closed) return { text, rows: [back] };
  return {
    text,
    rows: [
      [{ text: t.plain('administration:extend'), data: encode('adminCampaignExtend', [id]) }],
      [{ text: t.plain('administration:closeCampaign'), data: encode('adminCampaignClose', [id]) }],
      back,
    ],
  };
}

export async function closingCampaignScreen(
  { t, work }: Visit,
  id: number,
): Promise<Screen | null> {
  const campaign = await campaignById(work.read, id);
  if (!campaign) return null;
  return {
    text: t('administration:closeCampaignAsk', { title: campaign.title }),
    rows: [
      [
        {
          text: t.plain('administration:closeSure'),
          data: encode('adminCampaignCloseSure', [id]),
          style: 'danger',
        },
      ],
      [{ text: t.plain('administration:keep'), data: encode('adminCampaign', [id]) }],
    ],
  };
}
