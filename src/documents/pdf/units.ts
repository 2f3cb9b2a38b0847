/** Millimetres as points. */
export const mmToPoints = (millimetres: number): number => (millimetres * 72) / 25.4;
