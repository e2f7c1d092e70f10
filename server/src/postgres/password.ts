import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedRefused } from './refused.ts';

/** The superuser's password, from a file that only this process's user may read; made together with the cluster. */
export function ensurePassword(folder: string, clusterExists: boolean): string {
  const file = join(folder, 'password');
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  }
  if (clusterExists)
    throw new EmbeddedRefused(
      `Thiếu tệp mật khẩu ${file} của cơ sở dữ liệu; hãy lấy lại từ bản sao lưu.`,
      `The password file ${file} of the database is missing; bring it back from a backup.`,
    );
  const password = randomBytes(24).toString('base64url');
  writeDurably(file, `${password}\n`);
  return password;
}

// A power cut must not leave a cluster whose password was never written.
function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
}
