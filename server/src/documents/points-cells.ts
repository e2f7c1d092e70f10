import { type Rounding, roundedPoints } from '@parindex/core/words/points-text';
import type { SheetColumn } from './xlsx.ts';

/** Points in a spreadsheet, at the places of the edition as everywhere: the column that holds them, and a number for it. */
export const pointsColumn = ({ rounding }: Rounding): Pick<SheetColumn, 'format' | 'align'> => ({
  format: Number(rounding.places) === 0 ? '0' : `0.${'0'.repeat(Number(rounding.places))}`,
  align: 'right',
});

export const pointsCell =
  (scheme: Rounding) =>
  (points: string): number =>
    Number(roundedPoints(points, scheme));
