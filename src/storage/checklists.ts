import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChecklistMistake } from '../domain/checklist/mistakes.rules.ts';
import type { Edition } from '../domain/checklist/model.ts';
import { parseEdition } from '../domain/checklist/parse.rules.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';

/**
 * Reads every `.yaml` of the folder, in the order of their names. Refuses with the mistakes of
 * all files when any has one, when a file is not named `<id>.<edition>.yaml`, or when there is
 * none. Throws when the folder or a file cannot be read.
 */
export function loadEditions(folder: string): Result<Edition[], ChecklistMistake[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const editions: Edition[] = [];
  const mistakes: ChecklistMistake[] = [];
  if (names.length === 0) {
    mistakes.push({
      file: folder,
      line: null,
      wrong: 'The folder holds no checklist',
      cure: 'Put a .yaml file of a checklist into it',
    });
  }
  for (const name of names) {
    const file = join(folder, name);
    const read = parseEdition(readFileSync(file, 'utf8'), file);
    if (!read.ok) {
      mistakes.push(...read.error);
      continue;
    }
    const expected = `${read.value.id}.${read.value.edition}.yaml`;
    if (name === expected) editions.push(read.value);
    else {
      mistakes.push({
        file,
        line: null,
        wrong: `The file holds edition ${read.value.edition} of "${read.value.id}"`,
        cure: `Rename it to ${expected}, or correct id and edition in it`,
      });
    }
  }
  return mistakes.length === 0 ? ok(editions) : refused(mistakes);
}
