import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { NO_RATE_NAMES, OUTCOME_NAMES, RATE_NAMES } from '../../words/outcome-words.ts';
import { everything, form, matrix, single } from '../estimates/testing/small-form.ts';
import { completionOf, DEFAULT_COMPLETION, outcomeOfResponse, readCompletion } from './completion.ts';
import { OUTCOME_CODES, OUTCOMES, type Outcome } from './outcomes.ts';
import { type OutcomeCounts, RATES, ratesByStratum, ratesOf } from './rates.ts';

const sharesOf = (counts: OutcomeCounts) => Object.fromEntries(RATES.map((rate) => [rate, ratesOf(counts)[rate].share]));

describe('[F66] outcome rates', () => {
  it('are the formulas worked by hand: 4 complete, 2 partial, 1 of every other group', () => {
    // I 4, P 2, R 1, NC 1, O 1, UH 1, UO 1; one not eligible stands outside of all.
    expect(sharesOf({ complete: 4, partial: 2, refusal: 1, nonContact: 1, other: 1, notLocated: 1, unknownOther: 1, vacant: 1 })).toEqual({
      RR1: '4/11',
      RR2: '6/11',
      RR5: '4/9',
      RR6: '2/3',
      COOP1: '1/2',
      REF1: '1/11',
      CON1: '8/11',
    });
  });
  it('count break-offs with refusals, and every reason of a group alike', () => {
    // I 60, P 0, R 10 + 6, NC 8, O 1 + 2 + 3, UH 4 + 2, UO 5 + 1.
    const counts = {
      complete: 60,
      refusal: 10,
      breakOff: 6,
      nonContact: 8,
      dead: 1,
      unable: 2,
      language: 3,
      notAttempted: 4,
      notReached: 2,
      nothingReturned: 5,
      unknownRespondent: 1,
      quotaFilled: 40,
    };
    expect(ratesOf(counts)).toMatchObject({
      RR1: { share: '10/17', cases: 60, among: 102, because: null },
      RR2: { share: '10/17' },
      RR5: { share: '2/3', among: 90 },
      RR6: { share: '2/3' },
      COOP1: { share: '30/41', among: 82 },
      REF1: { share: '8/51', cases: 16 },
      CON1: { share: '41/51', cases: 82 },
    });
  });
  it('are none, with the reason, where nothing stands in the denominator', () => {
    expect(ratesOf({ vacant: 3, quotaFilled: 9 }).RR1).toEqual({ share: null, cases: 0, among: 0, because: 'noCase' });
    expect(ratesOf({ nothingReturned: 5 })).toMatchObject({
      RR1: { share: '0/1', among: 5 },
      RR5: { share: null, because: 'noEligibleCase' },
      COOP1: { share: null, because: 'noContact' },
      CON1: { share: '0/1' },
    });
    expect(NO_RATE_NAMES.vi.noContact).toBe('Chưa liên hệ được với trường hợp nào.');
  });
  it('of each stratum and of all together: those of all are not the mean of the strata', () => {
    const of = (stratum: string, outcome: Outcome, count: number) => Array.from({ length: count }, () => ({ stratum, outcome }));
    const { strata, all } = ratesByStratum([
      ...of('nông thôn', 'complete', 90),
      ...of('nông thôn', 'refusal', 10),
      ...of('đô thị', 'complete', 5),
      ...of('đô thị', 'nonContact', 15),
    ]);
    expect(strata.map(({ stratum, cases, counts, rates }) => [stratum, cases, counts, rates.RR1.share])).toEqual([
      ['nông thôn', 100, { complete: 90, refusal: 10 }, '9/10'],
      ['đô thị', 20, { complete: 5, nonContact: 15 }, '1/4'],
    ]);
    expect(all.rates.RR1.share).toBe('19/24');
  });
  it('lie between 0 and 1, partials never lower them, and cases outside of the sample never change them', () => {
    const counts = fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, fc.nat(20)])) as { [O in Outcome]: fc.Arbitrary<number> });
    const value = (share: string | null) => exact.fromFraction(share ?? '0/1');
    fc.assert(
      fc.property(counts, fc.nat(50), (of, more) => {
        const rates = ratesOf(of);
        for (const rate of RATES)
          expect(exact.compare(value(rates[rate].share), exact.zero) >= 0 && exact.compare(value(rates[rate].share), exact.one) <= 0).toBe(true);
        for (const [low, high] of [
          ['RR1', 'RR2'],
          ['RR1', 'RR5'],
          ['RR2', 'RR6'],
          ['RR5', 'RR6'],
        ] as const)
          expect(exact.compare(value(rates[low].share), value(rates[high].share))).toBeLessThanOrEqual(0);
        expect(ratesOf({ ...of, outOfSample: of.outOfSample + more })).toEqual(rates);
      }),
    );
  });
});

describe('[F66] outcomes', () => {
  it('have each a code of their own, a group by its first digit, and a name in both languages', () => {
    expect(new Set(OUTCOMES.map((outcome) => OUTCOME_CODES[outcome].code)).size).toBe(OUTCOMES.length);
    const groups = { 1: ['I', 'P'], 2: ['R', 'NC', 'O'], 3: ['UH', 'UO'], 4: ['NE'] } as Record<string, string[]>;
    for (const outcome of OUTCOMES) expect(groups[OUTCOME_CODES[outcome].code.charAt(0)]).toContain(OUTCOME_CODES[outcome].group);
    for (const language of ['vi', 'en'] as const) expect(new Set(Object.values(OUTCOME_NAMES[language])).size).toBe(OUTCOMES.length);
    expect(RATE_NAMES.vi.RR1).toBe('Tỷ lệ trả lời tối thiểu (RR1)');
  });

  const FORM = form([single('q1'), single('q2'), matrix('m', ['r1', 'r2', 'r3']), single('q3', { required: false })]);
  const outcome = (answers: Parameters<typeof completionOf>[1], asked = everything(FORM)) =>
    outcomeOfResponse(completionOf(FORM, answers, asked), DEFAULT_COMPLETION);

  it('of a response go by its share of answers to what was required of it: above, on and below the limits', () => {
    expect(completionOf(FORM, { q1: 'a', q2: { noOpinion: true }, m: { rows: { r1: 'a' } }, q3: 'b' }, everything(FORM))).toEqual({ answered: 3, asked: 5 });
    expect(outcome({ q1: 'a', q2: 'a', m: { rows: { r1: 'a', r2: 'a', r3: 'a' } } })).toBe('complete');
    expect(outcome({ q1: 'a', q2: 'a', m: { rows: { r1: 'a', r2: { noOpinion: true } } } })).toBe('complete');
    expect(outcome({ q1: 'a', q2: 'a', m: { rows: { r1: 'a' } } })).toBe('partial');
    expect(outcome({ q1: 'a', q2: 'a' })).toBe('breakOff');
    expect(outcome({ q1: 'a' }, new Set(['q1', 'q2']))).toBe('partial');
    // What was skipped is asked of nobody.
    expect(outcome({ q1: 'a', q2: 'a' }, new Set(['q1', 'q2']))).toBe('complete');
  });
  it('of a form that requires nothing go by all that was asked; of one that asked nothing it is broken off', () => {
    const free = form([single('q1', { required: false }), single('q2', { required: false })]);
    expect(completionOf(free, { q1: 'a' }, everything(free))).toEqual({ answered: 1, asked: 2 });
    expect(outcomeOfResponse(completionOf(free, {}, new Set()), DEFAULT_COMPLETION)).toBe('breakOff');
  });
  it('go by limits that are declared, and refused where they make no sense', () => {
    const read = (raw: object) => {
      const faults = new Faults();
      return { limits: readCompletion(readJson(JSON.stringify(raw)).value, faults), faults: faults.list.map(({ code, path }) => `${code} ${path}`) };
    };
    expect(read({})).toEqual({ limits: DEFAULT_COMPLETION, faults: [] });
    expect(read({ complete: 1, partial: '0.50' })).toEqual({ limits: { complete: '1', partial: '0.5' }, faults: [] });
    expect(read({ complete: 0.4 }).faults).toEqual(['outOfRange /partial']);
    expect(read({ complete: 1.2, partial: -1, least: 3 }).faults).toEqual(['unknownKey /least', 'outOfRange /complete', 'outOfRange /partial']);
  });
});
