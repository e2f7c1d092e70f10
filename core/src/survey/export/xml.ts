import { xmlText } from '../../text/xml-text.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within an element or an attribute; what XML cannot hold is shown as a character that could not be read (U+FFFD). */
export const xmlEscaped = (text: string): string => xmlText(text.toWellFormed()).replaceAll(/[&<>"]/g, (sign) => ESCAPED[sign] as string);

/** An element of parts that are XML already. */
export const xmlElement = (name: string, attributes: Readonly<Record<string, string>>, ...parts: readonly string[]): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlEscaped(value)}"`)
    .join('')}>${parts.join('')}</${name}>`;

/** An element of a text. */
export const xmlTextElement = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string =>
  xmlElement(name, attributes, xmlEscaped(text));
