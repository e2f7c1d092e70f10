import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heatStep } from './heat.ts';

it('tells none from little and all from nearly all, and never falls as the share grows', () => {
  expect([heatStep(0), heatStep(0.001), heatStep(0.999), heatStep(1)]).toEqual([0, 1, 5, 6]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
      expect(heatStep(Math.min(a, b))).toBeLessThanOrEqual(heatStep(Math.max(a, b)));
    }),
  );
});
