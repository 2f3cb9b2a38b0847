import type { Answer, AnswerFields } from './model.ts';

export type Patch = Partial<AnswerFields>;

/** The fields a patch would really change. */
export function differences(answer: Answer, patch: Patch): (keyof AnswerFields)[] {
  return (Object.keys(patch) as (keyof AnswerFields)[]).filter(
    (name) => patch[name] !== answer[name],
  );
}

export function picked(answer: AnswerFields, names: readonly (keyof AnswerFields)[]): string {
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, answer[name]])));
}

/**
 * Is a button drawn at `seen` too old for what it wants? Only when the value it saw was replaced by
 * another one (decision 2). `null`: what was typed always refers to the present answer.
 */
export const overtaken = (answer: Answer, seen: number | null): boolean =>
  seen !== null && seen !== answer.revision;
