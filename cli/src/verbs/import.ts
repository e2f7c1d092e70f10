import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PHRASES } from '@parindex/core';
import { faultsOfDraft, type ImportedScheme, nameOfFile, readSchemeTables } from '@parindex/core/studio/import/index';
import { importDoubtText } from '@parindex/core/words/scheme-import-words';
import { texts } from '@parindex/core/words/texts';
import { whyText } from '@parindex/core/words/workbook-words';
import { stringify } from 'yaml';
import { cannotRead } from '../files.ts';
import { openOutput } from '../output.ts';
import { reasonOf } from '../system-errors.ts';
import { DONE, type ExitCode, FAULTY, paint, type Terminal } from '../terminal.ts';

const SAYS = texts({
  counts: {
    vi: ({ domains, criteria, items, rules }: ImportedScheme['counts']) =>
      `Đọc được ${domains} lĩnh vực, ${criteria} tiêu chí, ${items} nội dung chấm điểm. Cách tính: ${rules.read} đã hiểu, ${rules.doubtful} còn điều chưa chắc, ${rules.toChoose} cần chọn.\n`,
    en: ({ domains, criteria, items, rules }: ImportedScheme['counts']) =>
      `Read ${domains} domains, ${criteria} criteria, ${items} items. Rules: ${rules.read} understood, ${rules.doubtful} doubtful, ${rules.toChoose} to choose.\n`,
  },
  faults: { vi: 'Bản dự thảo còn lỗi:\n', en: 'The draft has faults:\n' },
  nothing: { vi: 'Tệp không có bảng tiêu chí nào đọc được.\n', en: 'The file has no table of criteria that could be read.\n' },
  written: { vi: (file: string) => `Đã ghi ${file}\n`, en: (file: string) => `Wrote ${file}\n` },
});

/** Makes a draft of a scheme from the tables of an office file, and tells what is doubtful in it. A file that `describe` made gives its document back. */
export async function run(
  [file = '']: readonly string[],
  { output, format = 'yaml' }: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  const says = SAYS[language];
  const { readWorkbookApart } = await import('@parindex/server/file-inspection/read-workbook-apart');
  const read = await readWorkbookApart(bytesOf(file, terminal), 'tables');
  if ('refused' in read) throw cannotRead(file, whyText(read.refused.why, language), language);
  const imported = readSchemeTables(read.workbook, nameOfFile(path.basename(file)));
  for (const doubt of imported.doubts)
    terminal.say(`${paint(terminal, 'cyan', doubt.place)}  ${doubt.part ? `${doubt.part}  ` : ''}${importDoubtText(doubt, language)}\n`);
  if (imported.counts.items === 0) {
    terminal.say(says.nothing);
    return FAULTY;
  }
  const opened = await openOutput(output, terminal);
  try {
    await opened.write(
      format === 'json' ? `${JSON.stringify(imported.document, null, 2)}\n` : (imported.text ?? stringify(imported.document, { lineWidth: 160 })),
    );
    await opened.keep();
  } finally {
    opened.drop();
  }
  const faults = faultsOfDraft(imported).list.filter(({ code, keys }) => !(code === 'missingKey' && keys.at(-1) === 'rule'));
  if (faults.length > 0)
    terminal.say(says.faults + faults.map(({ code, path: place, details }) => `${place}  ${PHRASES[language].fault[code](details)}\n`).join(''));
  terminal.say(says.counts(imported.counts));
  if (output !== undefined) terminal.say(says.written(output));
  return DONE;
}

function bytesOf(file: string, { language }: Terminal): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = reasonOf(error, language);
    throw why === undefined ? error : cannotRead(file, why, language);
  }
}
