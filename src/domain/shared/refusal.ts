/**
 * Why a service refused: a code of the catalogue (locales, `errors.json`, which has one sentence with
 * the cure for each code and language) and what stands in that sentence.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly values?: Readonly<Record<string, string | number>>;
}
