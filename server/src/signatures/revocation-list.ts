import { type Certificate, CertificateRevocationList, RevokedCertificate } from 'pkijs';
import { Asn1Unreadable, orNull, readBer } from './asn1.ts';

/** A revocation list (RFC 5280, 5) whose entries are looked up in its bytes. */
export interface RevocationList {
  /** Everything but the entries; its signature is over all the same. */
  readonly head: CertificateRevocationList;
  /** What it says of a certificate by its serial number, whoever issued that; throws where the entry is none. */
  entryOf(certificate: Certificate): RevokedCertificate | undefined;
}

const [INTEGER, SEQUENCE, UTC_TIME, GENERALIZED_TIME] = [0x02, 0x30, 0x17, 0x18];

/**
 * The revocation list in DER bytes, null where there is none. A national authority's list has some hundred thousand entries, for which
 * pkijs takes a minute of time and gigabytes: it gets the list without them, and the whole for the signature.
 */
export const readRevocationList = (raw: Uint8Array): RevocationList | null => orNull(() => listOf(Buffer.from(raw)));

function listOf(raw: Buffer): RevocationList {
  const [tbs, ...rest] = elementsOf(raw, expect(elementAt(raw, 0), SEQUENCE));
  const parts = elementsOf(raw, expect(tbs, SEQUENCE));
  // The entries are the sequence that comes after the times of this list and, where there is one, of the next.
  const last = parts.findLastIndex(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME);
  const entries = last >= 0 && parts[last + 1]?.tag === SEQUENCE ? parts[last + 1] : undefined;
  const short = sequence(parts.filter((part) => part !== entries).map((part) => raw.subarray(part.start, part.end)));
  const head = new CertificateRevocationList({ schema: readBer(sequence([short, ...rest.map((part) => raw.subarray(part.start, part.end))])) });
  head.tbsView = Uint8Array.from(raw.subarray(tbs?.start, tbs?.end));
  return {
    head,
    entryOf: ({ serialNumber }) => {
      const wanted = withoutZeros(serialNumber.valueBlock.valueHexView);
      const entry = entries && find(raw, entries, wanted);
      return entry && new RevokedCertificate({ schema: readBer(raw.subarray(entry.start, entry.end)) });
    },
  };
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

function elementAt(bytes: Buffer, start: number, limit = bytes.length): Element {
  const first = bytes[start + 1] ?? 0;
  const more = first > 0x80 ? first - 0x80 : 0;
  const content = start + 2 + more;
  if (first === 0x80 || more > 4 || content > limit) throw new Asn1Unreadable('a length that DER does not have');
  const end = content + (more === 0 ? first : bytes.readUIntBE(start + 2, more));
  if (end > limit) throw new Asn1Unreadable('longer than its surroundings');
  return { tag: bytes[start] ?? 0, start, content, end };
}

function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new Asn1Unreadable('another kind was expected');
  return element;
}

function elementsOf(bytes: Buffer, { content, end }: Element): Element[] {
  const elements: Element[] = [];
  for (let at = content; at < end; at = elements.at(-1)?.end ?? end) elements.push(elementAt(bytes, at, end));
  return elements;
}

function find(bytes: Buffer, entries: Element, wanted: Buffer): Element | undefined {
  for (let at = entries.content; at < entries.end; ) {
    const entry = expect(elementAt(bytes, at, entries.end), SEQUENCE);
    const serial = expect(elementAt(bytes, entry.content, entry.end), INTEGER);
    if (withoutZeros(bytes.subarray(serial.content, serial.end)).equals(wanted)) return entry;
    at = entry.end;
  }
  return undefined;
}

function withoutZeros(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(first < 0 ? bytes.length : first);
}

function sequence(parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(6);
  head[0] = SEQUENCE;
  head[1] = 0x84;
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}
