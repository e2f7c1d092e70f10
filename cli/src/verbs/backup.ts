import { texts } from '@parindex/core/words/texts';
import { recordBackup } from '@parindex/server/backup/record';
import { writeBackup } from '@parindex/server/backup/write';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, progress, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  copying: { vi: (rows: number) => `Đang sao lưu … ${rows} dòng`, en: (rows: number) => `Copying … ${rows} rows` },
  done: {
    vi: (file: string, rows: number, tables: number) => `Đã sao lưu ${rows} dòng của ${tables} bảng vào ${file}.`,
    en: (file: string, rows: number, tables: number) => `Copied ${rows} rows of ${tables} tables to ${file}.`,
  },
  noRecipients: {
    vi: 'Chưa đặt PARINDEX_BACKUP_RECIPIENTS: khóa công khai (age1…) của người giữ bản sao lưu; tạo bằng: parindex keys identity TỆP. Muốn sao lưu không mã hóa: --plain.',
    en: 'PARINDEX_BACKUP_RECIPIENTS is not set: the public keys (age1…) of whoever keeps the backups; made by: parindex keys identity FILE. For a backup that is not encrypted: --plain.',
  },
  encrypted: {
    vi: (recipients: readonly string[]) => `Đã mã hóa cho ${recipients.join(', ')}.`,
    en: (recipients: readonly string[]) => `Encrypted to ${recipients.join(', ')}.`,
  },
  care: { vi: 'Tệp có dữ liệu cá nhân; hãy giữ ở nơi hạn chế truy cập.', en: 'The file holds personal data; keep it where few can read it.' },
});

/** Copies the database into a file while people work, and tells the trail. */
export async function run([file = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const bar = progress(terminal);
  const moment = new Date();
  const { rows, tables, sha256, recipients } = await withDatabase(terminal, { sandbox: options['sandbox'] }, async ({ owner, kind }, config) => {
    const recipients = options['plain'] === undefined ? config.backupRecipients : [];
    if (recipients.length === 0 && kind === 'real' && options['plain'] === undefined) throw new WrongUse(says.noRecipients);
    const written = await writeBackup(owner, file, moment, recipients, (count) => bar.show(says.copying(count)));
    await recordBackup(owner, written, moment, recipients);
    return { ...written, recipients };
  });
  bar.clear();
  await terminal.write(
    `${says.done(file, rows, Object.keys(tables).length)}\nSHA-256 ${sha256}\n${recipients.length === 0 ? says.care : says.encrypted(recipients)}\n`,
  );
  return DONE;
}
