import {
  type Fault,
  Faults,
  faultsOfReading,
  isObject,
  itemsOfDomains,
  type Language,
  type Place,
  type Raw,
  type RawDocument,
  readScheme,
  runCases,
  type Scheme,
  Unreadable,
  unreadableText,
} from '@parindex/core';
import { readSchemeForm } from '@parindex/core/scheme/read';
import { valueAt } from '@parindex/core/studio/operations/change';
import { codeOf } from '@parindex/core/studio/operations/places';
import { readDraftText } from '@parindex/core/studio/operations/read-draft-text';
import { faultOfDraft } from '@parindex/core/words/draft-faults';
import { nameOfPlace } from '@parindex/core/words/draft-words';
import { beginning } from '@parindex/core/words/language';
import type { InBoth } from '@parindex/core/words/texts';

/** The two texts that make an edition. */
export interface EditionTexts {
  readonly document: string;
  readonly cases: string;
}

export interface AuthoredFault {
  readonly in: keyof EditionTexts;
  readonly fault: Fault;
  readonly place: Place;
  /** The part in which it is, as it is called, and its code where it is one of the tree. */
  readonly of: InBoth;
  readonly part: string | null;
}

/** The result of checking an edition's texts. */
export interface CheckedEdition {
  /** As in the document; undefined if it has no usable id. */
  readonly id: string | undefined;
  readonly title: { readonly vi: string; readonly en?: string } | null;
  /** Only if the document has no faults. */
  readonly scheme: Scheme | undefined;
  /** Of a document with faults, if its form is whole: it can be compared, and nothing else. */
  readonly form: Scheme | undefined;
  readonly faults: readonly AuthoredFault[];
  /** null without a faultless scheme to run them on. */
  readonly cases: { readonly run: number; readonly failed: number; readonly itemsWithoutCase: readonly string[] } | null;
}

/** Texts that cannot be read at all, with every place and why. */
export interface UnreadableTexts {
  readonly unreadable: InBoth;
  readonly places: readonly { readonly in: keyof EditionTexts; readonly line: number; readonly column: number }[];
}

/** More than any set of criteria holds: the largest known has 20,000 values, its cases as many. */
const MOST_VALUES = 200_000;

function readTexts({ document, cases }: EditionTexts): { document: RawDocument; cases: RawDocument | undefined } | UnreadableTexts {
  const unreadable: { in: keyof EditionTexts; error: Unreadable }[] = [];
  const read = (part: keyof EditionTexts, text: string): RawDocument | undefined => {
    try {
      return readDraftText(text, MOST_VALUES);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push({ in: part, error });
      return undefined;
    }
  };
  const scheme = read('document', document);
  const list = cases.trim() === '' ? undefined : read('cases', cases);
  if (scheme && unreadable.length === 0) return { document: scheme, cases: list };
  const told = (language: Language) => unreadable.map(({ in: part, error }) => `${part}: ${unreadableText(error, language)}`).join(' ');
  return {
    unreadable: { vi: told('vi'), en: told('en') },
    places: unreadable.map(({ in: part, error }) => ({ in: part, line: error.place?.line ?? 1, column: error.place?.column ?? 1 })),
  };
}

const ID = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
const LONGEST_ID = 100;

const idOf = (raw: Raw): string | undefined => {
  const id = isObject(raw) ? raw['id'] : undefined;
  return typeof id === 'string' && id.length <= LONGEST_ID && ID.test(id) ? id : undefined;
};

/** What a document is called, where it can be read. */
export function titleOf(raw: Raw): CheckedEdition['title'] {
  const title = isObject(raw) ? raw['title'] : undefined;
  if (!isObject(title) || typeof title['vi'] !== 'string') return null;
  return { vi: title['vi'], ...(typeof title['en'] === 'string' ? { en: title['en'] } : {}) };
}

function runAll(scheme: Scheme, document: RawDocument | undefined, faults: Faults): NonNullable<CheckedEdition['cases']> {
  const raw = document?.value ?? [];
  const own = new Faults();
  const run = runCases(scheme, raw, own);
  faults.addAll(own);
  const cased = new Set((Array.isArray(raw) ? raw : []).map((entry) => (isObject(entry) ? entry['item'] : undefined)));
  return {
    run,
    failed: new Set(own.list.map(({ keys: [index] }) => index)).size,
    itemsWithoutCase: itemsOfDomains(scheme.domains).flatMap(({ code }) => (cased.has(code) ? [] : [code])),
  };
}

/** Most faults reported of a text: finding the line of each means going through the text again. */
const MOST_PLACED = 500;

function partOf(document: Raw, { keys }: Fault): Pick<AuthoredFault, 'of' | 'part'> {
  const of = { vi: beginning(nameOfPlace(document, keys, 'vi')), en: beginning(nameOfPlace(document, keys, 'en')) };
  const parts = keys[0] === 'domains' ? keys.map((_, at) => valueAt(document, keys.slice(0, at + 1))) : [];
  const codes = parts.flatMap((part) => (part !== undefined && isObject(part) ? (codeOf(part) ?? []) : []));
  return { of, part: codes.at(-1) ?? null };
}

/** Checks a whole edition: its document, and its cases if that has no faults. */
export function checkTexts(texts: EditionTexts): CheckedEdition | UnreadableTexts {
  const raw = readTexts(texts);
  if ('unreadable' in raw) return raw;
  const { document, cases } = raw;
  const [inDocument, inCases] = [faultsOfReading(document), cases ? faultsOfReading(cases) : new Faults()];
  const read = readScheme(document.value, inDocument);
  const scheme = inDocument.none ? read : undefined;
  return {
    id: idOf(document.value),
    title: titleOf(document.value),
    scheme,
    form: scheme ? undefined : readSchemeForm(document.value),
    cases: scheme ? runAll(scheme, cases, inCases) : null,
    faults: [
      ...inDocument.list
        .slice(0, MOST_PLACED)
        .map((fault) => ({ in: 'document' as const, fault, place: document.locate(fault.keys), ...partOf(document.value, fault) })),
      ...inCases.list
        .slice(0, MOST_PLACED)
        .map((fault) => ({ in: 'cases' as const, fault, place: (cases as RawDocument).locate(fault.keys), ...partOf((cases as RawDocument).value, fault) })),
    ],
  };
}

/** Authored faults for a reader, each with line and column. */
export const presentAuthored = (faults: readonly AuthoredFault[], language: Language) =>
  faults.map(({ in: text, fault, place, of, part }) => ({
    in: text,
    code: fault.code,
    path: fault.path,
    message: faultOfDraft(fault, language),
    of: of[language],
    part,
    line: place.line,
    column: place.column,
  }));
