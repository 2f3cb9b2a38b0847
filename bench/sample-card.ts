import type { InlineKeyboardMarkup } from 'grammy/types';
import { encode } from '../src/chat/callback.ts';
import { RATINGS } from '../src/domain/checklist/model.ts';

/** As many items as the memo's officer answers by taps. */
const ITEMS = 44;

/** What a yardstick shows after the nth answer of an officer: as long as the product's cards are. */
export function sampleCard(
  assessmentId: number,
  n: number,
): { text: string; item: number; revision: number; reply_markup: InlineKeyboardMarkup } {
  const item = 101 + (n % ITEMS);
  const revision = Math.floor(n / ITEMS);
  const last = 101 + ((n + ITEMS - 1) % ITEMS);
  const id = (code: number) => `${Math.floor(code / 100)}.${code % 100}`;
  const rate = (text: string, rating: (typeof RATINGS)[number]) => ({
    text,
    callback_data: encode('rate', [assessmentId, item, RATINGS.indexOf(rating) + 1, revision]),
  });
  const button = (text: string, action: 'evidence' | 'comment' | 'back') => ({
    text,
    callback_data: encode(action, [assessmentId, item]),
  });
  return {
    item,
    revision,
    text: `<b>${id(item)} · ${n % ITEMS} / 48 · Өнүктүрүү, окутуу</b>\n${id(last)}: Ооба, сакталды\n\n${BODY}`,
    reply_markup: {
      inline_keyboard: [
        [rate('Ооба', 'yes')],
        [rate('Жарым-жартылай', 'partly'), rate('Жок', 'no')],
        [
          {
            text: 'Тиешеси жок',
            callback_data: encode('notApplicable', [assessmentId, item, revision]),
          },
          { text: 'Кийинчерээк', callback_data: encode('later', [assessmentId, item, revision]) },
        ],
        [button('Документ кошуу', 'evidence'), button('Түшүндүрмө', 'comment')],
        [
          button('‹ Артка', 'back'),
          { text: 'Багыттар', callback_data: encode('directions', [assessmentId, 0]) },
        ],
      ],
    },
  };
}

const BODY = `Кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплекси барбы?

Документ: аталышы, номери, датасы.
<blockquote expandable><b>Эскерткичтин тексти</b>
Жумушчу комиссия төмөнкүлөрдү изилдейт: мамлекеттик жарандык кызматчылардын жана муниципалдык кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплексинин болушу.
Комиссия чаралар бекитилгенби, мөөнөттөрү жана жооптуулары көрсөтүлгөнбү, ушуларды карайт. Документ кадр кызматында сакталат.</blockquote>`;
