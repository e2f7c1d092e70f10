import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { fromFraction, type Rational } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { canonicalText, hashOf } from '../reading/normal-form.ts';
import { Unreadable } from '../reading/raw.ts';
import { readYaml } from '../reading/yaml.ts';
import { BECAUSE } from '../rules/inputs.ts';
import { RULE_KINDS } from '../rules/registry.ts';
import { readScheme } from '../scheme/read.ts';
import { readSnapshot } from '../snapshot/read.ts';
import { compute, computeDocument, type Json, type JsonObject, rawOf } from '../testing/documents.ts';
import { Random } from '../testing/random.ts';
import { textOf } from '../testing/random-document.ts';
import { randomSnapshot, roundFromSeed } from '../testing/random-round.ts';
import { spoil } from '../testing/spoil.ts';
import { type BodyResult, ITEM_STATES, REASONS_WITHOUT_INDEX, type Result } from './result.ts';

const RUNS = { numRuns: sized(40, 1_000) };
/** So many made-up rounds have everything in them. */
const COVERING = sized(150, 400);

interface MadeRound {
  readonly snapshot: JsonObject;
  readonly result: Result | undefined;
  readonly faults: readonly string[];
}

/** All properties are asked of the same seeds: each round is made and computed once. As many are kept as `npm test` asks for. */
const made = new Map<number, MadeRound>();

function madeRound(seed: number): MadeRound {
  const known = made.get(seed);
  if (known) return known;
  const snapshot = roundFromSeed(seed);
  const round = { snapshot, ...compute(snapshot) };
  if (made.size < 400) made.set(seed, round);
  return round;
}

/** A property of all rounds that have a result. */
const always = (holds: (result: Result, snapshot: JsonObject) => void, runs = RUNS) =>
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { snapshot, result } = madeRound(seed);
      if (result) holds(result, snapshot);
    }),
    runs,
  );

const sumOf = (parts: readonly { points: string; maximum: string }[], key: 'points' | 'maximum'): string =>
  exact.toFraction(exact.sum(parts.map((part) => fromFraction(part[key]))));
const copy = (snapshot: JsonObject): JsonObject => JSON.parse(JSON.stringify(snapshot)) as JsonObject;
const schemeOf = (snapshot: JsonObject) =>
  snapshot['scheme'] as JsonObject & { domains: (JsonObject & { group?: string; criteria: (JsonObject & { subCriteria?: JsonObject[] })[] })[] };
const groupsOf = (snapshot: JsonObject) => (schemeOf(snapshot)['groups'] ?? [{ id: 'regular', kind: 'regular' }]) as { id: string; kind: string }[];
const settings = (snapshot: JsonObject, part: string) => (schemeOf(snapshot)[part] ?? {}) as JsonObject;

/** A result without what hangs on the document as a whole. */
const byBody = ({ bodies }: Result) => new Map(bodies.map((body) => [body.id, body]));
const inOrder = <T extends { code: string }>(parts: readonly T[]) => [...parts].sort((a, b) => (a.code < b.code ? -1 : 1));
const unordered = (body: BodyResult) => ({
  ...body,
  items: inOrder(body.items),
  domains: inOrder(body.domains).map((domain) => ({ ...domain, criteria: inOrder(domain.criteria) })),
});

describe('[F104] random rounds', () => {
  it('a seed makes the same round again; as plain JSON it says the same as the text with its numbers as written', () => {
    for (let seed = 0; seed < sized(15, 50); seed++) {
      const [snapshot, text] = [roundFromSeed(seed), textOf(randomSnapshot(new Random(seed)))];
      expect(JSON.stringify(roundFromSeed(seed))).toBe(JSON.stringify(snapshot));
      expect(copy(snapshot)).toEqual(snapshot);
      expect(compute(snapshot)).toEqual(computeDocument(readJson(text)));
    }
  });

  it('cover every rule kind, state and reason, and are mostly sound', () => {
    const seen = new Set<string>();
    let sound = 0;
    for (let seed = 0; seed < COVERING; seed++) {
      const { result } = compute(roundFromSeed(seed));
      if (result) sound++;
      for (const body of result?.bodies ?? []) {
        seen.add(`reason ${body.reason}`);
        for (const { state, explanation } of body.items) {
          for (const word of [
            `kind ${explanation.rule}`,
            `state ${state}`,
            `because ${explanation.because}`,
            `capped ${explanation.capped}`,
            `condition ${explanation.condition !== null}`,
            `band ${typeof explanation.band}`,
          ])
            seen.add(word);
          if (explanation.rule === 'branch') seen.add(`case ${explanation.case}`);
        }
      }
    }
    const wanted = [
      ...RULE_KINDS.map((kind) => `kind ${kind}`),
      ...ITEM_STATES.map((state) => `state ${state}`),
      ...[...BECAUSE, null].map((because) => `because ${because}`),
      ...[...REASONS_WITHOUT_INDEX, null].map((reason) => `reason ${reason}`),
      ...['capped true', 'condition true', 'band number', 'band string', 'case 0', 'case 1', 'case otherwise', 'case null'],
    ];
    expect([...seen]).toEqual(expect.arrayContaining(wanted));
    expect(sound).toBeGreaterThan(0.85 * COVERING);
  });

  /** A spoilt text may be no JSON at all: then it is told so, and nothing else happens. */
  const readable = (text: string) => {
    try {
      return readJson(text);
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  };

  it('whatever stands in the document, there is a result or there are faults, and never a crash', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const snapshot = randomSnapshot(random);
        spoil(random, snapshot);
        const document = readable(textOf(snapshot));
        if (!document) return;
        const { result, faults } = computeDocument(document);
        expect(result === undefined).toBe(faults.length > 0);
        expect(new Set(faults).size).toBe(faults.length);
      }),
      { numRuns: sized(80, 2_000) },
    );
  });
});

describe('[F69] adding up', () => {
  it('parents are the sum of their children, sources and domains the sum of their items', () => {
    always((result, snapshot) => {
      const kinds = new Map(groupsOf(snapshot).map(({ id, kind }) => [id, kind]));
      const regular = schemeOf(snapshot).domains.map(({ group }) => group === undefined || kinds.get(group) === 'regular');
      for (const body of result.bodies) {
        for (const part of ['points', 'maximum'] as const) {
          for (const domain of body.domains) expect(domain[part]).toBe(sumOf(domain.criteria, part));
          const domains = body.domains.filter((_, index) => regular[index]);
          expect(body[part]).toBe(sumOf(domains, part));
          expect(body[part]).toBe(sumOf(Object.values(body.sources), part));
          expect(sumOf(body.items, part)).toBe(sumOf(body.domains, part));
        }
        schemeOf(snapshot).domains.forEach((domain, d) =>
          domain.criteria.forEach((criterion, c) => {
            const codes = new Set((criterion.subCriteria ?? [criterion]).map(({ code }) => code));
            const items = body.items.filter(({ code }) => codes.has(code));
            const found = body.domains[d]?.criteria[c];
            expect([found?.points, found?.maximum]).toEqual([sumOf(items, 'points'), sumOf(items, 'maximum')]);
          }),
        );
      }
    });
  });

  it('the total is what the settings say of its parts, and the index is its share of the denominator', () => {
    always((result, snapshot) => {
      const { scheme } = readSnapshot(rawOf(snapshot), new Faults());
      if (!scheme) throw new Error('no scheme');
      const maximum = exact.fromText(scheme.groups.find(({ kind }) => kind === 'regular')?.maximum ?? '0');
      expect(exact.compare(maximum, exact.zero)).toBeGreaterThan(0);
      for (const { points, maximum: applicable, bonus, penalty, total, index, reason } of result.bodies) {
        expect(total === null).toBe(reason !== null);
        if (total === null || index === null) continue;
        const scaled =
          scheme.total.whenMaximumShrinks === 'keep'
            ? fromFraction(points)
            : exact.divide(exact.multiply(fromFraction(points), maximum), fromFraction(applicable));
        let expected: Rational = exact.sum([scaled, fromFraction(bonus), fromFraction(penalty)]);
        if (scheme.total.clamp)
          expected = exact.least(exact.greatest(expected, exact.fromText(scheme.total.clamp.min)), exact.fromText(scheme.total.clamp.max));
        expect(total).toBe(exact.toFraction(expected));
        expect(index.exact).toBe(exact.toFraction(exact.divide(exact.multiply(expected, exact.hundred), exact.fromText(scheme.total.denominator))));
      }
    });
  });

  it('[F13] bonus is never over its caps nor under 0, penalties never over 0', () => {
    always((result, snapshot) => {
      const caps = groupsOf(snapshot).filter(({ kind }) => kind === 'bonus') as unknown as { cap?: Json }[];
      const limit = caps.every(({ cap }) => cap !== undefined) ? exact.sum(caps.map(({ cap }) => exact.fromText(String(cap)))) : undefined;
      for (const { bonus, penalty } of result.bodies) {
        expect(exact.isNegative(fromFraction(bonus))).toBe(false);
        if (limit) expect(exact.compare(fromFraction(bonus), limit)).toBeLessThanOrEqual(0);
        expect(exact.compare(fromFraction(penalty), exact.zero)).toBeLessThanOrEqual(0);
      }
    });
  });

  it('an index that nothing adjusts lies within 0 and 100', () => {
    always(
      (result, snapshot) => {
        const adjusted =
          groupsOf(snapshot).length > 1 || settings(snapshot, 'total')['denominator'] !== undefined || settings(snapshot, 'total')['clamp'] !== undefined;
        for (const { index, domains } of result.bodies) {
          for (const part of adjusted ? domains : [{ index }, ...domains]) {
            if (!part.index) continue;
            const value = fromFraction(part.index.exact);
            expect(exact.compare(value, exact.zero)).toBeGreaterThanOrEqual(0);
            expect(exact.compare(value, exact.hundred)).toBeLessThanOrEqual(0);
          }
        }
      },
      { numRuns: sized(80, 2_000) },
    );
  });

  it('points lie within their bounds, and only what was cut is marked', () => {
    always((result) => {
      for (const { state, points, maximum, explanation } of result.bodies.flatMap(({ items }) => items)) {
        expect(exact.compare(fromFraction(points), fromFraction(maximum))).toBeLessThanOrEqual(0);
        if (state === 'notAnswered' || state === 'notAccepted') expect(points).toBe('0/1');
        expect(explanation.missing.length > 0).toBe(state === 'notAnswered' && explanation.because !== 'claimed');
        if (state !== 'scored') expect([explanation.value, explanation.band, explanation.capped, explanation.condition]).toEqual([null, null, false, null]);
      }
    });
  });
});

describe('order does not matter', () => {
  it('bodies in another order: the same results, ranks and summary', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, result } = madeRound(seed);
        if (!result) return;
        const shuffled = copy(snapshot);
        shuffled['bodies'] = new Random(seed, 1).shuffled(shuffled['bodies'] as Json[]);
        const again = compute(shuffled).result as Result;
        expect(byBody(again)).toEqual(byBody(result));
        expect(again.summary).toEqual(result.summary);
        expect(again.scheme).toEqual(result.scheme);
      }),
      RUNS,
    );
  });

  it('items, criteria and domains in another order: the same points everywhere', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, result } = madeRound(seed);
        if (!result) return;
        const random = new Random(seed, 1);
        const shuffled = copy(snapshot);
        const scheme = schemeOf(shuffled);
        scheme.domains = random.shuffled(scheme.domains);
        for (const domain of scheme.domains) {
          domain.criteria = random.shuffled(domain.criteria);
          for (const criterion of domain.criteria) if (criterion.subCriteria) criterion.subCriteria = random.shuffled(criterion.subCriteria);
        }
        const again = compute(shuffled).result as Result;
        expect(again.bodies.map(unordered)).toEqual(result.bodies.map(unordered));
        expect(again.summary).toEqual(result.summary);
      }),
      RUNS,
    );
  });

  it('keys of objects in another order: the same result to the letter', () => {
    const turned = (value: Json): Json =>
      Array.isArray(value)
        ? value.map(turned)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, member]) => [key, turned(member)]),
            )
          : value;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const straight = madeRound(seed);
        const backwards = compute(turned(copy(straight.snapshot)));
        expect(backwards.faults).toEqual(straight.faults);
        expect(JSON.stringify(backwards.result)).toBe(JSON.stringify(straight.result));
      }),
      RUNS,
    );
  });
});

describe('ranks and classes', () => {
  it('[F15] [F71] follow the index that the scheme ranks on; ties share a rank', () => {
    always((result, snapshot) => {
      const { on = 'exact', ties = 'competition', within = 'all' } = settings(snapshot, 'ranking') as { on?: string; ties?: string; within?: string };
      const ranked = new Set((snapshot['bodies'] as JsonObject[]).filter((body) => body['ranked'] !== false).map(({ id }) => id));
      const standing = ({ index }: BodyResult) => (on === 'exact' ? fromFraction(index?.exact as string) : exact.fromText(index?.rounded as string));
      const inRanking = result.bodies.filter((body) => ranked.has(body.id) && body.index);
      for (const body of result.bodies) if (!inRanking.includes(body)) expect(body.rank).toBeNull();
      for (const body of inRanking) {
        const above = inRanking.filter((other) => (within === 'all' || other.block === body.block) && exact.compare(standing(other), standing(body)) > 0);
        const expected = ties === 'competition' ? above.length : new Set(above.map((other) => exact.toFraction(standing(other)))).size;
        expect(body.rank).toBe(expected + 1);
      }
    });
  });

  it('a class is the first whose edge the index reaches', () => {
    always((result, snapshot) => {
      const { on = 'exact', list = [] } = settings(snapshot, 'classes') as { on?: string; list?: { id: string; from: Json }[] };
      for (const { index, class: found } of result.bodies) {
        const value = index && (on === 'exact' ? fromFraction(index.exact) : exact.fromText(index.rounded));
        const expected = value && list.find(({ from }) => exact.compare(value, exact.fromText(String(from))) >= 0);
        expect(found).toBe(expected ? expected.id.normalize('NFC') : null);
      }
    });
  });

  it('the summary counts every ranked body with an index, and its quartiles lie in order', () => {
    always((result) => {
      const { all, blocks } = result.summary;
      for (const { count, min, q1, median, q3, max, mean } of [all, ...Object.values(blocks)]) {
        if (count === 0) expect([min, q1, median, q3, max, mean]).toEqual([null, null, null, null, null, null]);
        const rising = [min, q1, median, q3, max].flatMap((index) => (index ? [fromFraction(index.exact)] : []));
        rising.slice(1).forEach((value, index) => expect(exact.compare(value, rising[index] as Rational)).toBeGreaterThanOrEqual(0));
        if (mean && min && max) {
          expect(exact.compare(fromFraction(mean.exact), fromFraction(min.exact))).toBeGreaterThanOrEqual(0);
          expect(exact.compare(fromFraction(mean.exact), fromFraction(max.exact))).toBeLessThanOrEqual(0);
        }
      }
      expect(all.count).toBe(result.bodies.filter(({ rank }) => rank !== null).length);
    });
  });
});

/** The snapshot with a state said of one item of one body, whatever the body is called. */
function withState(snapshot: JsonObject, body: string, code: string, state: string): JsonObject {
  const changed = copy(snapshot);
  const sheets = (changed['sheets'] ?? {}) as JsonObject;
  const own = (name: string, of: Json | undefined) => Object.getOwnPropertyDescriptor(of ?? {}, name)?.value as JsonObject | undefined;
  const define = (of: JsonObject, name: string, value: Json) =>
    Object.defineProperty({ ...of }, name, { value, enumerable: true, configurable: true, writable: true });
  const sheet = own(body, sheets) ?? {};
  changed['sheets'] = define(sheets, body, define(sheet, code, { ...own(code, sheet), state, reason: 'Minh họa' }));
  return changed;
}

/** An item with all those whose rule names it, or names one that does. */
function hangingOn(code: string, items: readonly JsonObject[]): Set<string> {
  const touched = new Set([code]);
  const named = (item: JsonObject) => ((item['rule'] as JsonObject)['on'] as JsonObject | undefined)?.['item'] as string | undefined;
  for (let size = 0; size < touched.size; ) {
    size = touched.size;
    for (const other of items) if (touched.has(named(other) ?? '')) touched.add(other['code'] as string);
  }
  return touched;
}

describe('[F17] what is not applicable or not accepted', () => {
  it('moves no points but its own and those of items whose rule names it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('notApplicable', 'notAccepted'), (seed, state) => {
        const { snapshot, result } = madeRound(seed);
        const [body] = result?.bodies ?? [];
        if (!result || !body) return;
        const all = schemeOf(snapshot).domains.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.subCriteria ?? [criterion]));
        const item = new Random(seed, 1).pick(all);
        if (state === 'notApplicable' && (item['whenNotApplicable'] ?? 'refused') === 'refused') return;
        const changed = withState(snapshot, body.id, item['code'] as string, state);
        const touched = hangingOn(item['code'] as string, all);
        const again = compute(changed).result;
        if (!again) return;
        const untouched = ({ bodies }: Result) => bodies.map(({ items }, index) => items.filter(({ code }) => index > 0 || !touched.has(code)));
        expect(untouched(again)).toEqual(untouched(result));
      }),
      RUNS,
    );
  });
});

describe('[F77] normal form', () => {
  it('reading a normal form gives itself, with the same hash and the same result', () => {
    always((result, snapshot) => {
      const { snapshot: normal, scheme } = readSnapshot(rawOf(snapshot), new Faults());
      const faults = new Faults();
      const again = readSnapshot(rawOf(normal as unknown as Json), faults);
      expect(faults.list).toEqual([]);
      expect(canonicalText(again.snapshot)).toBe(canonicalText(normal));
      expect(hashOf(normal)).toBe(result.snapshot);
      expect(hashOf(scheme)).toBe(result.scheme.hash);
      expect(JSON.stringify(compute(normal as unknown as Json).result)).toBe(JSON.stringify(result));
    });
  });

  it('a scheme in YAML, in JSON and in normal form has one hash', () => {
    always((result, snapshot) => {
      const faults = new Faults();
      const read = readScheme(readYaml(yamlOf(schemeOf(snapshot))).value, faults);
      expect(faults.list).toEqual([]);
      expect(hashOf(read)).toBe(result.scheme.hash);
    });
  });

  it('one value changed is another hash', () => {
    const first = roundFromSeed(1);
    const changed = copy(first);
    (changed['round'] as JsonObject)['id'] = 'khác';
    expect(compute(changed).result?.snapshot).not.toBe(compute(first).result?.snapshot);
    expect(compute(changed).result?.scheme.hash).toBe(compute(first).result?.scheme.hash);
  });
});

/** YAML in block style, number texts plain where YAML would read them as the same number. */
function yamlOf(value: Json, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${value.map((member) => `${indent}-${nested(member, depth)}`).join('')}`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0 ? ' {}\n' : `\n${entries.map(([key, member]) => `${indent}${JSON.stringify(key)}:${nested(member, depth)}`).join('')}`;
  }
  return ` ${JSON.stringify(value)}\n`;
}
const nested = (member: Json, depth: number): string => yamlOf(member, depth + 1);
