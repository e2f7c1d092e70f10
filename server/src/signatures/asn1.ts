import { type BaseBlock, Constructed, fromBER, OctetString } from 'asn1js';
import { Certificate } from 'pkijs';

/** What came is no ASN.1 of the kind that was asked for. */
export class Asn1Unreadable extends Error {}

/** Some two seconds' work at most: a signature with its certificates has a thousand, the rest leaves room for embedded lists. */
const MAX_NODES = 100_000;
const MAX_BYTES = 64 * 1_048_576;

/** Reads BER; bytes after its end are left alone. Throws Asn1Unreadable, for instance where it is nested more than a hundred deep. */
export function readBer(bytes: Uint8Array): BaseBlock {
  // A copy of its own: views into a larger buffer have misled readers before.
  const { offset, result } = fromBER(Uint8Array.from(bytes), { maxNodes: MAX_NODES, maxContentLength: MAX_BYTES });
  if (offset === -1) throw new Asn1Unreadable(result.error);
  return result;
}

/** The parts of a SEQUENCE, SET or tagged value; throws Asn1Unreadable where it has none. */
export function partsOf(block: BaseBlock | undefined): BaseBlock[] {
  if (!(block instanceof Constructed)) throw new Asn1Unreadable('no parts');
  return block.valueBlock.value as BaseBlock[];
}

/** The bytes of an OCTET STRING; throws Asn1Unreadable where it is none. */
export function octetsOf(block: BaseBlock | undefined): Uint8Array {
  if (!(block instanceof OctetString)) throw new Asn1Unreadable('no octets');
  return new Uint8Array(block.getValue());
}

/** The tag n of [n], -1 of a value that has a universal one. */
export const tagOf = (block: BaseBlock): number => (block.idBlock.tagClass === 3 ? block.idBlock.tagNumber : -1);

/** What a reading gives, null where the bytes are not of the kind. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // pkijs and asn1js have no one class of error for bytes that are none of theirs.
    return null;
  }
}

/** A certificate with the very bytes that it came in. */
export interface RawCertificate {
  readonly certificate: Certificate;
  readonly raw: Uint8Array;
}

/** The certificate in DER bytes, null where there is none. */
export const readCertificate = (raw: Uint8Array): RawCertificate | null => orNull(() => ({ certificate: new Certificate({ schema: readBer(raw) }), raw }));
