import { fold } from '../shared/fold.ts';
import type { RankCode, RankGrade, RankLine } from './model.ts';

const CLASS =
  /(?:^|[^\d])([1-3]|iii|ii|i)\s*-?\s*(?:класс|кл(?![а-я])|даража|class)|(?:класс|class)[а-я]*\s*([1-3]|iii|ii|i)(?![\da-zа-я])/u;
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3' };
const ORDINALS: readonly (readonly [RegExp, string])[] = [
  [/биринчи|перв|first/u, '1'],
  [/экинчи|втор|second/u, '2'],
  [/учунчу|трет|third/u, '3'],
];
/** «Муниципалдык кеңешчи» and «государственный советник» are the three highest ranks. */
const COUNSELLOR =
  /(?:мамлекеттик|муниципалдык|государственн[а-я]*|муниципальн[а-я]*|гос\.?|мун\.?)\s+(?:кенешчи|советник)|counsell?or/u;
const ADVISER = /кенешчи|советник|advis[eo]r/u;
const MUNICIPAL = /муницип|municip/u;
const STATE = /мамлекет|государствен|гос\.|state|civil/u;

/**
 * The class rank that words mean, in Kyrgyz, Russian or English: «3-класстагы инспектор»,
 * «советник муниципальной службы II класса» (list of ranks: UP No 308 of 30.12.2016). `line` is
 * taken where the words name none; null: no rank, or none of the two lines is known.
 */
export function listRank(text: string, line: RankLine | null): RankCode | null {
  // English is read as Latin: folding turns its e into the Cyrillic one.
  const folded = fold(text).replace(/(?<=[a-z])е|е(?=[a-z])/gu, 'e');
  const grade = gradeOf(folded);
  const said = MUNICIPAL.test(folded) ? 'municipal' : STATE.test(folded) ? 'state' : line;
  return grade && said ? `${said}.${grade}` : null;
}

function gradeOf(text: string): RankGrade | null {
  const inspector = /инспектор|inspector/u.test(text);
  if (inspector && /кенже|младш|мл\.|junior/u.test(text)) return 'junior-inspector';
  const step = classOf(text);
  if (step === null) return null;
  if (inspector) return `inspector-${step}`;
  if (COUNSELLOR.test(text)) return `counsellor-${step}`;
  return ADVISER.test(text) ? `adviser-${step}` : null;
}

function classOf(text: string): '1' | '2' | '3' | null {
  const [, before, after] = CLASS.exec(text) ?? [];
  const digit = before ?? after ?? ORDINALS.find(([word]) => word.test(text))?.[1];
  const step = digit && (ROMAN[digit] ?? digit);
  return step === '1' || step === '2' || step === '3' ? step : null;
}
