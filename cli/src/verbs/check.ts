import path from 'node:path';
import { at, Faults, faultsOfReading, type RawDocument, ROOT, readScheme, runCases, type Scheme } from '@parindex/core';
import { readChecks } from '@parindex/core/review/index';
import { checkFed, type Questionnaire, readQuestionnaire } from '@parindex/core/survey/index';
import type { Language } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';
import { faultJson, faultLines, type PlacedFault } from '../fault-report.ts';
import { findSchemes, readDocument, type SchemeFiles } from '../files.ts';
import { countsLine, titleWithStatus } from '../scheme-line.ts';
import { DONE, type ExitCode, FAULTY, paint, progress, type Terminal } from '../terminal.ts';

const SAYS = texts({
  fine: {
    vi: (cases: number, forms: number) =>
      `${cases > 0 ? `đúng, ${cases} ví dụ đều khớp` : 'đúng, không có ví dụ kèm theo'}${forms > 0 ? `, ${forms} phiếu điều tra` : ''}`,
    en: (cases: number, forms: number) =>
      `${cases > 0 ? `sound, all ${cases} cases come out` : 'sound, without cases'}${forms > 0 ? `, ${forms} ${forms === 1 ? 'questionnaire' : 'questionnaires'}` : ''}`,
  },
  faults: { vi: (count: number) => `${count} lỗi.`, en: (count: number) => `${count} ${count === 1 ? 'fault' : 'faults'}.` },
  checking: { vi: (file: string) => `Đang kiểm tra ${file} …`, en: (file: string) => `Checking ${file} …` },
});

const placed = (file: string, document: RawDocument, faults: Faults): PlacedFault[] =>
  faults.list.map((fault) => ({ file, fault, place: document.locate(fault.keys) }));

function checkOne({ scheme: file, cases: casesFile, checks: checksFile, questionnaires: forms }: SchemeFiles, { language }: Terminal) {
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
  const questionnaires = scheme ? checkQuestionnaires(forms, scheme, { file, document }, language, found) : 0;
  return { file, questionnaires, scheme: found.length === 0 ? scheme : undefined, cases, faults: found };
}

/** Each form by itself, that it bears its group's name, and that all together feed every rule that takes means; how many there are. */
function checkQuestionnaires(
  files: readonly string[],
  scheme: Scheme,
  edition: { readonly file: string; readonly document: RawDocument },
  language: Language,
  found: PlacedFault[],
): number {
  const read: Questionnaire[] = [];
  for (const file of files) {
    const document = readDocument(file, language);
    const faults = faultsOfReading(document);
    const questionnaire = readQuestionnaire(document.value, scheme, faults);
    if (questionnaire && `${questionnaire.group}.yaml` !== path.basename(file)) faults.add('unknownId', at(ROOT, 'group'), { found: questionnaire.group });
    if (questionnaire) read.push(questionnaire);
    found.push(...placed(file, document, faults));
  }
  // What a form with faults feeds is not known.
  if (files.length > 0 && read.length === files.length) {
    const faults = new Faults();
    checkFed(scheme, read, faults);
    // What is lacking has no place of its own: it is wanted by the survey of the edition.
    found.push(...faults.list.map((fault) => ({ file: edition.file, fault, place: edition.document.locate(['survey']) })));
  }
  return files.length;
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
  for (const { file, scheme, cases, questionnaires } of checked) {
    if (!scheme) continue;
    await terminal.write(
      `${paint(terminal, 'green', '✓')} ${file}: ${says.fine(cases, questionnaires)}\n  ${titleWithStatus(scheme, terminal.language)}: ${countsLine(scheme, terminal.language)}\n`,
    );
  }
  if (faults.length === 0) return DONE;
  await terminal.write(faultLines(faults, terminal));
  await terminal.write(`${says.faults(faults.length)}\n`);
  return FAULTY;
}
