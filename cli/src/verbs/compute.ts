import { createWriteStream } from 'node:fs';
import { type BodyResult, displayDecimal, PHRASES, type Scheme, type Summary } from '@parindex/core';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { computeLines, type LinesOutcome } from '../compute-lines.ts';
import { faultJson, faultLines, type PlacedFault } from '../fault-report.ts';
import { schemeLine } from '../scheme-line.ts';
import { computeDocument, isLinesHead, linesOf } from '../read-snapshot.ts';
import { DONE, type ExitCode, FAULTY, paint, type Terminal } from '../terminal.ts';

const SAYS = {
  vi: { columns: ['Hạng', 'Mã', 'Cơ quan', 'Điểm', 'Chỉ số', 'Nhóm'], mean: 'Trung bình', count: 'cơ quan được xếp hạng' },
  en: { columns: ['Rank', 'Code', 'Body', 'Points', 'Index', 'Class'], mean: 'Mean', count: 'ranked bodies' },
} as const;

type Write = (text: string) => Promise<void>;
type Format = 'json' | 'table' | 'csv';

/** Computes a snapshot and prints its result; 1 with all faults where it has any. */
export async function run([where = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const format = (options['format'] ?? 'json') as Format;
  const { write, close } = openOutput(options['output'], terminal);
  const lines = linesOf(where, terminal);
  const first = (await lines.next()).value ?? '';
  let exit: ExitCode = DONE;
  try {
    if (isLinesHead(first)) {
      await computeLines(first, lines, where, terminal, async (outcome) => {
        if ('faults' in outcome) exit = await reportFaults(outcome.faults, format, terminal);
        else await writeLines(outcome, format, write, terminal);
      });
      return exit;
    }
    let text = first;
    for await (const line of lines) text += `\n${line}`;
    const computed = computeDocument(text, where, terminal.language);
    if ('faults' in computed) return await reportFaults(computed.faults, format, terminal);
    const { result, scheme } = computed;
    if (format === 'json') await write(`${JSON.stringify(result, null, 1)}\n`);
    else await writeRows(scheme, result.bodies, result.summary.all, format, write, terminal);
    return DONE;
  } finally {
    await close();
  }
}

function openOutput(file: string | undefined, terminal: Terminal): { write: Write; close: () => Promise<void> } {
  if (file === undefined) return { write: (text) => terminal.write(text), close: async () => {} };
  const stream = createWriteStream(file);
  return {
    write: (text) => new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}

async function reportFaults(faults: readonly PlacedFault[], format: Format, terminal: Terminal): Promise<ExitCode> {
  if (format === 'json') await terminal.write(`${JSON.stringify({ faults: faults.map(faultJson) }, null, 1)}\n`);
  else terminal.say(faultLines(faults, terminal));
  return FAULTY;
}

async function writeLines(outcome: Exclude<LinesOutcome, { faults: unknown }>, format: Format, write: Write, terminal: Terminal): Promise<void> {
  if (format !== 'json') {
    const bodies = function* (): Iterable<BodyResult> {
      for (const line of outcome.bodies()) yield JSON.parse(line) as BodyResult;
    };
    await writeRows(outcome.scheme, bodies(), outcome.summary.all, format, write, terminal);
    return;
  }
  await write(`${JSON.stringify(outcome.head)}\n`);
  for (const line of outcome.bodies()) await write(`${line}\n`);
  await write(`${JSON.stringify({ summary: outcome.summary })}\n`);
}

async function writeRows(scheme: Scheme, bodies: Iterable<BodyResult>, summary: Summary, format: 'table' | 'csv', write: Write, terminal: Terminal): Promise<void> {
  if (format === 'csv') {
    // A byte order mark lets Excel read Vietnamese letters.
    await write('\uFEFFrank,id,code,name,block,points,maximum,bonus,penalty,total,index,index_rounded,class,reason,scheme,scheme_status\r\n');
    for (const body of bodies) {
      const cells = [body.rank, body.id, body.code, body.name, body.block, body.points, body.maximum, body.bonus, body.penalty, body.total, body.index?.exact, body.index?.rounded, body.class, body.reason, scheme.id, scheme.status];
      await write(`${cells.map(csvCell).join(',')}\r\n`);
    }
    return;
  }
  const { language } = terminal;
  const says = SAYS[language];
  const rows = [...bodies]
    .toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY))
    .map((body) => [String(body.rank ?? '–'), body.code ?? '', body.name, displayDecimal(decimalOf(body.total ?? body.points), language), body.index ? displayDecimal(body.index.rounded, language) : body.reason ? PHRASES[language].reason[body.reason] : '–', body.class ?? '']);
  const widths = says.columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, index) => (index === 3 || index === 4 || index === 0 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join('  ').trimEnd();
  await write(`${paint(terminal, 'bold', line(says.columns))}\n`);
  for (const row of rows) await write(`${line(row)}\n`);
  await write(`\n${schemeLine(scheme, language)}\n`);
  if (summary.mean) await write(`${summary.count} ${says.count}. ${says.mean}: ${displayDecimal(summary.mean.rounded, language)}\n`);
}

/** Cells that a spreadsheet would take for a formula are set apart by an apostrophe. */
function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A fraction for the table: two places are enough beside the index. */
const decimalOf = (fraction: string): string => toDecimal(fromFraction(fraction), 2, 'halfUp');
