import { composed } from './composed.ts';
import type { PageLine } from './inspection.ts';

/** A text run on a page: where its base line begins, in points from the top left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
}

/** Base lines closer than this share of the font size are one line. */
const SAME_LINE = 0.4;
/** A gap wider than this many font sizes separates columns, as in the heading of an official document. */
const COLUMN_GAP = 1.6;
/** A gap wider than this share of the font size is a space. */
const SPACE_GAP = 0.15;

/** Joins runs into lines, from the top, columns kept apart. */
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
