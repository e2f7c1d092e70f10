import { createReadStream, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { writeDurably } from '../durable-file.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { BackupRefused } from './format.ts';

// Backups are encrypted in the format of age (age-encryption.org/v1): its own program opens them too.

const HEADER = Buffer.from('age-encryption.org/v1\n');

const toWeb = (source: AsyncIterable<Uint8Array>) => Readable.toWeb(Readable.from(source, { objectMode: false })) as ReadableStream<Uint8Array>;

/** Encrypts bytes as they pass, to be opened with the identity of any of the recipients. */
export function encryptTo(recipients: readonly string[]): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new WrongSetting(`PARINDEX_BACKUP_RECIPIENTS có người nhận không hợp lệ: ${recipient}. (PARINDEX_BACKUP_RECIPIENTS has a recipient that is none.)`);
    }
  }
  return async function* (source) {
    yield* (await encrypter.encrypt(toWeb(source))) as AsyncIterable<Uint8Array>;
  };
}

/** Whether a file is an encrypted backup, by its first bytes. */
async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    return bytesRead === HEADER.length && buffer.equals(HEADER);
  } finally {
    await handle.close();
  }
}

/** Errors of the system pass; whatever else is thrown is age's. */
const isSystems = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const needsIdentity = () =>
  new BackupRefused({
    vi: 'Bản sao lưu đã được mã hóa; cần tệp khóa giải mã của người nhận: --identity TỆP.',
    en: 'The backup is encrypted; the identity of a recipient is needed: --identity FILE.',
  });
const notForIdentity = () =>
  new BackupRefused({
    vi: 'Bản sao lưu không mã hóa cho khóa giải mã này, hoặc phần đầu tệp đã bị sửa.',
    en: 'The backup is not encrypted to this identity, or its beginning was changed.',
  });
const forgedOrCut = () =>
  new BackupRefused({
    vi: 'Bản sao lưu bị hỏng: nội dung mã hóa đã bị sửa hoặc bị cắt ngang.',
    en: 'The backup is damaged: what is encrypted was changed, or it ends too early.',
  });

async function decrypt(file: string, identities: readonly string[]): Promise<AsyncIterable<Uint8Array>> {
  if (identities.length === 0) throw needsIdentity();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return (await decrypter.decrypt(toWeb(createReadStream(file)))) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw isSystems(error) ? error : notForIdentity();
  }
}

/** The bytes of a backup as they were before they were encrypted, if they were; piece by piece, each proven before it is given. */
export async function* openBackup(file: string, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  if (!(await isEncrypted(file))) {
    yield* createReadStream(file);
    return;
  }
  const bytes = await decrypt(file, identities);
  try {
    yield* bytes;
  } catch (error) {
    throw isSystems(error) ? error : forgedOrCut();
  }
}

/** The identities in a file, as age-keygen writes it: one a line, and lines that begin with #. */
export function readIdentities(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const decrypter = new Decrypter();
  try {
    for (const line of lines) decrypter.addIdentity(line);
  } catch {
    lines.length = 0;
  }
  if (lines.length > 0) return lines;
  throw new BackupRefused({ vi: `${file} không phải tệp khóa giải mã (AGE-SECRET-KEY-…).`, en: `${file} holds no identity (AGE-SECRET-KEY-…).` });
}

/** Makes an identity that opens backups, in a file that its user alone reads; answers the recipient to whom they are then encrypted. */
export async function makeIdentity(file: string, moment: Date): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeDurably(file, `# created: ${moment.toISOString()}\n# public key: ${recipient}\n${identity}\n`);
  return recipient;
}
