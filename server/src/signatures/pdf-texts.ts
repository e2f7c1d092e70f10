import type { PdfString } from './pdf-values.ts';

const MAX_TEXT = 1_000;
const DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/;

/** A text string for people (ISO 32000-1, 7.9.2.2), at most a thousand characters; null where it is empty. */
export function textOf(string: PdfString | undefined): string | null {
  if (!string) return null;
  const { bytes } = string;
  const text =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
      : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
        ? bytes.subarray(3).toString('utf8')
        : bytes.toString('latin1');
  return plainText(text);
}

/** A text without control characters, NFC, at most a thousand characters; null where nothing is left. */
export function plainText(text: string): string | null {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, MAX_TEXT);
}

/** A date such as D:20260205143000+07'00' (7.9.4); without a zone it is taken as UTC. Null where it is none. */
export function dateOf(string: PdfString | undefined): Date | null {
  const parts = string && DATE.exec(string.bytes.toString('latin1'));
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part, i) => Number(part ?? (i === 1 || i === 2 ? 1 : 0)));
  const ahead = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * 60_000 * (parts[7] === '-' ? -1 : 1);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - ahead);
  return Number.isNaN(date.getTime()) ? null : date;
}
