/** What XML 1.0 takes no document with (its Char production). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within an element or an attribute; what XML cannot hold is shown as a character that could not be read (U+FFFD). */
export const xmlEscaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(/[&<>"]/g, (sign) => ESCAPED[sign] as string);

/** An element of parts that are XML already. */
export const xmlElement = (name: string, attributes: Readonly<Record<string, string>>, ...parts: readonly string[]): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlEscaped(value)}"`)
    .join('')}>${parts.join('')}</${name}>`;

/** An element of a text. */
export const xmlTextElement = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string =>
  xmlElement(name, attributes, xmlEscaped(text));
