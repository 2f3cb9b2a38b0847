import { peopleOfCommission, peopleOfOrganisation } from '../access/role.service.ts';
import type { OrganisationScope } from '../access/model.ts';
import { campaignById } from '../campaign/service.ts';
import { commissionById } from '../commission/service.ts';
import { organisationById } from '../organisation/service.ts';
import type { Reader } from '../shared/database.ts';
import { loadAnswers, newestEvent } from './answers.store.ts';
import { loadEvidence, loadExplanations } from './freezing.store.ts';
import type { Circumstances } from './frozen.rules.ts';
import type { FrozenEvidence, FrozenSubmission } from './frozen.model.ts';
import type { Answer, AssessmentView } from './model.ts';
import type { Endorsement } from './submission.model.ts';
import { loadEndorsement } from './submission.store.ts';

/** Everything said in an assessment, at one moment. Answers and evidence by item code. */
export interface Material {
  readonly answers: ReadonlyMap<number, Answer>;
  readonly evidence: ReadonlyMap<number, readonly FrozenEvidence[]>;
  /** By contradiction id. */
  readonly explanations: ReadonlyMap<string, string>;
  /** Id of the newest step of the history: the same number, the same answers. */
  readonly newest: number;
  readonly endorsement: Endorsement;
  /** The head has confirmed these very answers. */
  readonly confirmedBy: number | null;
}

export async function loadMaterial(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<Material> {
  const answers = await loadAnswers(reader, scopes, assessmentId);
  const evidence = await loadEvidence(reader, assessmentId);
  const explanations = await loadExplanations(reader, assessmentId);
  const newest = await newestEvent(reader, assessmentId);
  const endorsement = await loadEndorsement(reader, assessmentId);
  return {
    answers: new Map(answers.map((answer) => [answer.item, answer])),
    evidence,
    explanations,
    newest,
    endorsement,
    confirmedBy: endorsement.confirmedEvent === newest ? endorsement.confirmedBy : null,
  };
}

/** Campaign, commission and organisation as they are now. */
export async function loadCircumstances(
  reader: Reader,
  view: AssessmentView,
): Promise<Circumstances> {
  const campaign = await campaignById(reader, view.campaignId);
  const organisation = await organisationById(reader, view.orgId);
  const commission = campaign && (await commissionById(reader, campaign.commissionId));
  if (!campaign || !organisation || !commission) {
    throw new Error(`Assessment ${view.assessmentId} has no campaign, organisation or commission`);
  }
  const people = await peopleOfOrganisation(reader, organisation.id);
  return {
    campaign: {
      id: campaign.id,
      title: campaign.title,
      basis: campaign.basis,
      kind: campaign.kind,
      periodFrom: campaign.periodFrom,
      periodTo: campaign.periodTo,
      opensOn: campaign.opensOn,
      deadline: campaign.deadline,
      paper: campaign.paper,
      contactPhone: campaign.contactPhone,
      commission: {
        id: commission.id,
        name: commission.name,
        members: await membersOf(reader, commission.id),
      },
    },
    organisation: {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      region: organisation.region,
      district: organisation.district,
      heads: people.filter(({ kind }) => kind === 'head').map(({ personId }) => personId),
    },
  };
}

type Members = FrozenSubmission['campaign']['commission']['members'];

/** The chair first; who is chair and member stands there once. */
async function membersOf(reader: Reader, commissionId: number): Promise<Members> {
  const people = await peopleOfCommission(reader, commissionId);
  const chairs = people.filter(({ kind }) => kind === 'chair').map(({ personId }) => personId);
  const others = people
    .map(({ personId }) => personId)
    .filter((personId) => !chairs.includes(personId));
  return [
    ...[...new Set(chairs)].map((personId) => ({ personId, post: 'chair' }) as const),
    ...[...new Set(others)].map((personId) => ({ personId, post: 'member' }) as const),
  ];
}
