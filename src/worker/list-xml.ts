import { isXmlError, SaxParser } from '@cj-tech-master/excelts/xml';
import { ArchiveProblem } from './list-zip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What happens in a part of a workbook; names are without their prefix («x:row» is «row»). */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
  /** True: the rest need not be read. */
  done?(): boolean;
}

/**
 * Reads XML piece by piece; no entity but XML's own five is known, and no DTD is followed. Throws
 * ArchiveProblem for what is no XML.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const parser = new SaxParser({
    position: false,
    maxEntityExpansions: 0,
    invalidCharHandling: 'skip',
  });
  const failure: { first?: Error } = {};
  parser.on('error', (error) => {
    failure.first ??= error;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  const { text } = reader;
  if (text) {
    parser.on('text', (said) => text(said));
    parser.on('cdata', (said) => text(said));
  }
  const decoder = new TextDecoder();
  try {
    for await (const piece of pieces) {
      parser.write(decoder.decode(piece, { stream: true }));
      if (failure.first || reader.done?.() === true) break;
    }
    if (!failure.first && reader.done?.() !== true) parser.close();
  } catch (error) {
    throw isXmlError(error) ? new ArchiveProblem('damaged') : error;
  }
  if (failure.first) throw new ArchiveProblem('damaged');
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
