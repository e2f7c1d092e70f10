import type { Json } from './documents.ts';
import type { Random } from './random.ts';

/** A number as it stands in the text, such as 1.50. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A document that is being made up: as JSON, but numbers keep their text. */
export type Doc = string | boolean | null | Written | Doc[] | DocObject;
export interface DocObject {
  [key: string]: Doc;
}

/** A key that ends in this mark is written without it: so a key can stand twice in one object. */
export const SECOND = '\u0001';

export const isDocObject = (value: Doc | undefined): value is DocObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Written);

/** An object that holds a key such as "__proto__" like any other. */
export const members = (entries: Iterable<readonly [string, Doc]>): DocObject => {
  const object = Object.create(null) as DocObject;
  for (const [key, value] of entries) object[key] = value;
  return object;
};

/** The JSON text of a document. */
export function textOf(value: Doc): string {
  if (value instanceof Written) return value.text;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (isDocObject(value)) {
    const entries = Object.entries(value).map(([key, member]) => `${JSON.stringify(key.replace(SECOND, ''))}:${textOf(member)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The document as plain JSON: a number stays one where it is written as the language writes it, else it is its text. */
export function jsonOf(value: Doc): Json {
  if (value instanceof Written) {
    const plain = value.text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    return String(Number(plain)) === plain ? Number(plain) : value.text;
  }
  if (Array.isArray(value)) return value.map(jsonOf);
  return isDocObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)])) : value;
}

/** Numbers are made up in units of the twelfth decimal, so that sums of them are exact. */
export const UNIT = 10n ** 12n;

/** The number text of so many units, with no digit too many. */
export function numberText(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(13, '0');
  const decimals = digits.slice(-12).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -12)}${decimals && `.${decimals}`}`;
}

/** Reads what `numberText` wrote, or a number written by hand. */
export function unitsOf(text: string): bigint {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * UNIT + BigInt(decimals.padEnd(12, '0'));
  return text.startsWith('-') ? -size : size;
}

/** The number in one of the ways in which it may stand in a document: as a text or not, with needless zeros or not. */
export function write(random: Random, units: bigint): Doc {
  let text = numberText(units);
  if (random.chance(0.1)) text = text.includes('.') ? text.padEnd(Math.min(text.length + 2, text.indexOf('.') + 13), '0') : `${text}.00`;
  if (units === 0n && random.chance(0.05)) text = '-0';
  return random.chance(0.5) ? text : new Written(text);
}

/** The units of a number that `write` wrote. */
export const unitsIn = (value: Doc | undefined): bigint | undefined => {
  if (value instanceof Written) return unitsOf(value.text);
  return typeof value === 'string' ? unitsOf(value) : undefined;
};

/** Sometimes this, sometimes nothing. */
export const maybe = (random: Random, share: number, part: () => DocObject): DocObject => (random.chance(share) ? part() : {});
