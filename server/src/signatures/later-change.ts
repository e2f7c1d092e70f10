import { setImmediate } from 'node:timers/promises';
import type { PdfBytes } from './pdf-bytes.ts';
import { PdfRevision, samePlace } from './pdf-revision.ts';
import { asArray, asDictionary, asName, asRef, type PdfDictionary, PdfUnreadable, type PdfValue } from './pdf-values.ts';

/** What was added to a file after a signature. */
export type LaterChange =
  | { readonly is: 'nothing' }
  /** Signature dictionaries by object number, and those of them that show something on a page. */
  | { readonly is: 'signatures'; readonly values: ReadonlySet<number>; readonly drawn: ReadonlySet<number> }
  | { readonly is: 'changed' };

const CHANGED: LaterChange = { is: 'changed' };
const MAX_OBJECTS = 300_000;
/** Objects compared in one go before others get their turn. */
const BREATH = 2_000;

/** Entries that an appended revision may change without affecting what is visible. */
const CATALOG_FREE = new Set(['DSS', 'Extensions', 'Metadata']);
const FORM_FREE = new Set(['SigFlags']);
const FORM_NEW = new Set(['DA', 'DR']);
/** What signing puts into a field that waited for it. */
const FIELD_FREE = new Set(['V', 'AP', 'AS', 'M', 'F', 'MK', 'DA', 'Lock']);

/**
 * Whether anything was changed beyond the first `end` bytes of a file, judged conservatively: everything reachable from
 * the catalog must equal the signed revision, except new signature fields, fields that waited for a signature, and
 * validation data (DSS).
 */
export async function laterChange(bytes: PdfBytes, whole: PdfRevision, end: number): Promise<LaterChange> {
  if (isWhite(bytes, end)) return { is: 'nothing' };
  try {
    const signed = new PdfRevision(bytes, end);
    // The newest revision must be built on the signed one, and nothing may follow its end.
    if (!whole.references.sections.includes(signed.references.sections[0] ?? -1) || !endsCleanly(bytes, whole)) return CHANGED;
    const comparison = new Comparison(signed, whole);
    return (await comparison.run()) ? { is: 'signatures', values: comparison.values, drawn: comparison.drawn } : CHANGED;
  } catch (error) {
    if (error instanceof PdfUnreadable) return CHANGED;
    throw error;
  }
}

const MAX_WHITE = 16;

const isWhite = (bytes: PdfBytes, end: number): boolean => bytes.size - end <= MAX_WHITE && /^\s*$/.test(bytes.slice(end, bytes.size).toString('latin1'));

const endsCleanly = (bytes: PdfBytes, { references }: PdfRevision): boolean =>
  /^startxref\s+\d+\s+%%EOF\s*$/.test(bytes.slice(references.end, bytes.size).toString('latin1'));

type Role = 'catalog' | 'form' | 'fields' | 'annotations' | 'plain';

const isFree = (role: Role, key: string, before: PdfValue | undefined): boolean =>
  (role === 'catalog' && CATALOG_FREE.has(key)) || (role === 'form' && (FORM_FREE.has(key) || (FORM_NEW.has(key) && before === undefined)));

function roleWithin(role: Role, key: string, page: boolean): Role {
  if (role === 'catalog' && key === 'AcroForm') return 'form';
  if (role === 'form' && key === 'Fields') return 'fields';
  return page && key === 'Annots' ? 'annotations' : 'plain';
}

interface Pair {
  readonly before: PdfValue;
  readonly after: PdfValue;
  readonly role: Role;
}

class Comparison {
  readonly #before: PdfRevision;
  readonly #after: PdfRevision;
  readonly #open: Pair[] = [];
  readonly #seen = new Set<string>();
  readonly values = new Set<number>();
  readonly drawn = new Set<number>();

  constructor(before: PdfRevision, after: PdfRevision) {
    this.#before = before;
    this.#after = after;
  }

  async run(): Promise<boolean> {
    const [before, after] = [this.#before, this.#after].map(({ references }) => references.trailer.entries.get('Root') ?? null);
    this.#open.push({ before: before ?? null, after: after ?? null, role: 'catalog' });
    for (let count = 1; ; count++) {
      const pair = this.#open.pop();
      if (!pair) return true;
      if (!this.#same(pair)) return false;
      if (count % BREATH === 0) await setImmediate();
    }
  }

  /** Whether the two are equivalent; their contents are queued for comparison. */
  #same({ before, after, role }: Pair): boolean {
    const [from, to] = [asRef(before), asRef(after)];
    if (from && to) return from.number === to.number && from.generation === to.generation && this.#sameObject(to.number, role);
    // A list, a form or a dictionary may have moved into an object of its own, or out of it.
    if ((from || to) && role === 'plain') return false;
    return this.#sameValue(this.#before.resolve(before), this.#after.resolve(after), role);
  }

  #sameObject(number: number, role: Role): boolean {
    const key = `${number} ${role}`;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    if (this.#seen.size > MAX_OBJECTS) return false;
    const after = this.#after.object(number);
    if (samePlace(this.#before, this.#after, number)) return this.#sameValue(after, after, role);
    const before = this.#before.object(number);
    // A stream written anew may hold anything.
    if ([before, after].some((value) => value !== null && typeof value === 'object' && value.is === 'stream')) return false;
    return this.#sameValue(before, after, role);
  }

  #sameValue(before: PdfValue, after: PdfValue, role: Role): boolean {
    const [from, to] = [asDictionary(before), asDictionary(after)];
    if (from && to) return this.#sameDictionary(from, to, role);
    const [list, longer] = [asArray(before), asArray(after)];
    if (role === 'fields' || role === 'annotations') return this.#sameButSignatures(list ?? (before === null ? [] : undefined), longer);
    if (role === 'form' && before === null && to) return this.#sameDictionary({ is: 'dictionary', entries: new Map(), end: 0 }, to, role);
    if (list && longer) return list.length === longer.length && list.every((item, i) => this.#later(item, longer[i] ?? null, 'plain'));
    return sameScalar(before, after);
  }

  #later(before: PdfValue, after: PdfValue, role: Role): true {
    this.#open.push({ before, after, role });
    return true;
  }

  #sameDictionary(before: PdfDictionary, after: PdfDictionary, role: Role): boolean {
    const waiting = this.#waitedForSignature(before, after);
    const page = asName(before.entries.get('Type')) === 'Page';
    for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
      const [from, to] = [before.entries.get(key), after.entries.get(key)];
      if (isFree(role, key, from) || (waiting && FIELD_FREE.has(key))) continue;
      const inner = roleWithin(role, key, page);
      if (inner === 'plain' && (from === undefined) !== (to === undefined)) return false;
      this.#later(from ?? null, to ?? null, inner);
    }
    return !waiting || this.#noteSigned(after);
  }

  /** Whether this field was empty in the signed revision and carries a signature now. */
  #waitedForSignature(before: PdfDictionary, after: PdfDictionary): boolean {
    const isSignature = asName(this.#before.resolve(before.entries.get('FT'))) === 'Sig' && asName(this.#after.resolve(after.entries.get('FT'))) === 'Sig';
    return isSignature && before !== after && !before.entries.has('V') && after.entries.has('V') && !hasActions(after);
  }

  /** A list with all its old members in order, and otherwise only new signature fields. */
  #sameButSignatures(before: readonly PdfValue[] | undefined, after: readonly PdfValue[] | undefined): boolean {
    if (!before || !after) return false;
    let next = 0;
    for (const item of after) {
      const [was, is] = [asRef(before[next]), asRef(item)];
      if (next < before.length && ((was && is && was.number === is.number) || (!was && !is))) {
        this.#later(before[next++] ?? null, item, 'plain');
      } else if (!is || !this.#isNewSignatureField(is.number)) return false;
    }
    return next === before.length;
  }

  #isNewSignatureField(number: number): boolean {
    if (this.#before.object(number) !== null) return false;
    const field = this.#after.object(number);
    if (field === null || typeof field !== 'object' || field.is !== 'dictionary') return false;
    const { entries } = field;
    const [type, subtype] = ['FT', 'Subtype'].map((key) => asName(this.#after.resolve(entries.get(key))));
    // Other annotations would be drawn by their own rules.
    if (type !== 'Sig' || (subtype !== undefined && subtype !== 'Widget') || entries.has('Kids') || hasActions(field)) return false;
    return this.#noteSigned(field);
  }

  /** Remembers which signature a field carries and whether it is seen; an empty field must not be. */
  #noteSigned(field: PdfDictionary): boolean {
    const value = asRef(field.entries.get('V'))?.number;
    const seen = this.#isSeen(field);
    if (value === undefined) return !seen && !field.entries.has('V');
    // A signature that existed before is the old one shown elsewhere.
    if (this.#before.object(value) !== null) return false;
    this.values.add(value);
    if (seen) this.drawn.add(value);
    return true;
  }

  #isSeen({ entries }: PdfDictionary): boolean {
    if (!entries.has('AP') && !entries.has('MK')) return false;
    const [x1, y1, x2, y2] = (asArray(this.#after.resolve(entries.get('Rect'))) ?? []).map((item) => this.#after.resolve(item));
    return !(typeof x1 === 'number' && typeof y1 === 'number' && (x1 === x2 || y1 === y2));
  }
}

const hasActions = ({ entries }: PdfDictionary): boolean => entries.has('A') || entries.has('AA');

function sameScalar(before: PdfValue, after: PdfValue): boolean {
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object') return before === after;
  if (before.is === 'name' && after.is === 'name') return before.name === after.name;
  return before.is === 'string' && after.is === 'string' && before.bytes.equals(after.bytes);
}
