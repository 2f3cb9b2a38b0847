import { ACTIONS, type ActionName } from '../../src/chat/actions.ts';
import { encode } from '../../src/chat/callback.ts';
import { newestEvent } from '../../src/domain/assessment/answers.store.ts';
import type { Scene } from './scene.ts';

/** The newest id of a table, 1 where it is empty. */
const newest = async (rows: Promise<{ id: number } | null>): Promise<number> =>
  (await rows)?.id ?? 1;

/** Whatever an argument of a button can be, as it really stands in the first organisation's data. */
async function known(
  { client, assessmentId }: Scene,
  item: number,
): Promise<Record<string, number>> {
  const last = { orderBy: { id: 'desc' } } as const;
  const where = { organisation: { id: 1 } };
  const answer = await client.answer.findUnique({
    where: { assessmentId_item: { assessmentId, item } },
  });
  const held = await client.heldMessage.findFirst();
  return {
    assessment: assessmentId,
    item,
    to: item + 1,
    revision: answer?.revision ?? 0,
    message: held?.messageId ?? 1,
    evidence: await newest(client.evidence.findFirst({ where: { item }, ...last })),
    submission: await newest(client.submission.findFirst(last)),
    file: await newest(client.storedFile.findFirst(last)),
    invitation: await newest(client.invitation.findFirst({ where: { ...where, usedAt: null } })),
    role: await newest(client.role.findFirst({ where })),
    organisation: 1,
    commission: 1,
    campaign: 1,
    subject: 1,
  };
}

/** Buttons that ask for the revision of the whole assessment rather than of one answer. */
const OF_THE_WHOLE: readonly ActionName[] = ['submitSure', 'confirmHead'];

/** Every button there is, drawn for the data of the first organisation. */
export async function everyButton(
  scene: Scene,
  item: number,
  of: (action: ActionName) => boolean = () => true,
): Promise<{ readonly action: ActionName; readonly data: string }[]> {
  const ids = await known(scene, item);
  const event = await newestEvent(scene.client, scene.assessmentId);
  return (Object.keys(ACTIONS) as ActionName[]).filter(of).map((action) => {
    const args = ACTIONS[action].args.map((name: string) => {
      if (name === 'revision' && OF_THE_WHOLE.includes(action)) return event;
      // A language other than Kyrgyz would be the presser's own to choose.
      return name === 'language' && action === 'language' ? 0 : (ids[name] ?? 1);
    });
    return { action, data: encode(action, args) };
  });
}
