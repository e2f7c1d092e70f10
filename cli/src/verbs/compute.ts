import type { BodyResult, Scheme, Summary } from '@parindex/core';
import { bodyResults, computeLines, type LinesOutcome } from '../compute-lines.ts';
import { faultJson, faultLines, type PlacedFault } from '../fault-report.ts';
import { type Output, openOutput } from '../output.ts';
import { computeDocument, isLinesHead, linesOf, type SecondReading, wholeText } from '../read-snapshot.ts';
import { writeCsv, writeTable } from '../result-rows.ts';
import { DONE, type ExitCode, FAULTY, type Terminal } from '../terminal.ts';

type Format = 'json' | 'table' | 'csv';

/** Computes a snapshot and prints its result; 1 with all faults where it has any. */
export async function run([where = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const format = (options['format'] ?? 'json') as Format;
  const output = await openOutput(options['output'], terminal);
  try {
    // Colours are for a screen, never for a file.
    const faults = await compute(where, format, output, options['output'] === undefined ? terminal : { ...terminal, colours: false });
    if (faults) return await reportFaults(faults, format, terminal);
    await output.keep();
    return DONE;
  } finally {
    output.drop();
  }
}

/** Writes the result, or gives the faults that there are. */
async function compute(where: string, format: Format, output: Output, terminal: Terminal): Promise<readonly PlacedFault[] | undefined> {
  const lines = linesOf(where, terminal);
  const first = (await lines.next()).value ?? '';
  if (isLinesHead(first)) {
    let faults: readonly PlacedFault[] | undefined;
    await computeLines(first, lines, where, terminal, async (outcome) => {
      if ('faults' in outcome) faults = outcome.faults;
      else await writeLines(outcome, format, output, terminal);
    });
    return faults;
  }
  const computed = computeDocument(await wholeText(first, lines), where, terminal.language);
  if ('faults' in computed) return computed.faults;
  const { result, scheme, secondReading } = computed;
  if (format === 'json') await output.write(`${JSON.stringify(result, null, 1)}\n`);
  else await writeRows(scheme, result.bodies, result.summary.all, secondReading(), format, output, terminal);
  return undefined;
}

async function reportFaults(faults: readonly PlacedFault[], format: Format, terminal: Terminal): Promise<ExitCode> {
  if (format === 'json') await terminal.write(`${JSON.stringify({ faults: faults.map(faultJson) }, null, 1)}\n`);
  else terminal.say(faultLines(faults, terminal));
  return FAULTY;
}

async function writeLines(
  { scheme, head, bodies, summary }: Exclude<LinesOutcome, { faults: unknown }>,
  format: Format,
  output: Output,
  terminal: Terminal,
): Promise<void> {
  if (format !== 'json') {
    await writeRows(scheme, bodyResults(bodies()), summary.all, null, format, output, terminal);
    return;
  }
  await output.write(`${JSON.stringify(head)}\n`);
  for (const line of bodies()) await output.write(`${line}\n`);
  await output.write(`${JSON.stringify({ summary })}\n`);
}

const writeRows = (
  scheme: Scheme,
  bodies: Iterable<BodyResult>,
  summary: Summary,
  second: SecondReading,
  format: 'table' | 'csv',
  output: Output,
  terminal: Terminal,
): Promise<void> => (format === 'csv' ? writeCsv(scheme, bodies, second, output) : writeTable(scheme, bodies, summary, second, output, terminal));
