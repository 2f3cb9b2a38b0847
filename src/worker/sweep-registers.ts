import type { Swept } from '../domain/reminder/sweep.model.ts';
import { sweep } from '../domain/reminder/sweep.service.ts';
import type { RuleBook } from '../domain/rules/model.ts';
import { openSnapshot } from '../storage/snapshot.ts';

export interface SweepJob {
  readonly databaseFile: string;
  readonly rules: RuleBook;
  readonly today: string;
}

/** Searches every register in `databaseFile` as it stands at this moment, in the worker's thread. */
export default function sweepRegisters({ databaseFile, rules, today }: SweepJob): Swept[] {
  const snapshot = openSnapshot(databaseFile);
  try {
    return sweep((query) => snapshot.rows(query), rules, today);
  } finally {
    snapshot.close();
  }
}
