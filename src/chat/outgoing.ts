import type { Reader } from '../domain/shared/database.ts';
import type { Language } from '../domain/shared/language.ts';
import type { Screen } from './screen.ts';
import type { Translate } from './translator.ts';
import type { Surroundings } from './visit.ts';

/** To whom a message owed is rendered, at the moment it is sent. */
export interface Recipient {
  /** 0: a group. */
  readonly personId: number;
  readonly chatId: number;
  readonly language: Language;
  readonly t: Translate;
  readonly reader: Reader;
  readonly around: Surroundings;
  /** Milliseconds since 1970, and the local date YYYY-MM-DD. */
  readonly now: number;
  readonly today: string;
}

/** The message itself; a photo is seen without opening it. A caption is Telegram HTML. */
export type Outgoing =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | {
      readonly kind: 'document' | 'photo';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly mime: string;
      readonly caption: string | null;
    };

type Payload = Readonly<Record<string, number | string | boolean | null>>;

/** null: there is nothing to say any more (withdrawn, role revoked); the row ends unsent. */
export type MessageRenderer = (payload: Payload, to: Recipient) => Promise<Outgoing | null>;

/** A card's present look; `topic`: in a forum it stands in this organisation's topic. */
export type CardRenderer = (
  subject: string,
  to: Recipient,
) => Promise<{
  readonly screen: Screen;
  readonly topic?: { readonly orgId: number; readonly name: string };
} | null>;
