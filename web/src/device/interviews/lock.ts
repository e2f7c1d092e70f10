/** OWASP, Password Storage Cheat Sheet (2023), for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
const IV_BYTES = 12;

/** The key of a device, locked by a word that its interviewer chose: what stands here opens nothing without it. */
export interface LockedKey {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly key: ArrayBuffer;
}

/** Something that only the device's key reads. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

async function keyOfWord(word: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(word.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS }, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Locks a key, 32 bytes in base64, with a word. */
export async function lockKey(key: string, word: string): Promise<LockedKey> {
  const [salt, iv] = [random(16), random(IV_BYTES)];
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  return { salt, iv, key: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOfWord(word, salt), bytes) };
}

/** The key behind a word; undefined where the word is another. It cannot be read out of the browser. */
export async function openKey({ salt, iv, key }: LockedKey, word: string): Promise<CryptoKey | undefined> {
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOfWord(word, salt), key).catch(() => undefined);
  return bytes && crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Where something is kept goes into its seal, so that it cannot be put in another's place. */
const placeOf = (place: readonly string[]) => new TextEncoder().encode(JSON.stringify(place));

export async function seal(key: CryptoKey, place: readonly string[], content: unknown): Promise<Sealed> {
  const iv = random(IV_BYTES);
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeOf(place) }, key, bytes) };
}

export async function unseal<T>(key: CryptoKey, place: readonly string[], { iv, data }: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: placeOf(place) }, key, data))) as T;
}
