import {
  canonicalText,
  describeScheme,
  hashOf,
  inLanguage,
  type Language,
  legalBasisInFull,
  PHRASES,
  ruleLines,
  type Scheme,
  type SchemeRow,
  validityText,
} from '@parindex/core';
import { texts } from '@parindex/core/words/texts';
import { findSchemes, parseDocument, readText } from '../files.ts';
import { openOutput } from '../output.ts';
import { countsLine } from '../scheme-line.ts';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  points: { vi: 'điểm', en: 'points' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  needsOutput: { vi: 'Định dạng xlsx, docx cần --output TỆP', en: 'The formats xlsx and docx need --output FILE' },
  columns: {
    vi: ['STT', 'Nội dung', 'Điểm tối đa', 'Nguồn điểm', 'Cách tính điểm', 'Ghi chú'],
    en: ['Code', 'Title', 'Maximum', 'Source', 'Rule', 'Notes'],
  },
  written: { vi: (file: string) => `Đã ghi ${file}\n`, en: (file: string) => `Wrote ${file}\n` },
});

/** Describes one scheme in words, or prints its normal form. */
export async function run([where = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const { output, format = 'text' } = options;
  if (isOfficeFormat(format) && output === undefined && terminal.screen) throw new WrongUse(says.needsOutput);
  const read = await readSoundScheme(where, terminal);
  if (typeof read === 'number') return read;
  const content = isOfficeFormat(format) ? await asAnnex(read, where, format, terminal) : undefined;
  const opened = await openOutput(output, terminal);
  try {
    // Colours are for a screen, never for a file.
    await opened.write(content ?? contentOf(read, format, output === undefined ? terminal : { ...terminal, colours: false }));
    await opened.keep();
  } finally {
    opened.drop();
  }
  if (output !== undefined) terminal.say(says.written(output));
  return DONE;
}

const isOfficeFormat = (format: string): format is 'xlsx' | 'docx' => format === 'xlsx' || format === 'docx';

/** The table as the annex of a decision. It is no draft: of what no decision adopted here, only the status of the scheme is known. */
async function asAnnex(scheme: Scheme, where: string, format: 'xlsx' | 'docx', { language }: Terminal): Promise<Uint8Array> {
  const { schemeAnnex } = await import('@parindex/server/documents/scheme-annex');
  const file = findSchemes(where, language)[0]?.scheme ?? where;
  const text = readText(file, language);
  return schemeAnnex({ text, document: parseDocument(text, file, language).value, isDraft: false, hash: hashOf(scheme), decision: null, owner: null }, format);
}

function contentOf(scheme: Scheme, format: string, terminal: Terminal): string {
  if (format === 'json') return `${JSON.stringify(JSON.parse(canonicalText(scheme)), null, 2)}\n`;
  return format === 'markdown' ? asMarkdown(scheme, terminal.language) : asText(scheme, terminal);
}

function heading(scheme: Scheme, language: Language): string[] {
  const phrases = PHRASES[language];
  const says = SAYS[language];
  const validity = validityText(scheme, language);
  const [status, note] = [phrases.status[scheme.status], phrases.statusNote[scheme.status]];
  return [
    `${note.startsWith(status) ? note : `${status}. ${note}`}${scheme.structure === 'partsOnly' ? ` ${phrases.partsOnly}.` : ''}`,
    ...scheme.legalBasis.map((basis) => `${says.basis}: ${legalBasisInFull(basis, language)}.`),
    ...(validity === undefined ? [] : [validity]),
    countsLine(scheme, language),
    `${says.hash}: ${hashOf(scheme)}`,
  ];
}

function asText(scheme: Scheme, terminal: Terminal): string {
  const { language } = terminal;
  const says = SAYS[language];
  const lines = [paint(terminal, 'bold', inLanguage(scheme.title, language) ?? ''), ...heading(scheme, language), ''];
  const indent = { domain: '', criterion: '  ', subCriterion: '    ' } as const;
  for (const row of describeScheme(scheme, language)) {
    const space = indent[row.level];
    const title = `${row.code} ${row.title} (${row.points} ${says.points}${row.source ? `; ${row.source}` : ''})${assumedMark(row, language)}`;
    lines.push(space + (row.level === 'domain' ? paint(terminal, 'bold', title) : title));
    if (row.rule) lines.push(...ruleLines(row.rule, `${space}    `), ...row.notes.map((note) => `${space}    ${note}`));
  }
  return `${lines.join('\n')}\n`;
}

const assumedMark = (row: SchemeRow, language: Language) => (row.assumed ? ` [${PHRASES[language].assumedThresholds}]` : '');

function asMarkdown(scheme: Scheme, language: Language): string {
  const says = SAYS[language];
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
  const lines = [
    `# ${inLanguage(scheme.title, language)}`,
    '',
    ...heading(scheme, language).flatMap((line) => [line, '']),
    `| ${says.columns.join(' | ')} |`,
    '|---|---|---:|---|---|---|',
  ];
  for (const row of describeScheme(scheme, language)) {
    const strong = row.level === 'domain' ? '**' : '';
    const rule = row.rule
      ? ruleLines(row.rule)
          .map((line) => line.trim())
          .join('\n')
      : '';
    lines.push(
      `| ${[`${strong}${row.code}${strong}`, `${strong}${row.title}${strong}${assumedMark(row, language)}`, row.points, row.source ?? '', rule, row.notes.join('\n')].map(cell).join(' | ')} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}
