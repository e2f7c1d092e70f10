import type { Writing } from '../../db/transaction.ts';
import { keyOfSecret, SecretUnreadable } from '../../keys/encrypt-secret.ts';
import type { Keys } from '../../keys/keys.ts';
import { WrongSetting } from '../../wrong-setting.ts';
import { readSecret, storeSecret } from '../accounts/sign-on/stored-secret.ts';
import { lockStoredSecrets, type StoredSecrets, sampleStoredSecrets, writeStoredSecrets } from './queries/stored-secrets.ts';

export interface Reencrypted {
  readonly written: number;
  /** Accounts whose second factor is gone, as the key of it is lost. */
  readonly lost: readonly string[];
}

/** What is to be done with secrets whose key is missing: nothing is changed, or they are given up. */
export type WhereLost = 'refuse' | 'giveUp';

/** One stored secret under the newest key; null where no key opens it. What was never encrypted is taken as it is. */
function renew(keys: Keys, account: string, stored: string | null): string | null {
  if (stored === null) return null;
  try {
    return storeSecret(keys, account, keyOfSecret(stored) === undefined ? stored : readSecret(keys, account, stored));
  } catch (error) {
    if (error instanceof SecretUnreadable) return null;
    throw error;
  }
}

/** Encrypts stored secrets by the newest key: all, or those that are not encrypted yet. Those that no key opens are given up. */
export async function reencryptSecrets(db: Writing, keys: Keys, which: 'all' | 'plain'): Promise<Reencrypted> {
  const isPlain = (stored: string | null) => stored !== null && keyOfSecret(stored) === undefined;
  const rows = (await lockStoredSecrets(db)).filter(({ secret, candidate }) => which === 'all' || isPlain(secret) || isPlain(candidate));
  const renewed: StoredSecrets[] = rows.map(({ account, secret, candidate }) => ({
    account,
    secret: renew(keys, account, secret),
    candidate: renew(keys, account, candidate),
  }));
  if (renewed.length > 0) await writeStoredSecrets(db, renewed);
  return { written: renewed.length, lost: rows.flatMap(({ account, secret }, index) => (secret !== null && renewed[index]?.secret === null ? [account] : [])) };
}

/** Refuses where any stored secret is opened by no key of the folder. */
export async function refuseUnreadable(db: Writing, keys: Keys): Promise<void> {
  for (const { account, secret, candidate } of await lockStoredSecrets(db)) for (const stored of [secret, candidate]) refuseWhereMissing(keys, account, stored);
}

function refuseWhereMissing(keys: Keys, account: string, stored: string | null): void {
  if (stored === null || keyOfSecret(stored) === undefined) return;
  try {
    readSecret(keys, account, stored);
  } catch (error) {
    throw error instanceof SecretUnreadable ? missingKey(keys, stored) : error;
  }
}

function missingKey({ folder }: Keys, stored: string): WrongSetting {
  const id = keyOfSecret(stored) ?? '';
  return new WrongSetting(
    `Khóa mã hóa ${id} không có trong ${folder}, hoặc tệp khóa không đúng; hãy đặt lại tệp đã cất giữ. Nếu đã mất hẳn: parindex keys rotate --lost. (Key ${id}, by which secrets of the database are encrypted, is not in ${folder}, or is another; put the file back that was kept. Lost for good: parindex keys rotate --lost.)`,
  );
}

/** Refuses where the database holds a secret that is not encrypted, or that no key of the folder opens. */
export async function checkSecretKeys(db: Writing, keys: Keys): Promise<void> {
  for (const { account, stored } of await sampleStoredSecrets(db)) {
    if (keyOfSecret(stored) === undefined)
      throw new WrongSetting(
        'Cơ sở dữ liệu còn mã bí mật xác thực hai lớp chưa mã hóa; hãy chạy một lần: parindex keys rotate. (The database holds secrets of second factors that are not encrypted; run once: parindex keys rotate.)',
      );
    refuseWhereMissing(keys, account, stored);
  }
  if (keys.secrets().length === 0)
    throw new WrongSetting(
      `Thiếu khóa mã hóa trong ${keys.folder}; nếu cơ sở dữ liệu này chưa từng có khóa: parindex keys rotate. (The key that encrypts secrets is missing in ${keys.folder}; if this database never had keys: parindex keys rotate.)`,
    );
}
