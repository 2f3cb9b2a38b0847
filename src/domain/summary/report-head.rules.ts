import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { regionName } from '../organisation/regions.rules.ts';
import { numericDate } from '../shared/paper-dates.ts';
import { editionName, type Names, personName } from './frozen-reading.rules.ts';
import type { Block, Pair } from './report.model.ts';
import type { PaperWords } from './words.model.ts';

/** Number, title and the lines under it. */
export function titleBlocks(submission: FrozenSubmission, words: PaperWords): readonly Block[] {
  const { number, organisation, campaign } = submission;
  const purpose = campaign.paper === null ? [] : [words.sheet.forPaper(campaign.paper)];
  return [
    { kind: 'number', text: number === null ? words.sheet.draft : words.sheet.number(number) },
    { kind: 'title', text: words.sheet.title, under: [organisation.name, ...purpose] },
  ];
}

/** The head of the paper: whom, on what basis, when, before which commission. */
export function headBlock(submission: FrozenSubmission, names: Names, words: PaperWords): Block {
  const { organisation, campaign, checklist } = submission;
  const { head } = words;
  const rows: Pair[] = [
    { label: head.organisation[organisation.kind], value: [organisation.name] },
    { label: head.region, value: [territory(organisation, words)] },
    { label: head.campaign, value: [campaign.title] },
    { label: head.basis, value: present(campaign.basis) },
    { label: head.kind, value: [head.kinds[campaign.kind]] },
    { label: head.period, value: period(campaign) },
    {
      label: head.dates,
      value: [`${numericDate(campaign.opensOn)} – ${numericDate(campaign.deadline)}`],
    },
    { label: head.commission, value: present(campaign.commission.name) },
    { label: head.members, value: members(submission, names, words) },
    {
      label: head.edition,
      value: [`${checklist.title[words.language]}, ${editionName(checklist.edition)}`],
    },
    ...momentRows(submission, names, words),
  ];
  return { kind: 'pairs', rows };
}

function territory(
  { region, district }: FrozenSubmission['organisation'],
  words: PaperWords,
): string {
  const name = regionName(region)[words.language];
  return district === null ? name : `${name}, ${district}`;
}

const present = (text: string | null): readonly string[] => (text ? [text] : []);

function period(campaign: FrozenSubmission['campaign']): readonly string[] {
  if (campaign.periodFrom === null && campaign.periodTo === null) return [];
  const day = (date: string | null) => (date === null ? '…' : numericDate(date));
  return [`${day(campaign.periodFrom)} – ${day(campaign.periodTo)}`];
}

/** The chair first. */
function members(
  { campaign }: FrozenSubmission,
  names: Names,
  words: PaperWords,
): readonly string[] {
  const { members: all } = campaign.commission;
  const inOrder = [
    ...all.filter(({ post }) => post === 'chair'),
    ...all.filter(({ post }) => post !== 'chair'),
  ];
  return inOrder.map(
    ({ personId, post }) => `${personName(names, personId, words)} – ${words.head.posts[post]}`,
  );
}

function momentRows(
  submission: FrozenSubmission,
  names: Names,
  words: PaperWords,
): readonly Pair[] {
  const { head } = words;
  const moment = head.moment(submission.submittedOn, submission.submittedTime);
  if (submission.number === null) return [{ label: head.drafted, value: [moment] }];
  const { submittedBy, confirmedBy } = submission;
  return [
    { label: head.submitted, value: [submission.late ? `${moment} (${head.late})` : moment] },
    { label: head.submittedBy, value: [personName(names, submittedBy, words)] },
    ...(confirmedBy === null
      ? []
      : [{ label: head.confirmedBy, value: [personName(names, confirmedBy, words)] }]),
  ];
}
