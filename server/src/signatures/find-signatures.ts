import type { SignatureCode } from '@parindex/core/evidence/signature-codes';
import type { PdfBytes } from './pdf-bytes.ts';
import { PdfRevision } from './pdf-revision.ts';
import { dateOf, textOf } from './pdf-texts.ts';
import { asArray, asDictionary, asName, asRef, asString, type PdfDictionary, type PdfString, PdfUnreadable, type PdfValue } from './pdf-values.ts';

/** The signed bytes: from 0 to `gapStart`, and from `gapEnd` to `end`; between them Contents alone. */
export interface SignedRange {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
}

/** A signature dictionary that stands as the value of a signature field. */
export interface FoundSignature {
  readonly field: string | null;
  /** The object number of the dictionary; null where it stands in its field. */
  readonly object: number | null;
  readonly subFilter: string | null;
  /** Null where what ByteRange says is not sane. */
  readonly range: SignedRange | null;
  /** CMS, with the zeros that fill it up. */
  readonly contents: Buffer | null;
  /** As the signer wrote it into the dictionary. */
  readonly claimedAt: Date | null;
  readonly name: string | null;
  readonly reason: string | null;
  readonly location: string | null;
  /** That the signer allowed no later change at all (DocMDP with P 1). */
  readonly forbidsChanges: boolean;
}

/** What a file shows: its signatures in the order of what they cover, or how many there seem to be and why none can be read. */
export type SignaturesOfFile =
  | { readonly revision: PdfRevision; readonly signatures: readonly FoundSignature[]; readonly left: number }
  | { readonly unreadable: Extract<SignatureCode, 'structureUnreadable' | 'documentEncrypted'>; readonly seen: number };

/** Each signature has the file hashed; a report carries two or three. */
const MAX_SIGNATURES = 32;
const MAX_FIELDS = 20_000;
const MAX_DEPTH = 50;
const MAX_CONTENTS = 16 * 1_048_576;

/** Finds signatures by the form's fields; where the file's structure cannot be followed, by looking for "/ByteRange" alone. */
export function findSignatures(bytes: PdfBytes): SignaturesOfFile {
  try {
    const revision = new PdfRevision(bytes);
    if (revision.encrypted) return { unreadable: 'documentEncrypted', seen: countByteRanges(bytes) };
    const found = signatureFields(revision).map((field) => readSignature(revision, field, bytes.size));
    const signatures = found.toSorted((a, b) => (a.range?.end ?? 0) - (b.range?.end ?? 0)).slice(0, MAX_SIGNATURES);
    return { revision, signatures, left: found.length - signatures.length };
  } catch (error) {
    if (!(error instanceof PdfUnreadable)) throw error;
    return { unreadable: 'structureUnreadable', seen: countByteRanges(bytes) };
  }
}

interface SignatureField {
  readonly name: string | null;
  readonly object: number | null;
  readonly dictionary: PdfDictionary;
}

interface Inherited {
  readonly name: string | null;
  readonly type: PdfValue;
  readonly value: PdfValue;
}

function signatureFields(revision: PdfRevision): SignatureField[] {
  const form = asDictionary(revision.resolve(revision.catalog.entries.get('AcroForm')));
  const fields: SignatureField[] = [];
  const values = new Set<number>();
  const seen = new Set<number>();
  const walk = (value: PdfValue, inherited: Inherited, depth: number): void => {
    const ref = asRef(value);
    if (depth > MAX_DEPTH || (ref && seen.has(ref.number))) return;
    if (ref) seen.add(ref.number);
    if (seen.size > MAX_FIELDS) throw new PdfUnreadable('too many fields');
    const field = asDictionary(revision.resolve(value));
    if (!field) return;
    const own = inheritedBy(revision, field, inherited);
    const kids = asArray(revision.resolve(field.entries.get('Kids')));
    for (const kid of kids ?? []) walk(kid, own, depth + 1);
    const object = asRef(own.value)?.number ?? null;
    const dictionary = asDictionary(revision.resolve(own.value));
    if (asName(own.type) !== 'Sig' || !dictionary || (object !== null && values.has(object))) return;
    if (object !== null) values.add(object);
    fields.push({ name: own.name, object, dictionary });
  };
  for (const field of asArray(revision.resolve(form?.entries.get('Fields'))) ?? []) walk(field, { name: null, type: null, value: null }, 0);
  return fields;
}

function inheritedBy(revision: PdfRevision, { entries }: PdfDictionary, above: Inherited): Inherited {
  const partial = textOf(asString(revision.resolve(entries.get('T'))));
  const name = above.name === null || partial === null ? (partial ?? above.name) : `${above.name}.${partial}`;
  return { name, type: entries.has('FT') ? revision.resolve(entries.get('FT')) : above.type, value: entries.get('V') ?? above.value };
}

function readSignature(revision: PdfRevision, { name: field, object, dictionary }: SignatureField, size: number): FoundSignature {
  const get = (key: string): PdfValue => revision.resolve(dictionary.entries.get(key));
  // Contents must stand in the dictionary itself: a reference would let it stand elsewhere than in the gap.
  const contents = object === null || revision.place(object).in === 'file' ? asString(dictionary.entries.get('Contents')) : undefined;
  return {
    field,
    object,
    subFilter: asName(get('SubFilter')) ?? null,
    range: contents ? saneRange(asArray(get('ByteRange')), contents, dictionary.end, size) : null,
    contents: contents && contents.bytes.length <= MAX_CONTENTS ? contents.bytes : null,
    claimedAt: dateOf(asString(get('M'))),
    name: textOf(asString(get('Name'))),
    reason: textOf(asString(get('Reason'))),
    location: textOf(asString(get('Location'))),
    forbidsChanges: forbidsChanges(revision, asArray(get('Reference'))),
  };
}

/**
 * Two ranges from the first byte on, and between them nothing but Contents where this dictionary has it, brackets and all;
 * else bytes could be slipped in beside the signature, or the signature of another revision passed off as this one's.
 */
function saneRange(numbers: readonly PdfValue[] | undefined, contents: PdfString, dictionaryEnd: number, size: number): SignedRange | null {
  if (numbers?.length !== 4 || !contents.hex) return null;
  if (!numbers.every((number): number is number => typeof number === 'number' && Number.isSafeInteger(number) && number >= 0)) return null;
  const [start = -1, gapStart = 0, gapEnd = 0, length = 0] = numbers;
  const end = gapEnd + length;
  const sane = start === 0 && gapStart === contents.start && gapEnd === contents.end && dictionaryEnd <= end && end <= size;
  return sane ? { gapStart, gapEnd, end } : null;
}

function forbidsChanges(revision: PdfRevision, references: readonly PdfValue[] | undefined): boolean {
  return (references ?? []).some((reference) => {
    const entries = asDictionary(revision.resolve(reference))?.entries;
    const parameters = asDictionary(revision.resolve(entries?.get('TransformParams')));
    return asName(revision.resolve(entries?.get('TransformMethod'))) === 'DocMDP' && revision.resolve(parameters?.entries.get('P')) === 1;
  });
}

const CHUNK = 4 * 1_048_576;
const MARK = '/ByteRange';

/** How often "/ByteRange" with its bracket stands in the bytes, up to the number of signatures that are told. */
function countByteRanges(bytes: PdfBytes): number {
  let count = 0;
  for (let start = 0; start < bytes.size && count < MAX_SIGNATURES; start += CHUNK) {
    const chunk = bytes.slice(start, start + CHUNK + MARK.length - 1);
    for (let at = chunk.indexOf(MARK); at >= 0 && count < MAX_SIGNATURES; at = chunk.indexOf(MARK, at + 1)) {
      if (/^\s*\[/.test(bytes.slice(start + at + MARK.length, start + at + MARK.length + 8).toString('latin1'))) count++;
    }
  }
  return count;
}
