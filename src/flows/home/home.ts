import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import {
  answeringScopes,
  commissionScopes,
  operatorScope,
  organisationScopes,
} from '../../domain/access/rules.ts';
import {
  openAssessment,
  type Standing,
  standingsOf,
} from '../../domain/assessment/opening.service.ts';
import { scopeOf } from '../../domain/assessment/scope.rules.ts';
import { answersNow } from '../../domain/assessment/showing.service.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { items } from '../../domain/checklist/lookup.rules.ts';
import { choiceScreen, nothingScreen } from './choice-screen.ts';
import { organisationScreen } from './organisation-screen.ts';

/** The first page of everybody: the one organisation, or what there is to choose from. */
export async function showHome(visit: Visit): Promise<Reply> {
  const { actor, around, work } = visit;
  const all = await standingsOf(work, organisationScopes(actor));
  const running = all.filter(({ closed }) => !closed);
  const begun: Standing[] = [];
  for (const standing of running) begun.push(await begin(visit, standing));
  const reviews = commissionScopes(actor).length > 0;
  const operates = operatorScope(actor, around.operatorIds) !== null;
  const [only] = begun;
  if (only && begun.length === 1 && !reviews && !operates) return page(visit, only);
  if (begun.length === 0 && !reviews && !operates) return nothing(visit, all[0] ?? null);
  return { screen: choiceScreen(visit, begun, { reviews, operates }) };
}

/** One of several organisations or monitorings. */
export const organisationHome: Action = async (visit, [assessmentId = 0]) => {
  const all = await standingsOf(visit.work, organisationScopes(visit.actor));
  const found = all.find((standing) => standing.assessmentId === assessmentId);
  if (!found) return { toast: visit.t.plain('errors:walk.foreign'), alert: true };
  return found.closed ? nothing(visit, found) : page(visit, found);
};

/** Makes the assessment of a monitoring that has begun when somebody who answers first sees it. */
async function begin(visit: Visit, standing: Standing): Promise<Standing> {
  const scope = scopeOf(answeringScopes(visit.actor), standing.orgId);
  if (standing.assessmentId !== null || !scope || standing.opensOn > visit.today) return standing;
  const { edition } = visit.around;
  const opened = await openAssessment(visit.work, scope, standing.campaignId, edition);
  return opened.ok ? { ...standing, assessmentId: opened.value } : standing;
}

async function page(visit: Visit, standing: Standing): Promise<Reply> {
  const { assessmentId } = standing;
  const scopes = organisationScopes(visit.actor);
  const scope = scopeOf(scopes, standing.orgId);
  const edition = visit.around.edition(standing.checklistId, standing.edition);
  const codes = items(edition).map(({ id }) => itemCode(id));
  const found = assessmentId === null ? null : await answersNow(visit.work, scopes, assessmentId);
  const open = (found?.answers ?? []).filter(({ rating }) => rating === null);
  const next = open.find(({ later }) => !later) ?? open[0];
  const answers = scopeOf(answeringScopes(visit.actor), standing.orgId) !== null;
  return {
    screen: organisationScreen(visit, standing, {
      total: found?.answers.length ?? mineOf(codes, scope),
      answered: (found?.answers.length ?? 0) - open.length,
      next: next?.item ?? null,
      role: answers ? (scope?.directions ? 'contributor' : 'officer') : 'head',
    }),
  };
}

const mineOf = (codes: readonly number[], scope: OrganisationScope | null): number => {
  const directions = scope?.directions ?? null;
  return codes.filter((code) => directions?.includes(Math.trunc(code / 100)) ?? true).length;
};

/** No monitoring runs: a sentence, with the telephone and the last one that was closed. */
async function nothing(visit: Visit, closed: Standing | null): Promise<Reply> {
  const phone = closed?.contactPhone ?? (await visit.around.contactPhone());
  return { screen: nothingScreen(visit, closed, phone) };
}
