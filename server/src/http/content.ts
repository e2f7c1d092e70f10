import { at, Faults, faultsOfReading, isObject, type Raw, type RawDocument, ROOT, readJson, Unreadable } from '@parindex/core';
import { Problem, unreadableProblem } from './problems.ts';

/** A request's body: as parsed with numbers as text, and as plain values where only integers are numbers. */
export interface Content {
  readonly raw: Raw;
  readonly plain: unknown;
}

/** Control characters except tab and line ends, and what is no character: no text needs them, the database refuses one, XML others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

type Keys = ReturnType<typeof at>;

const WHOLE = /^-?(?:0|[1-9]\d{0,14})$/;

function plainOf(raw: Raw, path: Keys, faults: Faults): unknown {
  if (typeof raw === 'string') {
    if (CONTROL.test(raw)) faults.add('badCharacter', path);
    return raw;
  }
  if (raw === null || typeof raw === 'boolean') return raw;
  if (Array.isArray(raw)) return raw.map((member, index) => plainOf(member, at(path, index), faults));
  if (!isObject(raw)) return WHOLE.test(raw.text) ? Number(raw.text) : raw.text;
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) {
    if (CONTROL.test(key)) faults.add('badCharacter', at(path, key));
    // Such a key would set the object's prototype instead of a member.
    Object.defineProperty(plain, key, { value: plainOf(raw[key] as Raw, at(path, key), faults), enumerable: true, configurable: true, writable: true });
  }
  return plain;
}

/** Most values of a body where its contract says nothing: what comes after a body was read takes time by each. */
const MOST_VALUES = 10_000;

/** Parses a body strictly: numbers keep their text, texts become NFC, a duplicate key is a fault. */
export function parseContent(text: string, mostValues = MOST_VALUES): RawDocument {
  try {
    return readJson(text, mostValues);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code === 'tooManyValues') throw new Problem('tooLarge', { detail: TOO_MANY_VALUES });
    throw unreadableProblem(error);
  }
}

const TOO_MANY_VALUES = {
  vi: 'Nội dung gửi lên có quá nhiều giá trị; đề nghị chia thành nhiều lần gửi.',
  en: 'The content has too many values; send it in several parts.',
};

/** The content of a body; adds faults that any body can have. */
export function readContent(document: RawDocument, faults: Faults): Content {
  faults.addAll(faultsOfReading(document));
  const found = new Faults();
  const plain = plainOf(document.value, ROOT, found);
  faults.addAll(found);
  return { raw: document.value, plain };
}
