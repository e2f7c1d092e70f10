import { writeBackup } from '@parindex/server/backup/write';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, progress, type Terminal } from '../terminal.ts';

const SAYS = {
  vi: {
    copying: (rows: number) => `Đang sao lưu … ${rows} dòng`,
    done: (file: string, rows: number, tables: number) => `Đã sao lưu ${rows} dòng của ${tables} bảng vào ${file}.`,
    care: 'Tệp có dữ liệu cá nhân; hãy giữ ở nơi hạn chế truy cập.',
  },
  en: {
    copying: (rows: number) => `Copying … ${rows} rows`,
    done: (file: string, rows: number, tables: number) => `Copied ${rows} rows of ${tables} tables to ${file}.`,
    care: 'The file holds personal data; keep it where few can read it.',
  },
} as const;

/** Copies the database into a file while people work. */
export async function run([file = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const bar = progress(terminal);
  const { rows, tables, sha256 } = await withDatabase(terminal, { sandbox: options['sandbox'] }, ({ owner }) =>
    writeBackup(owner, file, new Date(), (count) => bar.show(says.copying(count))),
  );
  bar.clear();
  await terminal.write(`${says.done(file, rows, Object.keys(tables).length)}\nSHA-256 ${sha256}\n${says.care}\n`);
  return DONE;
}
