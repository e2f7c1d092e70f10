import { describe, expect, it } from 'vitest';
import { ratesOf } from './rates.ts';
import { outcomesOf, type SurveyStanding, sumOfStandings } from './standing.ts';

const standing = (changes: Partial<SurveyStanding> = {}): SurveyStanding => ({
  ...{ listed: 10, invited: 8, answered: 6, replaced: {}, partial: 0, brokenOff: 0, setAside: 0 },
  ...changes,
});

describe('[F66] a survey of named persons as it stands', () => {
  it('comes to outcomes: whoever is listed is one case, in whatever state', () => {
    expect(outcomesOf(standing())).toEqual({ complete: 6, partial: 0, breakOff: 0, other: 0, nothingReturned: 2, notAttempted: 2 });
    expect(outcomesOf(standing({ answered: 9 }))).toMatchObject({ complete: 9, nothingReturned: 0, notAttempted: 1 });
  });
  it('a form that is set aside stays a case and is no answer; a partial one counts in RR2 alone', () => {
    const rates = ratesOf(outcomesOf(standing({ partial: 1, setAside: 2 })));
    expect([rates.RR1.share, rates.RR2.share]).toEqual(['3/10', '2/5']);
  });
  it('who was replaced is a case beside who stands in their place: refused lowers the rate, retired does not', () => {
    expect(ratesOf(outcomesOf(standing({ replaced: { retired: 3, movedPost: 1 } }))).RR1).toMatchObject({ share: '3/5', among: 10 });
    expect(ratesOf(outcomesOf(standing({ replaced: { refused: 2, longSickLeave: 1, studiesAway: 1 } }))).RR1).toMatchObject({ cases: 6, among: 14 });
  });
  it('of several together is their sum', () => {
    expect(sumOfStandings([standing({ replaced: { refused: 1 } }), standing({ replaced: { refused: 2, retired: 1 }, setAside: 1 })])).toEqual({
      ...{ listed: 20, invited: 16, answered: 12, partial: 0, brokenOff: 0, setAside: 1 },
      replaced: { refused: 3, retired: 1 },
    });
    expect(sumOfStandings([])).toMatchObject({ listed: 0, replaced: {} });
  });
});
