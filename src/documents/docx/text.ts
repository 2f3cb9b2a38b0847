import { Paragraph, type ParagraphChild, TextRun } from 'docx';

/** A text whose line ends become line breaks within the paragraph. */
export const runs = (text: string, bold = false): TextRun[] =>
  text
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, ...(bold ? { bold } : {}), ...(at > 0 ? { break: 1 } : {}) }),
    );

/** One paragraph in a named style. */
export const paragraphOf = (style: string, text: string, more: readonly ParagraphChild[] = []) =>
  new Paragraph({ style, children: [...runs(text), ...more] });
