import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { type KeyFile, type KeyUse, publicPart, readKey, type SealKey, type SecretKey } from './key-file.ts';

/** What a key's file is called; anything else in the folder is left alone. */
const FILE = /^(?:secrets|seals)-\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/;

const nameOf = ({ use, id }: { readonly use: KeyUse; readonly id: string }) => `${use}-${id}.json`;

/**
 * The keys of an installation: files of a folder outside the database. All are read, the newest of each use writes. The folder is looked at
 * again whenever something is to be written, or a key is asked for that was not there: another process may have rotated them.
 */
export class Keys {
  readonly folder: string;
  readonly #read = new Map<string, SecretKey | SealKey>();

  constructor(folder: string) {
    this.folder = folder;
  }

  #look(): void {
    const names = existsSync(this.folder) ? readdirSync(this.folder).filter((name) => FILE.test(name)) : [];
    for (const name of this.#read.keys()) if (!names.includes(name)) this.#read.delete(name);
    for (const name of names) {
      if (this.#read.has(name)) continue;
      const key = readKey(readFileSync(path.join(this.folder, name), 'utf8'));
      if (key === undefined || nameOf(key) !== name) throw notAKey(path.join(this.folder, name));
      this.#read.set(name, key);
    }
  }

  #inOrder(): (SecretKey | SealKey)[] {
    this.#look();
    return [...this.#read.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Keys that encrypt secrets, the newest last. */
  secrets(): SecretKey[] {
    return this.#inOrder().filter((key) => key.use === 'secrets');
  }

  /** Keys that sign seals or signed them, the newest last. */
  seals(): SealKey[] {
    return this.#inOrder().filter((key) => key.use === 'seals');
  }

  /** The key that signs, the newest there is; throws where none is. */
  signing(): { readonly id: string; readonly privateKey: KeyObject } {
    const key = this.seals().findLast(({ privateKey }) => privateKey !== undefined);
    if (key?.privateKey === undefined)
      throw new WrongSetting(
        `Thiếu khóa ký niêm phong nhật ký trong ${this.folder}. (The key that signs the seals of the trail is missing in ${this.folder}.)`,
      );
    return { id: key.id, privateKey: key.privateKey };
  }

  /** The key by which a secret was encrypted. */
  secret(id: string): SecretKey | undefined {
    const name = nameOf({ use: 'secrets', id });
    if (!this.#read.has(name)) this.#look();
    return this.#read.get(name) as SecretKey | undefined;
  }

  /** Adds a key, which writes from now on. Signing keys of before keep what verifies and lose what signs. */
  add(file: KeyFile): void {
    const before = this.seals().filter(({ privateKey }) => file.use === 'seals' && privateKey !== undefined);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
    this.#write(file);
    for (const key of before) this.#write(publicPart(key));
  }

  #write(file: KeyFile): void {
    const name = nameOf(file);
    writeDurably(path.join(this.folder, name), `${JSON.stringify(file, null, 2)}\n`);
    this.#read.delete(name);
  }
}

const notAKey = (file: string) =>
  new WrongSetting(`Tệp khóa ${file} bị hỏng; hãy lấy lại từ nơi cất giữ. (The key file ${file} is damaged; bring it back from where it is kept.)`);
