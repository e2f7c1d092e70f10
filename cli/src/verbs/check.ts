import { type Faults, faultsOfReading, type RawDocument, readScheme, runCases } from '@parindex/core';
import { readChecks } from '@parindex/core/review/index';
import { texts } from '@parindex/core/words/texts';
import { faultJson, faultLines, type PlacedFault } from '../fault-report.ts';
import { findSchemes, readDocument, type SchemeFiles } from '../files.ts';
import { countsLine, titleWithStatus } from '../scheme-line.ts';
import { DONE, type ExitCode, FAULTY, paint, progress, type Terminal } from '../terminal.ts';

const SAYS = texts({
  fine: {
    vi: (cases: number) => (cases > 0 ? `đúng, ${cases} ví dụ đều khớp` : 'đúng, không có ví dụ kèm theo'),
    en: (cases: number) => (cases > 0 ? `sound, all ${cases} cases come out` : 'sound, without cases'),
  },
  faults: { vi: (count: number) => `${count} lỗi.`, en: (count: number) => `${count} ${count === 1 ? 'fault' : 'faults'}.` },
  checking: { vi: (file: string) => `Đang kiểm tra ${file} …`, en: (file: string) => `Checking ${file} …` },
});

const placed = (file: string, document: RawDocument, faults: Faults): PlacedFault[] =>
  faults.list.map((fault) => ({ file, fault, place: document.locate(fault.keys) }));

function checkOne({ scheme: file, cases: casesFile, checks: checksFile }: SchemeFiles, { language }: Terminal) {
  const document = readDocument(file, language);
  const faults = faultsOfReading(document);
  const scheme = readScheme(document.value, faults);
  const found = placed(file, document, faults);
  let cases = 0;
  if (casesFile) {
    const casesDocument = readDocument(casesFile, language);
    const casesFaults = faultsOfReading(casesDocument);
    // The cases of a faulty scheme mean nothing.
    if (scheme) cases = runCases(scheme, casesDocument.value, casesFaults);
    found.push(...placed(casesFile, casesDocument, casesFaults));
  }
  if (checksFile && scheme) {
    const checksDocument = readDocument(checksFile, language);
    const checksFaults = faultsOfReading(checksDocument);
    readChecks(checksDocument.value, scheme, checksFaults);
    found.push(...placed(checksFile, checksDocument, checksFaults));
  }
  return { file, scheme: found.length === 0 ? scheme : undefined, cases, faults: found };
}

/** Checks schemes and what is declared beside them, and runs their cases; 1 where any has faults. */
export async function run(args: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const bar = progress(terminal);
  const files = args.flatMap((where) => findSchemes(where, terminal.language));
  const checked = files.map((entry) => {
    bar.show(says.checking(entry.scheme));
    return checkOne(entry, terminal);
  });
  bar.clear();
  const faults = checked.flatMap((entry) => entry.faults);
  if (options['format'] === 'json') {
    await terminal.write(`${JSON.stringify({ faults: faults.map((fault) => ({ file: fault.file, ...faultJson(fault) })) }, null, 2)}\n`);
    return faults.length > 0 ? FAULTY : DONE;
  }
  for (const { file, scheme, cases } of checked) {
    if (!scheme) continue;
    await terminal.write(
      `${paint(terminal, 'green', '✓')} ${file}: ${says.fine(cases)}\n  ${titleWithStatus(scheme, terminal.language)}: ${countsLine(scheme, terminal.language)}\n`,
    );
  }
  if (faults.length === 0) return DONE;
  await terminal.write(faultLines(faults, terminal));
  await terminal.write(`${says.faults(faults.length)}\n`);
  return FAULTY;
}
