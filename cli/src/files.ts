import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Fault, type Place, type RawDocument, readJson, readYaml, type SchemeFileReader, Unreadable, unreadableText } from '@parindex/core';
import type { Language } from '@parindex/core/words/language';
import { type InBoth, texts } from '@parindex/core/words/texts';
import type { PlacedFault } from './fault-report.ts';
import { reasonOf } from './system-errors.ts';
import { WrongUse } from './terminal.ts';

const SAYS = texts({
  missing: { vi: (file: string) => `Không tìm thấy: ${file}`, en: (file: string) => `Not found: ${file}` },
  unreadable: { vi: (file: string, why: string) => `Không đọc được ${file}: ${why}`, en: (file: string, why: string) => `Cannot read ${file}: ${why}` },
  nothingIn: { vi: (folder: string) => `Không có bộ tiêu chí nào trong ${folder}`, en: (folder: string) => `No scheme in ${folder}` },
});

export const NOT_UTF8: InBoth = { vi: 'không phải UTF-8', en: 'not UTF-8' };

/** Strict, and with the byte order mark still there: the reader passes over one, and over no second. */
export const UTF8 = { fatal: true, ignoreBOM: true } as const;

/** Ends a verb since a file cannot be read. */
export const cannotRead = (file: string, why: string, language: Language): WrongUse => new WrongUse(SAYS[language].unreadable(file, why));

/** Ends a verb since a file is no JSON or YAML, with the place. */
export const cannotParse = (file: string, error: Unreadable, place: Place | undefined, language: Language): WrongUse =>
  cannotRead(`${file}${place ? `:${place.line}:${place.column}` : ''}`, unreadableText(error, language), language);

/** Reads a file as UTF-8; `WrongUse` where that cannot be. */
export const readText = (file: string, language: Language): string => readWhole(file, language).replace(/^\uFEFF/, '');

function readWhole(file: string, language: Language): string {
  if (!existsSync(file)) throw new WrongUse(SAYS[language].missing(file));
  try {
    return new TextDecoder('utf-8', UTF8).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? NOT_UTF8[language] : reasonOf(error, language);
    throw why === undefined ? error : cannotRead(file, why, language);
  }
}

/** Parses a document by its name's ending: YAML for .yaml and .yml, else JSON. */
export function parseDocument(text: string, file: string, language: Language): RawDocument {
  try {
    return /\.ya?ml$/i.test(file) ? readYaml(text) : readJson(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw cannotParse(file, error, error.place, language);
  }
}

export const readDocument = (file: string, language: Language): RawDocument => parseDocument(readWhole(file, language), file, language);

/** A snapshot file with the scheme file that it may name: finds the place of a fault in either. */
export class SnapshotFiles {
  readonly #name: string;
  readonly #folder: string;
  readonly #language: Language;
  #scheme: { readonly file: string; readonly document: RawDocument } | undefined;

  constructor(name: string, folder: string, language: Language) {
    this.#name = name;
    this.#folder = folder;
    this.#language = language;
  }

  /** Reads the snapshot's `schemeFile`, which stands beside it. */
  readonly readScheme: SchemeFileReader = (name) => {
    const file = path.join(this.#folder, name);
    this.#scheme = { file, document: readDocument(file, this.#language) };
    return this.#scheme.document;
  };

  place(fault: Fault, snapshot: RawDocument): PlacedFault {
    const [part, ...inScheme] = fault.keys;
    if (part === 'scheme' && this.#scheme) return { file: this.#scheme.file, fault, place: this.#scheme.document.locate(inScheme) };
    return { file: this.#name, fault, place: snapshot.locate(fault.keys) };
  }
}

export interface SchemeFiles {
  readonly scheme: string;
  readonly cases: string | undefined;
  /** What is declared for the check before sending. */
  readonly checks: string | undefined;
  /** One for each group of respondents. */
  readonly questionnaires: readonly string[];
}

const withBeside = (scheme: string): SchemeFiles => ({
  scheme,
  cases: beside(scheme, 'cases.yaml'),
  checks: beside(scheme, 'checks.json'),
  questionnaires: questionnairesBeside(scheme),
});

function questionnairesBeside(scheme: string): string[] {
  const folder = beside(scheme, 'questionnaires');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

/** The schemes at a path: a file, a folder with one, or a folder of such folders. */
export function findSchemes(where: string, language: Language): SchemeFiles[] {
  if (!existsSync(where)) throw new WrongUse(SAYS[language].missing(where));
  if (!statSync(where).isDirectory()) {
    return [withBeside(where)];
  }
  const own = ['scheme.yaml', 'scheme.yml', 'scheme.json'].map((name) => path.join(where, name)).find(existsSync);
  if (own) return [withBeside(own)];
  const inside = readdirSync(where, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(where, entry.name))
    .toSorted()
    .flatMap((folder) =>
      ['scheme.yaml', 'scheme.yml', 'scheme.json']
        .map((name) => path.join(folder, name))
        .filter(existsSync)
        .slice(0, 1),
    )
    .map(withBeside);
  if (inside.length === 0) throw new WrongUse(SAYS[language].nothingIn(where));
  return inside;
}

function beside(scheme: string, name: string): string | undefined {
  const file = path.join(path.dirname(scheme), name);
  return existsSync(file) ? file : undefined;
}
