import { gzipSync } from 'node:zlib';
import {
  type BodyResult,
  canonicalText,
  type Fault,
  Faults,
  figureTypesOf,
  hashOf,
  prepareScheme,
  rankBodies,
  readSnapshot,
  type Scheme,
  scoreBodies,
  scoreSheet,
} from '@parindex/core';
import { resultOf } from '@parindex/core/compute-index';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import { finalItems } from '@parindex/core/ranking/final-items';
import { type BodyAt, finalBodies } from '@parindex/core/ranking/final-result';
import type { BodyScore } from '@parindex/core/scoring/score-body';
import { dataOf, exclusionsByBody } from '@parindex/core/snapshot/read';
import type { Snapshot } from '@parindex/core/snapshot/types';
import type { SheetRow } from '../sheets/queries/sheets.ts';
import { sheetOfCells, stagesOf } from '../sheets/sheet.ts';
import { snapshotOf } from './snapshot.ts';

/** What was kept, as the trail tells it. */
export interface KeptHashes {
  readonly snapshotHash: string;
  readonly resultHash: string;
}

/** A round's result as it is kept. */
export interface ComputedResult extends KeptHashes {
  /** The canonical text of the snapshot, compressed. */
  readonly snapshot: Uint8Array;
  /** Of each body, as JSON, what it came to (`FinalBody`) and how its items stand (`FinalItem[]`). */
  readonly bodies: readonly { readonly body: string; readonly result: string; readonly items: string }[];
}

/** What cannot be computed is not final: it is named, and nothing is kept. */
export type Computation = { readonly result: ComputedResult; readonly faults?: never } | { readonly result?: never; readonly faults: readonly Fault[] };

type StoodAt = Omit<BodyScore, 'result'> & { readonly result: Pick<BodyResult, 'id' | 'index' | 'block' | 'class'> & Pick<BodyAt, 'items'> };

/** A body at a stage without the reasons of its points: of thousands they would fill the memory. */
const stoodAt = ({ index, ranked, result: { id, index: shown, block, class: of, items } }: BodyScore): StoodAt => ({
  ...{ index, ranked },
  result: { id, index: shown, block, class: of, items: items.map(({ code, state, points, maximum }) => ({ code, state, points, maximum })) },
});

/** One snapshot of the bodies of both. */
const joined = (one: Snapshot, other: Snapshot): Snapshot => {
  const previous = one.previous ?? other.previous;
  return {
    ...one,
    bodies: [...one.bodies, ...other.bodies],
    exclusions: [...one.exclusions, ...other.exclusions],
    figures: { ...one.figures, ...other.figures },
    sheets: { ...one.sheets, ...other.sheets },
    estimates: { ...one.estimates, ...other.estimates },
    ...(previous ? { previous: { round: previous.round, bodies: { ...one.previous?.bodies, ...other.previous?.bodies } } } : {}),
  };
};

/**
 * Computes a round from its sheets, which come some at a time, in the order of the round: once as they stand, which is final, and as they
 * stood at each stage that one of them has reached.
 */
export function computationOf(round: string, scheme: Scheme): { add(rows: readonly SheetRow[]): void; finish(): Computation } {
  const [prepared, types] = [prepareScheme(scheme), figureTypesOf(scheme)];
  const faults = new Faults();
  const unranked = new Set<string>();
  const reached = new Set<Stage>(['claimed']);
  const items = new Map<string, string>();
  const stood = new Map(STAGES.map((stage): [Stage, StoodAt[]] => [stage, []]));
  const final: BodyScore[] = [];
  let whole: Snapshot | undefined;

  /** Bodies as they stood at a stage on the way: a contradiction that was mended since counts there as not answered, as it did. */
  const scoreAt = (rows: readonly SheetRow[], stage: Stage): BodyScore[] => {
    const { snapshot } = rows.length === 0 ? {} : readSnapshot(snapshotOf(round, scheme, rows, stage), faults);
    if (!snapshot) return [];
    const excluded = exclusionsByBody(snapshot.exclusions);
    return snapshot.bodies.map((body) => scoreSheet(prepared, dataOf(snapshot, body), types, excluded.get(body.id) ?? new Set()));
  };

  return {
    add(rows) {
      const last = new Map(
        rows
          .map((row) => [row.body, stagesOf(sheetOfCells(row.cells, row.parts, row))] as const)
          .map(([body, stages]) => {
            for (const stage of stages) reached.add(stage);
            return [body, STAGES.indexOf(stages.at(-1) as Stage)];
          }),
      );
      const { snapshot } = readSnapshot(snapshotOf(round, scheme, rows), faults);
      const scored = snapshot ? scoreBodies(prepared, snapshot, faults) : [];
      if (!snapshot || !faults.none) return;
      whole = whole ? joined(whole, snapshot) : snapshot;
      final.push(...scored);
      for (const [position, body] of snapshot.bodies.entries()) {
        const { result } = scored[position] as BodyScore;
        items.set(body.id, JSON.stringify(finalItems(prepared, dataOf(snapshot, body), types, result.items)));
        if (!body.ranked) unranked.add(body.id);
      }
      for (const [at, stage] of STAGES.entries()) {
        // Who has come no further stands as in the end.
        const further = scoreAt(
          rows.filter(({ body }) => (last.get(body) ?? 0) > at),
          stage,
        );
        const then = new Map(further.map((score) => [score.result.id, score]));
        stood.get(stage)?.push(...scored.map((score) => stoodAt(then.get(score.result.id) ?? score)));
      }
    },

    finish() {
      if (!whole || !faults.none) return { faults: faults.list };
      const result = resultOf(whole, prepared, final);
      const stages = [...stood].flatMap(([stage, at]) => (reached.has(stage) ? [{ stage, bodies: rankBodies(prepared, at).bodies }] : []));
      const bodies = finalBodies(result.bodies, stages, prepared, unranked);
      return {
        result: {
          ...{ snapshotHash: result.snapshot, resultHash: hashOf(result) },
          snapshot: gzipSync(canonicalText(whole)),
          bodies: [...bodies].map(([body, of]) => ({ body, result: JSON.stringify(of), items: items.get(body) ?? '[]' })),
        },
      };
    },
  };
}
