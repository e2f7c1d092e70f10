/** What XML 1.0 takes no document with (its Char production); half a surrogate pair is refused where texts are read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text as XML can hold it, and so DOCX and XLSX: each character that they cannot is shown as one that could not be read (U+FFFD). */
export const xmlText = (text: string): string => text.replaceAll(FORBIDDEN, '\uFFFD');
