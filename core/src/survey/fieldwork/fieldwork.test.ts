import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressFaultText } from '../../words/fieldwork-words.ts';
import { ADDRESS_FAULTS, readAddresses } from './read-addresses.ts';
import { type FieldRule, outcomeOfStanding, standingOf, VISIT_OUTCOMES, type Visit, visitedAddresses } from './visits.ts';

const RULE: FieldRule = { mostVisits: 3, replaced: ['refusal', 'nonContact'] };
const visit = (outcome: Visit['outcome'], day: number): Visit => ({ id: `${day}`, at: `2026-01-0${day}T01:00:00Z`, outcome });
const HEAD = ['Mã thôn, tổ dân phố', 'Thôn, tổ dân phố', 'Hộ', 'Địa chỉ', 'Dự phòng', 'Điều tra viên'];
const read = (...lines: string[][]) => readAddresses([HEAD, ...lines].map((cells, index) => ({ line: index + 1, cells })));

describe('[F64] how an address stands', () => {
  it('goes by its last visit; nobody at home is nobody reached after as many visits as the rule says', () => {
    expect(standingOf([], RULE)).toEqual({ state: 'new' });
    expect(standingOf([visit('absent', 2), visit('appointment', 1)], RULE)).toEqual({ state: 'again', visits: 2 });
    expect(standingOf([visit('absent', 1), visit('absent', 2), visit('absent', 3)], RULE)).toEqual({ state: 'ended', outcome: 'nonContact' });
    expect(standingOf([visit('refusal', 1), visit('absent', 2)], RULE)).toEqual({ state: 'again', visits: 2 });
    expect(standingOf([visit('absent', 1), visit('refusal', 2)], RULE)).toEqual({ state: 'ended', outcome: 'refusal' });
    expect(standingOf([visit('interviewed', 1), visit('refusal', 2)], RULE)).toEqual({ state: 'held' });
  });

  it('a reserve takes a place only where the rule replaces, in its village, in its order; a reserve that fails is replaced too', () => {
    const of = (id: string, cluster: string, reserve: boolean, place: number) => ({ id, cluster, reserve, place });
    const addresses = [
      of('a1', 'a', false, 1),
      of('a2', 'a', false, 2),
      of('r2', 'a', true, 2),
      of('r1', 'a', true, 1),
      of('b1', 'b', false, 1),
      of('s1', 'b', true, 1),
    ];
    const visited = (visits: Record<string, Visit[]>) => [...visitedAddresses(addresses, (id) => standingOf(visits[id] ?? [], RULE), RULE)].toSorted();
    expect(visited({})).toEqual(['a1', 'a2', 'b1']);
    expect(visited({ a1: [visit('refusal', 1)] })).toEqual(['a1', 'a2', 'b1', 'r1']);
    expect(visited({ a1: [visit('refusal', 1)], r1: [visit('refusal', 2)] })).toEqual(['a1', 'a2', 'b1', 'r1', 'r2']);
    expect(visited({ a1: [visit('vacant', 1)], b1: [visit('refusal', 1)] })).toEqual(['a1', 'a2', 'b1', 's1']);
    expect(visited({ r2: [visit('absent', 1)] })).toEqual(['a1', 'a2', 'b1', 'r2']);
  });

  it('whatever is noted, no sample address drops out and each has one disposition', () => {
    const visits = fc.array(
      fc.record({
        id: fc.uuid(),
        at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
        outcome: fc.constantFrom(...VISIT_OUTCOMES),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), visits), { maxLength: 12 }), (households) => {
        const addresses = households.map(([reserve], index) => ({ id: String(index), cluster: String(index % 2), reserve, place: index + 1 }));
        const standing = (id: string) => standingOf(households[Number(id)]?.[1] ?? [], RULE);
        const visited = visitedAddresses(addresses, standing, RULE);
        for (const { id, reserve } of addresses) {
          if (!reserve || standing(id).state !== 'new') expect(visited.has(id)).toBe(true);
          expect(outcomeOfStanding(standing(id))).toMatch(/^[a-zA-Z]+$/);
        }
      }),
    );
  });
});

describe('[F64] a list of addresses', () => {
  it('is read in normal form, in the order of its villages', () => {
    const { addresses, faults } = read(
      ['T01', 'Thôn  Một', 'Hộ số 1', '', '', 'Nam@Minh-Hoa.example'],
      ['T01', 'Thôn Một', 'Hộ số 2', 'Ngõ 2', 'x', 'nam@minh-hoa.example'],
    );
    expect(faults).toEqual([]);
    expect(addresses).toEqual([
      { line: 2, cluster: 'T01', clusterName: 'Thôn Một', household: 'Hộ số 1', address: null, reserve: false, place: 1, interviewer: 'nam@minh-hoa.example' },
      {
        line: 3,
        cluster: 'T01',
        clusterName: 'Thôn Một',
        household: 'Hộ số 2',
        address: 'Ngõ 2',
        reserve: true,
        place: 1,
        interviewer: 'nam@minh-hoa.example',
      },
    ]);
  });

  it('tells a head that lacks columns, has strange ones or one twice, at once', () => {
    const { faults } = readAddresses([{ line: 3, cells: ['Hộ', 'Hộ', 'Số phòng'] }]);
    expect(faults.map(({ code, column }) => [code, column])).toEqual([
      ['columnTwice', 'household'],
      ['columnUnknown', null],
      ['columnMissing', 'cluster'],
      ['columnMissing', 'clusterName'],
      ['columnMissing', 'interviewer'],
    ]);
  });

  it('takes no formula, nothing unseen, nothing beyond its head, no empty list', () => {
    expect(read().faults.map(({ code }) => code)).toEqual(['noAddress']);
    expect(readAddresses([]).faults.map(({ code }) => code)).toEqual(['noHead']);
    const { faults } = readAddresses([
      { line: 1, cells: HEAD },
      { line: 2, cells: ['T01', 'Thôn Một', '8', '', '', 'nam@minh-hoa.example', 'gì đó'], formulas: [2] },
      { line: 3, cells: ['T\u200b01', 'x'.repeat(301), 'Hộ số 1', '', '', ''] },
    ]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'cellBeyond'],
      [2, 'formulaCell'],
      [3, 'controlCharacter'],
      [3, 'textTooLong'],
      [3, 'cellEmpty'],
    ]);
  });

  it('every fault has its sentence in both languages', () => {
    for (const code of ADDRESS_FAULTS)
      for (const language of ['vi', 'en'] as const) expect(addressFaultText({ line: 1, column: 'household', code, details: {} }, language)).toMatch(/^\S.*\.$/);
  });
});
