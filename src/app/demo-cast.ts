import type { DemoPerson } from '../domain/campaign/demo.service.ts';
import type { Localised } from '../domain/shared/language.ts';
import type { SandboxGroup, SandboxPerson } from '../sandbox/options.ts';

interface CastMember extends Omit<SandboxPerson, 'letter'> {
  readonly last_name: string;
  readonly letter?: Localised;
}

const letterTo = (ky: string, ru: string, en: string): Localised => ({ ky, ru, en });

/** Who plays whom in the sandbox. The names are invented. */
export const DEMO_CAST: Readonly<Record<DemoPerson, CastMember>> = {
  officer: {
    id: 1001,
    first_name: 'Гүлнур',
    last_name: 'Өмүрова',
    role: {
      ky: 'Көк-Жар АӨ · кадр иши боюнча жооптуу',
      ru: 'Кок-Жар АО · ответственная за кадровую работу',
      en: 'Kök-Jar village government · HR officer',
    },
    letter: letterTo(
      'Көк-Жар айыл өкмөтүнө. Сиздерди мониторингге катышууга чакырабыз. Төмөнкү баскыч ботту ачат.',
      'В Кок-Жарский айыл окмоту. Приглашаем вас принять участие в мониторинге. Кнопка ниже открывает бота.',
      'To the Kök-Jar village government. You are invited to take part in the monitoring. The button below opens the bot.',
    ),
  },
  head: {
    id: 1002,
    first_name: 'Бакыт',
    last_name: 'Токтобаев',
    role: {
      ky: 'Көк-Жар АӨ · айыл өкмөтүнүн башчысы',
      ru: 'Кок-Жар АО · глава айыл окмоту',
      en: 'Kök-Jar village government · head',
    },
    letter: letterTo(
      'Көк-Жар айыл өкмөтүнүн башчысына. Төмөнкү баскыч аркылуу баалоонун долбоорун көрө аласыз.',
      'Главе Кок-Жарского айыл окмоту. По кнопке ниже Вы сможете увидеть проект самооценки.',
      'To the head of the Kök-Jar village government. The button below lets you see the draft.',
    ),
  },
  otherOfficer: {
    id: 1003,
    first_name: 'Айгүл',
    last_name: 'Асанова',
    role: {
      ky: 'Ак-Кыя АӨ · кадр иши боюнча жооптуу',
      ru: 'Ак-Кыя АО · ответственная за кадровую работу',
      en: 'Ak-Kyya village government · HR officer',
    },
    letter: letterTo(
      'Ак-Кыя айыл өкмөтүнө. Сиздерди мониторингге катышууга чакырабыз. Төмөнкү баскыч ботту ачат.',
      'В Ак-Кыинский айыл окмоту. Приглашаем вас принять участие в мониторинге. Кнопка ниже открывает бота.',
      'To the Ak-Kyya village government. You are invited to take part in the monitoring. The button below opens the bot.',
    ),
  },
  chair: {
    id: 1004,
    first_name: 'Нурлан',
    last_name: 'Сыдыков',
    role: {
      ky: 'Комиссиянын төрагасы',
      ru: 'Председатель комиссии',
      en: 'Chair of the commission',
    },
  },
  firstMember: {
    id: 1005,
    first_name: 'Жаңыл',
    last_name: 'Мамбетова',
    role: { ky: 'Комиссиянын мүчөсү', ru: 'Член комиссии', en: 'Member of the commission' },
  },
  secondMember: {
    id: 1006,
    first_name: 'Эрмек',
    last_name: 'Үсөнов',
    role: { ky: 'Комиссиянын мүчөсү', ru: 'Член комиссии', en: 'Member of the commission' },
  },
  operator: {
    id: 1007,
    first_name: 'Чолпон',
    last_name: 'Исаева',
    role: { ky: 'Оператор', ru: 'Оператор', en: 'Operator' },
  },
};

/** The commission's group, a forum. */
export const DEMO_GROUP: SandboxGroup = {
  id: -1_000_000_001_008,
  title: 'Жумушчу комиссия',
  isForum: true,
  memberIds: [1004, 1005, 1006],
  botIsMember: true,
};
