import type { Method } from '../method.ts';
import { account } from './account.ts';
import { albums } from './albums.ts';
import { callbacks } from './callbacks.ts';
import { chats } from './chats.ts';
import { commands } from './commands.ts';
import { copies } from './copies.ts';
import { deletions } from './deletions.ts';
import { edits } from './edits.ts';
import { files } from './files.ts';
import { pins } from './pins.ts';
import { profile } from './profile.ts';
import { reactions } from './reactions.ts';
import { textMessages } from './text-messages.ts';
import { topics } from './topics.ts';
import { updates } from './updates.ts';

/** The methods the sandbox carries out, by the name of the specification. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...account,
    ...albums,
    ...callbacks,
    ...chats,
    ...commands,
    ...copies,
    ...deletions,
    ...edits,
    ...files,
    ...pins,
    ...profile,
    ...reactions,
    ...textMessages,
    ...topics,
    ...updates,
  }),
);
