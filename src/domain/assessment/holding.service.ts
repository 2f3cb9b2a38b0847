import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { RestingFile } from '../shared/files.ts';
import type { Unit, Work } from '../shared/work.ts';
import { loadOpenCard, saveOpenCard } from './card.store.ts';
import { commentWithin } from './commenting.service.ts';
import type { Evidence, Source } from './evidence.model.ts';
import { addWithin, type ItemRef } from './evidence.service.ts';
import { insertFile } from './evidence.store.ts';
import { heldWith, hold, holdsAlbum, release } from './held.store.ts';
import type { Changed, ChangeRefusal } from './model.ts';
import { isReference } from './reference.rules.ts';
import { writable } from './writable.service.ts';

type Scopes = readonly OrganisationScope[];

/**
 * Keeps what was written or sent until the officer says which item it is for. `first`: nothing of its
 * album is kept yet, so that one album is asked about once.
 */
export const holdMessage = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  given: {
    readonly text: string | null;
    readonly file: (RestingFile & { readonly name: string; readonly mime: string }) | null;
    readonly source: Source;
  },
): Promise<Result<{ readonly first: boolean }, ChangeRefusal>> =>
  work.run(async (unit) => {
    const right = await writable(unit.tx, scopes, at.assessmentId, at.item);
    if (!right.ok) return right;
    const { text, file, source } = given;
    const first = !(await holdsAlbum(unit.tx, source.chatId, source.album));
    const fileId = file === null ? null : await insertFile(unit.tx, file, unit.at);
    const { assessmentId, item } = at;
    const held = { ...source, assessmentId, item, personId: unit.actorId, text, fileId };
    await hold(unit.tx, held, unit.at);
    return ok({ first });
  });

/** What came of a held message: documents, or a comment. */
export interface Placed {
  readonly evidence: readonly Evidence[];
  readonly comment: Changed | null;
}

/** Gives a held message, with its album, to an item. Refused as unsuitable when it was given already. */
export const placeHeld = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  message: Pick<Source, 'chatId' | 'messageId'>,
): Promise<Result<Placed, ChangeRefusal>> =>
  work.run(async (unit) => {
    const { assessmentId, item } = at;
    const { chatId, messageId } = message;
    const right = await writable(unit.tx, scopes, assessmentId, item);
    if (!right.ok) return right;
    const held = await heldWith(unit.tx, unit.actorId, assessmentId, chatId, messageId);
    if (held.length === 0) return refused({ code: 'unsuitable' });
    const evidence: Evidence[] = [];
    let comment: Changed | null = null;
    for (const one of held) {
      const { fileId, text } = one;
      const add = (addition: Parameters<typeof addWithin>[3]) =>
        addWithin(unit, right.value.orgId, at, addition, one);
      if (fileId !== null) evidence.push(await add({ file: fileId, caption: text }));
      else if (text !== null && isReference(text)) evidence.push(await add({ reference: text }));
      else {
        const said = await commentWithin(unit, scopes, at, text, null, one);
        if (!said.ok) return said;
        comment = said.value;
      }
      await release(unit.tx, one);
    }
    await choiceMade(unit);
    return ok({ evidence, comment });
  });

/** She said which item she means; what she sends next is not asked about again. */
async function choiceMade(unit: Unit): Promise<void> {
  const open = await loadOpenCard(unit.tx, unit.actorId);
  if (open) await saveOpenCard(unit.tx, unit.actorId, { ...open, lastAt: 0 });
}
