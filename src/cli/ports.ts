import type { ListWorker } from '../domain/register/import.model.ts';
import type { Sweep } from '../domain/reminder/sweep.model.ts';
import type { Result } from '../domain/shared/result.ts';
import type { Paper, PaperJob } from '../domain/summary/paper-job.model.ts';

/** The part of the configuration that commands need. */
export interface Settings {
  readonly botToken: string | null;
  readonly botApiRoot: string;
  readonly databaseFile: string;
  readonly dataDir: string;
  readonly timeZone: string;
  readonly secretKey: string | null;
  /** Telegram user ids of OPERATOR_IDS. */
  readonly operatorIds: readonly number[];
}

/** What commands reach, passed in by main.ts. */
export interface Ports {
  /** The environment, or the sentence that says what is wrong in it. */
  settings(): Result<Settings, string>;
  /** Rows of the first sheet of an XLSX workbook, empty ones too; null: it is none. */
  readSheet(bytes: Uint8Array): Promise<string[][] | null>;
  makePaper(job: PaperJob): Promise<Paper>;
  /** Searches the registers of a database; to be closed. */
  sweeper(databaseFile: string): { readonly sweep: Sweep; close(): Promise<void> };
  /** Reads lists against the registers of a database; to be closed. */
  lists(databaseFile: string): ListWorker & { close(): Promise<void> };
  /** The bot's name as Telegram tells it (Bot API, getMe); a refusal is a sentence. */
  botUsername(settings: Settings): Promise<Result<string, string>>;
  /** Milliseconds since 1970. */
  now(): number;
  newToken(): string;
  write(text: string): void;
  writeError(text: string): void;
}
