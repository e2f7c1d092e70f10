import { webcrypto } from 'node:crypto';
import { BitString, Enumerated, GeneralizedTime, Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  Extensions,
  ExtKeyUsage,
  RevokedCertificate,
  Time,
} from 'pkijs';
import { readCertificate } from '../asn1.ts';

/** A key as pkijs has it: its types are the browser's. */
type Key = Parameters<Certificate['sign']>[0];

/** Someone who can sign: a key with the certificate for it. */
export interface Identity {
  readonly privateKey: Key;
  readonly certificate: Certificate;
  readonly raw: Uint8Array;
}

export type KeyKind = 'P-256' | 'RSA-2048' | 'RSA-1024';
export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

interface CertificateOptions {
  readonly name: string;
  readonly organization?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly key?: KeyKind;
  readonly hash?: Hash;
  readonly is?: 'authority' | 'signer' | 'stamping' | 'encipherment';
  readonly pathLength?: number;
}

let serial = 0x1000;

function makeKeys(kind: KeyKind): Promise<{ readonly publicKey: Key; readonly privateKey: Key }> {
  const algorithm =
    kind === 'P-256'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', modulusLength: Number(kind.slice(4)), publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<{ publicKey: Key; privateKey: Key }>;
}

/** A certificate of an invented person or authority, by an issuer or by itself. */
export async function certify(wanted: CertificateOptions, issuer?: Identity): Promise<Identity> {
  const keys = await makeKeys(wanted.key ?? 'P-256');
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial++ });
  const names = { '2.5.4.3': wanted.name, '2.5.4.11': wanted.unit, '2.5.4.10': wanted.organization };
  for (const [type, value] of Object.entries(names))
    if (value !== undefined) certificate.subject.typesAndValues.push(new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }));
  certificate.issuer.typesAndValues = (issuer?.certificate.subject ?? certificate.subject).typesAndValues;
  certificate.notBefore = timeOf(wanted.from ?? '2020-01-01');
  certificate.notAfter = timeOf(wanted.to ?? '2040-01-01');
  certificate.extensions = extensionsOf(wanted);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.privateKey ?? keys.privateKey, wanted.hash ?? 'SHA-256');
  const read = readCertificate(new Uint8Array(certificate.toSchema(true).toBER()));
  if (!read) throw new Error('a certificate that cannot be read again');
  return { privateKey: keys.privateKey, ...read };
}

const timeOf = (iso: string): Time => new Time({ type: 1, value: new Date(iso) });

function extensionsOf({ is = 'signer', pathLength }: CertificateOptions): Extension[] {
  const usage = { authority: 0b0000_0110, signer: 0b1100_0000, stamping: 0b1100_0000, encipherment: 0b0010_0000 }[is];
  const basic = new BasicConstraints({ cA: is === 'authority', ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }) });
  const extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: basic.toSchema().toBER() }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: new BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: 1 }).toBER() }),
  ];
  const stamping = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] });
  return is === 'stamping' ? [...extensions, new Extension({ extnID: '2.5.29.37', critical: true, extnValue: stamping.toSchema().toBER() })] : extensions;
}

interface Revoked {
  readonly of: Identity;
  readonly since: string;
  /** Of RFC 5280, 5.3.1. */
  readonly reason?: number;
  readonly doubtedSince?: string;
}

/** A revocation list, DER. */
export async function revoke(issuer: Identity, revoked: readonly Revoked[], { made = '2026-01-01', next = '2030-01-01' } = {}): Promise<Uint8Array> {
  const list = new CertificateRevocationList();
  list.version = 1;
  list.issuer.typesAndValues = issuer.certificate.subject.typesAndValues;
  list.thisUpdate = timeOf(made);
  list.nextUpdate = timeOf(next);
  if (revoked.length > 0) list.revokedCertificates = revoked.map(entryOf);
  await list.sign(issuer.privateKey, 'SHA-256');
  return new Uint8Array(list.toSchema(true).toBER());
}

function entryOf({ of, since, reason, doubtedSince }: Revoked): RevokedCertificate {
  const extensions: Extension[] = [];
  if (reason !== undefined) extensions.push(new Extension({ extnID: '2.5.29.21', extnValue: new Enumerated({ value: reason }).toBER() }));
  if (doubtedSince !== undefined)
    extensions.push(new Extension({ extnID: '2.5.29.24', extnValue: new GeneralizedTime({ valueDate: new Date(doubtedSince) }).toBER() }));
  return new RevokedCertificate({
    userCertificate: of.certificate.serialNumber,
    revocationDate: timeOf(since),
    ...(extensions.length > 0 ? { crlEntryExtensions: new Extensions({ extensions }) } : {}),
  });
}

/** The invented authority that most stories need: root, issuing authority, time stamping, and who signs at Sở Minh họa A. */
export interface InventedAuthority {
  readonly root: Identity;
  readonly issuing: Identity;
  readonly stamping: Identity;
  readonly signer: Identity;
  /** Another one of the same agency. */
  readonly clerk: Identity;
}

/** Makes the invented authority; keys are new each time. */
export async function makeAuthority(): Promise<InventedAuthority> {
  const root = await certify({ name: 'Chứng thực gốc Minh họa', organization: 'Cơ quan chứng thực Minh họa', is: 'authority' });
  const issuing = await certify({ name: 'Chứng thực Minh họa G1', organization: 'Cơ quan chứng thực Minh họa', is: 'authority', pathLength: 0 }, root);
  const stamping = await certify({ name: 'Dấu thời gian Minh họa', is: 'stamping' }, issuing);
  const office = { organization: 'Sở Minh họa A' };
  const signer = await certify({ name: 'Nguyễn Văn Minh Họa', ...office, from: '2024-01-01', to: '2028-01-01' }, issuing);
  const clerk = await certify({ name: 'Trần Thị Minh Họa', ...office, unit: 'Văn phòng' }, issuing);
  return { root, issuing, stamping, signer, clerk };
}
