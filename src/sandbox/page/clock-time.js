// The sandbox plays in Kyrgyzstan: UTC+6 all year since 2005, so plain arithmetic is exact.
const BISHKEK = 6 * 3_600_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** `15.01.2026` in Bishkek. @param {number} ms */
export function dayOf(ms) {
  const d = new Date(ms + BISHKEK);
  return `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()}`;
}

/** `09:05` in Bishkek. @param {number} ms */
export function minuteOf(ms) {
  const d = new Date(ms + BISHKEK);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
}
