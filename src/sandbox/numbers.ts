/** The sandbox is younger than this. */
const BEGINNING = Date.UTC(2026, 0, 1);

/**
 * Where numbers of updates, messages and files begin: at the tenths of seconds gone by when the
 * sandbox starts. Its world is forgotten at a restart, the bot's database is not: numbers that
 * began at 1 again would be those of updates answered long ago, and be passed over in silence. Nobody
 * here does ten things a second for as long as the sandbox runs. Fits 31 bits until 2032.
 */
export const firstNumber = (now: number): number =>
  Math.max(0, Math.floor((now - BEGINNING) / 100));
