import { invitation } from '@parindex/core/api/index';
import { setUpReal } from '@parindex/server/installation/set-up-real';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = {
  vi: {
    missing: 'Cần --email và --name của quản trị viên đầu tiên.',
    wrong: (option: string) => `--${option} không hợp lệ.`,
    done: (until: string) => `Đã khởi tạo. Quản trị viên đầu tiên đặt mật khẩu bằng liên kết dùng một lần dưới đây, trước ${until}:`,
    next: 'Tiếp theo: parindex serve',
  },
  en: {
    missing: 'The --email and --name of the first administrator are needed.',
    wrong: (option: string) => `--${option} is not valid.`,
    done: (until: string) => `The database is set up. The first administrator sets a password by this one-time link, before ${until}:`,
    next: 'Next: parindex serve',
  },
} as const;

/** Makes the real database and its first administrator, and prints the link for them. */
export async function run(_args: readonly string[], { email, name }: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  if (email === undefined || name === undefined) throw new WrongUse(says.missing);
  const asked = invitation.pick({ email: true, name: true }).safeParse({ email, name: name.normalize('NFC') });
  if (!asked.success) throw new WrongUse(asked.error.issues.map(({ path }) => says.wrong(String(path[0]))).join('\n'));
  const { link, origin } = await withDatabase(terminal, { sandbox: undefined, make: true }, async ({ owner }, config) => ({
    link: await setUpReal(owner, config.root, asked.data, new Date()),
    origin: config.origin ?? `http://localhost:${config.port}`,
  }));
  await terminal.write(`${says.done(link.expiresAt.toISOString())}\n\n  ${origin}${link.path}\n\n${says.next}\n`);
  return DONE;
}
