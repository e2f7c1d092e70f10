import { expect, it } from 'vitest';
import { numbersAsText, rangesInText } from './number-ranges.ts';

it('numbers are written in short, and read as the same', () => {
  expect(numbersAsText([])).toBe('');
  expect(numbersAsText([9, 2, 3, 4, 5, 12, 3])).toBe('2-5,9,12');
  expect(rangesInText('2-5,9,12')).toEqual([
    [2, 5],
    [9, 9],
    [12, 12],
  ]);
  expect(rangesInText('')).toEqual([]);
});
