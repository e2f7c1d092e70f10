import { createHash } from 'node:crypto';
import { OctetString } from 'asn1js';
import { type Certificate, ExtKeyUsage, TSTInfo } from 'pkijs';
import { digestName, isSignedBy, isWeakKey, signingDigest } from './algorithms.ts';
import { orNull, readBer } from './asn1.ts';
import { findPath } from './certificate-path.ts';
import { type Cms, readCms } from './cms.ts';
import { revocationOfPath } from './revocation.ts';
import type { Trust } from './trust.ts';
import type { ValidationData } from './validation-data.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A time stamp token (RFC 3161), itself not yet believed. */
export interface TimeStamp {
  readonly cms: Cms;
  readonly at: Date;
  readonly imprint: { readonly digest: string; readonly hash: Uint8Array };
  /** Signed by the certificate that came along, over what the token says. */
  readonly intact: boolean;
}

/** The token in DER bytes, null where there is none or its digest is not known here. */
export async function readTimeStamp(bytes: Uint8Array): Promise<TimeStamp | null> {
  const cms = readCms(bytes);
  const content = cms && orNull(() => contentOf(cms));
  const info = content && orNull(() => new TSTInfo({ schema: readBer(content) }));
  const digest = info && digestName(info.messageImprint.hashAlgorithm);
  if (!cms || !content || !info || !digest || Number.isNaN(info.genTime.getTime())) return null;
  const imprint = { digest, hash: new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView) };
  return { cms, at: info.genTime, imprint, intact: await isIntact(cms, content) };
}

function contentOf({ signedData }: Cms): Uint8Array | null {
  const { eContentType, eContent } = signedData.encapContentInfo;
  return eContentType === TST_INFO && eContent instanceof OctetString ? new Uint8Array(eContent.getValue()) : null;
}

async function isIntact(cms: Cms, content: Uint8Array): Promise<boolean> {
  const { signer, certificate, messageDigest } = cms;
  const digest = digestName(signer.digestAlgorithm);
  if (!certificate || !signer.signedAttrs || !digest || !messageDigest || !cms.namesCertificate || cms.contentType !== TST_INFO) return false;
  const signing = signingDigest(signer.signatureAlgorithm, certificate.certificate, digest);
  if (signing === null || [digest, signing].includes('SHA-1') || isWeakKey(certificate.certificate)) return false;
  if (Buffer.compare(createHash(digest).update(content).digest(), messageDigest) !== 0) return false;
  return isSignedBy(certificate.certificate, signer.signedAttrs.encodedValue, signer.signature, signer.signatureAlgorithm, digest);
}

/**
 * Whether an authority that is trusted gave the stamp: for time stamping, with a path at the moment of the stamp, and by lists not revoked,
 * then or since. Without a list it proves nothing: what is judged by a doubtful time would be told as certain.
 */
export async function isTrustedStamp(stamp: TimeStamp, trust: Trust, beside: ValidationData): Promise<boolean> {
  const certificate = stamp.cms.certificate?.certificate;
  if (!certificate || !stamp.intact || !isForStamping(certificate)) return false;
  const path = await findPath(certificate, trust, [...stamp.cms.certificates, ...beside.certificates], stamp.at);
  return path !== null && (await revocationOfPath(path, trust, [...stamp.cms.lists, ...beside.lists], stamp.at)).state === 'good';
}

/** Whether a certificate is for time stamping. */
export function isForStamping({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue;
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING);
}

/** Whether a stamp is over these bytes. */
export const stampsBytes = ({ imprint }: TimeStamp, bytes: Uint8Array): boolean =>
  imprint.digest !== 'SHA-1' && Buffer.compare(createHash(imprint.digest).update(bytes).digest(), imprint.hash) === 0;
