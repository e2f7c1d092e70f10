import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISTRIBUTED_BY, DISTRIBUTION_WAYS, type Distributing, distribute, workOf } from './distribute.ts';
import { type Able, handOver, holders, type PersonShare } from './person-shares.ts';

const ITEMS = ['1.1', '1.2', '2.1', '3.1'];
const BODIES = ['a', 'b', 'c', 'd'];
const PERSONS = ['an', 'binh', 'chi', 'dung'];
const PIECES = BODIES.flatMap((body) => ITEMS.map((item) => ({ item, body })));

const share = fc
  .record({ item: fc.option(fc.constantFrom(...ITEMS)), body: fc.option(fc.constantFrom(...BODIES)), person: fc.constantFrom(...PERSONS) })
  .filter(({ item, body }) => item !== null || body !== null);
const some = <T>(of: readonly T[]) => fc.subarray([...of]).map((chosen) => new Set(chosen));
const ofPerson = fc.record(Object.fromEntries(PERSONS.map((person) => [person, some(BODIES)])));
const ableBy = (causes: Record<string, Set<string>>) => (person: string, body: string) => causes[person]?.has(body) !== true;

/** All whom a piece of what was given can reach from a person, over others. */
function reachedFrom(from: string, shares: readonly PersonShare[], able: Able): Set<string> {
  const reached = new Set([from]);
  for (const person of reached)
    for (const { body } of shares.filter((one) => one.person === person)) for (const to of PERSONS) if (able(to, body as string)) reached.add(to);
  return reached;
}

const everything = fc.record({
  by: fc.constantFrom(...DISTRIBUTED_BY),
  way: fc.constantFrom(...DISTRIBUTION_WAYS),
  seed: fc.string(),
  persons: fc.subarray(PERSONS, { minLength: 1 }),
  shares: fc.array(share, { maxLength: 6 }),
  causes: ofPerson,
  decided: some(PIECES),
});

describe('[F43] a distribution', () => {
  it('gives nobody their own cause, leaves what somebody has, and gives all that anybody can take', () => {
    fc.assert(
      fc.property(everything, ({ causes, decided, ...rest }) => {
        const able = ableBy(causes);
        const work: Distributing = { ...rest, pieces: PIECES, isOpen: (piece) => !decided.has(piece), able };
        const { shares, nobody } = distribute(work);
        const before = holders(rest.shares, able);
        const after = holders([...rest.shares, ...shares], able);
        for (const piece of PIECES) {
          expect(after(piece).every((person) => able(person, piece.body))).toBe(true);
          if (before(piece).length > 0) expect(after(piece)).toEqual(before(piece));
          const left = !decided.has(piece) && after(piece).length === 0;
          expect(nobody.includes(piece)).toBe(left);
          if (left) expect(rest.persons.some((person) => able(person, piece.body))).toBe(false);
        }
        expect(distribute(work)).toEqual({ shares, nobody });
      }),
    );
  });

  it('that is balanced by pieces is as even as it can be: nobody has two more than another to whom one could pass', () => {
    fc.assert(
      fc.property(ofPerson, fc.array(share, { maxLength: 3 }), (causes, before) => {
        const able = ableBy(causes);
        const { shares } = distribute({ by: 'piece', way: 'balanced', seed: '', persons: PERSONS, pieces: PIECES, isOpen: () => true, shares: before, able });
        const loads = workOf([...before, ...shares], PIECES, able);
        const load = (person: string) => loads.get(person) ?? 0;
        for (const from of PERSONS) for (const to of reachedFrom(from, shares, able)) expect(load(from) - load(to)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('that is balanced gives everybody as many, by one at most, where nobody has a cause of their own', () => {
    const able = () => true;
    for (const by of DISTRIBUTED_BY) {
      const { shares } = distribute({ by, way: 'balanced', seed: '', persons: PERSONS.slice(0, 3), pieces: PIECES, isOpen: () => true, shares: [], able });
      const given = PERSONS.slice(0, 3).map((person) => shares.filter((one) => one.person === person).length);
      expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
    }
  });

  it('at random is another for another seed', () => {
    const of = (seed: string) =>
      distribute({ by: 'piece', way: 'random', seed, persons: PERSONS, pieces: PIECES, isOpen: () => true, shares: [], able: () => true }).shares;
    expect(of('1')).toEqual(of('1'));
    expect(of('1')).not.toEqual(of('2'));
  });
});

describe('[F43] what was given', () => {
  const able = () => true;
  const shares: PersonShare[] = [
    { item: null, body: 'a', person: 'an' },
    { item: '1.1', body: null, person: 'binh' },
    { item: '1.1', body: 'a', person: 'chi' },
  ];

  it('is whose the narrowest word says, passing by who cannot', () => {
    const of = holders(shares, able);
    expect(of({ item: '1.1', body: 'a' })).toEqual(['chi']);
    expect(of({ item: '1.1', body: 'b' })).toEqual(['binh']);
    expect(of({ item: '1.2', body: 'a' })).toEqual(['an']);
    expect(of({ item: '1.2', body: 'b' })).toEqual([]);
    expect(holders(shares, (person) => person !== 'chi')({ item: '1.1', body: 'a' })).toEqual(['binh']);
  });

  it('passes to another whole where nothing of it is decided, and else piece by piece', () => {
    const pieces = { pieces: PIECES, isOpen: ({ item, body }: { item: string; body: string }) => !(item === '1.1' && body === 'b') };
    expect(handOver(shares, pieces, 'an', 'dung', able)).toEqual({ ended: [shares[0]], given: [{ item: null, body: 'a', person: 'dung' }], left: [] });
    const ofBinh = handOver(shares, pieces, 'binh', 'dung', (person, body) => !(person === 'dung' && body === 'd'));
    expect(ofBinh).toEqual({ ended: [], given: [{ item: '1.1', body: 'c', person: 'dung' }], left: [{ item: '1.1', body: 'd' }] });
  });

  it('all passes that is open and that the other may decide; what was decided stays, and so does what others have', () => {
    fc.assert(
      fc.property(fc.uniqueArray(share, { maxLength: 8, selector: (one) => JSON.stringify(one) }), ofPerson, some(PIECES), (before, causes, decided) => {
        const can = ableBy(causes);
        const { ended, given, left } = handOver(before, { pieces: PIECES, isOpen: (piece) => !decided.has(piece) }, 'an', 'binh', can);
        const [had, has] = [holders(before, can), holders([...before.filter((one) => !ended.includes(one)), ...given], can)];
        for (const piece of PIECES) {
          const [was, is] = [new Set(had(piece)), new Set(has(piece))];
          const passes = was.has('an') && !decided.has(piece) && can('binh', piece.body);
          expect(is).toEqual(passes ? new Set([...was].filter((person) => person !== 'an').concat('binh')) : was);
          expect(left.includes(piece)).toBe(was.has('an') && !decided.has(piece) && !can('binh', piece.body));
        }
      }),
    );
  });
});
