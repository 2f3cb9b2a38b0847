import type { Method } from '../method.ts';
import { account } from './account.ts';
import { callbacks } from './callbacks.ts';
import { commands } from './commands.ts';
import { edits } from './edits.ts';
import { files } from './files.ts';
import { textMessages } from './text-messages.ts';
import { updates } from './updates.ts';

/** The methods the sandbox carries out, by the name of the specification. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...account,
    ...callbacks,
    ...commands,
    ...edits,
    ...files,
    ...textMessages,
    ...updates,
  }),
);

/** Parameters of those methods that the sandbox does not carry out; a call with one is refused. */
export const unsupportedParameters: ReadonlySet<string> = new Set([
  'business_connection_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'message_effect_id',
  'suggested_post_parameters',
  'rich_message',
  'allow_paid_broadcast',
  'thumbnail',
  'cover',
  'has_spoiler',
  'show_caption_above_media',
]);
