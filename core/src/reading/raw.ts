import { Faults } from './faults.ts';
import { at, type Path, ROOT } from './path.ts';

/** A number as it was written; its text is judged, never a float. */
export class NumberToken {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A document's value before its shape is known. */
export type Raw = string | boolean | null | NumberToken | Raw[] | RawObject;
export interface RawObject {
  [key: string]: Raw;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface RawDocument {
  readonly value: Raw;
  /** Places of keys written twice in one object. */
  readonly doubled: readonly (string | number)[][];
  /** Places of keys that are no texts (YAML only). */
  readonly oddKeys?: readonly (string | number)[][];
  /** Line and column (from 1) of the value at a path (of the second where it is written twice), or of the nearest value above it. */
  locate(keys: readonly (string | number)[]): Place;
}

/** Why a text cannot be read at all. */
export const UNREADABLE_CODES = [
  'empty',
  'unexpectedEnd',
  'notJson',
  'notYaml',
  'notCsv',
  'tooDeep',
  'tooManyValues',
  'halfCharacter',
  'tooManyMarks',
  'aliases',
  'tags',
  'severalDocuments',
  'oddKey',
  'longKey',
] as const;
export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

/** The file is no JSON or YAML at all: nothing can be said about its content. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;
  readonly place: Place | undefined;
  /** What the library that read it says, in English; for those who read English only. */
  readonly detail: string | undefined;
  constructor(code: UnreadableCode, place?: Place, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.code = code;
    this.place = place;
    this.detail = detail;
  }
}

/** Lists and objects within each other: more than any scheme needs, less than any stack holds. */
export const DEEPEST_NESTING = 200;

export const isObject = (value: Raw | undefined): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberToken);

/** An object without inherited names, so that a key such as "__proto__" is a key like others. */
export const emptyObject = (): RawObject => Object.create(null) as RawObject;

const MARKS_WITHOUT_END = /\p{M}{31}/u;

/** Texts are NFC; half a character cannot be written as UTF-8 and so cannot be hashed. */
export function wellFormed(text: string, place: () => Place): string {
  if (!text.isWellFormed()) throw new Unreadable('halfCharacter', place());
  // Composing takes time by the square of a run of marks; no writing has more than 30 on one letter (UAX #15, Stream-Safe).
  if (MARKS_WITHOUT_END.test(text)) throw new Unreadable('tooManyMarks', place());
  return text.normalize('NFC');
}

/** No key of a document is as long; the path of each value under it would be. */
const LONGEST_KEY = 20_000;

/** A key as a document has it. */
export function keyOf(text: string, place: () => Place): string {
  if (text.length > LONGEST_KEY) throw new Unreadable('longKey', place());
  return wellFormed(text, place);
}

/** Most keys written twice that are told; one is enough to refuse a document. */
export const MOST_DOUBLED = 100;

/** The faults that show in reading the text, for a document that stands at a path of another. */
export function faultsOfReading({ doubled, oddKeys = [] }: RawDocument, path: Path = ROOT): Faults {
  const faults = new Faults();
  for (const keys of doubled) faults.add('doubledKey', at(path, ...keys), { key: String(keys.at(-1)) });
  for (const keys of oddKeys) faults.add('wrongType', at(path, ...keys), { expected: 'text' });
  return faults;
}
