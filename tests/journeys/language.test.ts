import { expect, test } from 'vitest';
import { openDay } from './day.ts';
import { briefCard, card, during } from './seen.ts';
import { walkTo } from './walking.ts';

test('the language is changed in the middle of the walk, and everything goes on in it', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await officer.openLetter();
  await officer.tap('По-русски');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Здравствуйте!
    Мониторинг боюнча жумушчу комиссия приглашает Вас принять участие в мониторинге.

    Организация: Көк-Жар айыл өкмөтү
    Вы: ответственный за кадровую работу
    Срок: 09.03.2026

    48 вопросов, около часа. Отвечать можно по частям: каждый ответ сразу сохраняется. Комиссия увидит ответы только после того, как Вы их отправите.
    [Да, это моя организация]
    [Я не из этой организации]
    [Кыргызча] [In English]"
  `);
  await officer.tap('Да, это моя организация');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Мониторинг: Кадр ишинин мониторинги, 2026
    Срок: 09.03.2026, осталось 56 дней

    Отвечено: 0 / 48
    Следующий: 1.1
    [Начать]
    [Направления] [Служащие]
    [Напоминания] [Помощь]
    [Распечатать пустой бланк]
    [Язык]"
  `);
  await officer.tap('Начать');
  await officer.tap('Есть всё');
  expect(card(officer)).toMatchInlineSnapshot(`
    "1.2 · 2 / 48 · Общие сведения
    1.1: да, сохранено
    Текст памятки (на кыргызском)
    «Жумушчу комиссия төмөнкүлөрдү изилдейт: … башкаруучу түзүмдөрдүн штаттык санын жана мамлекеттик жана муниципалдык кызмат орундарынын аталыштарын мамлекеттик жарандык кызмат жана муниципалдык кызмат чөйрөсүндөгү Мыйзамга ылайык келтирүүнү»

    Комиссия сверяет численность и наименования должностей в штатном расписании с Законом.

    Документ: приказ о внесении изменений в штатное расписание
    Где хранится: в папке приказов по основной деятельности
    Приведены ли штатная численность управленческих структур и наименования должностей в соответствие с Законом?
    Отмечайте только то, что есть в полном объёме.
    [Есть всё]
    [Штатная численность]
    [Наименования должностей]
    [Готово: 0 / 2] [Нет ничего]
    [Документ] [Пояснение] [К списку]
    [‹ Назад] [Позже]"
  `);
  await officer.tap('Нет ничего');
  expect(card(officer)).toMatchInlineSnapshot(`
    "1.2: нет, сохранено

    Что будет сделано для устранения недостатка?
    Выберите или напишите сами.
    [Подготовить и утвердить документ]
    [Дополнить недостающие документы]
    [Направить служащего на обучение]
    [Исправить записи]
    [Внести данные в систему]
    [Своими словами]
    [Напишу позже]"
  `);
  await officer.tap('Дополнить недостающие документы');
  await officer.tap('Я');
  await officer.tap('1 месяц');
  expect(await during(officer, () => officer.say('/language'))).toMatchInlineSnapshot(`
    [
      "Выберите язык
    [Кыргызча]
    [✓ По-русски]
    [In English]",
    ]
  `);
  await officer.tap('In English');
  expect(briefCard(officer)).toMatchInlineSnapshot(`
    "2.1 · 3 / 48 · Reserve, rotation
    1.2: no, saved
    [Yes] [Partly]
    [It happened, no document]
    [No competition was held]
    [Document] [Comment] [Directions]
    [‹ Back] [Later]"
  `);
  await walkTo(officer, '3.4');
  expect(card(officer)).toMatchInlineSnapshot(`
    "3.4 · 10 / 48 · Development, training
    3.3: yes, saved
    The memo’s text (in Kyrgyz)
    «Жумушчу комиссия төмөнкүлөрдү изилдейт: … кызматчыларды кыска мөөнөттүү орто мөөнөттүү жана узак мөөнөттүү окутууга жөнөтүү жөнүндө буйруктардын болушун»

    The commission sees from the orders to which training servants were sent; all three kinds are not required.

    Document: the order sending to training: whom, where, for how long
    Where it is kept: filed together with the orders on business trips
    Are there orders sending servants to short-, medium- and long-term training?
    Period: 01.01.2023 – 31.12.2025
    Tick what took place: one is enough.
    [All there]
    [Short-term] [Medium-term]
    [Long-term]
    [Done: 0 / 3] [None]
    [Nobody was sent]
    [Document] [Comment] [Directions]
    [‹ Back] [Later]"
  `);
  // The card takes the place of the choice: nothing new comes below.
  await officer.say('/language');
  expect(await during(officer, () => officer.tap('По-русски'))).toEqual([]);
  expect(briefCard(officer).split('\n').slice(0, 2)).toEqual([
    '3.4 · 10 / 48 · Развитие, обучение',
    '3.3: да, сохранено',
  ]);
  await walkTo(officer, null);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Проверка перед отправкой
    Көк-Жар айыл өкмөтү

    Отвечено: 48 / 48
    Да 47 · частично 0 · нет 1
    случаев не было 0 · не применимо 0
    Соответствие требованиям: 96 %
    (для сведения, не официальная оценка)

    Обратите внимание: 49
    • не сходится со списком – 2: 3.3, 12.8
    • не указан документ – 47: 1.1, 2.1, 2.2, 2.3, 2.4 …
    Порядок расчёта: да – 1, частично – ½, нет – 0; «случаев не было» и «не применимо» не учитываются; среднее из средних по направлениям.
    [Посмотреть эти вопросы]
    [Распечатать проект (PDF)]
    [Приложить подписанный лист]
    [Отправить комиссии]
    [Позже]"
  `);
  await officer.tap('Отправить комиссии');
  await officer.tap('Да, отправить');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Отправлено. № 2026-0001
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Когда комиссия откроет самооценку, Вы получите сообщение. Сейчас ничего делать не нужно.
    [Документ: Word] [Документ: PDF]
    [Приложить подписанный лист]
    [Отозвать]
    [Главная]"
  `);
});
