import { cleanName } from '../shared/clean-name.ts';
import { isLocalDate } from '../shared/local-date.ts';
import type { CampaignRefusal, CampaignRequest } from './model.ts';

/** Characters: a title stands on buttons, in heads of papers and may name a commission. */
export const TITLE_LIMIT = 120;
/** Characters: one or two telephones with words between them. */
export const PHONE_LIMIT = 60;

/** The request with its texts cleaned; empty optional ones count as not given. */
export const cleanRequest = (request: CampaignRequest): CampaignRequest => ({
  ...request,
  title: cleanName(request.title),
  basis: given(request.basis),
  paper: given(request.paper),
  contactPhone: given(request.contactPhone),
});

const given = (text: string | null): string | null => cleanName(text ?? '') || null;

/** What is wrong with a cleaned request; null: nothing. */
export function problemWith(request: CampaignRequest): CampaignRefusal | null {
  const { title, contactPhone, opensOn, deadline, periodFrom, periodTo } = request;
  if (title === '') return { code: 'campaign.titleEmpty' };
  const n = [...title].length;
  if (n > TITLE_LIMIT) return { code: 'campaign.titleLong', values: { n, max: TITLE_LIMIT } };
  for (const date of [opensOn, deadline, periodFrom, periodTo]) {
    if (date !== null && !isLocalDate(date))
      return { code: 'campaign.dateWrong', values: { date } };
  }
  if (deadline < opensOn) {
    return { code: 'campaign.deadlineBeforeOpening', values: { deadline, opens: opensOn } };
  }
  if ((periodFrom === null) !== (periodTo === null)) return { code: 'campaign.periodIncomplete' };
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom) {
    return { code: 'campaign.periodReversed', values: { from: periodFrom, to: periodTo } };
  }
  if ([...(contactPhone ?? '')].length > PHONE_LIMIT) {
    return { code: 'campaign.phoneLong', values: { max: PHONE_LIMIT } };
  }
  return null;
}
