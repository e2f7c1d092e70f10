import { texts } from '@parindex/core/words/texts';
import { findNeededKeys } from '@parindex/server/capabilities/operation/open-keys';
import { makeFirstKeys } from '@parindex/server/capabilities/operation/rotate-keys';
import { setUpReal } from '@parindex/server/capabilities/operation/set-up-real';
import { withDatabase } from '../installation.ts';
import { namedIn } from '../named-person.ts';
import { DONE, type ExitCode, type Terminal } from '../terminal.ts';

const SAYS = texts({
  missing: { vi: 'Cần --email và --name của quản trị viên đầu tiên.', en: 'The --email and --name of the first administrator are needed.' },
  wrong: { vi: (option: string) => `--${option} không hợp lệ.`, en: (option: string) => `--${option} is not valid.` },
  done: {
    vi: (until: string) =>
      `Đã khởi tạo. Liên kết dùng một lần để quản trị viên đầu tiên đặt mật khẩu, trước ${until} (giờ Việt Nam); liên kết cấp trước, nếu có, không còn hiệu lực:`,
    en: (until: string) =>
      `The database is set up. By this one-time link the first administrator sets a password, before ${until} (Vietnam time); an earlier link no longer serves:`,
  },
  keys: {
    vi: (folder: string) => `Khóa mã hóa và khóa ký nằm ở ${folder}; hãy cất một bản ở nơi khác với bản sao lưu cơ sở dữ liệu.`,
    en: (folder: string) => `The keys that encrypt and sign are in ${folder}; keep a copy elsewhere than the backups of the database.`,
  },
  next: {
    vi: 'Tiếp theo: chạy parindex serve, rồi mở liên kết trên bằng trình duyệt.',
    en: 'Next: run parindex serve, then open the link in a browser.',
  },
});

const MOMENT = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });

/** Makes the real database and its first administrator, and prints the link for them. */
export async function run(_args: readonly string[], { email, name }: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const administrator = namedIn({ email, name }, says.missing, says.wrong);
  const { link, origin, keys } = await withDatabase(terminal, { sandbox: undefined, make: true }, async (database, config) => {
    const keys = findNeededKeys(config, database);
    await makeFirstKeys(database.owner, keys, new Date());
    const link = await setUpReal(database.owner, config.root, administrator, new Date());
    return { link, origin: config.origin ?? `http://localhost:${config.port}`, keys: keys.folder };
  });
  await terminal.write(`${says.done(MOMENT.format(link.expiresAt))}\n\n  ${origin}${link.path}\n\n${says.keys(keys)}\n${says.next}\n`);
  return DONE;
}
