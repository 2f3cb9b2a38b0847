import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { ROLE_KINDS } from '../../domain/access/model.ts';
import { peopleOfOrganisation } from '../../domain/access/role.service.ts';
import { listCampaigns, runningCampaignsOf } from '../../domain/campaign/service.ts';
import { ORGANISATION_KINDS, type Organisation } from '../../domain/organisation/model.ts';
import { REGIONS, regionName } from '../../domain/organisation/regions.rules.ts';
import {
  countOrganisations,
  listOrganisations,
  organisationById,
} from '../../domain/organisation/service.ts';
import { toAdmin } from './home.ts';
import { label, leafing, PAGE } from './pager.ts';
import { peopleLines, revokeRows } from './people.ts';

const rowsOf = (organisations: readonly Organisation[]) =>
  organisations.map(({ id, name }) => [
    { text: label(name), data: encode('adminOrganisation', [id]) },
  ]);

export async function organisationsScreen(
  { t, work: { read } }: Visit,
  page: number,
): Promise<Screen> {
  const total = await countOrganisations(read);
  const shown = await listOrganisations(read, { skip: page * PAGE, take: PAGE });
  return {
    text: bold(t('administration:count.organisations', { n: total })),
    rows: [
      ...rowsOf(shown),
      leafing('adminOrganisations', page, total),
      [
        { text: t.plain('administration:search'), data: encode('adminOrganisationSearch') },
        { text: t.plain('administration:add'), data: encode('adminOrganisationAdd') },
      ],
      [toAdmin(t)],
    ],
  };
}

/** What a search by typing found; more than a screen holds are counted. */
export async function foundScreen({ t, work: { read } }: Visit, text: string): Promise<Screen> {
  const total = await countOrganisations(read, { text });
  const shown = await listOrganisations(read, { text, take: PAGE });
  const title = t('administration:found', { text, n: total });
  return {
    text: total > PAGE ? `${title}\n${t('administration:foundMore', { n: PAGE })}` : title,
    rows: [
      ...rowsOf(shown),
      [{ text: t.plain('administration:search'), data: encode('adminOrganisationSearch') }],
      [{ text: t.plain('administration:organisations'), data: encode('adminOrganisations', [0]) }],
    ],
  };
}

/** One organisation; null: there is none of that id. */
export async function organisationScreen(visit: Visit, id: number): Promise<Screen | null> {
  const { t, language, work } = visit;
  const organisation = await organisationById(work.read, id);
  if (!organisation) return null;
  const { name, kind, region, district, closed } = organisation;
  const people = await peopleOfOrganisation(work.read, id);
  const joined = await runningCampaignsOf(work.read, id);
  const among = new Set(joined.map((campaign) => campaign.id));
  const others = (await listCampaigns(work.read)).filter(
    (campaign) => !campaign.closed && !among.has(campaign.id),
  );
  const place = [regionName(region)[language], district].filter((part) => part !== null);
  const facts = [
    bold(escapeHtml(name)),
    `${t(`administration:kind.${kind}`)} · ${escapeHtml(place.join(', '))}`,
    ...(closed ? [t('administration:closed')] : []),
  ];
  const campaigns = joined.map(({ title }) => `• ${escapeHtml(title)}`);
  const text = [
    facts.join('\n'),
    [t('administration:people'), ...peopleLines(t, people, name)].join('\n'),
    ...(campaigns.length > 0 ? [[t('administration:takesPart'), ...campaigns].join('\n')] : []),
  ].join('\n\n');
  const back = [
    { text: t.plain('administration:organisations'), data: encode('adminOrganisations', [0]) },
  ];
  if (closed) return { text, rows: [back] };
  return {
    text,
    rows: [
      [
        {
          text: t.plain('administration:inviteOfficer'),
          data: encode('adminInvite', [ROLE_KINDS.indexOf('officer'), id]),
        },
      ],
      [
        {
          text: t.plain('administration:inviteHead'),
          data: encode('adminInvite', [ROLE_KINDS.indexOf('head'), id]),
        },
      ],
      ...others.map((campaign) => [
        {
          text: label(t.plain('administration:admit', { title: campaign.title })),
          data: encode('adminAdmit', [campaign.id, id]),
        },
      ]),
      ...revokeRows(t, people),
      [
        { text: t.plain('administration:rename'), data: encode('adminOrganisationRename', [id]) },
        { text: t.plain('administration:close'), data: encode('adminOrganisationClose', [id]) },
      ],
      back,
    ],
  };
}

/** First step of adding one. */
export const kindScreen = ({ t }: Visit): Screen => ({
  text: t('administration:askKind'),
  rows: [
    ...ORGANISATION_KINDS.map((kind, number) => [
      {
        text: t.plain(`administration:kind.${kind}`),
        data: encode('adminOrganisationKind', [number]),
      },
    ]),
    [toAdmin(t)],
  ],
});

/** Second step; the third is the name, typed. */
export const regionScreen = ({ t, language }: Visit, kind: number): Screen => ({
  text: t('administration:askRegion'),
  rows: [
    ...REGIONS.map(({ name }, number) => [
      { text: name[language], data: encode('adminOrganisationRegion', [kind, number]) },
    ]),
    [toAdmin(t)],
  ],
});

export async function closingScreen({ t, work }: Visit, id: number): Promise<Screen | null> {
  const organisation = await organisationById(work.read, id);
  if (!organisation) return null;
  return {
    text: t('administration:closeAsk', { org: organisation.name }),
    rows: [
      [
        {
          text: t.plain('administration:closeSure'),
          data: encode('adminOrganisationCloseSure', [id]),
          style: 'danger',
        },
      ],
      [{ text: t.plain('administration:keep'), data: encode('adminOrganisation', [id]) }],
    ],
  };
}
