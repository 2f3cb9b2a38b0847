import type { ActionName } from '../../chat/actions.ts';
import type { MessageRenderer } from '../../chat/outgoing.ts';
import type { Action, MessageHandler, Reply, Visit } from '../../chat/visit.ts';
import type { Form } from '../ask/form.ts';
import { nameForm, onAdd, onSkip, stepForm } from './adding.ts';
import { onChanges, onUndo } from './changes.ts';
import { fieldForm, onCorrect, onField, onFieldEmpty, onGroup, onNoRank } from './correcting.ts';
import { onBook, onFile, onFiles, onFilesAll } from './files.ts';
import { onHistory } from './history.ts';
import { onImport } from './import-ask.ts';
import { onListMessage } from './import-message.ts';
import { onImportApply } from './import-applying.ts';
import { onImportDrop, onImportProblems, onImportShow } from './import.ts';
import { leaveForm, onLeave, onLeaveOn, onRemove, onRemoveSure, onReturn } from './leaving.ts';
import { onGone, onMore, onSearch, onStaff, searchForm, staff } from './list.ts';
import { paperMessages } from './paper-messages.ts';
import { onExport, onMarked, onTemplate } from './papers.ts';
import { onPerson } from './person.ts';
import {
  onRecord,
  onRecordDate,
  onRecordKind,
  onRecordPlain,
  onRecordRemove,
  onRecordWhat,
  recordDateForm,
  recordOrderForm,
} from './recording.ts';

/** The journey of the staff list. */
export interface Staff {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  readonly onMessage: MessageHandler;
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  /** /staff */
  staff(visit: Visit): Promise<Reply>;
}

export const createStaff = (): Staff => ({
  actions: {
    staff: onStaff,
    staffHome: staff,
    staffSearch: onSearch,
    staffGone: onGone,
    staffMore: onMore,
    staffPerson: onPerson,
    staffHistory: onHistory,
    staffFiles: onFiles,
    staffFile: onFile,
    staffFilesAll: onFilesAll,
    staffBook: onBook,
    staffAdd: onAdd,
    staffSkip: onSkip,
    staffCorrect: onCorrect,
    staffField: onField,
    staffFieldEmpty: onFieldEmpty,
    staffGroup: onGroup,
    staffNoRank: onNoRank,
    staffRecord: onRecord,
    staffRecordKind: onRecordKind,
    staffRecordWhat: onRecordWhat,
    staffRecordDate: onRecordDate,
    staffRecordPlain: onRecordPlain,
    staffRecordRemove: onRecordRemove,
    staffLeave: onLeave,
    staffLeaveOn: onLeaveOn,
    staffReturn: onReturn,
    staffRemove: onRemove,
    staffRemoveSure: onRemoveSure,
    staffUndo: onUndo,
    staffChanges: onChanges,
    staffTemplate: onTemplate,
    staffExport: onExport,
    staffImport: onImport,
    staffImportShow: onImportShow,
    staffImportProblems: onImportProblems,
    staffImportMarked: onMarked,
    staffImportApply: onImportApply,
    staffImportDrop: onImportDrop,
  },
  forms: [searchForm, nameForm, stepForm, fieldForm, recordDateForm, recordOrderForm, leaveForm],
  onMessage: onListMessage,
  messages: paperMessages,
  staff,
});
