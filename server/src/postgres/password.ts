import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
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
  // A power cut must not leave a cluster whose password was never written.
  writeDurably(file, `${password}\n`);
  return password;
}
