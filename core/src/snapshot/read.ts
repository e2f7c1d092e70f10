import type { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import { emptyObject, faultsOfReading, isObject, type Raw, type RawDocument, type RawObject } from '../reading/raw.ts';
import { type Draft, list, oneOf, type Shape, text } from '../reading/shape.ts';
import { checkUnique } from '../rules/kind.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { checkEstimates, checkFigures, checkPrevious, checkSheet, type Declarable, declarable } from './check-body.ts';
import { bodyShape, bodyShapes, exclusionsShape, keyedBy, roundShape } from './shape.ts';
import { type Body, type BodyData, type Exclusion, type PreviousBody, type Round, SNAPSHOT_FORMAT, type Snapshot } from './types.ts';

/** Fetches the scheme that a snapshot names by `schemeFile`. */
export type SchemeFileReader = (file: string) => RawDocument;

export interface Head {
  readonly scheme: Scheme | undefined;
  readonly known: Declarable | undefined;
  readonly round: Round | undefined;
  readonly exclusions: readonly (Draft<Exclusion> | undefined)[];
}

const present = (value: Raw | undefined): value is Exclude<Raw, null> => value !== undefined && value !== null;

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
  if (!schemeFile || /^(?:[A-Za-z]:|[\\/])/.test(name) || name.split(/[\\/]/).includes('..')) {
    faults.add('notAllowedHere', at(ROOT, 'schemeFile'), { found: name });
    return undefined;
  }
  const document = schemeFile(name);
  faults.addAll(faultsOfReading(document, at(ROOT, 'scheme')));
  return document.value;
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

  const keyed = <T>(key: string, shape: Shape<T>, check: (part: Draft<T>, path: ReturnType<typeof at>) => void): Record<string, T> => {
    const parts = emptyObject() as unknown as Record<string, T>;
    const all = readKey(
      raw,
      key,
      keyedBy((id) => (isBody(id) ? shape : undefined)),
      faults,
    ) as Record<string, Draft<T>> | undefined;
    for (const id in all) {
      const part = all[id];
      if (part === undefined) continue;
      check(part, at(ROOT, key, id));
      parts[id] = part as T;
    }
    return parts;
  };
  const shapes = bodyShapes(known);
  const figures = keyed('figures', shapes.figures, (part, path) => checkFigures(part as never, path, known, faults));
  const sheets = keyed('sheets', shapes.sheet, (part, path) => checkSheet(part as never, path, known, faults));
  const estimates = keyed('estimates', shapes.estimates, (part, path) => checkEstimates(part as never, path, known, faults));
  const previous = readPrevious(
    raw,
    keyedBy((id) => (isBody(id) ? shapes.previous : undefined)),
    known,
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

function readPrevious(raw: RawObject, shape: Shape<Record<string, PreviousBody>>, known: Declarable, faults: Faults): Snapshot['previous'] | undefined {
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
  const bodies = read('bodies', shape) as Record<string, PreviousBody> | undefined;
  for (const id in bodies) checkPrevious(bodies[id] as Draft<PreviousBody>, at(path, 'bodies', id), known, faults);
  return { round: round as string, bodies: bodies ?? {} };
}

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
    } else if (key !== undefined) faulty.add(String(key));
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
