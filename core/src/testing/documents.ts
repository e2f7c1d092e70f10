import { computeIndex } from '../compute-index.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { faultsOfReading, type Raw, type RawDocument } from '../reading/raw.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import type { Result } from '../scoring/result.ts';

/** What a test writes down: anything that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A plain value as it comes out of the reader of JSON files. */
export const rawOf = (value: Json): Raw => readJson(JSON.stringify(value)).value;

/** Faults as "code path", sorted, so that two lists can be compared. */
export const faultTexts = (faults: Faults): string[] => faults.list.map(({ code, path }) => `${code} ${path}`).sort();

export interface Computed {
  readonly result: Result | undefined;
  readonly faults: string[];
}

/** A document read and computed, with the faults of reading. */
export function computeDocument(document: RawDocument): Computed {
  const { result, faults } = computeIndex(document.value, undefined, faultsOfReading(document));
  return { result, faults: faults ? faultTexts(faults) : [] };
}

/** A snapshot written in a test, computed. */
export const compute = (snapshot: Json): Computed => computeDocument(readJson(JSON.stringify(snapshot)));

/** The result of a snapshot that must be sound. */
export function resultOf(snapshot: Json): Result {
  const { result, faults } = compute(snapshot);
  if (!result) throw new Error(`faults where none should be:\n${faults.join('\n')}`);
  return result;
}

/** A scheme written in a test, read alone: its normal form or its faults. */
export function readSchemeOf(scheme: Json): { scheme: Scheme | undefined; faults: string[] } {
  const faults = new Faults();
  return { scheme: readScheme(rawOf(scheme), faults), faults: faultTexts(faults) };
}
