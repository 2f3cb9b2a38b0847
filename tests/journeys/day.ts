import { openTown, type Town } from '../support/town.ts';

/** 12.01.2026, a Monday, 09:05 in Bishkek. The deadline of the demo is then 09.03.2026. */
export const MORNING = Date.UTC(2026, 0, 12, 3, 5);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The demo municipality on that morning; its clock stands still but for `advance`. */
export const openDay = (
  options: { dataDir?: string; allowRefused?: boolean } = {},
): Promise<Town> => openTown({ ...options, overrides: { now: () => MORNING } });
