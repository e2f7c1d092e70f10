import { Faults } from '../reading/faults.ts';
import { canonicalText, Hash } from '../reading/normal-form.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { isObject, type Raw } from '../reading/raw.ts';
import { type Draft, type Shape, text } from '../reading/shape.ts';
import { checkEstimates, checkFigures, checkPrevious, checkSheet } from './check-body.ts';
import { checkBody, checkExclusionBodies, checkKeys, exclusionsByBody, type Head, readHead, type SchemeFileReader } from './read.ts';
import { type BodyShapes, bodyShape, bodyShapes } from './shape.ts';
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

/** Where a key of a body's line stands in the document that the lines make. */
export function keysInDocument(keysInLine: readonly (string | number)[], body: string, index: number): (string | number)[] {
  const [part, ...rest] = keysInLine;
  if (part === 'body') return ['bodies', index, ...rest];
  if (part === 'sheet') return ['sheets', body, ...rest];
  return part === 'previous' ? ['previous', 'bodies', body, ...rest] : [part ?? '', body, ...rest];
}

/** The way back: where a place of the document stands in its body's line. */
export function keysInLine(keysInDocument: readonly (string | number)[]): (string | number)[] {
  const [part, ...rest] = keysInDocument;
  if (part === 'bodies') return ['body', ...rest.slice(1)];
  if (part === 'sheets') return ['sheet', ...rest.slice(1)];
  return part === 'previous' ? ['previous', ...rest.slice(2)] : [part ?? '', ...rest.slice(1)];
}

const HEAD_KEYS = ['format', 'scheme', 'schemeFile', 'round', 'exclusions', 'previous'];
const LINE_KEYS = ['body', 'figures', 'sheet', 'estimates', 'previous'];

/** Reads a round body by body, so that memory does not grow with the number of bodies. */
export class SnapshotLines {
  readonly faults = new Faults();
  readonly head: Head;
  readonly #store: PartStore;
  readonly #previousRound: string | undefined;
  readonly #ids = new Set<string>();
  readonly #codes = new Set<string>();
  readonly #hash = new Hash().update('{"bodies":[');
  #count = 0;
  readonly #shapes: BodyShapes | undefined;

  constructor(head: Raw, store: PartStore, schemeFile?: SchemeFileReader) {
    this.#store = store;
    const object = isObject(head) ? head : {};
    if (!isObject(head)) this.faults.add('wrongType', ROOT, { expected: 'object' });
    this.head = readHead(object, SNAPSHOT_LINES_FORMAT, this.faults, schemeFile);
    if (this.head.known) checkKeys(object, HEAD_KEYS, this.faults);
    this.#shapes = this.head.known && bodyShapes(this.head.known);
    this.#previousRound = this.#readPreviousRound(object['previous']);
  }

  #readPreviousRound(raw: Raw | undefined): string | undefined {
    if (raw === undefined || raw === null) return undefined;
    const path = at(ROOT, 'previous');
    if (!isObject(raw)) {
      this.faults.add('wrongType', path, { expected: 'object' });
      return undefined;
    }
    for (const key in raw) if (key !== 'round' && raw[key] !== null) this.faults.add('unknownKey', at(path, key), { key });
    const round = raw['round'];
    if (round === undefined || round === null) {
      this.faults.add('missingKey', at(path, 'round'), { key: 'round' });
      return undefined;
    }
    return text.read(round, at(path, 'round'), this.faults);
  }

  /** Items excluded, by body. */
  get exclusions(): Map<string, Set<string>> {
    return exclusionsByBody(this.head.exclusions);
  }

  /** Reads the next body's line; undefined where it has faults of its own, which stand in `faults`. */
  add(line: Raw): { data: BodyData | undefined; faults: Faults } {
    const own = new Faults();
    const data = this.#read(line, own);
    this.#count++;
    this.faults.addAll(own);
    return { data: own.none ? data : undefined, faults: own };
  }

  #read(line: Raw, own: Faults): BodyData | undefined {
    const bodyPath = at(ROOT, 'bodies', this.#count);
    if (!isObject(line)) {
      own.add('wrongType', bodyPath, { expected: 'object' });
      return undefined;
    }
    for (const key in line) if (!LINE_KEYS.includes(key) && line[key] !== null) own.add('unknownKey', at(bodyPath, key), { key });
    const rawBody = line['body'];
    if (rawBody === undefined || rawBody === null) {
      own.add('missingKey', bodyPath, { key: 'body' });
      return undefined;
    }
    const body = bodyShape.read(rawBody, bodyPath, own) as Body | undefined;
    if (!body) return undefined;
    this.#unique(this.#ids, body.id, at(bodyPath, 'id'), own);
    this.#unique(this.#codes, body.code ?? undefined, at(bodyPath, 'code'), own);
    const { known } = this.head;
    const shapes = this.#shapes;
    if (!known || !shapes || body.id === undefined) return undefined;
    checkBody(body as Draft<Body>, this.#count, known, own);

    const part = <T>(key: string, path: Path, shape: Shape<T>, check: (value: Draft<T>) => void): T | undefined => {
      const raw = line[key];
      if (raw === undefined || raw === null) return undefined;
      const value = shape.read(raw, path, own);
      if (value !== undefined) check(value);
      return value as T | undefined;
    };
    const previousPath = at(ROOT, 'previous', 'bodies', body.id);
    if (line['previous'] && this.#previousRound === undefined) this.faults.add('missingKey', at(ROOT, 'previous', 'round'), { key: 'round' });
    const data: BodyData = {
      body,
      figures: part('figures', at(ROOT, 'figures', body.id), shapes.figures, (value) => checkFigures(value as never, at(ROOT, 'figures', body.id), known, own)),
      sheet: part('sheet', at(ROOT, 'sheets', body.id), shapes.sheet, (value) => checkSheet(value as never, at(ROOT, 'sheets', body.id), known, own)),
      estimates: part('estimates', at(ROOT, 'estimates', body.id), shapes.estimates, (value) =>
        checkEstimates(value as never, at(ROOT, 'estimates', body.id), known, own),
      ),
      previous: part('previous', previousPath, shapes.previous, (value) => checkPrevious(value as never, previousPath, known, own)),
    };
    this.#hash.update(`${this.#count > 0 ? ',' : ''}${canonicalText(body)}`);
    const { figures, sheet, estimates, previous } = data;
    for (const [name, value] of [
      ['figures', figures],
      ['sheets', sheet],
      ['estimates', estimates],
      ['previous', previous],
    ] as const) {
      if (value) this.#store.put(name, copyOf(body.id), canonicalText(value));
    }
    return data;
  }

  #unique(seen: Set<string>, id: string | undefined, path: Path, own: Faults): void {
    if (id === undefined) return;
    if (seen.has(id)) own.add('duplicateId', path, { found: id });
    seen.add(copyOf(id));
  }

  /** After the last line: what can only be judged when all bodies are known. */
  end(): void {
    checkExclusionBodies(this.head.exclusions, this.#ids, this.faults);
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
    if (this.#previousRound !== undefined) {
      hash.update(',"previous":{"bodies":');
      keyed('previous');
      hash.update(`,"round":${JSON.stringify(this.#previousRound)}}`);
    }
    hash.update(`,"round":${canonicalText(round)},"scheme":${canonicalText(scheme)},"sheets":`);
    keyed('sheets');
    return hash.update('}').hex();
  }
}
