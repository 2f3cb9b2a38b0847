import { describe, expect, test } from 'vitest';
import type { Invitation } from '../../../src/domain/summary/letter.model.ts';
import { invitationLetters } from '../../../src/domain/summary/letters.rules.ts';
import { INVITATION } from '../../support/invitation.ts';

const textOf = (letter: Partial<Invitation>, language: 'ky' | 'ru') =>
  invitationLetters({ language, letters: [{ ...INVITATION, ...letter }] }).pages[0]?.texts[0];

describe('invitation letters', () => {
  test('the Kyrgyz letter says who is invited to what, how, until when and whom to call', () => {
    expect(textOf({}, 'ky')).toEqual({
      language: 'ky',
      to: 'Көк-Жар айыл өкмөтү',
      title: 'Чакыруу кат',
      paragraphs: [
        'Урматтуу кесиптеш!',
        'Сизди мониторингге катышууга чакырабыз: «2026-жылдын пландуу мониторинги». Иш Telegram тиркемесиндеги «Эскерткич» боту аркылуу жүргүзүлөт. Сиздин милдетиңиз: кадр иши боюнча жооптуу. Жоопторду 2026-жылдын 15-январына чейин жөнөтүүңүздү суранабыз.',
        'Кантип кирүү керек:',
      ],
      steps: [
        'Telegram орнотулган телефондун камерасын төмөнкү QR-кодго кармаңыз же шилтемени телефондо ачыңыз.',
        'Ачылган чатта «Баштоо» («Start», «Запустить») баскычын басыңыз.',
        'Мекемеңиздин аталышын текшерип, «Ооба, бул менин мекемем» баскычын басыңыз.',
      ],
      closing: [
        'Шилтеме Сизге гана арналган, бир жолу иштейт жана 2026-жылдын 31-январына чейин жарактуу. Аны башка адамга бербеңиз.',
        'Суроолоруңуз болсо, чалыңыз: +996 312 00 00 00.',
        'Кызматташканыңыз үчүн ыраазычылык билдиребиз.',
      ],
    });
  });

  test('the Russian letter says the same', () => {
    expect(textOf({}, 'ru')).toEqual({
      language: 'ru',
      to: 'Көк-Жар айыл өкмөтү',
      title: 'Приглашение',
      paragraphs: [
        'Уважаемый коллега!',
        'Приглашаем Вас принять участие в мониторинге: «2026-жылдын пландуу мониторинги». Работа ведётся через бот «Эскерткич» в приложении Telegram. Ваша роль: ответственный за кадровую работу. Просим отправить ответы до 15 января 2026 года.',
        'Как войти:',
      ],
      steps: [
        'Наведите камеру телефона, где установлен Telegram, на QR-код ниже или откройте ссылку на телефоне.',
        'В открывшемся чате нажмите «Запустить» («Start», «Баштоо»).',
        'Проверьте название организации и нажмите «Да, это моя организация».',
      ],
      closing: [
        'Ссылка предназначена только Вам, срабатывает один раз и действует до 31 января 2026 года. Не передавайте её другим.',
        'Если есть вопросы, звоните: +996 312 00 00 00.',
        'Благодарим за сотрудничество.',
      ],
    });
  });

  test('a member of a commission has no deadline to answer by and confirms the commission', () => {
    const letter = textOf({ role: 'member', org: 'Жумушчу комиссия' }, 'ru');
    expect([letter?.paragraphs[1]?.includes('Просим отправить'), letter?.steps.at(-1)]).toEqual([
      false,
      'Проверьте название комиссии и подтвердите участие.',
    ]);
  });

  test('without a campaign, a deadline or a telephone nothing is left empty', () => {
    const letter = textOf({ campaignTitle: null, deadline: null, contactPhone: null }, 'ky');
    expect([letter?.closing.length, JSON.stringify(letter).includes('null')]).toEqual([2, false]);
  });

  test('"both" prints Kyrgyz above Russian on one page each', () => {
    const { pages } = invitationLetters({ language: 'both', letters: [INVITATION, INVITATION] });
    expect(pages.map(({ texts, link }) => [texts.map(({ language }) => language), link])).toEqual([
      [['ky', 'ru'], INVITATION.link],
      [['ky', 'ru'], INVITATION.link],
    ]);
  });
});
