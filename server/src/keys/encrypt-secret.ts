import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { WrongSetting } from '../wrong-setting.ts';
import type { Keys } from './keys.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** As it stands in the database: the cipher, the id of the key, and nonce, text and tag together. */
const STORED = /^aes-256-gcm:(?<key>[0-9TZa-f-]+):(?<bytes>[\w-]+)$/;

/** The id of the key that a stored secret was encrypted by; undefined where it is not encrypted at all. */
export const keyOfSecret = (stored: string): string | undefined => STORED.exec(stored)?.groups?.['key'];

/** A stored secret that no key of the folder opens. */
export class SecretUnreadable extends Error {}

/** Encrypts a secret by the newest key; `of` names the row that it belongs to, and it can be read as that row's alone. */
export function encryptSecret(keys: Keys, of: string, secret: string): string {
  const key = keys.secrets().at(-1);
  if (key === undefined) throw new WrongSetting(`Thiếu khóa mã hóa trong ${keys.folder}. (The key that encrypts secrets is missing in ${keys.folder}.)`);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.key, nonce).setAAD(Buffer.from(`${key.id} ${of}`));
  const bytes = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${CIPHER}:${key.id}:${bytes.toString('base64url')}`;
}

/** Reads a stored secret; throws `SecretUnreadable` where its key is missing or another, or where it belongs to another row. */
export function decryptSecret(keys: Keys, of: string, stored: string): string {
  const { key: id = '', bytes: text = '' } = STORED.exec(stored)?.groups ?? {};
  const key = keys.secret(id);
  if (key === undefined) throw new SecretUnreadable(`the key ${id} that encrypted the secret of ${of} is not in ${keys.folder}`);
  const bytes = Buffer.from(text, 'base64url');
  try {
    const cipher = createDecipheriv(CIPHER, key.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(`${id} ${of}`));
    cipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    throw new SecretUnreadable(`key ${id} does not open the secret of ${of}: it is not the key that encrypted it, or the secret is another's`);
  }
}
