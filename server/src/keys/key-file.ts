import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a key is for: secrets in the database are encrypted by one, seals of the trail signed by the other. */
export const KEY_USES = ['secrets', 'seals'] as const;
export type KeyUse = (typeof KEY_USES)[number];

const ID = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;
const common = { format: z.literal('parindex-key/1'), id: z.string().regex(ID), madeAt: z.iso.datetime() };

/** A block of the trail, as it stood. */
const head = z.strictObject({ number: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/), count: z.number().int().min(0) });

const secretsFile = z.strictObject({ ...common, use: z.literal('secrets'), key: z.base64() });
const sealsFile = z.strictObject({ ...common, use: z.literal('seals'), after: head, publicKey: z.string(), privateKey: z.string().optional() });
const keyFile = z.discriminatedUnion('use', [secretsFile, sealsFile]);
export type KeyFile = z.output<typeof keyFile>;

interface Key {
  /** Begins with the moment when it was made: the last in order is the newest. */
  readonly id: string;
  readonly madeAt: Date;
}

export interface SecretKey extends Key {
  readonly use: 'secrets';
  readonly key: Buffer;
}

export interface SealKey extends Key {
  readonly use: 'seals';
  /** The head of the chain when the key was made: every later block is signed, by this key or a newer one. */
  readonly after: z.output<typeof head>;
  readonly publicKey: KeyObject;
  /** Absent once a newer key signs, and where seals are verified alone. */
  readonly privateKey: KeyObject | undefined;
}

export const KEY_BYTES = 32;

/** A file's text as a key; undefined where it is none. */
export function readKey(text: string): SecretKey | SealKey | undefined {
  try {
    const file = keyFile.parse(JSON.parse(text));
    const { id, madeAt } = file;
    if (file.use === 'secrets') {
      const key = Buffer.from(file.key, 'base64');
      return key.length === KEY_BYTES ? { use: 'secrets', id, madeAt: new Date(madeAt), key } : undefined;
    }
    const { after } = file;
    const publicKey = createPublicKey(file.publicKey);
    const privateKey = file.privateKey === undefined ? undefined : createPrivateKey(file.privateKey);
    const ofOneKind = [publicKey, privateKey].every((key) => key === undefined || key.asymmetricKeyType === 'ed25519');
    return ofOneKind ? { use: 'seals', id, madeAt: new Date(madeAt), after, publicKey, privateKey } : undefined;
  } catch {
    return undefined;
  }
}

const ID_BYTES = 4;
const newId = (moment: Date) => `${moment.toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(ID_BYTES).toString('hex')}`;

/** A new key that encrypts secrets. */
export function newSecretsKey(moment: Date): KeyFile {
  const common = { format: 'parindex-key/1', id: newId(moment), madeAt: moment.toISOString() } as const;
  return { ...common, use: 'secrets', key: randomBytes(KEY_BYTES).toString('base64') };
}

/** A new key that signs all blocks after a head. */
export function newSealsKey(moment: Date, { number, hash, count }: SealKey['after']): KeyFile {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    ...({ format: 'parindex-key/1', id: newId(moment), madeAt: moment.toISOString(), use: 'seals', after: { number, hash, count } } as const),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** A key that verifies and signs no more. */
export const publicPart = ({ use, id, madeAt, after, publicKey }: SealKey): KeyFile => ({
  ...({ format: 'parindex-key/1', id, madeAt: madeAt.toISOString(), use, after } as const),
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
});
