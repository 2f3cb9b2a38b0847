/** One line of the bench: `ok` is null where the figure is only reported. */
export interface Figure {
  readonly name: string;
  /** How the figure stands to its yardstick, or its value where there is none. */
  readonly ratio?: number;
  readonly value?: number;
  readonly unit: string;
  /** "at least 0.5"; null: none is asked. */
  readonly limit: string | null;
  readonly ok: boolean | null;
  readonly [raw: string]: unknown;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

export const quotient = (as: readonly number[], bs: readonly number[]): number[] =>
  as.map((a, n) => a / (bs[n] ?? Number.NaN));
