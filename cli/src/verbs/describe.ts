import { writeFileSync } from 'node:fs';
import { canonicalText, countScheme, describeScheme, hashOf, inLanguage, type Language, PHRASES, ruleLines, type Scheme, type SchemeRow } from '@parindex/core';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = {
  vi: { points: 'điểm', basis: 'Căn cứ', hash: 'Mã băm', guidance: 'Hướng dẫn', evidence: 'Tài liệu kiểm chứng', needsOutput: 'Định dạng xlsx cần --output TỆP.xlsx', columns: ['Mã', 'Nội dung', 'Điểm tối đa', 'Nguồn điểm', 'Cách tính điểm', 'Ghi chú', 'Hướng dẫn', 'Tài liệu kiểm chứng'], written: (file: string) => `Đã ghi ${file}\n` },
  en: { points: 'points', basis: 'Legal basis', hash: 'Hash', guidance: 'Guidance', evidence: 'Evidence', needsOutput: 'The format xlsx needs --output FILE.xlsx', columns: ['Code', 'Title', 'Maximum', 'Source', 'Rule', 'Notes', 'Guidance', 'Evidence'], written: (file: string) => `Wrote ${file}\n` },
} as const;

/** Describes one scheme in words, or prints its normal form. */
export async function run([where = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const { output, format = 'text' } = options;
  if (format === 'xlsx' && output === undefined && terminal.screen) throw new WrongUse(says.needsOutput);
  const read = await readSoundScheme(where, terminal);
  if (typeof read === 'number') return read;
  const bytes = format === 'xlsx' ? await asXlsx(read, terminal.language) : new TextEncoder().encode(format === 'json' ? `${JSON.stringify(JSON.parse(canonicalText(read)), null, 2)}\n` : format === 'markdown' ? asMarkdown(read, terminal.language) : asText(read, { ...terminal, colours: terminal.colours && output === undefined }));
  if (output === undefined) await terminal.writeBytes(bytes);
  else {
    writeFileSync(output, bytes);
    terminal.say(says.written(output));
  }
  return DONE;
}

function heading(scheme: Scheme, language: Language): string[] {
  const phrases = PHRASES[language];
  const says = SAYS[language];
  const { domains, criteria, subCriteria, items } = countScheme(scheme);
  const counts = language === 'vi' ? `${domains} lĩnh vực, ${criteria} tiêu chí, ${subCriteria} tiêu chí thành phần, ${items} nội dung chấm điểm` : `${domains} domains, ${criteria} criteria, ${subCriteria} sub-criteria, ${items} items`;
  return [
    `${phrases.status[scheme.status]}. ${phrases.statusNote[scheme.status]}${scheme.structure === 'partsOnly' ? ` ${phrases.partsOnly}.` : ''}`,
    ...(scheme.legalBasis.length > 0 ? [`${says.basis}: ${scheme.legalBasis.map(({ number }) => number).join('; ')}`] : []),
    counts,
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
  const lines = [`# ${inLanguage(scheme.title, language)}`, '', ...heading(scheme, language).flatMap((line) => [line, '']), `| ${says.columns.slice(0, 6).join(' | ')} |`, '|---|---|---:|---|---|---|'];
  for (const row of describeScheme(scheme, language)) {
    const strong = row.level === 'domain' ? '**' : '';
    const rule = row.rule ? ruleLines(row.rule).map((line) => line.trim()).join('\n') : '';
    lines.push(`| ${[`${strong}${row.code}${strong}`, `${strong}${row.title}${strong}${assumedMark(row, language)}`, row.points, row.source ?? '', rule, row.notes.join('\n')].map(cell).join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

async function asXlsx(scheme: Scheme, language: Language): Promise<Uint8Array> {
  const { writeSheets } = await import('../xlsx.ts');
  const says = SAYS[language];
  const rows = describeScheme(scheme, language).map((row) => [
    row.code,
    `${row.title}${assumedMark(row, language)}`,
    row.points,
    row.source ?? '',
    row.rule ? ruleLines(row.rule).join('\n') : '',
    row.notes.join('\n'),
    row.guidance ?? '',
    row.evidence ?? '',
  ]);
  return writeSheets([
    { name: language === 'vi' ? 'Bộ tiêu chí' : 'Scheme', widths: [10, 60, 12, 24, 60, 40, 60, 40], rows: [[inLanguage(scheme.title, language) ?? ''], ...heading(scheme, language).map((line) => [line]), [], [...says.columns], ...rows] },
  ]);
}
