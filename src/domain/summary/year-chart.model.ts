/** A year of reminders as a picture: one row for what is due by today, then one for each month. */
export interface YearChart {
  readonly title: string;
  readonly subtitle: string;
  /** Names of the two series, in the order of `counts`. */
  readonly series: readonly [string, string];
  /** From the top; the first is what is due already. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly [number, number] }[];
  readonly footnote: string;
}
