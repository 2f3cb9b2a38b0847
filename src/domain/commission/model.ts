import type { Refusal } from '../shared/refusal.ts';

export interface Commission {
  readonly id: number;
  readonly name: string;
  /** Members and chairs in force. */
  readonly members: number;
  /** A group is bound. */
  readonly group: boolean;
}

export type CommissionRefusal = Refusal<'commission.nameEmpty' | 'commission.nameLong'>;

/** A group as Telegram tells of it. */
export interface GroupChat {
  readonly id: number;
  readonly isForum: boolean;
}

export type BindingRefusal = Refusal<'group.tokenUnknown' | 'group.tokenExpired' | 'group.taken'>;
