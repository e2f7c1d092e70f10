import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { fromFraction } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readSnapshot } from '../snapshot/read.ts';
import { compute, type JsonObject, rawOf } from '../testing/documents.ts';
import { roundFromSeed } from '../testing/random-round.ts';
import { domain, item, scheme, snapshot } from '../testing/small-round.ts';
import { isClaim, snapshotIfConfirmed } from './claims.ts';
import type { BodyResult, Result } from './result.ts';

type Entry = { readonly state?: string; readonly answer?: object };
type Sheets = Record<string, Record<string, Entry>>;

/** A made-up round with something else in the place of every claim. */
function changed(round: JsonObject, entryOf: (entry: Entry) => Entry | undefined): JsonObject {
  const copy = structuredClone(round) as JsonObject & { sheets?: Sheets };
  for (const sheet of Object.values(copy.sheets ?? {})) {
    for (const [code, entry] of Object.entries(sheet)) {
      if (entry.state !== 'claimedNotApplicable') continue;
      const put = entryOf(entry);
      if (put) sheet[code] = put;
      else delete sheet[code];
    }
  }
  return copy;
}

describe('what a body claims not to have arisen', () => {
  it('gains it nothing before somebody has confirmed it: never more points, never a smaller maximum than without the claim', () => {
    let claims = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const round = roundFromSeed(seed);
        const { result } = compute(round);
        if (!result) return;
        for (const { points, explanation } of result.bodies.flatMap(({ items }) => items.filter(isClaim))) {
          claims += 1;
          expect([points, explanation.missing]).toEqual(['0/1', []]);
        }
        // Nothing entered, only the answer, refused: whatever the body could have had instead.
        for (const instead of [() => undefined, ({ answer }: Entry) => (answer ? { answer } : {}), (entry: Entry) => ({ ...entry, state: 'notAccepted' })]) {
          const other = new Map(compute(changed(round, instead)).result?.bodies.map((body) => [body.id, body]));
          for (const body of result.bodies) {
            const without = other.get(body.id);
            if (!without) continue;
            expect(exact.compare(fromFraction(body.points), fromFraction(without.points))).toBeLessThanOrEqual(0);
            expect(exact.compare(fromFraction(body.maximum), fromFraction(without.maximum))).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: sized(60, 1_000) },
    );
    expect(claims).toBeGreaterThan(10);
  });

  it('stands in a second reading as if it were confirmed, which is the result of the same snapshot with the word changed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const round = roundFromSeed(seed);
        const { snapshot: read } = readSnapshot(rawOf(round), new Faults());
        if (!read || !compute(round).result) return;
        const confirmed = snapshotIfConfirmed(read);
        const expected = compute(changed(round, (entry) => ({ ...entry, state: 'notApplicable' }))).result as Result;
        if (confirmed) expect(compute(JSON.parse(JSON.stringify(confirmed)) as JsonObject).result).toEqual(expected);
        else expect(compute(round).result).toEqual(expected);
      }),
      { numRuns: sized(40, 500) },
    );
  });

  it('five items without points are left out by a tick: the index stays, and only the second reading shows what it would become', () => {
    const notArisen = { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' };
    const items = Array.from({ length: 10 }, (_, index) => item(`1.${index + 1}`, { whenNotApplicable: 'reduceMaximum', notArisen }));
    const round = (state: string | undefined) =>
      snapshot(scheme({ domains: [domain('1', items)] }), {
        sheets: {
          'minh-hoa-01': Object.fromEntries(
            items.map(({ code }, index) => [
              String(code),
              index < 5 ? { answer: { yes: true } } : { answer: { yes: false }, ...(state ? { state, reason: 'Không phát sinh' } : {}) },
            ]),
          ),
        },
      });
    const indexOf = (state: string | undefined) => {
      const { result, faults } = compute(round(state));
      expect(faults).toEqual([]);
      return result?.bodies[0]?.index?.rounded;
    };
    expect([undefined, 'claimedNotApplicable', 'notApplicable'].map(indexOf)).toEqual(['50.00', '50.00', '100.00']);
    const [body] = (compute(round('claimedNotApplicable')).result as Result).bodies;
    expect(exact.compare(fromFraction((body as BodyResult).maximum), exact.integer(10))).toBe(0);
  });
});
