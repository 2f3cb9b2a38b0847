import { docxParagraphs } from '../support/zip.ts';
import { readPdf } from '../support/pdf.ts';
import type { World } from '../../src/sandbox/world.ts';
import type { ChatClient } from '../support/chat.ts';
import type { Town } from '../support/town.ts';

/** The files the bot has sent into a chat, oldest first. */
export const files = (world: World, chat: ChatClient): { name: string; bytes: Buffer }[] =>
  chat
    .messages()
    .filter(({ from }) => from === 'bot')
    .flatMap(({ document }) => (document ? [document] : []))
    .map(({ fileId, name }) => {
      const file = world.file(fileId);
      if (!file) throw new Error(`${name} cannot be downloaded`);
      return { name, bytes: file.bytes };
    });

/** The newest file in the chat. */
export function newestFile(town: Town, chat: ChatClient): { name: string; bytes: Buffer } {
  const file = files(town.world, chat).at(-1);
  if (!file) throw new Error('No file has come');
  return file;
}

/** The words of a paper: of a DOCX paragraph by paragraph, of a PDF page by page. */
export const wordsOf = ({ name, bytes }: { name: string; bytes: Buffer }): string =>
  name.endsWith('.docx') ? docxParagraphs(bytes).join('\n') : readPdf(bytes).pages.join('\n');

/** The newest picture the bot has put into the chat. */
export function newestPicture(town: Town, chat: ChatClient): Buffer {
  const shown = chat.messages().findLast(({ from, photo }) => from === 'bot' && photo);
  const file = shown?.photo && town.world.file(shown.photo.fileId);
  if (!file) throw new Error('No picture has come');
  return file.bytes;
}
