import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineDay, shiftYears } from './calendar.ts';
import { stepChangeRefusal } from './step-change.ts';
import { closingFor, type GrantedExtension, isOpen, STEPS, type StepTimes } from './steps.ts';

const moment = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });
const times: fc.Arbitrary<StepTimes> = fc
  .tuple(fc.constantFrom(...STEPS), moment, fc.integer({ min: 1, max: 100 * 86_400_000 }))
  .map(([step, opens, length]) => ({ step, opens, closes: opens + length }));
const BODIES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;
const ITEMS = ['1.1', '1.2'] as const;
const extension: fc.Arbitrary<GrantedExtension> = fc.record({
  step: fc.constantFrom(...STEPS),
  body: fc.constantFrom(null, ...BODIES),
  item: fc.constantFrom(null, ...ITEMS),
  until: moment,
});
const asked = fc.record({
  times,
  extensions: fc.array(extension, { maxLength: 8 }),
  body: fc.constantFrom(...BODIES),
  item: fc.constantFrom(null, ...ITEMS),
  now: moment,
});

/** Whether an extension is for this body and item: told anew, word by word. */
const reaches = (granted: GrantedExtension, step: string, body: string, item: string | null): boolean => {
  if (granted.step !== step) return false;
  if (granted.body !== null && granted.body !== body) return false;
  return granted.item === null || granted.item === item;
};

describe('[F35] a step is open by calendar and clock alone', () => {
  it('opens at its first moment and closes at its last, which is no longer in it', () => {
    fc.assert(
      fc.property(times, (step) => {
        const open = (now: number) => isOpen(step, [], BODIES[0], null, now);
        expect([open(step.opens - 1), open(step.opens), open(step.closes - 1), open(step.closes)]).toEqual([false, true, true, false]);
      }),
    );
  });
  it('[F36] an extension lengthens what it reaches, and nothing else; none shortens', () => {
    fc.assert(
      fc.property(asked, ({ times: step, extensions, body, item, now }) => {
        const reaching = extensions.filter((granted) => reaches(granted, step.step, body, item));
        const closing = closingFor(step, extensions, body, item);
        expect(closing).toBe(Math.max(step.closes, ...reaching.map(({ until }) => until)));
        expect(closing).toBe(closingFor(step, reaching, body, item));
        expect(isOpen(step, extensions, body, item, now)).toBe(now >= step.opens && now < closing);
      }),
    );
  });
  it('one more extension never closes what was open', () => {
    fc.assert(
      fc.property(asked, extension, ({ times: step, extensions, body, item, now }, more) => {
        if (isOpen(step, extensions, body, item, now)) expect(isOpen(step, [...extensions, more], body, item, now)).toBe(true);
      }),
    );
  });
});

describe('the calendar of an open round', () => {
  const step: StepTimes = { step: 'selfAssessment', opens: 100, closes: 200 };
  it.each([
    ['later, before it opens', { opens: 120, closes: 200 }, 99, undefined],
    ['its opening, once it has opened', { opens: 120, closes: 200 }, 100, 'hasOpened'],
    ['a closing in the future', { opens: 100, closes: 151 }, 150, undefined],
    ['a closing now', { opens: 100, closes: 150 }, 150, 'closesInThePast'],
    ['a later closing in its last moment', { opens: 100, closes: 300 }, 199, undefined],
    ['a later closing once it has closed', { opens: 100, closes: 300 }, 200, 'hasClosed'],
    ['nothing at all once it has closed', { opens: 100, closes: 200 }, 200, undefined],
  ] as const)('%s', (_, after, now, refusal) => {
    expect(stepChangeRefusal(step, after, now)).toBe(refusal);
  });
  it('a closing at midnight makes the day before the last one', () => {
    expect(deadlineDay(Date.parse('2023-02-01T00:00:00+07:00'))).toBe('2023-01-31');
    expect(deadlineDay(Date.parse('2023-01-31T17:00:00+07:00'))).toBe('2023-01-31');
  });
  it('moves on by a year, and over 29 February without losing an hour', () => {
    const shifted = (opens: string, closes: string, years: number) => {
      const moved = shiftYears({ opens: Date.parse(opens), closes: Date.parse(closes) }, years);
      return [new Date(moved.opens).toISOString(), new Date(moved.closes).toISOString()];
    };
    expect(shifted('2023-01-01T00:00:00+07:00', '2023-02-01T00:00:00+07:00', 1)).toEqual(['2023-12-31T17:00:00.000Z', '2024-01-31T17:00:00.000Z']);
    expect(shifted('2024-02-29T08:30:00+07:00', '2024-03-15T17:00:00+07:00', 1)).toEqual(['2025-03-01T01:30:00.000Z', '2025-03-15T10:00:00.000Z']);
    expect(shifted('2024-02-29T00:00:00+07:00', '2024-03-01T00:00:00+07:00', 1)).toEqual(['2025-02-28T17:00:00.000Z', '2025-03-01T17:00:00.000Z']);
  });
  it('stays a calendar, however far it moves', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: -20, max: 20 }), (known, years) => {
        const moved = shiftYears(known, years);
        expect(moved.opens).toBeLessThan(moved.closes);
        expect(shiftYears(known, 0)).toEqual(known);
      }),
    );
  });
});
