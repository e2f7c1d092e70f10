import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { fromFraction } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { itemsOfDomains } from '../scheme/types.ts';
import { readSnapshot } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/types.ts';
import { compute, type JsonObject, rawOf } from '../testing/documents.ts';
import { roundFromSeed } from '../testing/random-round.ts';
import { domain, item, scheme, snapshot } from '../testing/small-round.ts';
import { isClaim, isRefused, snapshotIfConfirmed } from './claims.ts';
import type { BodyResult, ItemResult, Result } from './result.ts';

type Entry = { readonly state?: string; readonly answer?: object; readonly whenNothing?: string };
type Sheets = Record<string, Record<string, Entry>>;

/** A made-up round with something else in the place of every claim: those in words, or those by figures too. */
function changed(round: JsonObject, entryOf: (entry: Entry) => Entry | undefined, ofCode: (code: string) => boolean = () => false): JsonObject {
  const copy = structuredClone(round) as JsonObject & { sheets?: Sheets };
  for (const sheet of Object.values(copy.sheets ?? {})) {
    for (const [code, entry] of Object.entries(sheet)) {
      if (entry.state !== 'claimedNotApplicable' && !(entry.whenNothing && entry.state === undefined && ofCode(code))) continue;
      const put = entryOf(entry);
      if (put) sheet[code] = put;
      else delete sheet[code];
    }
  }
  return copy;
}

/** The bodies of a round in which every item's entry says, or does not say, that figures which find nothing are the body's word. */
function marked(read: Snapshot, items: readonly { readonly code: string }[], whenNothing: 'claimed' | undefined): readonly BodyResult[] {
  const sheets = Object.fromEntries(
    read.bodies.map(({ id }) => [id, Object.fromEntries(items.map(({ code }) => [code, { ...read.sheets[id]?.[code], whenNothing }]))]),
  );
  return compute(JSON.parse(JSON.stringify({ ...read, sheets })) as JsonObject).result?.bodies ?? [];
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
        const claimable = new Set(itemsOfDomains(read.scheme.domains).flatMap(({ code, notArisen }) => (notArisen ? [code] : [])));
        const asConfirmed = ({ whenNothing, ...entry }: Entry) => (entry.state ? { ...entry, whenNothing, state: 'notApplicable' } : entry);
        const expected = compute(changed(round, asConfirmed as never, (code) => claimable.has(code))).result as Result;
        if (confirmed) expect(compute(JSON.parse(JSON.stringify(confirmed)) as JsonObject).result).toEqual(expected);
        else expect(compute(round).result).toEqual(expected);
      }),
      { numRuns: sized(40, 500) },
    );
  });

  it('[F17] figures that find nothing leave the whole maximum and no points, as a claim, or refused where the scheme lets nobody claim it', () => {
    const found = { claimed: 0, refused: 0 };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot: read } = readSnapshot(rawOf(roundFromSeed(seed)), new Faults());
        if (!read) return;
        const items = itemsOfDomains(read.scheme.domains);
        const plain = marked(read, items, undefined);
        const claimed = marked(read, items, 'claimed');
        for (const [at, body] of plain.entries())
          for (const [index, { state, explanation }] of body.items.entries()) {
            if (explanation.because !== 'whenNothing' || state !== 'notApplicable') continue;
            const { notArisen, maximum } = items[index] as (typeof items)[number];
            const item = claimed[at]?.items[index] as ItemResult;
            const because = notArisen ? 'claimed' : 'refused';
            expect([item.state, item.points, isClaim(item), isRefused(item)]).toEqual(['notAnswered', '0/1', because === 'claimed', because === 'refused']);
            expect([item.maximum, item.explanation.inputs]).toEqual([exact.toFraction(exact.fromText(maximum)), explanation.inputs]);
            found[because] += 1;
          }
      }),
      { numRuns: sized(60, 1_000) },
    );
    expect(found.claimed).toBeGreaterThan(0);
    expect(found.refused).toBeGreaterThan(0);
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
