import { existsSync } from 'node:fs';
import { texts } from '@parindex/core/words/texts';
import { makeIdentity } from '@parindex/server/backup/encryption';
import { findNeededKeys } from '@parindex/server/capabilities/operation/open-keys';
import { type Rotated, rotateKeys } from '@parindex/server/capabilities/operation/rotate-keys';
import type { KeyUse } from '@parindex/server/keys/key-file';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  unknown: {
    vi: (act: string) => `Không có “keys ${act}”; chỉ có: list, rotate, identity TỆP`,
    en: (act: string) => `There is no “keys ${act}”, but: list, rotate, identity FILE`,
  },
  there: { vi: (file: string) => `${file} đã có; không ghi đè.`, en: (file: string) => `${file} is there already and stays as it is.` },
  identity: {
    vi: (file: string, recipient: string) =>
      `Khóa giải mã nằm trong ${file}; mất tệp này thì không mở được bản sao lưu nào mã hóa cho nó. Đặt PARINDEX_BACKUP_RECIPIENTS=${recipient}`,
    en: (file: string, recipient: string) =>
      `The identity is in ${file}; without it no backup that is encrypted to it can be opened. Set PARINDEX_BACKUP_RECIPIENTS=${recipient}`,
  },
  folder: { vi: (folder: string) => `Thư mục khóa: ${folder}`, en: (folder: string) => `Folder of keys: ${folder}` },
  none: { vi: 'Chưa có khóa nào.', en: 'There are no keys.' },
  key: {
    vi: (use: KeyUse, id: string, at: string, writes: boolean) => `${USES.vi[use]} ${id}, tạo ${at}${writes ? ', đang dùng' : ''}`,
    en: (use: KeyUse, id: string, at: string, writes: boolean) => `${USES.en[use]} ${id}, made ${at}${writes ? ', in use' : ''}`,
  },
  written: {
    vi: ({ written, lost }: Rotated) =>
      `Đã mã hóa lại mã bí mật của ${written - lost.length} tài khoản.${lost.length === 0 ? '' : ` ${lost.length} tài khoản mất khóa phải đăng ký lại xác thực hai lớp.`}`,
    en: ({ written, lost }: Rotated) =>
      `Encrypted the secrets of ${written - lost.length} accounts anew.${lost.length === 0 ? '' : ` ${lost.length} whose key is lost enrol their second factor again.`}`,
  },
  care: {
    vi: 'Hãy cất ngay một bản của thư mục khóa ở nơi khác với bản sao lưu, chép sang mọi máy chạy ParIndex, rồi sao lưu lại.',
    en: 'Keep a copy of the folder elsewhere than the backups at once, copy it to every machine that runs ParIndex, then make a backup.',
  },
});

const USES: Readonly<Record<'vi' | 'en', Readonly<Record<KeyUse, string>>>> = {
  vi: { secrets: 'Khóa mã hóa', seals: 'Khóa ký niêm phong' },
  en: { secrets: 'Key that encrypts secrets', seals: 'Key that signs seals' },
};

const MOMENT = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' } as const;

/** The pair of keys of whoever keeps backups; needs no installation. */
async function makeFor(file: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  if (file === undefined) throw new WrongUse(says.unknown('identity'));
  if (existsSync(file)) throw new WrongUse(says.there(file));
  await terminal.write(`${says.identity(file, await makeIdentity(file, new Date()))}\n`);
  return DONE;
}

/** Lists the keys of an installation, or makes new ones that write from now on. */
export async function run(
  [act = '', file]: readonly string[],
  { sandbox, lost }: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  if (act === 'identity') return makeFor(file, terminal);
  if ((act !== 'list' && act !== 'rotate') || file !== undefined) throw new WrongUse(says.unknown(act));
  const { keys, rotated } = await withDatabase(terminal, { sandbox }, async (database, config) => {
    const found = findNeededKeys(config, database);
    const rotated = act === 'rotate' ? await rotateKeys(database.owner, found, new Date(), lost === undefined ? 'refuse' : 'giveUp') : undefined;
    return { keys: found, rotated };
  });
  const moment = new Intl.DateTimeFormat(terminal.language === 'vi' ? 'vi-VN' : 'en-GB', MOMENT);
  const lines = [keys.secrets(), keys.seals()].flatMap((ofUse) =>
    ofUse.map(({ use, id, madeAt }, index) => says.key(use, id, moment.format(madeAt), index === ofUse.length - 1)),
  );
  await terminal.write(
    `${[says.folder(keys.folder), ...(lines.length === 0 ? [says.none] : lines), ...(rotated ? [says.written(rotated), says.care] : [])].join('\n')}\n`,
  );
  return DONE;
}
