import type { Command } from 'commander';
import { importOrganisations } from '../domain/organisation/import.service.ts';
import type { ImportMistake } from '../domain/organisation/import.rules.ts';
import { mergeOrganisations } from '../domain/organisation/merge.service.ts';
import { REGIONS } from '../domain/organisation/regions.rules.ts';
import {
  addOrganisation,
  closeOrganisation,
  listOrganisations,
  renameOrganisation,
} from '../domain/organisation/service.ts';
import { refused } from '../domain/shared/result.ts';
import { id, type Runner, withJson } from './command.ts';
import { done, listed, outcome, sentence } from './outcome.ts';
import { readTable } from './table-file.ts';

export function addOrganisationCommands(program: Command, runner: Runner): void {
  const org = program.command('org').description('organisations');

  withJson(org.command('add').description('add an organisation; prints its id'))
    .requiredOption('--name <name>', 'official name')
    .requiredOption('--kind <kind>', 'state or municipal')
    .requiredOption('--region <region>', 'code or name, see: org regions')
    .option('--district <district>', 'district')
    .action((options: { name: string; kind: string; region: string; district?: string }) =>
      runner.onDatabase(options, async ({ work }) =>
        outcome(await addOrganisation(work, options), (orgId) =>
          done({ id: orgId }, `Organisation ${orgId} was added.`),
        ),
      ),
    );

  withJson(
    org
      .command('import')
      .description(
        'add the organisations of a CSV, TSV or XLSX file (name, kind, region, district)',
      )
      .argument('<file>'),
  ).action((file: string, options: object) =>
    runner.onDatabase(options, async ({ work, ports }) => {
      const rows = await readTable(file, ports.readSheet);
      if (!rows.ok) return rows;
      const imported = await importOrganisations(work, rows.value);
      if (!imported.ok) return refused(imported.error.map((one) => mistake(file, one)).join('\n'));
      const { added, known } = imported.value;
      const line = `Added: ${added.length}. There already: ${known}.`;
      return done({ added: added.length, known, ids: added }, line);
    }),
  );

  withJson(org.command('list').description('list open organisations'))
    .option('--closed', 'closed ones too')
    .option('--find <text>', 'only those whose name has this in it')
    .action((options: { closed?: boolean; find?: string }) =>
      runner.onDatabase(options, async ({ read }) => {
        const search = { withClosed: options.closed ?? false, text: options.find ?? '' };
        return listed(await listOrganisations(read, search), (one) => [
          one.id,
          one.kind,
          one.region,
          one.district ?? '',
          one.closed ? `${one.name} (closed)` : one.name,
        ]);
      }),
    );

  withJson(
    org
      .command('rename')
      .description('give an organisation another name')
      .argument('<id>', 'organisation', id),
  )
    .requiredOption('--name <name>', 'new name')
    .action((orgId: number, options: { name: string }) =>
      runner.onDatabase(options, async ({ work }) =>
        outcome(await renameOrganisation(work, orgId, options.name), (name) =>
          done({ id: orgId, name }, `Organisation ${orgId} is now: ${name}`),
        ),
      ),
    );

  withJson(
    org
      .command('merge')
      .description('move people, links and assessments of one entry into another and close it')
      .argument('<id>', 'organisation to be closed', id),
  )
    .requiredOption('--into <id>', 'organisation that stays', id)
    .action((from: number, options: { into: number }) =>
      runner.onDatabase(options, async ({ work }) =>
        outcome(await mergeOrganisations(work, from, options.into), () =>
          done({ id: options.into, merged: from }, `${from} was merged into ${options.into}.`),
        ),
      ),
    );

  withJson(
    org
      .command('close')
      .description('close an abolished organisation; its people lose their roles')
      .argument('<id>', 'organisation', id),
  ).action((orgId: number, options: object) =>
    runner.onDatabase(options, async ({ work }) =>
      outcome(await closeOrganisation(work, orgId), () =>
        done({ id: orgId }, `Organisation ${orgId} was closed.`),
      ),
    ),
  );

  withJson(org.command('regions').description('the closed list of regions')).action(
    (options: object) =>
      runner.plain(options, () =>
        listed(
          REGIONS.map(({ code, name }) => ({ id: code, ...name })),
          (region) => [region.id, region.ky, region.ru, region.en],
        ),
      ),
  );
}

const mistake = (file: string, one: ImportMistake): string =>
  one.kind === 'column'
    ? `${file}: there is no column "${one.column}". Name the columns in the first row: name, kind, region, district.`
    : `${file}:${one.line}: ${sentence(one.refusal)}`;
