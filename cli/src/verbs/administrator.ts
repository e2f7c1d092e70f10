import { texts } from '@parindex/core/words/texts';
import { makeAdministratorByOwner } from '@parindex/server/capabilities/operation/set-up-real';
import { withDatabase } from '../installation.ts';
import { namedIn } from '../named-person.ts';
import { DONE, type ExitCode, type Terminal } from '../terminal.ts';

const SAYS = texts({
  missing: { vi: 'Cần --email và --name của quản trị viên.', en: 'The --email and --name of the administrator are needed.' },
  wrong: { vi: (option: string) => `--${option} không hợp lệ.`, en: (option: string) => `--${option} is not valid.` },
  done: {
    vi: (until: string) =>
      `Liên kết dùng một lần để quản trị viên đặt mật khẩu, trước ${until} (giờ Việt Nam); liên kết cấp trước, nếu có, không còn hiệu lực:`,
    en: (until: string) => `By this one-time link the administrator sets a password, before ${until} (Vietnam time); an earlier link no longer serves:`,
  },
  told: { vi: 'Nhật ký ghi đây là việc của người vận hành.', en: 'The trail tells it as the operator’s act.' },
});

const MOMENT = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });

/** Makes somebody an administrator of the whole installation, or gives one new keys, and prints the link for them. */
export async function run(_args: readonly string[], { email, name }: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const administrator = namedIn({ email, name }, says.missing, says.wrong);
  const { link, origin } = await withDatabase(terminal, { sandbox: undefined }, async ({ owner }, config) => ({
    link: await makeAdministratorByOwner(owner, administrator, new Date()),
    origin: config.origin ?? `http://localhost:${config.port}`,
  }));
  await terminal.write(`${says.done(MOMENT.format(link.expiresAt))}\n\n  ${origin}${link.path}\n\n${says.told}\n`);
  return DONE;
}
