import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { formatMistakes } from '../domain/checklist/mistakes.rules.ts';
import { items } from '../domain/checklist/lookup.rules.ts';
import type { Edition } from '../domain/checklist/model.ts';
import { parseEdition } from '../domain/checklist/parse.rules.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { addEdition, loadAll } from '../storage/all-editions.ts';
import { prepareDataDir } from '../storage/data-dir.ts';
import { type Runner, withJson } from './command.ts';
import { placeOf } from './context.ts';
import { fileProblem } from './file-problem.ts';
import { done, listed } from './outcome.ts';

export function addChecklistCommands(program: Command, runner: Runner): void {
  const checklist = program.command('checklist').description('checklists and their editions');

  withJson(checklist.command('list').description('list editions')).action((options: object) =>
    runner.onSettings(options, (settings) => {
      const editions = loadAll(placeOf(settings).settings.dataDir);
      if (!editions.ok) return Promise.resolve(editions);
      const rows = editions.value.map((edition) => ({
        id: edition.id,
        edition: edition.edition,
        title: edition.title,
        items: items(edition).length,
      }));
      return Promise.resolve(
        listed(rows, (one) => [one.id, one.edition, `${one.items} items`, one.title.en]),
      );
    }),
  );

  withJson(
    checklist
      .command('validate')
      .description('check a file, naming each wrong line')
      .argument('<file>'),
  ).action((file: string, options: object) =>
    runner.onSettings(options, async () => {
      const read = await readEdition(file);
      if (!read.ok) return read;
      const { id, edition } = read.value.edition;
      return done({ ok: true, id, edition }, `${file} is right: ${id}, edition ${edition}.`);
    }),
  );

  withJson(
    checklist
      .command('add')
      .description('add an edition from a file; a running bot takes it up when restarted')
      .argument('<file>'),
  ).action((file: string, options: object) =>
    runner.onSettings(options, async (configured) => {
      const { settings } = placeOf(configured);
      const read = await readEdition(file);
      if (!read.ok) return read;
      const { id, edition } = read.value.edition;
      const known = loadAll(settings.dataDir);
      if (!known.ok) return known;
      if (known.value.some((one) => one.id === id && one.edition === edition)) {
        return refused(
          `Edition ${edition} of "${id}" is there already: give the file another edition.`,
        );
      }
      const prepared = await prepareDataDir(settings.dataDir);
      if (!prepared.ok) return prepared;
      const added = await addEdition(settings.dataDir, read.value.edition, read.value.bytes);
      return done({ id, edition, file: added }, `Added as ${added}. Restart the bot to use it.`);
    }),
  );
}

async function readEdition(
  file: string,
): Promise<Result<{ edition: Edition; bytes: Uint8Array }, string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refused(fileProblem(error, file));
  }
  const edition = parseEdition(new TextDecoder().decode(bytes), file);
  return edition.ok
    ? ok({ edition: edition.value, bytes })
    : refused(formatMistakes(edition.error));
}
