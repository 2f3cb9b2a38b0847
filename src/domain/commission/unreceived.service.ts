import type { OperatorScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { type UnreceivedSubmission, unreceived } from './unreceived.store.ts';

/** For the operator, who can invite a member: number and organisation, no answers. */
export const unreceivedSubmissions = (
  reader: Reader,
  _scope: OperatorScope,
): Promise<UnreceivedSubmission[]> => unreceived(reader);
