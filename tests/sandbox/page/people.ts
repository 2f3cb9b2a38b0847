import type { SandboxGroup, SandboxPerson } from '../../../src/sandbox/options.ts';

const said = (text: string) => ({ ky: text, ru: text, en: text });

export const OFFICER: SandboxPerson = {
  id: 101,
  first_name: 'Айгүл',
  last_name: 'Токтосунова',
  role: {
    ky: 'Кадр иши боюнча жооптуу',
    ru: 'Ответственная за кадровую работу',
    en: 'HR officer',
  },
  letter: { text: said('Урматтуу Айгүл Токтосунова!'), startParameter: 'invitation' },
};
export const CHAIR: SandboxPerson = {
  id: 103,
  first_name: 'Чолпон',
  last_name: 'Исакова',
  role: said('Комиссиянын төрагасы'),
};
export const MEMBER: SandboxPerson = {
  id: 104,
  first_name: 'Данияр',
  last_name: 'Мамытов',
  role: said('Комиссиянын мүчөсү'),
};
export const COMMISSION: SandboxGroup = {
  id: -1001000000001,
  title: 'Комиссия',
  isForum: true,
  memberIds: [CHAIR.id, MEMBER.id],
  botIsMember: true,
};
