import path from 'node:path';
import { findLastSeal } from '../../audit/queries/seal.ts';
import { isSignedBy } from '../../audit/sign-block.ts';
import type { Config } from '../../config.ts';
import { readOnce } from '../../db/background.ts';
import { Keys } from '../../keys/keys.ts';
import { WrongSetting } from '../../wrong-setting.ts';
import type { OpenDatabase } from './open-database.ts';
import { checkSecretKeys } from './reencrypt-secrets.ts';
import { makeFirstKeys } from './rotate-keys.ts';

/** Where the keys lie: the folder of the setting, or beside the embedded database, which has one of its own for the sandbox. */
export function findKeys({ keyFolder }: Pick<Config, 'keyFolder'>, { kind, folder }: Pick<OpenDatabase, 'kind' | 'folder'>): Keys | undefined {
  if (keyFolder !== undefined) return new Keys(keyFolder);
  return folder === undefined ? undefined : new Keys(path.join(folder, kind === 'sandbox' ? 'keys-sandbox' : 'keys'));
}

/** The same where keys are needed; refuses where it is not said where they lie. */
export function findNeededKeys(config: Pick<Config, 'keyFolder'>, database: Pick<OpenDatabase, 'kind' | 'folder'>): Keys {
  const keys = findKeys(config, database);
  if (keys !== undefined) return keys;
  throw new WrongSetting(
    'Có DATABASE_URL thì cần PARINDEX_KEYS: thư mục ngoài cơ sở dữ liệu, giữ các khóa mã hóa và khóa ký (xem docs/operating). (With DATABASE_URL, PARINDEX_KEYS is needed: a folder outside the database for the keys that encrypt and sign; see docs/operating.)',
  );
}

const missing = ({ folder }: Keys, what: string, whatEn: string) =>
  new WrongSetting(
    `Thiếu khóa ${what} trong ${folder}; hãy đặt lại tệp khóa đã cất giữ vào đó. Nếu cơ sở dữ liệu này chưa từng có khóa: parindex keys rotate. (The key ${whatEn} is missing in ${folder}; put the file that was kept there. If this database never had keys: parindex keys rotate.)`,
  );

/** Refuses to seal without a key, and with keys that are not those of the last block. */
async function checkSealKeys(keys: Keys, jobsUrl: string): Promise<void> {
  const last = await readOnce(jobsUrl, findLastSeal);
  const known = keys.seals();
  if (last?.key && last.signature) {
    const key = known.find(({ id }) => id === last.key);
    // Where it was lost, and another was made since, sealing goes on: verify says what cannot be verified.
    if (key === undefined && !known.some(({ after }) => after.number >= last.number))
      throw missing(keys, `ký niêm phong ${last.key}`, `${last.key} that signs seals`);
    if (key !== undefined && !isSignedBy(key, last, last.signature))
      throw new WrongSetting(
        `Khóa ${key.id} trong ${keys.folder} không phải khóa đã ký khối ${last.number} của nhật ký. (Key ${key.id} is not the one that signed block ${last.number} of the trail.)`,
      );
  }
  if (!known.some(({ privateKey }) => privateKey !== undefined)) throw missing(keys, 'ký niêm phong', 'that signs seals');
}

/**
 * The keys that a process serves with. Beside the embedded database the first are made by themselves; on a server by "parindex init" or
 * "parindex keys rotate", as several machines must have the same. Refuses, and says what is missing, where those that the database needs are not there.
 */
export async function openKeys(config: Pick<Config, 'keyFolder'>, database: OpenDatabase, moment: Date): Promise<Keys> {
  const keys = findNeededKeys(config, database);
  if (database.folder !== undefined && database.owner !== undefined) await makeFirstKeys(database.owner, keys, moment);
  if (database.signOn !== undefined) await readOnce(database.signOn, (db) => checkSecretKeys(db, keys));
  if (database.jobs !== undefined) await checkSealKeys(keys, database.jobs);
  return keys;
}
