import { createHash } from 'node:crypto';
import {
  type Fault,
  Faults,
  faultsOfReading,
  isObject,
  itemsOfDomains,
  type Language,
  PHRASES,
  type Place,
  type Raw,
  type RawDocument,
  readScheme,
  runCases,
  type Scheme,
  Unreadable,
  unreadableText,
} from '@parindex/core';
import { readDraftText } from '@parindex/core/studio/operations/draft-text';
import { Problem } from '../../http/problems.ts';

/** The two texts that make an edition. */
export interface EditionTexts {
  readonly document: string;
  readonly cases: string;
}

export interface AuthoredFault {
  readonly in: keyof EditionTexts;
  readonly fault: Fault;
  readonly place: Place;
}

/** The result of checking an edition's texts. */
export interface CheckedEdition {
  /** As in the document; undefined if it has no usable id. */
  readonly id: string | undefined;
  readonly title: { readonly vi: string; readonly en?: string } | null;
  /** Only if the document has no faults. */
  readonly scheme: Scheme | undefined;
  readonly faults: readonly AuthoredFault[];
  /** null without a faultless scheme to run them on. */
  readonly cases: { readonly run: number; readonly failed: number; readonly itemsWithoutCase: readonly string[] } | null;
}

/** Reads both texts, or refuses with every place that cannot be read at all. */
function readTexts({ document, cases }: EditionTexts): { document: RawDocument; cases: RawDocument | undefined } {
  const unreadable: { in: keyof EditionTexts; error: Unreadable }[] = [];
  const read = (part: keyof EditionTexts, text: string): RawDocument | undefined => {
    try {
      return readDraftText(text);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push({ in: part, error });
      return undefined;
    }
  };
  const scheme = read('document', document);
  const list = cases.trim() === '' ? undefined : read('cases', cases);
  if (!scheme || unreadable.length > 0) {
    const told = (language: Language) => unreadable.map(({ in: part, error }) => `${part}: ${unreadableText(error, language)}`).join(' ');
    throw new Problem('unreadable', {
      detail: { vi: told('vi'), en: told('en') },
      more: { places: unreadable.map(({ in: part, error }) => ({ in: part, line: error.place?.line ?? 1, column: error.place?.column ?? 1 })) },
    });
  }
  return { document: scheme, cases: list };
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

// Results are cached for the same texts: reading some thousand lines takes time.
const MOST_REMEMBERED = 8;
/** Most faults reported of a text: finding the line of each means going through the text again. */
const MOST_PLACED = 500;
const remembered = new Map<string, CheckedEdition>();

/** Checks a whole edition: its document, and its cases if that has no faults. Throws `unreadable` if a text is not YAML. */
export function checkEdition(texts: EditionTexts): CheckedEdition {
  const key = createHash('sha256').update(texts.document).update('\u0000').update(texts.cases).digest('hex');
  const known = remembered.get(key);
  if (known) return known;
  const { document, cases } = readTexts(texts);
  const [inDocument, inCases] = [faultsOfReading(document), cases ? faultsOfReading(cases) : new Faults()];
  const read = readScheme(document.value, inDocument);
  const scheme = inDocument.none ? read : undefined;
  const checked: CheckedEdition = {
    id: idOf(document.value),
    title: titleOf(document.value),
    scheme,
    cases: scheme ? runAll(scheme, cases, inCases) : null,
    faults: [
      ...inDocument.list.slice(0, MOST_PLACED).map((fault) => ({ in: 'document' as const, fault, place: document.locate(fault.keys) })),
      ...inCases.list.slice(0, MOST_PLACED).map((fault) => ({ in: 'cases' as const, fault, place: (cases as RawDocument).locate(fault.keys) })),
    ],
  };
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, checked);
  return checked;
}

/** Authored faults for a reader, each with line and column. */
export const presentAuthored = (faults: readonly AuthoredFault[], language: Language) =>
  faults.map(({ in: part, fault, place }) => ({
    in: part,
    code: fault.code,
    path: fault.path,
    message: PHRASES[language].fault[fault.code](fault.details),
    line: place.line,
    column: place.column,
  }));
