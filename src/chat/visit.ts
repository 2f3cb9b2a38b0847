import type { Actor } from '../domain/access/model.ts';
import type { Edition } from '../domain/checklist/model.ts';
import type { ListWorker } from '../domain/register/import.model.ts';
import type { FileStore } from '../domain/shared/files.ts';
import type { Language } from '../domain/shared/language.ts';
import type { PaperMaker } from '../domain/summary/paper-job.model.ts';
import type { Work } from '../domain/shared/work.ts';
import type { Screen } from './screen.ts';
import type { Translate } from './translator.ts';

/** What flows reach beyond the database, passed in by app.ts. */
export interface Surroundings {
  /** Editions by checklist id and edition. */
  edition(checklistId: string, edition: string): Edition;
  /** The newest edition of a checklist; null: there is none of that id. */
  newestEdition(checklistId: string): Edition | null;
  readonly operatorIds: readonly number[];
  readonly botUsername: string;
  readonly timeZone: string;
  readonly files: FileStore;
  readonly papers: PaperMaker;
  readonly lists: ListWorker;
  /** A new random token for a link: 1-64 of A-Z a-z 0-9 _ - (Telegram's deep-link limit). */
  newToken(): string;
  /** The telephone shown in /help and refusals; null: no campaign names one. */
  contactPhone(): Promise<string | null>;
}

/** One update being handled for one known person in a private chat. */
export interface Visit {
  readonly actor: Actor;
  readonly t: Translate;
  readonly language: Language;
  readonly work: Work;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Local date in the service's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly around: Surroundings;
  /** The message whose button was pressed; null for a message of the person's own. */
  readonly pressed: number | null;
}

/** A short typed step to be begun after the reply (flows/ask): the conversation's name and plain ids. */
export interface Dialog {
  readonly name: string;
  readonly args: readonly (number | string)[];
}

/** What the person gets. All parts are optional; an empty reply answers a tap silently. */
export interface Reply {
  /** After a tap: the pressed message becomes this screen. After a message: a new message. */
  readonly screen?: Screen;
  /** After a tap too, a new message is sent and the pressed one loses its buttons. */
  readonly fresh?: boolean;
  /** Shown over the chat for a moment; at most 200 characters (Bot API, answerCallbackQuery). */
  readonly toast?: string;
  /** The toast waits for a tap. */
  readonly alert?: boolean;
  /** A message of its own before the screen, for example a receipt. */
  readonly note?: Screen;
  /** The document the note names: the edge records the note's message under its id. */
  readonly noteOf?: number;
  /** Other messages of the bot that look otherwise now; one that is gone is passed over. */
  readonly edits?: readonly { readonly messageId: number; readonly screen: Screen }[];
  readonly dialog?: Dialog;
  /**
   * Which card the screen shows, so that replies and texts find their item: the assessment and the
   * item code; no assessment: a question for a file of the staff list. The edge records the message id
   * with it. Absent: no card is open any more.
   */
  readonly card?: { readonly assessmentId: number | null; readonly item: number };
}

export type Action = (visit: Visit, args: readonly number[]) => Promise<Reply>;

/** A file as it came in; its bytes are fetched only when a flow wants them. */
export interface IncomingFile {
  readonly name: string | null;
  readonly mime: string | null;
  /** bytes, as Telegram says; null: unknown */
  readonly size: number | null;
  readonly photo: boolean;
  /** Telegram's limit for bots is 20 MB (Bot API, getFile): a larger one is refused before fetching; null: it proved larger. */
  fetch(): Promise<Uint8Array | null>;
}

/** A message that is no command and no answer to an open dialog. */
export interface IncomingMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string | null;
  readonly caption: string | null;
  readonly file: IncomingFile | null;
  /** Kind of what cannot be read: voice, sticker, poll, location … */
  readonly other: string | null;
  /** The message replied to. */
  readonly replyTo: number | null;
  /** The album it belongs to. */
  readonly album: string | null;
  readonly edited: boolean;
}

/** null: not for this flow, the next one is asked. */
export type MessageHandler = (visit: Visit, message: IncomingMessage) => Promise<Reply | null>;
