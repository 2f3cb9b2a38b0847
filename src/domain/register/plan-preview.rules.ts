import type { CellProblem, ImportPreview } from './import.model.ts';
import { LISTED_PROBLEMS, type ReadList } from './list-table.model.ts';
import { changedFields } from './plan-facts.rules.ts';
import type { RegisterDiff } from './plan.model.ts';

/** As many of each as one screen shows. */
const SAMPLES = 7;
/** What an officer is shown before she confirms: whole counts, and the first few of each. */
export function previewOf(
  list: ReadList,
  { added, changed, gone, same }: RegisterDiff,
  unmatched: readonly CellProblem[],
): ImportPreview {
  return {
    rows: list.rows,
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    same,
    problems: [...unmatched, ...list.problems].slice(0, LISTED_PROBLEMS),
    problemsInAll: list.problemsInAll + unmatched.length,
    samples: {
      added: added.slice(0, SAMPLES).map(({ servant: { name, position } }) => ({ name, position })),
      changed: changed.slice(0, SAMPLES).map(({ before, after, records }) => ({
        servant: before.servant,
        name: before.name,
        // A rank that comes says itself that there is one.
        fields: changedFields(before, after).filter(
          ({ field }) => field !== 'noRank' || after.rank === null,
        ),
        records,
      })),
      gone: gone.slice(0, SAMPLES).map(({ servant, name }) => ({ servant, name })),
    },
    unknownHeadings: list.unknownHeadings,
  };
}
