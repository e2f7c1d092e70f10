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
import { openOutput } from '../output.ts';
import { countsLine } from '../scheme-line.ts';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  points: { vi: 'điểm', en: 'points' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  guidance: { vi: 'Hướng dẫn', en: 'Guidance' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  sheet: { vi: 'Bộ tiêu chí', en: 'Scheme' },
  needsOutput: { vi: 'Định dạng xlsx cần --output TỆP.xlsx', en: 'The format xlsx needs --output FILE.xlsx' },
  columns: {
    vi: ['STT', 'Nội dung', 'Điểm tối đa', 'Nguồn điểm', 'Cách tính điểm', 'Ghi chú', 'Hướng dẫn', 'Tài liệu kiểm chứng'],
    en: ['Code', 'Title', 'Maximum', 'Source', 'Rule', 'Notes', 'Guidance', 'Evidence'],
  },
  written: { vi: (file: string) => `Đã ghi ${file}\n`, en: (file: string) => `Wrote ${file}\n` },
});

/** Describes one scheme in words, or prints its normal form. */
export async function run([where = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const { output, format = 'text' } = options;
  if (format === 'xlsx' && output === undefined && terminal.screen) throw new WrongUse(says.needsOutput);
  const read = await readSoundScheme(where, terminal);
  if (typeof read === 'number') return read;
  const opened = await openOutput(output, terminal);
  try {
    // Colours are for a screen, never for a file.
    await opened.write(await contentOf(read, format, output === undefined ? terminal : { ...terminal, colours: false }));
    await opened.keep();
  } finally {
    opened.drop();
  }
  if (output !== undefined) terminal.say(says.written(output));
  return DONE;
}

async function contentOf(scheme: Scheme, format: string, terminal: Terminal): Promise<string | Uint8Array> {
  if (format === 'xlsx') return asXlsx(scheme, terminal.language);
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
    `| ${says.columns.slice(0, 6).join(' | ')} |`,
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

/** Two decimals, up to four where there are more. */
const POINTS_FORMAT = '#,##0.00##';

/** In characters, of the columns in their order: together as wide as a page across takes them at a size that is read. */
const WIDTHS = [9, 40, 9, 16, 40, 24, 34, 28];

async function asXlsx(scheme: Scheme, language: Language): Promise<Uint8Array> {
  const { writeLists } = await import('@parindex/server/documents/xlsx');
  const says = SAYS[language];
  const columns = says.columns.map((head, index) => ({
    head,
    width: WIDTHS[index] ?? 10,
    ...(index === 2 ? { format: POINTS_FORMAT, align: 'right' as const } : {}),
  }));
  const rows = describeScheme(scheme, language).map((row) => ({
    bold: row.rule === undefined,
    cells: [
      row.code,
      `${row.title}${assumedMark(row, language)}`,
      Number(row.pointsText),
      row.source ?? '',
      row.rule ? ruleLines(row.rule).join('\n') : '',
      row.notes.join('\n'),
      row.guidance ?? '',
      row.evidence ?? '',
    ],
  }));
  return writeLists([{ name: says.sheet, about: [inLanguage(scheme.title, language) ?? '', ...heading(scheme, language)], columns, rows }]);
}
