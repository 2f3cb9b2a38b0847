import type { ActionName } from '../../chat/actions.ts';
import type { MessageRenderer } from '../../chat/outgoing.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { Form } from '../ask/form.ts';
import { onDigest, onDigestWhy } from './digest.ts';
import { doneForms, onDigestDone, onDone, onDoneOn, onDonePlain, onDoneWhat } from './done.ts';
import { onFile } from './files.ts';
import { laterForms, onAgain, onLater, onReason, onUntil } from './later.ts';
import { onKind, onReminders, reminders } from './list.ts';
import { messages } from './messages.ts';
import { onUndo } from './saving.ts';
import { onWhy } from './why.ts';

/** The journey of what falls due: the morning's message, the list, done, later, why, the files. */
export interface Reminders {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  /** The list, for the command. */
  reminders(visit: Visit): Promise<Reply>;
}

export const createReminders = (): Reminders => ({
  actions: {
    reminders: onReminders,
    reminderKind: onKind,
    reminderWhy: onWhy,
    reminderDone: onDone,
    reminderDoneOn: onDoneOn,
    reminderDoneWhat: onDoneWhat,
    reminderDonePlain: onDonePlain,
    reminderUndo: onUndo,
    reminderLater: onLater,
    reminderUntil: onUntil,
    reminderReason: onReason,
    reminderAgain: onAgain,
    reminderFile: onFile,
    digest: onDigest,
    digestDone: onDigestDone,
    digestWhy: onDigestWhy,
  },
  forms: [...doneForms, ...laterForms],
  messages,
  reminders,
});
