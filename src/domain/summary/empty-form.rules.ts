import type { Direction, Edition, Item } from '../checklist/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { numericDate } from '../shared/paper-dates.ts';
import { cleanText } from './clean-text.rules.ts';
import type { EmptyForm, FormDirection, FormItem } from './empty-form.model.ts';
import { editionName } from './frozen-reading.rules.ts';
import type { PaperWords } from './words.model.ts';
import { wordsOf } from './words.rules.ts';

/** What the head of the empty form says of the campaign; dates as YYYY-MM-DD. */
export interface FormCampaign {
  readonly title: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly deadline: string | null;
}

/** The checklist as a form to fill in by hand, on the way from shelf to shelf. */
export function emptyForm(
  edition: Edition,
  org: string,
  campaign: FormCampaign,
  language: PaperLanguage,
): EmptyForm {
  const words = wordsOf(language);
  const name = cleanText(org);
  return {
    language,
    title: words.form.title,
    under: [
      name,
      words.form.campaign(cleanText(campaign.title), campaign.deadline),
      ...periodLine(campaign, words),
    ],
    author: name,
    instructions: words.form.instructions,
    footer: words.form.footer(editionName(edition.edition)),
    directions: edition.directions.map((direction) => formDirection(direction, words)),
    signatures: words.form.signatures,
    footnote: words.footnote,
  };
}

function periodLine(campaign: FormCampaign, words: PaperWords): readonly string[] {
  const { periodFrom, periodTo } = campaign;
  if (periodFrom === null && periodTo === null) return [];
  const day = (date: string | null) => (date === null ? '…' : numericDate(date));
  return [`${words.head.period}: ${day(periodFrom)} – ${day(periodTo)}`];
}

function formDirection(direction: Direction, words: PaperWords): FormDirection {
  return {
    heading: `${direction.number}. ${direction.heading[words.language]}`,
    groups: direction.groups.map((group) => ({
      heading: group.heading?.[words.language] ?? null,
      items: group.items.map((item) => formItem(item, words)),
    })),
  };
}

function formItem(item: Item, words: PaperWords): FormItem {
  const { language } = words;
  return {
    id: item.id,
    question: item.question[language],
    parts: item.parts.map((part) => part[language]),
    numbers: item.numbers?.labels.map((label) => label[language]) ?? [],
    answers: answersOf(item, words),
    document: words.form.document,
  };
}

/** The answers to tick, as the card of the item offers them: parts and numbers rate themselves. */
function answersOf(item: Item, words: PaperWords): readonly string[] {
  const { language } = words;
  const { ratings } = words.answer;
  const noCase = item.noCase === null ? [] : [item.noCase[language]];
  if (item.type === 'fact') return [...item.facts.map(({ label }) => label[language]), ...noCase];
  if (item.type === 'parts') return noCase;
  if (item.numbers !== null && item.numbers.rule !== 'buttons') return noCase;
  const no = item.no?.[language] ?? ratings.no;
  const last = item.type === 'case' ? noCase : [ratings['not-applicable']];
  return [ratings.yes, ratings.partly, no, ...last];
}
