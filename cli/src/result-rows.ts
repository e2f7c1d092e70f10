import { type BodyResult, csvLine, displayDecimal, isClaim, PHRASES, type Scheme, type Summary } from '@parindex/core';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { texts } from '@parindex/core/words/texts';
import type { Output } from './output.ts';
import type { SecondReading } from './read-snapshot.ts';
import { schemeLine } from './scheme-line.ts';
import { paint, type Terminal } from './terminal.ts';

const SAYS = texts({
  columns: { vi: ['Hạng', 'Mã', 'Cơ quan', 'Điểm', 'Chỉ số', 'Nhóm'], en: ['Rank', 'Code', 'Body', 'Points', 'Index', 'Class'] },
  ifConfirmed: { vi: ['Hạng nếu được xác nhận', 'Chỉ số nếu được xác nhận'], en: ['Rank if confirmed', 'Index if confirmed'] },
  claims: {
    vi: (count: string) => `Có ${count} đề nghị không đánh giá (không phát sinh) chưa được xác nhận, tính như chưa chấm.`,
    en: (count: string) => `${count} claims that nothing arose are not confirmed and count as not answered.`,
  },
  mean: { vi: 'Trung bình', en: 'Mean' },
  count: { vi: 'cơ quan được xếp hạng', en: 'ranked bodies' },
  byUnrounded: { vi: 'Xếp hạng theo chỉ số chưa làm tròn.', en: 'Ranked by the index before rounding.' },
});

/** Rank, points and index stand to the right, as numbers do. */
const NUMBER_COLUMNS: readonly number[] = [0, 3, 4, 6, 7];

/** Writes the bodies as CSV, in the order of the snapshot. */
export async function writeCsv(scheme: Scheme, bodies: Iterable<BodyResult>, second: SecondReading, { write }: Output): Promise<void> {
  // A byte order mark lets Excel read Vietnamese letters.
  const more = second ? ',index_if_confirmed,rank_if_confirmed' : '';
  await write(`\uFEFFrank,id,code,name,block,points,maximum,bonus,penalty,total,index,index_rounded,class,reason,scheme,scheme_status${more}\r\n`);
  for (const { rank, id, code, name, block, points, maximum, bonus, penalty, total, index, class: group, reason } of bodies) {
    const cells = [rank, id, code, name, block, points, maximum, bonus, penalty, total, index?.exact, index?.rounded, group, reason, scheme.id, scheme.status];
    const confirmed = second?.get(id);
    await write(csvLine([...cells, ...(second ? [confirmed?.index?.exact, confirmed?.rank] : [])]));
  }
}

/** Writes the bodies as a table for people, in the order of their ranks. */
export async function writeTable(
  scheme: Scheme,
  bodies: Iterable<BodyResult>,
  summary: Summary,
  second: SecondReading,
  { write }: Output,
  terminal: Terminal,
): Promise<void> {
  const { language } = terminal;
  const says = SAYS[language];
  const ranked = [...bodies].toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
  const shownIndex = ({ index, reason }: BodyResult) => (index ? displayDecimal(index.rounded, language) : reason ? PHRASES[language].reason[reason] : '–');
  const columns = [...says.columns, ...(second ? says.ifConfirmed : [])];
  const rows = ranked.map((body) => [
    String(body.rank ?? '–'),
    body.code ?? '',
    body.name,
    displayDecimal(decimalOf(body.total ?? body.points), language),
    shownIndex(body),
    body.class ?? '',
    ...(second ? secondCells(second.get(body.id), language) : []),
  ]);
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (NUMBER_COLUMNS.includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  await write(`${paint(terminal, 'bold', line(columns))}\n`);
  for (const row of rows) await write(`${line(row)}\n`);
  await write(`\n${schemeLine(scheme, language)}\n`);
  if (looksTied(ranked, scheme)) await write(`${says.byUnrounded}\n`);
  const claims = ranked.flatMap(({ items }) => items.filter(isClaim)).length;
  if (claims > 0) await write(`${says.claims(String(claims))}\n`);
  if (summary.mean) await write(`${summary.count} ${says.count}. ${says.mean}: ${displayDecimal(summary.mean.rounded, language)}\n`);
}

const secondCells = (body: Pick<BodyResult, 'index' | 'rank'> | undefined, language: Terminal['language']): string[] => [
  String(body?.rank ?? '–'),
  body?.index ? displayDecimal(body.index.rounded, language) : '–',
];

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
