import { createHash } from 'node:crypto';
import { itemCode } from '../checklist/code.rules.ts';
import { items } from '../checklist/lookup.rules.ts';
import type { Direction, Edition } from '../checklist/model.ts';
import type { Language } from '../shared/language.ts';
import { localised } from './frozen-answer.rules.ts';
import { type FrozenSources, frozenItem } from './frozen-item.rules.ts';
import type { FrozenDirection, FrozenSubmission } from './frozen.model.ts';
import { contradictionsOf, registerContradictionsOf } from './rehearsal.rules.ts';
import type { RegisterKnowledge } from './register-contradictions.rules.ts';
import type { Moment } from './moment.rules.ts';
import { counts, FORMULA, score } from './score.rules.ts';

/** What stands in the document besides the answers. */
export interface Circumstances {
  readonly campaign: FrozenSubmission['campaign'];
  readonly organisation: FrozenSubmission['organisation'];
}

export interface FreezeRequest extends FrozenSources, RegisterKnowledge, Circumstances {
  readonly edition: Edition;
  /** By contradiction id. */
  readonly explanations: ReadonlyMap<string, string>;
  /** null: a draft. */
  readonly number: string | null;
  readonly moment: Moment;
  readonly submittedBy: number;
  readonly confirmedBy: number | null;
  readonly late: boolean;
  readonly language: Language;
}

/** The document of a submission or draft: everything papers need, people by id. */
export function freeze(request: FreezeRequest): FrozenSubmission {
  const { edition, moment, answers } = request;
  const ratingOf = (id: string) => answers.get(itemCode(id))?.rating ?? null;
  return {
    schema: 2,
    number: request.number,
    submittedAt: new Date(moment.at).toISOString(),
    submittedOn: moment.on,
    submittedTime: moment.time,
    submittedBy: request.submittedBy,
    confirmedBy: request.confirmedBy,
    late: request.late,
    language: request.language,
    checklist: {
      id: edition.id,
      edition: edition.edition,
      title: localised(edition.title),
      preamble: edition.preamble,
      preambleTranslated: {
        ru: edition.preambleTranslated.ru,
        en: edition.preambleTranslated.en,
      },
    },
    campaign: request.campaign,
    organisation: request.organisation,
    directions: edition.directions.map((direction) => frozenDirection(direction, request)),
    counts: counts(items(edition).map(({ id }) => ratingOf(id))),
    score: score(
      edition.directions.map(({ groups }) =>
        groups.flatMap((group) => group.items.map(({ id }) => ratingOf(id))),
      ),
    ),
    formula: localised(FORMULA),
    contradictions: [
      ...contradictionsOf(edition, answers),
      ...registerContradictionsOf(edition, request),
    ].map(({ id, items, text }) => ({
      id,
      items: [...items],
      text: localised(text),
      explanation: request.explanations.get(id) ?? null,
    })),
    register: frozenFigures(request.figures, moment.on),
  };
}

const frozenFigures = (
  figures: FreezeRequest['figures'],
  on: string,
): FrozenSubmission['register'] =>
  figures && {
    on,
    people: figures.people,
    trainingOverdue: figures['training-overdue'],
    personalFiles: figures['personal-files'],
    labourBooks: figures['labour-books'],
  };

function frozenDirection(direction: Direction, request: FreezeRequest): FrozenDirection {
  return {
    number: direction.number,
    slug: direction.slug,
    title: localised(direction.title),
    heading: localised(direction.heading),
    memoHeading: direction.memoHeading,
    note: direction.note && localised(direction.note),
    groups: direction.groups.map((group) => ({
      lead: group.lead,
      heading: group.heading && localised(group.heading),
      items: group.items.map((item) => frozenItem(item, request.edition, request)),
    })),
  };
}

/**
 * The text that is stored and hashed. The same answers in the same circumstances give the same text:
 * every object of the document is built key by key in the order of its type.
 */
export function sealed(document: FrozenSubmission): {
  readonly text: string;
  readonly sha256: string;
} {
  const text = JSON.stringify(document);
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** Ids of everybody who stands in the document. */
export function peopleIn(document: FrozenSubmission): number[] {
  const answered = itemsIn(document).flatMap(({ answeredBy, plan }) => [
    answeredBy,
    plan?.who?.kind === 'person' ? plan.who.personId : null,
  ]);
  const named = [
    document.submittedBy,
    document.confirmedBy,
    ...document.campaign.commission.members.map(({ personId }) => personId),
    ...document.organisation.heads,
    ...answered,
  ];
  return [...new Set(named.filter((id) => id !== null))];
}

export const itemsIn = (document: Pick<FrozenSubmission, 'directions'>) =>
  document.directions.flatMap(({ groups }) => groups.flatMap((group) => group.items));
