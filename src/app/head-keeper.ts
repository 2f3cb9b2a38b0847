import type { AuditHead } from '../domain/audit/model.ts';

export interface HeadKeeper {
  moved(head: AuditHead): void;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

/** Milliseconds within which the head of the journal reaches its file outside the database. */
const DELAY = 1000;

/** Keeps the end of the audit chain outside the database (decision 12), at most once a second. */
export function keepHead(
  write: (head: AuditHead) => Promise<void>,
  onFailure: (error: unknown) => void,
): HeadKeeper {
  let newest: AuditHead | null = null;
  let timer: NodeJS.Timeout | null = null;
  let written = Promise.resolve();

  const writeNewest = async () => {
    const head = newest;
    newest = null;
    if (!head) return;
    try {
      await write(head);
    } catch (error) {
      onFailure(error);
    }
  };

  /** One after the other, so that an older head never takes the place of a newer one. */
  const flush = (): Promise<void> => {
    timer = null;
    written = written.then(writeNewest);
    return written;
  };

  return {
    moved(head) {
      if (!newest || head.seq > newest.seq) newest = head;
      timer ??= setTimeout(() => void flush(), DELAY);
    },
    async close() {
      if (timer) clearTimeout(timer);
      await flush();
    },
  };
}
