import type { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { emptyObject, faultsOfReading, isObject, type Raw, type RawDocument, type RawObject } from '../reading/raw.ts';
import { type Draft, list, oneOf, type Shape, text } from '../reading/shape.ts';
import { checkUnique } from '../rules/kind.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { checkEstimates, checkFigures, checkPrevious, checkSheet, type Declarable, declarable } from './check-body.ts';
import { type BodyShapes, bodyShape, bodyShapes, exclusionsShape, keyedBy, roundShape } from './shape.ts';
import { type Body, type BodyData, type Exclusion, type Round, SNAPSHOT_FORMAT, type Snapshot } from './types.ts';

/** Fetches the scheme that a snapshot names by `schemeFile`. */
export type SchemeFileReader = (file: string) => RawDocument;

export interface Head {
  readonly scheme: Scheme | undefined;
  readonly known: Declarable | undefined;
  readonly round: Round | undefined;
  readonly exclusions: readonly (Draft<Exclusion> | undefined)[];
}

export const present = (value: Raw | undefined): value is Exclude<Raw, null> => value !== undefined && value !== null;

const judged = <T>(shape: Shape<T>, known: Declarable, check: (part: never, path: Path, known: Declarable, faults: Faults) => void): Shape<T> => ({
  read(raw, path, faults) {
    const part = shape.read(raw, path, faults);
    if (part !== undefined) check(part as never, path, known, faults);
    return part;
  },
});

/** The parts of a body, each read and judged in the same way in one document and in lines. */
export function bodyParts(known: Declarable): BodyShapes {
  const shapes = bodyShapes(known);
  return {
    figures: judged(shapes.figures, known, checkFigures),
    sheet: judged(shapes.sheet, known, checkSheet),
    estimates: judged(shapes.estimates, known, checkEstimates),
    previous: judged(shapes.previous, known, checkPrevious),
  };
}

/** Reads a value where it is there. */
function readKey<T>(object: RawObject, key: string, shape: Shape<T>, faults: Faults, obligatory = false): Draft<T> | undefined {
  const raw = object[key];
  if (present(raw)) return shape.read(raw, at(ROOT, key), faults);
  if (obligatory) faults.add('missingKey', at(ROOT, key), { key });
  return undefined;
}

/** Reads what is not keyed by body: format, scheme, round, exclusions. */
export function readHead(raw: RawObject, format: string, faults: Faults, schemeFile: SchemeFileReader | undefined): Head {
  readKey(raw, 'format', oneOf([format]), faults, true);
  const rawScheme = schemeSource(raw, faults, schemeFile);
  const scheme = rawScheme === undefined ? undefined : readScheme(rawScheme, faults, at(ROOT, 'scheme'));
  const round = readKey(raw, 'round', roundShape, faults, true) as Round | undefined;
  const exclusions = scheme && (readKey(raw, 'exclusions', exclusionsShape, faults) as Draft<Exclusion[]> | undefined);
  const known = scheme && declarable(scheme);
  if (known) checkExclusionItems(exclusions ?? [], known, faults);
  return { scheme, known, round, exclusions: exclusions ?? [] };
}

function schemeSource(raw: RawObject, faults: Faults, schemeFile: SchemeFileReader | undefined): Raw | undefined {
  const file = raw['schemeFile'];
  if (present(raw['scheme'])) {
    if (present(file)) faults.add('notAllowedHere', at(ROOT, 'schemeFile'));
    return raw['scheme'];
  }
  const name = present(file) ? text.read(file, at(ROOT, 'schemeFile'), faults) : undefined;
  if (!present(file)) faults.add('missingKey', at(ROOT, 'scheme'), { key: 'scheme | schemeFile' });
  if (name === undefined) return undefined;
  const within = withinFolder(name);
  if (!schemeFile || within === undefined) {
    faults.add('notAllowedHere', at(ROOT, 'schemeFile'), { found: name });
    return undefined;
  }
  const document = schemeFile(within);
  faults.addAll(faultsOfReading(document, at(ROOT, 'scheme')));
  return document.value;
}

/** The path of a file below the snapshot's folder, by its steps alone; undefined where it leads out of it. */
function withinFolder(name: string): string | undefined {
  if (/^(?:[A-Za-z]:|\/)|\\/.test(name)) return undefined;
  const steps: string[] = [];
  for (const step of name.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/') || '.';
}

function checkExclusionItems(exclusions: Head['exclusions'], { items }: Declarable, faults: Faults): void {
  const seen = new Set<string>();
  exclusions.forEach((exclusion, index) => {
    const path = at(ROOT, 'exclusions', index, 'item');
    if (exclusion?.item === undefined) return;
    if (!items.has(exclusion.item)) faults.add('unknownId', path, { found: exclusion.item });
    const pair = JSON.stringify([exclusion.body, exclusion.item]);
    if (exclusion.body !== undefined && seen.has(pair)) faults.add('duplicateId', path, { found: exclusion.item });
    seen.add(pair);
  });
}

export function checkExclusionBodies(exclusions: Head['exclusions'], bodies: ReadonlySet<string>, faults: Faults): void {
  exclusions.forEach((exclusion, index) => {
    if (exclusion?.body !== undefined && !bodies.has(exclusion.body)) faults.add('unknownId', at(ROOT, 'exclusions', index, 'body'), { found: exclusion.body });
  });
}

/** What a body must say because the scheme asks for it. */
export function checkBody(body: Draft<Body>, index: number, { scheme, someItemHasTypes }: Declarable, faults: Faults): void {
  const type = at(ROOT, 'bodies', index, 'type');
  if (someItemHasTypes && body.type === undefined && !faults.has(type)) faults.add('missingKey', type, { key: 'type' });
  if (scheme.ranking.within === 'block' && body.ranked === true && body.block === null)
    faults.add('missingKey', at(ROOT, 'bodies', index, 'block'), { key: 'block' });
}

const KEYS = ['format', 'scheme', 'schemeFile', 'round', 'bodies', 'exclusions', 'figures', 'sheets', 'estimates', 'previous'];

/** Keys that a snapshot does not have. */
export function checkKeys(raw: RawObject, keys: readonly string[], faults: Faults): void {
  for (const key in raw) if (!keys.includes(key) && present(raw[key])) faults.add('unknownKey', at(ROOT, key), { key });
}

export interface ReadSnapshot {
  /** Undefined where the scheme or the bodies could not be read. */
  readonly snapshot: Snapshot | undefined;
  readonly scheme: Scheme | undefined;
}

/**
 * Reads a snapshot of one document into normal form and adds all that is wrong with it to `faults`.
 * The snapshot may be used for a body only where no fault is that body's own (`hasOwnFaults`).
 */
export function readSnapshot(raw: Raw, faults: Faults, schemeFile?: SchemeFileReader): ReadSnapshot {
  if (!isObject(raw)) {
    faults.add('wrongType', ROOT, { expected: 'object' });
    return { snapshot: undefined, scheme: undefined };
  }
  const head = readHead(raw, SNAPSHOT_FORMAT, faults, schemeFile);
  const bodies = readKey(raw, 'bodies', list(bodyShape), faults, true) as Draft<Body[]> | undefined;
  const unique = (key: 'id' | 'code') =>
    checkUnique(
      (bodies ?? []).map((body) => body?.[key] ?? undefined),
      (index) => at(ROOT, 'bodies', index, key),
      faults,
    );
  unique('id');
  unique('code');

  const { scheme, known } = head;
  if (!scheme || !known) return { snapshot: undefined, scheme };
  checkKeys(raw, KEYS, faults);
  const ids = new Set((bodies ?? []).flatMap((body) => body?.id ?? []));
  // Where a body's id could not be read, a name that is not among the others may be its own.
  const allBodies = bodies?.every((body) => body?.id !== undefined) === true;
  const isBody = (id: string) => !allBodies || ids.has(id);
  bodies?.forEach((body, index) => body && checkBody(body, index, known, faults));
  if (allBodies) checkExclusionBodies(head.exclusions, ids, faults);

  const parts = bodyParts(known);
  const keyed = <T>(key: string, shape: Shape<T>): Record<string, T> =>
    (readKey(
      raw,
      key,
      keyedBy((id) => (isBody(id) ? shape : undefined)),
      faults,
    ) ?? emptyObject()) as Record<string, T>;
  const figures = keyed('figures', parts.figures);
  const sheets = keyed('sheets', parts.sheet);
  const estimates = keyed('estimates', parts.estimates);
  const previous = readPrevious(
    raw,
    keyedBy((id) => (isBody(id) ? parts.previous : undefined)),
    faults,
  );
  const snapshot = {
    format: SNAPSHOT_FORMAT,
    scheme,
    round: head.round,
    bodies: bodies ?? [],
    exclusions: head.exclusions,
    figures,
    sheets,
    estimates,
    ...(previous ? { previous } : {}),
  } as Snapshot;
  return { snapshot, scheme };
}

const PREVIOUS_KEYS = ['round', 'bodies'];
type Previous = NonNullable<Snapshot['previous']>;

function readPrevious(raw: RawObject, shape: Shape<Previous['bodies']>, faults: Faults): Previous | undefined {
  const previous = raw['previous'];
  const path = at(ROOT, 'previous');
  if (!present(previous)) return undefined;
  if (!isObject(previous)) {
    faults.add('wrongType', path, { expected: 'object' });
    return undefined;
  }
  for (const key in previous) if (!PREVIOUS_KEYS.includes(key) && present(previous[key])) faults.add('unknownKey', at(path, key), { key });
  const read = <T>(key: string, shape: Shape<T>): Draft<T> | undefined => {
    const value = previous[key];
    if (present(value)) return shape.read(value, at(path, key), faults);
    faults.add('missingKey', at(path, key), { key });
    return undefined;
  };
  const round = read('round', text);
  const bodies = read('bodies', shape) as Previous['bodies'] | undefined;
  return { round: round as string, bodies: bodies ?? {} };
}

const BY_BODY = new Set(['figures', 'sheets', 'estimates']);

/** Bodies with a fault in what is their own: their entry (by position), their data or an exclusion that names them (by id). */
export function bodiesWithFaults(snapshot: Snapshot, faults: Faults): Set<string | number> {
  const faulty = new Set<string | number>();
  for (const { keys } of faults.list) {
    const [part, key, inner] = keys;
    if (part === 'bodies' && typeof key === 'number') faulty.add(key);
    else if (part === 'exclusions' && typeof key === 'number') {
      const id = snapshot.exclusions[key]?.body;
      if (id !== undefined) faulty.add(id);
    } else if (part === 'previous') {
      if (key === 'bodies' && inner !== undefined) faulty.add(String(inner));
    } else if (key !== undefined && BY_BODY.has(String(part))) faulty.add(String(key));
  }
  return faulty;
}

/** What a snapshot holds of one of its bodies. */
export const dataOf = (snapshot: Snapshot, body: Body): BodyData => ({
  body,
  figures: snapshot.figures[body.id],
  sheet: snapshot.sheets[body.id],
  estimates: snapshot.estimates[body.id],
  previous: snapshot.previous?.bodies[body.id],
});

/** The codes of the items that are excluded, by body. */
export function exclusionsByBody(exclusions: Head['exclusions']): Map<string, Set<string>> {
  const byBody = new Map<string, Set<string>>();
  for (const exclusion of exclusions) {
    if (exclusion?.body === undefined || exclusion.item === undefined) continue;
    const items = byBody.get(exclusion.body) ?? new Set();
    byBody.set(exclusion.body, items.add(exclusion.item));
  }
  return byBody;
}
