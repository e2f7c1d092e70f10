import { type BodyResult, csvLine, displayDecimal, PHRASES, type Scheme, type Summary } from '@parindex/core';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { texts } from '@parindex/core/words/texts';
import type { Output } from './output.ts';
import { schemeLine } from './scheme-line.ts';
import { paint, type Terminal } from './terminal.ts';

const SAYS = texts({
  columns: { vi: ['Hạng', 'Mã', 'Cơ quan', 'Điểm', 'Chỉ số', 'Nhóm'], en: ['Rank', 'Code', 'Body', 'Points', 'Index', 'Class'] },
  mean: { vi: 'Trung bình', en: 'Mean' },
  count: { vi: 'cơ quan được xếp hạng', en: 'ranked bodies' },
  byUnrounded: { vi: 'Xếp hạng theo chỉ số chưa làm tròn.', en: 'Ranked by the index before rounding.' },
});

/** Rank, points and index stand to the right, as numbers do. */
const NUMBER_COLUMNS: readonly number[] = [0, 3, 4];

/** Writes the bodies as CSV, in the order of the snapshot. */
export async function writeCsv(scheme: Scheme, bodies: Iterable<BodyResult>, { write }: Output): Promise<void> {
  // A byte order mark lets Excel read Vietnamese letters.
  await write('\uFEFFrank,id,code,name,block,points,maximum,bonus,penalty,total,index,index_rounded,class,reason,scheme,scheme_status\r\n');
  for (const { rank, id, code, name, block, points, maximum, bonus, penalty, total, index, class: group, reason } of bodies) {
    const cells = [rank, id, code, name, block, points, maximum, bonus, penalty, total, index?.exact, index?.rounded, group, reason, scheme.id, scheme.status];
    await write(csvLine(cells));
  }
}

/** Writes the bodies as a table for people, in the order of their ranks. */
export async function writeTable(scheme: Scheme, bodies: Iterable<BodyResult>, summary: Summary, { write }: Output, terminal: Terminal): Promise<void> {
  const { language } = terminal;
  const says = SAYS[language];
  const ranked = [...bodies].toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
  const shownIndex = ({ index, reason }: BodyResult) => (index ? displayDecimal(index.rounded, language) : reason ? PHRASES[language].reason[reason] : '–');
  const rows = ranked.map((body) => [
    String(body.rank ?? '–'),
    body.code ?? '',
    body.name,
    displayDecimal(decimalOf(body.total ?? body.points), language),
    shownIndex(body),
    body.class ?? '',
  ]);
  const widths = says.columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (NUMBER_COLUMNS.includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  await write(`${paint(terminal, 'bold', line(says.columns))}\n`);
  for (const row of rows) await write(`${line(row)}\n`);
  await write(`\n${schemeLine(scheme, language)}\n`);
  if (looksTied(ranked, scheme)) await write(`${says.byUnrounded}\n`);
  if (summary.mean) await write(`${summary.count} ${says.count}. ${says.mean}: ${displayDecimal(summary.mean.rounded, language)}\n`);
}

/** Whether two bodies that are ranked together show one index and have different ranks. */
function looksTied(bodies: readonly BodyResult[], { ranking }: Scheme): boolean {
  const ranks = new Map<string, number>();
  return bodies.some(({ rank, index, block }) => {
    if (rank === null || !index) return false;
    const shown = JSON.stringify([ranking.within === 'block' ? block : null, index.rounded]);
    const first = ranks.get(shown) ?? rank;
    ranks.set(shown, first);
    return first !== rank;
  });
}

/** A fraction for the table: two places are enough beside the index. */
const decimalOf = (fraction: string): string => toDecimal(fromFraction(fraction), 2, 'halfUp');
