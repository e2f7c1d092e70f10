import { createHash } from 'node:crypto';
import { type BaseBlock, fromBER, Integer, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  CertificateRevocationList,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs';
import type { Hash, Identity } from './authority.ts';

const DATA = '1.2.840.113549.1.7.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const OIDS: Readonly<Record<Hash, string>> = {
  'SHA-1': '1.3.14.3.2.26',
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
};

export interface CmsOptions {
  readonly by: Identity;
  /** Certificates of authorities that come along. */
  readonly along?: readonly Identity[];
  readonly hash?: Hash;
  /** The time that the signer claims within CMS. */
  readonly at?: string;
  /** Whose certificate the signer names; the signer's own unless said. */
  readonly naming?: Identity;
  readonly lists?: readonly Uint8Array[];
  readonly stamp?: { readonly by: Identity; readonly at: string };
}

const attribute = (type: string, value: BaseBlock): Attribute => new Attribute({ type, values: [value] });
const digestOf = (hash: Hash, bytes: Uint8Array): ArrayBuffer => Uint8Array.from(createHash(hash).update(bytes).digest()).buffer;

/** A detached signature over the bytes, as PAdES wants it. */
export const signDetached = (bytes: Uint8Array, wishes: CmsOptions): Promise<Buffer> => sign(bytes, DATA, null, wishes);

/** A time stamp token over the bytes. */
export function stampToken(bytes: Uint8Array, by: Identity, at: string, along: readonly Identity[] = []): Promise<Buffer> {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.5',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OIDS['SHA-256'] }),
      hashedMessage: new OctetString({ valueHex: digestOf('SHA-256', bytes) }),
    }),
    serialNumber: new Integer({ value: 77 }),
    genTime: new Date(at),
  });
  const content = new Uint8Array(info.toSchema().toBER());
  return sign(content, TST_INFO, content, { by, along });
}

async function sign(bytes: Uint8Array, type: string, content: Uint8Array | null, wishes: CmsOptions): Promise<Buffer> {
  const { by, along = [], hash = 'SHA-256', at, naming = by, lists = [], stamp } = wishes;
  const named = new Sequence({ value: [new OctetString({ valueHex: digestOf('SHA-256', naming.raw) })] });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: type })),
    ...(at === undefined ? [] : [attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: new Date(at) }))]),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digestOf(hash, bytes) })),
    attribute('1.2.840.113549.1.9.16.2.47', new Sequence({ value: [new Sequence({ value: [named] })] })),
  ];
  const sid = new IssuerAndSerialNumber({ issuer: by.certificate.issuer, serialNumber: by.certificate.serialNumber });
  const signer = new SignerInfo({ version: 1, sid, signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }) });
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(content ? { eContent: new OctetString({ valueHex: Uint8Array.from(content).buffer }) } : {}),
    }),
    signerInfos: [signer],
    certificates: [by, ...along].map(({ certificate }) => certificate),
  });
  await signedData.sign(by.privateKey, 0, hash);
  if (lists.length > 0) {
    signedData.crls = lists.map((raw) => new CertificateRevocationList({ schema: fromBER(Uint8Array.from(raw)).result }));
  }
  if (stamp) {
    const token = await stampToken(new Uint8Array(signer.signature.getValue()), stamp.by, stamp.at, along);
    const unsigned = [attribute('1.2.840.113549.1.9.16.2.14', fromBER(Uint8Array.from(token)).result)];
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: unsigned });
  }
  return Buffer.from(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signedData.toSchema(true) }).toSchema().toBER());
}
