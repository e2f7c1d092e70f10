import { WrongKey } from './storage-faults.ts';

const HASH = /^[0-9a-f]{64}$/;
// The two digits before the hash spread objects over folders.
const OBJECT = /^objects\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;
// Signed reports, apart from evidence: no sweep or erasure of evidence reaches them.
const REPORT = /^reports\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;
const PREVIEW = /^previews\/([0-9a-f]{2})\/\1[0-9a-f]{62}\/[a-z0-9][a-z0-9.-]{0,63}$/;
const PREFIX = /^(objects|previews|reports)\/[a-z0-9./-]*$/;
const ARRIVAL = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/;

/** The key of the object with this SHA-256 (64 hexadecimal digits); throws WrongKey. */
export function objectKey(hash: string): string {
  if (!HASH.test(hash)) throw new WrongKey(hash);
  return `objects/${hash.slice(0, 2)}/${hash}`;
}

/** The key of the signed report with this SHA-256; throws WrongKey. */
export const reportKey = (hash: string): string => checkedKey(`reports/${hash.slice(0, 2)}/${hash}`);

/** The key of something derived from the object with this SHA-256, as "page-1.png"; throws WrongKey. */
export function previewKey(hash: string, name: string): string {
  return checkedKey(`previews/${hash.slice(0, 2)}/${hash}/${name}`);
}

/** The SHA-256 that a key is of, in hexadecimal; undefined where it is no key. */
export const hashOfKey = (key: string): string | undefined => (isKey(key) ? key.split('/')[2] : undefined);

/** Whether what lies under a key is kept as it came and never replaced. */
export const isObjectKey = (key: string): boolean => OBJECT.test(key) || REPORT.test(key);
export const isKey = (key: string): boolean => isObjectKey(key) || PREVIEW.test(key);

/** An id of tus: 32 hexadecimal digits, with the dashes of a UUID or without. */
export const isArrivalId = (id: string): boolean => ARRIVAL.test(id);

const checked = (is: (name: string) => boolean) => (name: string) => {
  if (!is(name)) throw new WrongKey(name);
  return name;
};

/** The key itself, or WrongKey: nothing else may become a path. */
export const checkedKey = checked(isKey);
/** The prefix itself, or WrongKey. */
export const checkedPrefix = checked((prefix) => PREFIX.test(prefix));
/** The id itself, or WrongKey. */
export const checkedArrivalId = checked(isArrivalId);
