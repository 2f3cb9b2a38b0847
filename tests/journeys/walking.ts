import type { ChatClient } from '../support/chat.ts';

const YES: Readonly<Record<string, string>> = {
  '3.3': '27 0',
  '8.2': '3 3 3',
  '10.1': '2 2',
  '12.3': '30 3 27',
  '12.8': '27 27',
};

/** Which item the card is about, as its first line says; null on any other screen. */
export const itemShown = (chat: ChatClient): string | null =>
  /^(\d+\.\d+) · \d+ \/ 48/.exec(chat.card().text ?? '')?.[1] ?? null;

/** Answers the card before her in the way that says "yes", in the language it is shown in. */
export async function answerYes(chat: ChatClient): Promise<void> {
  const item = itemShown(chat);
  const labels = chat.buttons().flat();
  const yes = labels.find((label) =>
    /^(Баары бар|Ооба|Болгон, баары каралган|Болгон, орду толтурулган|Есть всё|Да|Были, все рассмотрены|Были, ущерб возмещён|All there|Yes|Yes, all considered|Yes, damage made good)$/.test(
      label,
    ),
  );
  if (yes !== undefined) await chat.tap(yes);
  else if (item !== null && YES[item] !== undefined) await chat.say(YES[item]);
  else throw new Error(`No way to say yes here:\n${chat.card().text}`);
}

/** Answers card after card until the one of `item` (null: until there is none left) is shown. */
export async function walkTo(chat: ChatClient, item: string | null): Promise<void> {
  for (let left = 60; left > 0; left -= 1) {
    if (itemShown(chat) === item) return;
    await answerYes(chat);
  }
  throw new Error(`Never came to ${item}; the card says:\n${chat.card().text}`);
}
