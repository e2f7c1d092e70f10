import { texts } from '@parindex/core/words/texts';
import { recordBackup } from '@parindex/server/backup/record';
import { writeBackup } from '@parindex/server/backup/write';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, progress, type Terminal } from '../terminal.ts';

const SAYS = texts({
  copying: { vi: (rows: number) => `Đang sao lưu … ${rows} dòng`, en: (rows: number) => `Copying … ${rows} rows` },
  done: {
    vi: (file: string, rows: number, tables: number) => `Đã sao lưu ${rows} dòng của ${tables} bảng vào ${file}.`,
    en: (file: string, rows: number, tables: number) => `Copied ${rows} rows of ${tables} tables to ${file}.`,
  },
  care: { vi: 'Tệp có dữ liệu cá nhân; hãy giữ ở nơi hạn chế truy cập.', en: 'The file holds personal data; keep it where few can read it.' },
});

/** Copies the database into a file while people work, and tells the trail. */
export async function run([file = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const bar = progress(terminal);
  const moment = new Date();
  const { rows, tables, sha256 } = await withDatabase(terminal, { sandbox: options['sandbox'] }, async ({ owner }) => {
    const written = await writeBackup(owner, file, moment, (count) => bar.show(says.copying(count)));
    await recordBackup(owner, written, moment);
    return written;
  });
  bar.clear();
  await terminal.write(`${says.done(file, rows, Object.keys(tables).length)}\nSHA-256 ${sha256}\n${says.care}\n`);
  return DONE;
}
