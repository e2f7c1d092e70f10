import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import { isObject, NumberToken, type Raw, type RawObject } from '../../reading/raw.ts';
import { booleanShape, list, object, oneOf, optional, required, type Shape, text, variants } from '../../reading/shape.ts';
import type { Keys } from './change.ts';

/** By what a draft is written. */
export const OPERATIONS = ['add', 'remove', 'move', 'set', 'rename', 'split', 'merge', 'renumber'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/**
 * One step of writing a scheme, as plain data: places are keys and indexes from the root of the document, values are what is written in it.
 * The same steps are taken by whoever writes: screen, import, API, command line.
 */
export type Operation =
  /** Puts a member into a list: a domain, a criterion, an item, a figure, a question … */
  | { readonly operation: 'add'; readonly into: Keys; readonly index: number; readonly value: Raw }
  | { readonly operation: 'remove'; readonly at: Keys }
  /** `into` is the list in the document as it stands, `index` the place in that list when the part has been taken out. */
  | { readonly operation: 'move'; readonly at: Keys; readonly into: Keys; readonly index: number }
  /** Writes a value under a key; left out or null: takes it away. */
  | { readonly operation: 'set'; readonly at: Keys; readonly value?: Raw | undefined }
  /** Gives a part another code, a figure or what is declared another id; all that names it follows. */
  | { readonly operation: 'rename'; readonly at: Keys; readonly to: string }
  /** Makes several items of one, side by side or as its sub-criteria; the first keeps the rule. */
  | { readonly operation: 'split'; readonly at: Keys; readonly parts: readonly RawObject[]; readonly within: boolean }
  /** Makes one item of several; it stays where the first stood and keeps its rule. */
  | { readonly operation: 'merge'; readonly at: Keys; readonly others: readonly Keys[]; readonly value?: RawObject | undefined }
  /** Gives parts below a part, or all, codes by their order. */
  | { readonly operation: 'renumber'; readonly at?: Keys | undefined };

const anyValue: Shape<Raw> = { read: (value) => value as never };

const anyObject: Shape<RawObject> = {
  read(value, path, faults) {
    if (isObject(value)) return value as never;
    faults.add('wrongType', path, { expected: 'object' });
    return undefined;
  },
};

const MOST = 100_000;

/** A place in a list: as a number of a document, or of a program. */
const index: Shape<number> = {
  read(value: Raw, path: Path, faults: Faults) {
    const written = value instanceof NumberToken ? value.text : String(value);
    const read = /^\d{1,6}$/.test(written) && typeof value !== 'string' ? Number(written) : undefined;
    if (read === undefined || read > MOST) faults.add('wrongType', path, { expected: 'number' });
    return read;
  },
};

const key: Shape<string | number> = {
  read: (value, path, faults) => (typeof value === 'string' ? value : (index as Shape<never>).read(value, path, faults)),
};

const keys: Shape<Keys> = {
  read(value, path, faults) {
    if (!Array.isArray(value)) {
      faults.add('wrongType', path, { expected: 'list' });
      return undefined;
    }
    return value.map((each, place) => key.read(each, at(path, place), faults)) as never;
  },
};

const shapes = {
  add: object<Operation & { operation: 'add' }>({
    operation: required(oneOf(['add'])),
    into: required(keys),
    index: required(index),
    value: required(anyValue as Shape<never>),
  }),
  remove: object<Operation & { operation: 'remove' }>({ operation: required(oneOf(['remove'])), at: required(keys) }),
  move: object<Operation & { operation: 'move' }>({
    operation: required(oneOf(['move'])),
    at: required(keys),
    into: required(keys),
    index: required(index),
  }),
  set: object<Operation & { operation: 'set' }>({ operation: required(oneOf(['set'])), at: required(keys), value: optional(anyValue as Shape<never>) }),
  rename: object<Operation & { operation: 'rename' }>({ operation: required(oneOf(['rename'])), at: required(keys), to: required(text) }),
  split: object<Operation & { operation: 'split' }>({
    operation: required(oneOf(['split'])),
    at: required(keys),
    parts: required(list(anyObject, 2) as Shape<never>),
    within: required(booleanShape),
  }),
  merge: object<Operation & { operation: 'merge' }>({
    operation: required(oneOf(['merge'])),
    at: required(keys),
    others: required(list(keys, 1) as Shape<never>),
    value: optional(anyObject as Shape<never>),
  }),
  renumber: object<Operation & { operation: 'renumber' }>({ operation: required(oneOf(['renumber'])), at: optional(keys) }),
} satisfies Record<OperationName, unknown>;

const operationShape = variants<Operation>('operation', shapes);

/** Reads an operation that came from outside, or tells what is wrong with it. */
export function readOperation(raw: Raw, faults: Faults, path: Path = null): Operation | undefined {
  const before = faults.list.length;
  const read = operationShape.read(raw, path, faults);
  return faults.list.length === before ? (read as Operation) : undefined;
}

/** Reads a place of a document that came from outside. */
export const readKeys = (raw: Raw, faults: Faults, path: Path): Keys | undefined => keys.read(raw, path, faults) as Keys | undefined;

/** Reads a place in a list or among keys that came from outside. */
export const readIndex = (raw: Raw, faults: Faults, path: Path): number | undefined => index.read(raw, path, faults);

/** Why an operation cannot be applied. */
export const REFUSALS = [
  'noSuchPlace',
  'cannotStandThere',
  'inUse',
  'nameTaken',
  'nameMissing',
  'badName',
  'renameInstead',
  'noItem',
  'splitFirst',
  'sameTwice',
  'notAnObject',
] as const;

/** Why nothing was changed, with what the sentence for people needs. */
export interface Refusal {
  readonly code: (typeof REFUSALS)[number];
  readonly at: Keys;
  readonly details: Readonly<Record<string, string>>;
}

/** A code or an id that is another now: what lies outside of the document, as cases, follows by it. */
export interface Renamed {
  readonly what: 'item' | 'figure' | 'question' | 'group' | 'surveyGroup';
  readonly from: string;
  readonly to: string;
}
