import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { SignatureCode, SignatureReading } from '@parindex/core/evidence/signature-codes';
import { digestName, isSignedBy, signingDigest } from './algorithms.ts';
import { type Cms, readCms } from './cms.ts';
import type { FoundSignature, SignedRange } from './find-signatures.ts';
import { readTimeStamp, type TimeStamp } from './time-stamp.ts';

/** A signature whose bytes were checked, but not its certificate. */
export interface CheckedSignature {
  readonly found: FoundSignature;
  readonly kind: SignatureReading['kind'];
  readonly integrity: SignatureReading['integrity'];
  readonly codes: readonly SignatureCode[];
  /** Null where it could not be read; of a time stamp, that of its token. */
  readonly cms: Cms | null;
  /** The token of a document's time stamp. */
  readonly stamp: TimeStamp | null;
}

const TIME_STAMP = 'ETSI.RFC3161';
const DETACHED = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);
const DATA = '1.2.840.113549.1.7.1';

/** Checks that the bytes of the file are the signed ones, by the accompanying certificate. */
export async function checkIntegrity(file: FileHandle, found: FoundSignature): Promise<CheckedSignature> {
  const kind = found.subFilter === TIME_STAMP ? 'documentTimeStamp' : 'signature';
  const unread = (code: SignatureCode): CheckedSignature => ({ found, kind, integrity: 'unreadable', codes: [code], cms: null, stamp: null });
  if (kind === 'signature' && !DETACHED.has(found.subFilter ?? '')) return unread('formatUnsupported');
  if (found.range === null) return unread('byteRangeWrong');
  if (found.contents === null) return unread('contentsUnreadable');
  if (kind === 'signature') {
    const cms = readCms(found.contents);
    return cms ? { found, kind, cms, stamp: null, ...(await checkSignature(file, found.range, cms)) } : unread('contentsUnreadable');
  }
  const stamp = await readTimeStamp(found.contents);
  return stamp ? { found, kind, cms: stamp.cms, stamp, ...(await checkStamp(file, found.range, stamp)) } : unread('contentsUnreadable');
}

type Outcome = Pick<CheckedSignature, 'integrity' | 'codes'>;

const outcome = (integrity: Outcome['integrity'], ...codes: SignatureCode[]): Outcome => ({ integrity, codes });

async function checkSignature(file: FileHandle, range: SignedRange, cms: Cms): Promise<Outcome> {
  const { signer, certificate, messageDigest, signedData } = cms;
  const digest = digestName(signer.digestAlgorithm);
  // A signature with embedded content, or without signed attributes, is not PAdES; the former would not cover this file.
  if (!certificate || signedData.encapContentInfo.eContent || !signer.signedAttrs || cms.contentType !== DATA || !messageDigest)
    return outcome('unreadable', 'contentsUnreadable');
  const signing = digest && signingDigest(signer.signatureAlgorithm, certificate.certificate, digest);
  if (digest === null || !signing) return outcome('unreadable', 'algorithmUnsupported');
  if (Buffer.compare(await hashOfRange(file, range, digest), messageDigest) !== 0) return outcome('altered', 'contentAltered');
  if (!(await isSignedBy(certificate.certificate, signer.signedAttrs.encodedValue, signer.signature, signer.signatureAlgorithm, digest)))
    return outcome('altered', 'signatureWrong');
  if (!cms.namesCertificate) return outcome('altered', 'certificateSwapped');
  return [digest, signing].includes('SHA-1') ? outcome('intact', 'algorithmWeak') : outcome('intact');
}

async function checkStamp(file: FileHandle, range: SignedRange, { imprint, intact }: TimeStamp): Promise<Outcome> {
  if (Buffer.compare(await hashOfRange(file, range, imprint.digest), imprint.hash) !== 0) return outcome('altered', 'contentAltered');
  if (!intact) return outcome('altered', 'signatureWrong');
  return imprint.digest === 'SHA-1' ? outcome('intact', 'algorithmWeak') : outcome('intact');
}

const CHUNK = 1_048_576;

/** The digest over the signed bytes, in pieces: WebCrypto would need the whole file at once. */
async function hashOfRange(file: FileHandle, { gapStart, gapEnd, end }: SignedRange, digest: string): Promise<Buffer> {
  const hash = createHash(digest);
  const buffer = Buffer.alloc(CHUNK);
  for (const [from, to] of [
    [0, gapStart],
    [gapEnd, end],
  ] as const) {
    for (let at = from; at < to; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, to - at), at);
      if (bytesRead === 0) throw new Error('the file became shorter while it was read');
      hash.update(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
  }
  return hash.digest();
}
