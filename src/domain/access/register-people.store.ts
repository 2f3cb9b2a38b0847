import type { Reader } from '../shared/database.ts';

export interface RegisterPerson {
  readonly orgId: number;
  readonly personId: number;
  readonly as: 'officer' | 'head';
  /** false: Telegram refuses to deliver to this person (blocked, deactivated). */
  readonly reachable: boolean;
}

export async function registerPeople(reader: Reader): Promise<RegisterPerson[]> {
  const rows = await reader.role.findMany({
    where: {
      kind: { in: ['officer', 'head'] },
      revokedAt: null,
      organisation: { closedAt: null },
      person: { erasedAt: null },
    },
    select: {
      orgId: true,
      personId: true,
      kind: true,
      person: { select: { unreachableAt: true } },
    },
    orderBy: [{ personId: 'asc' }, { orgId: 'asc' }],
  });
  return rows.flatMap(({ orgId, personId, kind, person }) =>
    orgId === null
      ? []
      : [
          {
            orgId,
            personId,
            as: kind === 'head' ? 'head' : 'officer',
            reachable: person.unreachableAt === null,
          },
        ],
  );
}

export async function openOrganisations(reader: Reader): Promise<number[]> {
  const rows = await reader.organisation.findMany({
    where: { closedAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
