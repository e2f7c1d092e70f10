import { NumberToken, type Raw } from './raw.ts';

/** Plain values beside those of documents: what is undefined is left out, as JSON does. */
export type Writable = Raw | number | undefined | readonly Writable[] | { readonly [key: string]: Writable };

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** The JSON text of a value; a number keeps the digits in which it is written, so that a reader finds the very same. */
export function writeJson(value: Writable): string {
  if (value instanceof NumberToken) return JSON_NUMBER.test(value.text) ? value.text : JSON.stringify(value.text);
  if (Array.isArray(value)) return `[${value.map((each: Writable) => writeJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value as { readonly [key: string]: Writable }).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(',')}}`;
}
