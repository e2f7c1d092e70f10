import { rank } from './ranking/rank.ts';
import { summarise } from './ranking/summary.ts';
import { Faults } from './reading/faults.ts';
import { hashOf } from './reading/normal-form.ts';
import type { Raw } from './reading/raw.ts';
import type { Scheme } from './scheme/types.ts';
import { figureTypesOf } from './scoring/body-inputs.ts';
import { type PreparedScheme, prepareScheme } from './scoring/prepared.ts';
import { type BodyResult, RESULT_FORMAT, type Result } from './scoring/result.ts';
import { type BodyScore, scoreBody } from './scoring/score-body.ts';
import { bodiesWithFaults, dataOf, exclusionsByBody, readSnapshot, type SchemeFileReader } from './snapshot/read.ts';
import type { Snapshot } from './snapshot/types.ts';

const NOTHING_EXCLUDED: ReadonlySet<string> = new Set();

/** Scores all bodies without faults of their own; computing faults are added to `faults`. */
export function scoreBodies(prepared: PreparedScheme, snapshot: Snapshot, faults: Faults): BodyScore[] {
  const types = figureTypesOf(prepared.scheme);
  const excluded = exclusionsByBody(snapshot.exclusions);
  const faulty = bodiesWithFaults(snapshot, faults);
  const scores: BodyScore[] = [];
  for (const [position, body] of snapshot.bodies.entries()) {
    if (!body?.id || faulty.has(position) || faulty.has(body.id)) continue;
    const score = scoreBody(prepared, dataOf(snapshot, body), types, excluded.get(body.id) ?? NOTHING_EXCLUDED, faults);
    if (score) scores.push(score);
  }
  return scores;
}

/** Ranks and summary over scored bodies: the result without its head. */
export function rankBodies<B extends Pick<BodyResult, 'block' | 'class'>>(
  prepared: PreparedScheme,
  scores: readonly (Omit<BodyScore, 'result'> & { readonly result: B })[],
): { bodies: (B & Pick<BodyResult, 'rank'>)[]; summary: Result['summary'] } {
  const standings = scores.map(({ index, ranked, result }) => ({ index, ranked, block: result.block, class: result.class }));
  const ranks = rank(standings, prepared);
  return {
    bodies: scores.map(({ result }, position) => ({ ...result, rank: ranks[position] ?? null })),
    summary: summarise(standings, prepared),
  };
}

/** The result of a valid snapshot in normal form (contract §4–6), exact, ranked and explained. */
export function resultOf(snapshot: Snapshot, prepared: PreparedScheme, scores: readonly BodyScore[]): Result {
  const { id, year } = snapshot.round;
  return {
    format: RESULT_FORMAT,
    scheme: { id: snapshot.scheme.id, hash: hashOf(snapshot.scheme) },
    snapshot: hashOf(snapshot),
    round: { id, year: Number(year) },
    ...rankBodies(prepared, scores),
  };
}

export type Computed = { readonly result: Result; readonly scheme: Scheme; readonly faults?: never } | { readonly result?: never; readonly faults: Faults };

/**
 * From a snapshot to its result, with the scheme it was judged by: everything that decides a number, as one pure
 * function. Faults are values; with any fault nothing is computed, and one call reports all of them. `found` are those
 * from reading the text.
 */
export function computeIndex(raw: Raw, schemeFile?: SchemeFileReader, found = new Faults()): Computed {
  // A check that is left out beside a fault at its place does not see those of reading: what was written twice can be absent all the same.
  const own = new Faults();
  const { snapshot } = readSnapshot(raw, own, schemeFile);
  const faults = new Faults();
  faults.addAll(found);
  faults.addAll(own);
  if (!snapshot) return { faults };
  const prepared = prepareScheme(snapshot.scheme);
  const scores = scoreBodies(prepared, snapshot, faults);
  return faults.none ? { result: resultOf(snapshot, prepared, scores), scheme: snapshot.scheme } : { faults };
}
