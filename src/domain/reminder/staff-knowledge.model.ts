import type { StaffEvent, StaffFigure } from '../checklist/model.ts';

/** Figures of an organisation's staff register; null: the register does not know it of everybody. */
export type StaffFigures = Readonly<Record<StaffFigure, number | null>>;

/** How often each was on certain days, by the staff register. */
export type StaffEvents = Readonly<Record<StaffEvent, number>>;
