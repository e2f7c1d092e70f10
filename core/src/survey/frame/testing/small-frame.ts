import type { FrameLine } from '../cells.ts';
import { readFrame } from '../read.ts';
import type { Frame, FrameColumns } from '../types.ts';

/** Rows as lines of a file under a head. */
export const linesOf = (rows: readonly (readonly (string | number)[])[]): FrameLine[] =>
  rows.map((cells, index) => ({ line: index + 2, cells: cells.map(String) }));

/** The head of a frame in Vietnamese, with the columns of a design. */
export const headOf = (...more: string[]): FrameLine => ({ line: 1, cells: ['Mã', 'Tên', 'Số hộ', ...more] });

/** A frame that must be sound. */
export function frameOf(rows: readonly (readonly (string | number)[])[], wanted: FrameColumns): Frame {
  const read = readFrame(headOf(...wanted.strata.map(({ column }) => column), ...wanted.upper), linesOf(rows), wanted);
  if (!('frame' in read)) throw new Error(JSON.stringify(read.faults));
  return read.frame;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Communes of two areas, each with villages of different sizes: code, name, households, area, commune. */
export const COMMUNE_ROWS = Array.from({ length: 8 }, (_, commune) =>
  Array.from({ length: 3 + (commune % 3) }, (_, village): (string | number)[] => [
    `${two(commune + 1)}.${two(village + 1)}`,
    `Thôn Minh họa ${two(village + 1)}`,
    40 + 13 * village + 29 * commune,
    commune < 3 ? 'đô thị' : 'nông thôn',
    `xã ${two(commune + 1)}`,
  ]),
).flat();

export const COMMUNE_COLUMNS: FrameColumns = { strata: [{ column: 'Khu vực' }], upper: ['Mã xã'] };
export const communeFrame = (): Frame => frameOf(COMMUNE_ROWS, COMMUNE_COLUMNS);
