import { composed } from './composed.ts';
import type { PageLine } from './inspection.ts';

/** A run of text on a page: where it begins on its base line, in points from the top left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
}

/** Base lines nearer than this share of the letters' height are one line. */
const SAME_LINE = 0.4;
/** A gap wider than this many heights of a letter is another column, as the two heads of an official document. */
const COLUMN_GAP = 1.6;
/** A gap wider than this share of the height stands for a space. */
const SPACE_GAP = 0.15;

/** Runs put together into lines, from the top, columns apart. */
export function linesOf(runs: readonly Run[]): PageLine[] {
  const rows: Run[][] = [];
  for (const run of runs.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const last = row?.[0];
    if (row && last && Math.abs(run.baseline - last.baseline) <= SAME_LINE * Math.max(run.height, last.height)) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => segments(row.toSorted((a, b) => a.x - b.x)));
}

function segments(row: readonly Run[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const { text, x, baseline, width, height } of row) {
    const y = baseline - height;
    const before = lines.at(-1);
    const gap = before ? x - (before.x + before.width) : Number.POSITIVE_INFINITY;
    if (!before || gap > COLUMN_GAP * height) {
      lines.push({ text, x, y, width, height });
      continue;
    }
    const between = gap > SPACE_GAP * height && !/\s$/.test(before.text) && !/^\s/.test(text) ? ' ' : '';
    const top = Math.min(before.y, y);
    lines[lines.length - 1] = {
      text: before.text + between + text,
      x: before.x,
      y: top,
      width: Math.max(before.width, x + width - before.x),
      height: Math.max(before.y + before.height, y + height) - top,
    };
  }
  return lines.map((line) => ({ ...line, text: composed(line.text.trim()) }));
}
