/** The sandbox is younger than this. */
const BEGINNING = Date.UTC(2026, 0, 1);

/** Milliseconds a number lasts: a script that presses as fast as it can is slower. */
const TICK = 10;

/** Numbers of Telegram are whole numbers of 32 bits; this leaves room for a long sandbox. */
const ROOM = 2 ** 30;

/**
 * Where numbers of updates, messages and files begin: at the hundredths of seconds gone by when the
 * sandbox starts. Its world is forgotten at a restart, the bot's database is not: numbers that began
 * at 1 again would be those of updates answered long ago, and be passed over in silence. They begin
 * anew after 124 days; an update's number counts for two.
 */
export const firstNumber = (now: number): number =>
  Math.max(0, Math.floor((now - BEGINNING) / TICK)) % ROOM;
