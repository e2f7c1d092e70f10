import { dayNumber } from '../quantity/calendar-date.ts';
import { isNumberText, type NumberText, placesOf, shortest } from '../quantity/number-text.ts';
import type { Faults } from './faults.ts';
import { at, type Path } from './path.ts';
import { emptyObject, isObject, NumberToken, type Raw } from './raw.ts';

/**
 * What could be read of a T: any part may be lacking where a fault was found. Checks of meaning work on
 * drafts, so that faults of form and faults of meaning come out together.
 */
export type Draft<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer U)[]
    ? (Draft<U> | undefined)[]
    : { [K in keyof T]?: Draft<T[K]> | undefined };

/** Reads a raw value into normal form, or says what is wrong with it. */
export interface Shape<T> {
  read(raw: Raw, path: Path, faults: Faults): Draft<T> | undefined;
}

/** A shape whose type does not matter here. */
export interface AnyShape {
  read(raw: Raw, path: Path, faults: Faults): unknown;
}

interface Field<T> {
  readonly shape: Shape<T>;
  /** Reached when the key is absent: the default in normal form, or `undefined` to leave it out. */
  readonly absent: 'fault' | (() => T | undefined);
}

export const required = <T>(shape: Shape<T>): Field<T> => ({ shape, absent: 'fault' });
export const optional = <T>(shape: Shape<T>): Field<T | undefined> => ({
  shape: shape as Shape<T | undefined>,
  absent: () => undefined,
});
export const withDefault = <T>(shape: Shape<T>, value: () => T): Field<T> => ({ shape, absent: value });

type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> | Field<Exclude<T[K], undefined>> };

/** An object with just these keys; a null member counts as left out. */
export function object<T>(fields: Fields<T>): Shape<T> {
  const entries = Object.entries(fields) as [string, Field<unknown>][];
  const known = new Set(entries.map(([key]) => key));
  return {
    read(raw, path, faults) {
      if (!isObject(raw)) {
        faults.add('wrongType', path, { expected: 'object' });
        return undefined;
      }
      for (const key in raw) if (!known.has(key) && raw[key] !== null) faults.add('unknownKey', at(path, key), { key });
      const draft: Record<string, unknown> = {};
      for (const [key, field] of entries) {
        const value = raw[key];
        const read = value === undefined || value === null ? absent(field, at(path, key), faults) : field.shape.read(value, at(path, key), faults);
        if (read !== undefined) draft[key] = read;
      }
      return draft as Draft<T>;
    },
  };
}

function absent<T>(field: Field<T>, path: Path, faults: Faults): T | undefined {
  if (field.absent !== 'fault') return field.absent();
  faults.add('missingKey', path, { key: String(path?.key) });
  return undefined;
}

/** A list; `least` is the number of members it needs. */
export const list = <T>(shape: Shape<T>, least = 0): Shape<T[]> => ({
  read(raw, path, faults) {
    if (!Array.isArray(raw)) {
      faults.add('wrongType', path, { expected: 'list' });
      return undefined;
    }
    const read = raw.map((member, index) => shape.read(member, at(path, index), faults)) as Draft<T[]>;
    if (raw.length >= least) return read;
    faults.add('outOfRange', path, { expected: `≥ ${least}` });
    return undefined;
  },
});

/** An object whose keys are ids chosen by its author. */
export const dictionary = <T>(shape: Shape<T>): Shape<Record<string, T>> => ({
  read(raw, path, faults) {
    if (!isObject(raw)) {
      faults.add('wrongType', path, { expected: 'object' });
      return undefined;
    }
    const draft = emptyObject() as Record<string, unknown>;
    for (const key in raw) {
      const value = raw[key];
      if (value === null || value === undefined) continue;
      const read = shape.read(value, at(path, key), faults);
      if (read !== undefined) draft[key] = read;
    }
    return draft as Draft<Record<string, T>>;
  },
});

/** One of several shapes, told apart by the text under `tag`. */
export const variants = <T>(tag: string, shapes: Readonly<Record<string, AnyShape>>): Shape<T> => ({
  read(raw, path, faults) {
    if (!isObject(raw)) {
      faults.add('wrongType', path, { expected: 'object' });
      return undefined;
    }
    const name = raw[tag];
    if (name === undefined || name === null) {
      faults.add('missingKey', at(path, tag), { key: tag });
      return undefined;
    }
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (!shape) {
      faults.add(typeof name === 'string' ? 'unknownValue' : 'wrongType', at(path, tag), { found: printed(name), expected: Object.keys(shapes).join(', ') });
      return undefined;
    }
    return shape.read(raw, path, faults) as Draft<T>;
  },
});

/** One of several shapes, told apart by the one of their keys that stands in the object. */
export const alternatives = <T>(shapes: Readonly<Record<string, AnyShape>>): Shape<T> => ({
  read(raw, path, faults) {
    if (!isObject(raw)) {
      faults.add('wrongType', path, { expected: 'object' });
      return undefined;
    }
    const found = Object.entries(shapes).filter(([key]) => raw[key] !== undefined && raw[key] !== null);
    if (found.length !== 1) {
      faults.add('wrongType', path, { expected: Object.keys(shapes).join(' | ') });
      return undefined;
    }
    return found[0]?.[1].read(raw, path, faults) as Draft<T>;
  },
});

const printed = (raw: Raw): string =>
  raw instanceof NumberToken ? raw.text : typeof raw === 'string' || typeof raw === 'boolean' ? String(raw) : Array.isArray(raw) ? 'list' : 'object';

/** Any text, a blank one too. */
export const anyText: Shape<string> = {
  read(raw, path, faults) {
    if (typeof raw === 'string') return raw;
    faults.add('wrongType', path, { expected: 'text', found: printed(raw) });
    return undefined;
  },
};

/** Nothing but white space as Unicode has it; `trim` takes away a character more and leaves one. */
const BLANK = /^\p{White_Space}*$/u;

/** A text that is not blank. */
export const text: Shape<string> = {
  read(raw, path, faults) {
    const read = anyText.read(raw, path, faults);
    if (read === undefined || !BLANK.test(read)) return read;
    faults.add('emptyText', path);
    return undefined;
  },
};

/** A text of one given form. */
export const textMatching = (form: RegExp): Shape<string> => ({
  read(raw, path, faults) {
    const read = text.read(raw, path, faults);
    if (read === undefined || form.test(read)) return read;
    faults.add('wrongType', path, { found: read, expected: String(form) });
    return undefined;
  },
});

export const booleanShape: Shape<boolean> = {
  read(raw, path, faults) {
    if (typeof raw === 'boolean') return raw;
    faults.add('wrongType', path, { expected: 'true | false', found: printed(raw) });
    return undefined;
  },
};

export const date: Shape<string> = {
  read(raw, path, faults) {
    if (typeof raw === 'string' && dayNumber(raw) !== undefined) return raw;
    faults.add('wrongType', path, { expected: 'yyyy-mm-dd', found: printed(raw) });
    return undefined;
  },
};

/** A number in the contract's notation, as number or as text, read to its shortest text. */
export const number: Shape<NumberText> = {
  read(raw, path, faults) {
    const written = raw instanceof NumberToken ? raw.text : raw;
    if (typeof written !== 'string') {
      faults.add('wrongType', path, { expected: 'number', found: printed(raw) });
      return undefined;
    }
    if (isNumberText(written)) return shortest(written);
    faults.add('notANumber', path, { found: written });
    return undefined;
  },
};

const narrowed = (allows: (value: NumberText) => boolean, expected: string): Shape<NumberText> => ({
  read(raw, path, faults) {
    const read = number.read(raw, path, faults);
    if (read === undefined || allows(read)) return read;
    faults.add('outOfRange', path, { found: read, expected });
    return undefined;
  },
});

const isNegative = (value: NumberText) => value.startsWith('-');

export const positive = narrowed((value) => !isNegative(value) && value !== '0', '> 0');
export const notNegative = narrowed((value) => !isNegative(value), '≥ 0');
export const share = narrowed((value) => value === '0' || value === '1' || value.startsWith('0.'), '0…1');
export const countFrom1 = narrowed((value) => !isNegative(value) && value !== '0' && placesOf(value) === 0, '1, 2, 3, …');
export const integer = narrowed((value) => placesOf(value) === 0, '…, −1, 0, 1, …');
export const places = narrowed((value) => !isNegative(value) && placesOf(value) === 0 && Number(value) <= 12, '0…12');

/** One word of a closed list. */
export const oneOf = <const T extends string>(words: readonly T[]): Shape<T> => ({
  read(raw, path, faults) {
    const found = words.find((word) => word === raw);
    if (found !== undefined) return found as Draft<T>;
    faults.add(typeof raw === 'string' ? 'unknownValue' : 'wrongType', path, { found: printed(raw), expected: words.join(', ') });
    return undefined;
  },
});

/** Free content, kept as it is; numbers in it as shortest texts. */
export const free: Shape<unknown> = {
  read(raw, path, faults) {
    if (raw instanceof NumberToken) return number.read(raw, path, faults);
    if (Array.isArray(raw)) return raw.map((member, index) => free.read(member, at(path, index), faults));
    if (isObject(raw)) return dictionary(free).read(raw, path, faults);
    if (raw === null) faults.add('wrongType', path, { found: 'null' });
    return raw ?? undefined;
  },
};
