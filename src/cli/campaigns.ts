import { type Command, Option } from 'commander';
import type { CampaignRequest } from '../domain/campaign/model.ts';
import { admitLate } from '../domain/campaign/participation.service.ts';
import {
  closeCampaign,
  extendCampaign,
  listCampaigns,
  openCampaign,
} from '../domain/campaign/service.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../domain/organisation/model.ts';
import { findRegion, REGIONS } from '../domain/organisation/regions.rules.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import { refused } from '../domain/shared/result.ts';
import { id, ids, type Runner, withJson } from './command.ts';
import { loadAll, newestOf } from '../storage/all-editions.ts';
import { done, listed, outcome, sentence } from './outcome.ts';

interface OpenOptions {
  readonly checklist: string;
  readonly title: string;
  readonly deadline: string;
  readonly opens?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis?: string;
  readonly paper?: string;
  readonly contact?: string;
  readonly commission?: number;
  readonly kind?: OrganisationKind;
  readonly region?: string;
  readonly org?: readonly number[];
  readonly headConfirms?: boolean;
  readonly unplanned?: boolean;
}

export function addCampaignCommands(program: Command, runner: Runner): void {
  const campaign = program.command('campaign').description('monitorings');

  withJson(campaign.command('open').description('open a monitoring; prints its id'))
    .requiredOption('--checklist <id>', 'checklist, its newest edition')
    .requiredOption('--title <title>', 'title')
    .requiredOption('--deadline <date>', 'YYYY-MM-DD')
    .option('--opens <date>', 'YYYY-MM-DD; today when left out')
    .option('--from <date>', 'first day of the period looked at')
    .option('--to <date>', 'last day of the period looked at')
    .option('--basis <text>', 'order No and date it rests on')
    .option('--paper <name>', 'name of the official paper')
    .option('--contact <phone>', 'telephone for questions')
    .option('--commission <id>', 'commission; one of the title is made when left out', id)
    .addOption(
      new Option('--kind <kind>', 'only organisations of this kind').choices(ORGANISATION_KINDS),
    )
    .option('--region <region>', 'only organisations of this region')
    .option('--org <id...>', 'only these organisations', ids)
    .option('--head-confirms', 'the head must confirm before submitting')
    .option('--unplanned', 'an unplanned monitoring')
    .action((options: OpenOptions) =>
      runner.onDatabase(options, async ({ work, settings }) => {
        const editions = loadAll(settings.dataDir);
        if (!editions.ok) return editions;
        const edition = newestOf(editions.value, options.checklist);
        if (!edition) {
          const known = [...new Set(editions.value.map((one) => one.id))].join(', ');
          return refused(`There is no checklist "${options.checklist}": choose one of ${known}.`);
        }
        const region = options.region === undefined ? null : findRegion(options.region);
        if (options.region !== undefined && !region) {
          const codes = REGIONS.map(({ code }) => code).join(', ');
          const values = { region: options.region, codes };
          return refused(sentence({ code: 'organisation.regionUnknown', values }));
        }
        const request: CampaignRequest = {
          checklistId: edition.id,
          edition: edition.edition,
          title: options.title,
          kind: options.unplanned ? 'unplanned' : 'planned',
          basis: options.basis ?? null,
          paper: options.paper ?? null,
          contactPhone: options.contact ?? null,
          opensOn: options.opens ?? localDateOf(work.now, settings.timeZone),
          deadline: options.deadline,
          periodFrom: options.from ?? null,
          periodTo: options.to ?? null,
          headConfirms: options.headConfirms ?? false,
          commissionId: options.commission ?? null,
          who: {
            orgIds: options.org ?? null,
            kind: options.kind ?? null,
            region: region?.code ?? null,
          },
        };
        return outcome(await openCampaign(work, request), (campaignId) =>
          done({ id: campaignId }, `Campaign ${campaignId} was opened.`),
        );
      }),
    );

  withJson(campaign.command('list').description('list monitorings, newest first')).action(
    (options: object) =>
      runner.onDatabase(options, async ({ read }) =>
        listed(await listCampaigns(read), (one) => [
          one.id,
          one.closed ? 'closed' : 'running',
          `${one.opensOn} - ${one.deadline}`,
          `${one.organisations} organisations`,
          one.title,
        ]),
      ),
  );

  withJson(
    campaign
      .command('extend')
      .description('move the deadline later, or take organisations in')
      .argument('<id>', 'campaign', id),
  )
    .option('--deadline <date>', 'YYYY-MM-DD')
    .option('--org <id...>', 'organisations that come in late', ids)
    .action(
      (
        campaignId: number,
        options: { deadline?: string; org?: readonly number[] },
        command: Command,
      ) => {
        const { deadline, org } = options;
        if (deadline === undefined && !org) command.error('error: name --deadline or --org');
        return runner.onDatabase(options, async ({ work }) => {
          if (deadline !== undefined) {
            const extended = await extendCampaign(work, campaignId, deadline);
            if (!extended.ok) return refused(sentence(extended.error));
          }
          const admitted = await admitLate(work, campaignId, org ?? []);
          return outcome(admitted, (added) =>
            done(
              { id: campaignId, ...(deadline === undefined ? {} : { deadline }), added },
              `Campaign ${campaignId} was extended.`,
            ),
          );
        });
      },
    );

  withJson(
    campaign
      .command('close')
      .description('close a monitoring; nothing is answered or sent after that')
      .argument('<id>', 'campaign', id),
  ).action((campaignId: number, options: object) =>
    runner.onDatabase(options, async ({ work }) =>
      outcome(await closeCampaign(work, campaignId), () =>
        done({ id: campaignId }, `Campaign ${campaignId} was closed.`),
      ),
    ),
  );
}
