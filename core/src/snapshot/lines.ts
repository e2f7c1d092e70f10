import { Faults } from '../reading/faults.ts';
import { canonicalText, Hash } from '../reading/normal-form.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { faultsOfReading, isObject, type Raw, type RawDocument, type RawObject } from '../reading/raw.ts';
import { type Draft, type Shape, text } from '../reading/shape.ts';
import { bodyParts, checkBody, checkExclusionBodies, checkKeys, exclusionsByBody, type Head, present, readHead, type SchemeFileReader } from './read.ts';
import { type BodyShapes, bodyShape } from './shape.ts';
import { type Body, type BodyData, SNAPSHOT_FORMAT, SNAPSHOT_LINES_FORMAT } from './types.ts';

/** The parts of the whole document that are keyed by body, in the order of RFC 8785. */
export const KEYED_PARTS = ['estimates', 'figures', 'previous', 'sheets'] as const;
export type KeyedPart = (typeof KEYED_PARTS)[number];

/** Keeps the canonical text of each body's parts until the whole is hashed; a file, for large rounds. */
export interface PartStore {
  put(part: KeyedPart, body: string, canonical: string): void;
  /** Canonical texts of a part, by body id in the order of UTF-16 code units. */
  inOrder(part: KeyedPart): Iterable<readonly [body: string, canonical: string]>;
}

/** The text anew: a slice of a line would keep the whole line in memory. */
const copyOf = (text: string): string => JSON.parse(JSON.stringify(text));

/** Where a place of the document that the lines make stands in its body's line. */
export function keysInLine(keysInDocument: readonly (string | number)[]): (string | number)[] {
  const [part, ...rest] = keysInDocument;
  if (part === 'bodies') return ['body', ...rest.slice(1)];
  if (part === 'sheets') return ['sheet', ...rest.slice(1)];
  return part === 'previous' ? ['previous', ...rest.slice(2)] : [part ?? '', ...rest.slice(1)];
}

const HEAD_KEYS = ['format', 'scheme', 'schemeFile', 'round', 'exclusions', 'previous'];
/** What a line holds besides the body itself. */
const DATA_KEYS = ['figures', 'sheet', 'estimates', 'previous'] as const;
type DataKey = (typeof DATA_KEYS)[number];
const isDataKey = (key: string | number | undefined): key is DataKey => DATA_KEYS.includes(key as DataKey);

/** Where the parts of a body stand in the document that the lines make. */
const placesOf = (id: string): Readonly<Record<DataKey, Path>> => ({
  figures: at(ROOT, 'figures', id),
  sheet: at(ROOT, 'sheets', id),
  estimates: at(ROOT, 'estimates', id),
  previous: at(ROOT, 'previous', 'bodies', id),
});

/** Reads a round body by body, so that memory does not grow with the number of bodies. */
export class SnapshotLines {
  /** Those of the head. */
  readonly faults = new Faults();
  readonly head: Head;
  readonly #store: PartStore;
  /** Of the round before: what the head says, whether it says anything, and whether a line does. */
  readonly #previous: { round: string | undefined; there: boolean; readable: boolean; inLines: boolean };
  readonly #ids = new Set<string>();
  readonly #codes = new Set<string>();
  readonly #hash = new Hash().update('{"bodies":[');
  #count = 0;
  /** Where a body's id could not be read, a name that is not among the others may be its own. */
  #allNamed = true;
  readonly #parts: BodyShapes | undefined;

  constructor(head: RawDocument, store: PartStore, schemeFile?: SchemeFileReader) {
    this.#store = store;
    const object = isObject(head.value) ? head.value : {};
    if (!isObject(head.value)) this.faults.add('wrongType', ROOT, { expected: 'object' });
    this.head = readHead(object, SNAPSHOT_LINES_FORMAT, this.faults, schemeFile);
    const { known } = this.head;
    if (known) checkKeys(object, HEAD_KEYS, this.faults);
    this.#parts = known && bodyParts(known);
    const raw = object['previous'];
    this.#previous = {
      round: known && present(raw) ? this.#readPrevious(raw) : undefined,
      there: present(raw),
      readable: !present(raw) || isObject(raw),
      inLines: false,
    };
    this.faults.addAll(faultsOfReading(head));
  }

  #readPrevious(raw: Raw): string | undefined {
    const path = at(ROOT, 'previous');
    if (!isObject(raw)) {
      this.faults.add('wrongType', path, { expected: 'object' });
      return undefined;
    }
    for (const key in raw) if (key !== 'round' && present(raw[key])) this.faults.add('unknownKey', at(path, key), { key });
    const round = raw['round'];
    if (present(round)) return text.read(round, at(path, 'round'), this.faults);
    this.faults.add('missingKey', at(path, 'round'), { key: 'round' });
    return undefined;
  }

  /** Items excluded, by body. */
  get exclusions(): Map<string, Set<string>> {
    return exclusionsByBody(this.head.exclusions);
  }

  /** Reads the next body's line with the faults of its own; no data where it has any. */
  add(line: RawDocument): { data: BodyData | undefined; faults: Faults } {
    const faults = new Faults();
    const here = at(ROOT, 'bodies', this.#count);
    const body = this.#readBody(line.value, here, faults);
    // Of two lines with one id the first counts; what stands in a line without an id has no place.
    const places = body?.id !== undefined && !this.#ids.has(body.id) ? placesOf(body.id) : undefined;
    const data = isObject(line.value) && body && places ? this.#readData(line.value, body, places, faults) : undefined;
    for (const keys of line.doubled) {
      const [part, ...rest] = keys;
      const place = part === 'body' ? here : isDataKey(part) ? places?.[part] : at(here, part as string | number);
      if (place !== undefined) faults.add('doubledKey', at(place, ...rest), { key: String(keys.at(-1)) });
    }
    if (body?.id === undefined) this.#allNamed = false;
    else this.#ids.add(copyOf(body.id));
    if (data && faults.none) this.#keep(data);
    this.#count++;
    return { data: faults.none ? data : undefined, faults };
  }

  #readBody(line: Raw, here: Path, faults: Faults): Draft<Body> | undefined {
    if (!isObject(line)) {
      faults.add('wrongType', here, { expected: 'object' });
      return undefined;
    }
    for (const key in line) if (key !== 'body' && !isDataKey(key) && present(line[key])) faults.add('unknownKey', at(here, key), { key });
    if (present(line['previous'])) this.#previous.inLines = true;
    const raw = line['body'];
    if (!present(raw)) {
      faults.add('missingKey', here, { key: 'body' });
      return undefined;
    }
    const body = bodyShape.read(raw, here, faults) as Draft<Body> | undefined;
    if (!body) return undefined;
    const { known } = this.head;
    if (known) checkBody(body, this.#count, known, faults);
    if (body.id !== undefined && this.#ids.has(body.id)) faults.add('duplicateId', at(here, 'id'), { found: body.id });
    const { code } = body;
    if (code !== undefined && code !== null) {
      if (this.#codes.has(code)) faults.add('duplicateId', at(here, 'code'), { found: code });
      this.#codes.add(copyOf(code));
    }
    return body;
  }

  #readData(line: RawObject, body: Draft<Body>, places: Readonly<Record<DataKey, Path>>, faults: Faults): BodyData | undefined {
    const parts = this.#parts;
    if (!parts) return undefined;
    const part = <T>(key: DataKey, shape: Shape<T>): T | undefined => {
      const raw = line[key];
      return present(raw) ? (shape.read(raw, places[key], faults) as T | undefined) : undefined;
    };
    return {
      body: body as Body,
      figures: part('figures', parts.figures),
      sheet: part('sheet', parts.sheet),
      estimates: part('estimates', parts.estimates),
      previous: this.#previous.readable ? part('previous', parts.previous) : undefined,
    };
  }

  /** Keeps what goes into the hash. */
  #keep({ body, figures, sheet, estimates, previous }: BodyData): void {
    this.#hash.update(`${this.#count > 0 ? ',' : ''}${canonicalText(body)}`);
    for (const [name, value] of [
      ['figures', figures],
      ['sheets', sheet],
      ['estimates', estimates],
      ['previous', previous],
    ] as const) {
      if (value) this.#store.put(name, copyOf(body.id), canonicalText(value));
    }
  }

  /** After the last line: the faults that can only be seen when all bodies are known. */
  end(): Faults {
    const faults = new Faults();
    if (!this.head.known) return faults;
    if (this.#allNamed) checkExclusionBodies(this.head.exclusions, this.#ids, faults);
    if (this.#previous.inLines && !this.#previous.there) faults.add('missingKey', at(ROOT, 'previous', 'round'), { key: 'round' });
    return faults;
  }

  /** The hash of the one document that the lines make; only for a round without faults. */
  hash(): string {
    const { scheme, round, exclusions } = this.head;
    const hash = this.#hash.update(']');
    const keyed = (part: KeyedPart) => {
      hash.update('{');
      let separator = '';
      for (const [id, canonical] of this.#store.inOrder(part)) {
        hash.update(`${separator}${JSON.stringify(id)}:${canonical}`);
        separator = ',';
      }
      hash.update('}');
    };
    hash.update(',"estimates":');
    keyed('estimates');
    hash.update(`,"exclusions":${canonicalText(exclusions)},"figures":`);
    keyed('figures');
    hash.update(`,"format":${JSON.stringify(SNAPSHOT_FORMAT)}`);
    if (this.#previous.round !== undefined) {
      hash.update(',"previous":{"bodies":');
      keyed('previous');
      hash.update(`,"round":${JSON.stringify(this.#previous.round)}}`);
    }
    hash.update(`,"round":${canonicalText(round)},"scheme":${canonicalText(scheme)},"sheets":`);
    keyed('sheets');
    return hash.update('}').hex();
  }
}
