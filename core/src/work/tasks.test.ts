import { expect, it } from 'vitest';
import { byUrgency, type Dated, daysUntil, stepNow, stepsFor } from './tasks.ts';

const NOW = Date.parse('2026-12-01T03:00:00Z');
const day = (date: string) => `2026-12-${date}T00:00:00+07:00`;

it('days left are those of Vietnam: an end at midnight closes the day before, and the last day is 0', () => {
  expect(['02', '03', '31'].map((date) => daysUntil(Date.parse(day(date)), NOW))).toEqual([0, 1, 29]);
  expect(daysUntil(Date.parse('2026-12-01T17:00:00+07:00'), NOW)).toBe(0);
  expect(daysUntil(Date.parse(day('01')), NOW)).toBe(-1);
});

it('the most urgent comes first: late, then by days left, then by kind; what nothing ends comes last, unless it is not left for later', () => {
  const tasks: Dated[] = [
    { kind: 'mention', closes: null, late: false },
    { kind: 'score', closes: day('31'), late: false },
    { kind: 'decide', closes: day('31'), late: false },
    { kind: 'enter', closes: day('06'), late: false },
    { kind: 'accountRequest', closes: null, late: false },
    { kind: 'partsLate', closes: '2026-11-20T00:00:00+07:00', late: true },
  ];
  expect(tasks.toSorted(byUrgency(NOW)).map(({ kind }) => kind)).toEqual(['partsLate', 'accountRequest', 'enter', 'decide', 'score', 'mention']);
});

it('the step that counts is the open one that ends first, then the next to open, then the last', () => {
  const step = (name: string, opens: string, closes: string, open = false) => ({ name, opens: day(opens), closes: day(closes), open });
  const steps = [step('survey', '01', '20', true), step('selfAssessment', '01', '10', true), step('appraisal', '21', '25')];
  expect(stepNow(steps, NOW)?.name).toBe('selfAssessment');
  expect(
    stepNow(
      steps.map((one) => ({ ...one, open: false })),
      NOW,
    )?.name,
  ).toBe('appraisal');
  expect(
    stepNow(
      steps.map((one) => ({ ...one, open: false })),
      Date.parse(day('28')),
    )?.name,
  ).toBe('appraisal');
  expect(stepNow([], NOW)).toBeUndefined();
});

it('an appraiser waits for appraisal and the council for its step, while others are at work in every step', () => {
  const steps = (['selfAssessment', 'appraisal', 'council'] as const).map((step) => ({ step }));
  const of = (...roles: Parameters<typeof stepsFor>[0]) => stepsFor(roles, steps).map(({ step }) => step);
  expect(of('appraiser')).toEqual(['appraisal']);
  expect(of('appraiser', 'council')).toEqual(['appraisal', 'council']);
  expect(of('appraiser', 'owner')).toEqual(['selfAssessment', 'appraisal', 'council']);
  expect(stepsFor(['council'], steps.slice(0, 2))).toEqual(steps.slice(0, 2));
});
