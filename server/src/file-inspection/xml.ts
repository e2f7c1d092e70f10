import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { refusalOf } from './archive-guard.ts';
import { FileRefused } from './refused.ts';

/** Limits on an XML part. */
export const XML_LIMITS = {
  depth: 256,
  /** Characters of one part; sheets stop earlier, once enough is read. */
  characters: 128 * 1024 * 1024,
  /** Characters of one text or attribute. */
  textCharacters: 4 * 1024 * 1024,
} as const;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** `name` without its prefix; `attributes` by their names as written. */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked between chunks: true stops reading. */
  enough?(): boolean;
}

/** The part of a name behind its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute by its local name. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value;
  return undefined;
}

function decoderOf(start: Uint8Array): TextDecoder {
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return new TextDecoder(utf16 ? (start[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
}

/** Parses XML as a stream. A DOCTYPE, and so any custom entity, is refused, as is whatever exceeds XML_LIMITS or is not well-formed. */
export async function readXml(stream: Readable | string, events: XmlEvents): Promise<void> {
  const parser = parserFor(events);
  try {
    let decoder: TextDecoder | undefined;
    let characters = 0;
    const take = (text: string) => {
      characters += text.length;
      if (characters > XML_LIMITS.characters) throw new FileRefused('tooComplex', { reason: 'xmlSize' });
      parser.write(text);
    };
    if (typeof stream === 'string') take(stream);
    else
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        decoder ??= decoderOf(chunk);
        take(decoder.decode(chunk, { stream: true }));
        if (events.enough?.()) return;
      }
    if (decoder) take(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw refusalOf(error);
  }
}

function parserFor(events: XmlEvents): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new FileRefused('unsafeXml', { reason: 'doctype' });
  });
  parser.on('error', (error) => {
    throw new FileRefused('malformed', { reason: error.message.slice(0, 200) });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > XML_LIMITS.depth) throw new FileRefused('tooComplex', { reason: 'xmlDepth', limit: String(XML_LIMITS.depth) });
    events.open?.(localName(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(localName(name));
  });
  const text = (value: string) => {
    if (value.length > XML_LIMITS.textCharacters) throw new FileRefused('tooComplex', { reason: 'xmlText' });
    events.text?.(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}
