import { RANK_GRADES } from '../register/model.ts';
import type { Localised } from '../shared/language.ts';
import { ALWAYS, type Rule, type RuleCode } from './model.ts';

type Shipped = Pick<Rule, 'code' | 'direction' | 'value' | 'unit' | 'status' | 'basis'>;

const rule = (
  code: RuleCode,
  status: Rule['status'],
  direction: Rule['direction'],
  value: number,
  unit: Rule['unit'],
  basis: Localised,
): Shipped => ({ code, direction, value, unit, status, basis });

/** What the text of the act would have to say is not known: the rule is silent. */
const empty = (
  code: RuleCode,
  direction: Rule['direction'],
  unit: Rule['unit'],
  basis: Localised,
): Shipped => ({ code, direction, value: null, unit, status: 'empty', basis });

const FIRST_RANK: Localised = {
  ky: 'Президенттин 2016-жылдын 30-декабрындагы № 308 Жарлыгына 2025-жылдын октябрында киргизилген өзгөртүү; басма сөз боюнча, тексти көрүлгөн эмес.',
  ru: 'Изменение октября 2025 года в Указ Президента от 30 декабря 2016 года № 308; по сообщениям прессы, текст не видели.',
  en: 'Amendment of October 2025 to the Decree of the President No. 308 of 30 December 2016; from press reports, the text was not seen.',
};

const TIME_IN_RANK: Localised = {
  ky: 'Президенттин 2016-жылдын 30-декабрындагы № 308 Жарлыгы; чендеги мөөнөт белгисиз, тексти көрүлгөн эмес.',
  ru: 'Указ Президента от 30 декабря 2016 года № 308; срок пребывания в чине неизвестен, текст не видели.',
  en: 'Decree of the President No. 308 of 30 December 2016; the time in rank is not known, the text was not seen.',
};

/** Sources, and what of them was seen: law.md of the product's facts; no number of a point is invented. */
const rules: readonly Shipped[] = [
  rule('training', 'official', 'due-by', 3, 'years', {
    ky: 'Мониторингди жүргүзүү боюнча эскерткич: окутуу «3 жылда бир жолудан кем эмес» (Президенттин 2022-жылдын 22-мартындагы № 85 Жарлыгы).',
    ru: 'Памятка по проведению мониторинга: обучение не реже одного раза в 3 года, «3 жылда бир жолудан кем эмес» (Указ Президента от 22 марта 2022 года № 85).',
    en: 'The monitoring memo: training at least once in 3 years, «3 жылда бир жолудан кем эмес» (Decree of the President No. 85 of 22 March 2022).',
  }),
  rule('attestation', 'official', 'possible-from', 2, 'years', {
    ky: 'Президенттин 2022-жылдын 31-майындагы № 169 Жарлыгы: аттестациялоо «эки жылда бир жолудан көп эмес».',
    ru: 'Указ Президента от 31 мая 2022 года № 169: аттестация не чаще одного раза в два года, «эки жылда бир жолудан көп эмес».',
    en: 'Decree of the President No. 169 of 31 May 2022: attestation not more often than once in two years, «эки жылда бир жолудан көп эмес».',
  }),
  rule('first-rank', 'reported', 'possible-from', 1, 'years', FIRST_RANK),
  rule('first-rank.highest', 'reported', 'possible-from', 2, 'years', FIRST_RANK),
  rule('service.adviser', 'reported', 'possible-from', 5, 'years', FIRST_RANK),
  rule('service.counsellor', 'reported', 'possible-from', 10, 'years', FIRST_RANK),
  rule('income-declaration', 'reported', 'due-by', 401, 'yearly', {
    ky: '2017-жылдын 2-августундагы № 164 Мыйзам; 1-апрелге чейинки мөөнөт басма сөз боюнча.',
    ru: 'Закон от 2 августа 2017 года № 164; срок до 1 апреля — по сообщениям прессы.',
    en: 'Law No. 164 of 2 August 2017; the term until 1 April is known from press reports.',
  }),
  ...RANK_GRADES.slice(0, -1).map((grade) =>
    empty(`time-in-rank.${grade}`, 'possible-from', 'years', TIME_IN_RANK),
  ),
  empty('interest-declaration', 'due-by', 'yearly', {
    ky: '2017-жылдын 12-декабрындагы № 206 Мыйзам; жыл сайынкы мөөнөтү белгисиз.',
    ru: 'Закон от 12 декабря 2017 года № 206; ежегодный срок неизвестен.',
    en: 'Law No. 206 of 12 December 2017; a yearly term is not known.',
  }),
  empty('probation', 'due-by', 'months', {
    ky: 'Президенттин 2022-жылдын 31-майындагы № 169 Жарлыгы; сыноо мөөнөтүнүн узактыгы белгисиз.',
    ru: 'Указ Президента от 31 мая 2022 года № 169; продолжительность испытательного срока неизвестна.',
    en: 'Decree of the President No. 169 of 31 May 2022; the length of the probation is not known.',
  }),
  empty('rotation', 'due-by', 'years', {
    ky: 'Президенттин 2022-жылдын 24-февралындагы № 61 Жарлыгы; ротациялоонун мезгилдүүлүгү белгисиз.',
    ru: 'Указ Президента от 24 февраля 2022 года № 61; периодичность ротации неизвестна.',
    en: 'Decree of the President No. 61 of 24 February 2022; how often rotation is due is not known.',
  }),
  empty('reserve-validity', 'due-by', 'years', {
    ky: 'Президенттин кадрлар резерви жөнүндө Жарлыгы (2025-жылдын 11-сентябрындагы № 255 Жарлык менен өзгөртүлгөн); резервде туруу мөөнөтү белгисиз.',
    ru: 'Указ Президента о резерве кадров (изменён Указом от 11 сентября 2025 года № 255); срок нахождения в резерве неизвестен.',
    en: 'Decree of the President on the personnel reserve (amended by Decree No. 255 of 11 September 2025); how long one stays in the reserve is not known.',
  }),
  empty('penalty-lapse', 'due-by', 'years', {
    ky: 'Негизи белгисиз: тартип жазасынын жоюлуу мөөнөтү актыдан көрүлгөн эмес.',
    ru: 'Основание неизвестно: срок погашения дисциплинарного взыскания в акте не видели.',
    en: 'Basis not known: the term after which a disciplinary penalty lapses was not seen in any act.',
  }),
];

/** The rules as the product ships them: valid always, verified by nobody. */
export const SHIPPED: readonly Rule[] = rules.map((shipped) => ({
  ...shipped,
  id: 0,
  validFrom: ALWAYS,
  validTo: null,
  verified: null,
}));
