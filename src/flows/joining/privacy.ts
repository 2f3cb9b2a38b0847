import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { type Reading, readingsOf } from '../../domain/access/privacy.service.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { localDateOf } from '../../domain/shared/local-time.ts';

/** /privacy: what is kept, and who opened or downloaded the data of the person's organisations. */
export async function privacy(visit: Visit): Promise<Screen> {
  const { t, actor, around } = visit;
  const phone = await around.contactPhone();
  // A contributor answers shared directions; who read the organisation's file is for its own people.
  const scopes = organisationScopes(actor).filter(({ as }) => as !== 'contributor');
  const byOrganisation = new Map(scopes.map((scope) => [scope.orgId, scope]));
  const readings: string[] = [];
  for (const scope of byOrganisation.values()) readings.push(await readingLines(visit, scope));
  const parts = [
    bold(t('joining:privacy.title')),
    t('joining:privacy.person'),
    t('joining:privacy.organisation'),
    t('joining:privacy.staff'),
    t('joining:privacy.telegram'),
    ...readings,
    phone === null ? t('joining:privacy.erasing') : t('joining:privacy.erasingPhone', { phone }),
  ];
  const home = { text: t.plain('walk:button.home'), data: encode('home') };
  return { text: parts.join('\n\n'), rows: [[home]] };
}

async function readingLines(visit: Visit, scope: OrganisationScope): Promise<string> {
  const { t, work } = visit;
  const organisation = await organisationById(work.read, scope.orgId);
  const title = bold(escapeHtml(organisation?.name ?? ''));
  const readings = await readingsOf(work.read, scope);
  if (readings.length === 0) return `${title}\n${t('joining:privacy.nobody')}`;
  const lines = readings.map((reading) => line(visit, reading));
  return [title, t('joining:privacy.readers'), ...lines].join('\n');
}

function line({ t, around }: Visit, { at, action, name, owner }: Reading): string {
  const date = shown(localDateOf(at, around.timeZone));
  const who = owner
    ? t('joining:privacy.owner')
    : escapeHtml(name ?? '') || t('joining:privacy.erased');
  return `• ${date} · ${who} · ${t(`joining:reading.${KEY[action]}`)}`;
}

const KEY = {
  'submission.read': 'opened',
  'file.downloaded': 'file',
  'paper.downloaded': 'paper',
  'register.import': 'staffIn',
  'register.exported': 'staffOut',
} as const satisfies Record<Reading['action'], string>;
