import type { DueBase, ReminderKind } from '../reminder/model.ts';
import type { PaperLanguage } from '../shared/language.ts';

/** The words of papers about what is due, in one language. */
export interface ReminderWords {
  readonly kinds: Readonly<Record<ReminderKind, string>>;
  readonly list: {
    readonly title: string;
    readonly columns: {
      readonly number: string;
      readonly organisation: string;
      readonly name: string;
      readonly position: string;
      readonly what: string;
      readonly date: string;
      readonly sense: string;
      readonly days: string;
      readonly base: string;
      readonly basis: string;
    };
    readonly sense: Readonly<Record<'due-by' | 'possible-from', string>>;
    readonly base: (base: DueBase, rank: boolean, date: string) => string;
    readonly answered: (answered: number, total: number) => string;
    readonly basis: Readonly<Record<'official' | 'reported' | 'hand', string>>;
  };
  readonly calendar: {
    readonly name: (org: string) => string;
    readonly event: (what: string, sense: 'due-by' | 'possible-from', people: number) => string;
    readonly unconfirmed: string;
  };
  readonly chart: {
    readonly title: (org: string) => string;
    readonly subtitle: (date: string) => string;
    readonly series: readonly [string, string];
    readonly already: string;
    readonly months: readonly string[];
    readonly footnote: string;
  };
}

const kyrgyz: ReminderWords = {
  kinds: {
    training: 'Окутуу',
    rank: 'Класстык чен',
    attestation: 'Аттестация',
    declaration: 'Декларация',
    campaign: 'Мониторинг',
  },
  list: {
    title: 'Эстетмелер',
    columns: {
      number: '№',
      organisation: 'Мекеме',
      name: 'Аты-жөнү',
      position: 'Кызмат орду',
      what: 'Эмне',
      date: 'Дата',
      sense: 'Мааниси',
      days: 'Калган күн (минус – өттү)',
      base: 'Эмнеден эсептелди',
      basis: 'Негизи',
    },
    sense: { 'due-by': 'ушул күнгө чейин', 'possible-from': 'ушул күндөн тартып болот' },
    base: (base, rank, date) =>
      ({
        trained: `акыркы окуусу: ${date}`,
        ranked: `акыркы чени: ${date}`,
        attested: `акыркы аттестациясы: ${date}`,
        appointed: `${rank ? 'чени' : 'окуусу'} жазылган эмес, дайындалган күнү: ${date}`,
        service: `кызмат стажынын башталышы: ${date}`,
        year: 'тапшырылганы жазылган эмес',
        hand: 'дата кол менен жазылган',
      })[base.from],
    answered: (answered, total) => `жооп берилди: ${answered} / ${total}`,
    basis: {
      official: 'расмий',
      reported: 'такталган эмес: басма сөз боюнча',
      hand: 'кадр иши боюнча жооптуу жазган',
    },
  },
  calendar: {
    name: (org) => `Эстетмелер · ${org}`,
    event: (what, sense, people) =>
      `${what}: ${sense === 'due-by' ? 'мөөнөтү' : 'ушул күндөн тартып болот'} · кызматчылар: ${people}`,
    unconfirmed: 'Негизи такталган эмес: басма сөз боюнча.',
  },
  chart: {
    title: (org) => org,
    subtitle: (date) => `Бир жылга эстетмелер, ${date}`,
    series: ['Окутуу', 'Класстык чен'],
    already: 'Мөөнөтү өттү*',
    months: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    footnote: '* Чен боюнча: ыйгарууну күтүп жаткандар. Сандар – кызматчылардын саны.',
  },
};

const russian: ReminderWords = {
  kinds: {
    training: 'Обучение',
    rank: 'Классный чин',
    attestation: 'Аттестация',
    declaration: 'Декларация',
    campaign: 'Мониторинг',
  },
  list: {
    title: 'Напоминания',
    columns: {
      number: '№',
      organisation: 'Организация',
      name: 'Ф. И. О.',
      position: 'Должность',
      what: 'Что',
      date: 'Дата',
      sense: 'Значение',
      days: 'Осталось дней (минус – прошло)',
      base: 'От чего считается',
      basis: 'Основание',
    },
    sense: { 'due-by': 'до этого дня', 'possible-from': 'можно с этого дня' },
    base: (base, rank, date) =>
      ({
        trained: `последнее обучение: ${date}`,
        ranked: `последний чин: ${date}`,
        attested: `последняя аттестация: ${date}`,
        appointed: `${rank ? 'чин не записан' : 'обучение не записано'}, назначен: ${date}`,
        service: `начало стажа службы: ${date}`,
        year: 'подача не записана',
        hand: 'дата записана вручную',
      })[base.from],
    answered: (answered, total) => `отвечено: ${answered} / ${total}`,
    basis: {
      official: 'официальное',
      reported: 'не подтверждено: по данным прессы',
      hand: 'записал ответственный за кадровую работу',
    },
  },
  calendar: {
    name: (org) => `Напоминания · ${org}`,
    event: (what, sense, people) =>
      `${what}: ${sense === 'due-by' ? 'срок' : 'можно с этого дня'} · служащих: ${people}`,
    unconfirmed: 'Основание не подтверждено: по данным прессы.',
  },
  chart: {
    title: (org) => org,
    subtitle: (date) => `Напоминания на год, ${date}`,
    series: ['Обучение', 'Классный чин'],
    already: 'Срок истёк*',
    months: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    footnote: '* По чинам: ожидают присвоения. Числа – количество служащих.',
  },
};

export const reminderWords = (language: PaperLanguage): ReminderWords =>
  language === 'ky' ? kyrgyz : russian;
