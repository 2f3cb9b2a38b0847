import { loadAllEditions } from '../src/app/content.ts';
import { loadActor } from '../src/domain/access/actor.service.ts';
import { answeringScopes } from '../src/domain/access/rules.ts';
import { changeWithin } from '../src/domain/assessment/answers.service.ts';
import { newestEvent } from '../src/domain/assessment/answers.store.ts';
import { submit } from '../src/domain/assessment/submission.service.ts';
import { createWork } from '../src/domain/audit/work.service.ts';
import { itemCode } from '../src/domain/checklist/code.rules.ts';
import { items } from '../src/domain/checklist/lookup.rules.ts';
import { openDatabase } from '../src/storage/database.ts';
import { auditKeyOf, databaseIn, type PreparedData, sure } from './data.ts';

const COMMENT = 'Буйрук кадр кызматында, № 1 көктөмөдө сакталат. '.repeat(4).trim();

/** These officers answer everything, with comments, and submit. Returns the ids of the submissions. */
export async function submitAll(
  { dataDir }: PreparedData,
  officers: readonly number[],
): Promise<number[]> {
  const database = openDatabase(databaseIn(dataDir));
  const auditKey = await auditKeyOf(dataDir);
  const editions = sure(loadAllEditions(dataDir));
  const edition = editions.newest('monitoring-memo');
  const codes = edition ? items(edition).map(({ id }) => itemCode(id)) : [];
  const ids: number[] = [];
  for (const telegramId of officers) {
    const actor = await loadActor(database.read, telegramId);
    if (!actor) throw new Error(`Officer ${telegramId} has not joined`);
    const scopes = answeringScopes(actor);
    const { personId: actorId } = actor;
    const work = createWork({ database, auditKey, actorId, now: Date.now() });
    const { id: assessmentId } = await database.client.assessment.findFirstOrThrow({
      where: { orgId: scopes[0]?.orgId ?? 0 },
      select: { id: true },
    });
    for (const item of codes) {
      const patch = () => ({ rating: 'yes', comment: COMMENT }) as const;
      const request = { assessmentId, item, seen: null, patch };
      sure(await work.run((unit) => changeWithin(unit, scopes, request)));
    }
    const submitted = await submit(work, scopes, {
      assessmentId,
      seen: await newestEvent(database.read, assessmentId),
      edition: editions.edition,
      timeZone: 'Asia/Bishkek',
      language: 'ky',
      operatorIds: [],
    });
    ids.push(sure(submitted).submissionId);
  }
  await database.close();
  return ids;
}
