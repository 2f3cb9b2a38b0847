import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Button } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import { undoImport } from '../../domain/register/importing.service.ts';
import { UNDO_FOR } from '../../domain/register/model.ts';
import {
  changeOf,
  recentChanges,
  type RegisterChange,
  undoChange,
} from '../../domain/register/undo.service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { shortPerson } from '../reading/person-name.ts';
import { inPairs, shortened } from '../reading/fitting.ts';
import { button, PAGE } from './buttons.ts';
import { forKeepers } from './keeper.ts';
import { staffList } from './list.ts';
import { personCard } from './person.ts';
import { refusal } from './refusals.ts';

/** Characters of a file's name, so that a change takes two lines of a phone. */
const FILE_ROOM = 32;

/** What was last changed; what can still be undone has its button. */
export const onChanges = forKeepers(async (visit, scope, [orgId = 0]) => {
  const { t, now } = visit;
  const recent = await recentChanges(visit.work.read, scope, PAGE);
  const undo = recent.flatMap((change, index): Button[] =>
    isUndoable(change, now)
      ? [
          {
            text: t.plain('staff:button.undoAt', { n: index + 1 }),
            data: encode('staffUndo', [orgId, change.id]),
          },
        ]
      : [],
  );
  const lines = recent.map((change, index) => line(visit, change, index + 1));
  return {
    screen: {
      text: [
        bold(t('staff:change.title')),
        '',
        ...(lines.length > 0 ? lines : [t('staff:change.none')]),
      ].join('\n'),
      rows: [...inPairs(undo), [button(t, 'staff:button.back', 'staff', orgId, 0)]],
    },
  };
});

const isUndoable = ({ kind, undone, at }: RegisterChange, now: number): boolean =>
  !undone && kind !== 'undone' && kind !== 'merged' && now - at <= UNDO_FOR;

function line({ t, around }: Visit, change: RegisterChange, n: number): string {
  const { on, time } = momentOf(change.at, around.timeZone);
  const done = deed(t, change);
  const what = change.undone ? t.plain('staff:change.isUndone', { line: done }) : done;
  const values = { n, date: shown(on), time, what };
  return change.name === null
    ? t('staff:change.line', values)
    : t('staff:change.lineOf', { ...values, name: shortPerson(change.name) });
}

/** What was done; of a list that was loaded, which and how much it did. */
function deed(t: Translate, { kind, list }: RegisterChange): string {
  const words = t.plain(`staff:change.${kind}`);
  if (kind !== 'import' || list === null) return words;
  const { fileName, added, changed, gone } = list;
  return t.plain('staff:change.ofList', {
    words,
    name: fileName === null ? t.plain('staff:import.lines') : shortened(fileName, FILE_ROOM),
    added,
    changed,
    gone,
  });
}

/** Undoes one change, whoever's of the register's keepers it was. */
export const onUndo = forKeepers(async (visit, scope, [, changeId = 0]) => {
  const { t, work } = visit;
  const change = await changeOf(work.read, scope, changeId);
  if (!change) return refusal(visit, { code: 'register.unknown' });
  const { importId, servant } = change;
  const undone =
    importId === null
      ? await undoChange(work, scope, changeId)
      : await undoImport(work, scope, importId);
  if (!undone.ok) return refusal(visit, undone.error);
  const receipt = { text: t('staff:receipt.undone'), changeId: 0 };
  return servant === 0
    ? { screen: await staffList(visit, scope, 0, receipt) }
    : personCard(visit, scope, servant, receipt);
});
