import { SIGNATURE_CODES, type SignatureCode, type SignatureReading, verdictOf } from '@parindex/core/evidence/signature-codes';
import { agencyOf, issuerOf, serialOf, subjectOf } from './certificate-names.ts';
import { maySignDocuments } from './certificate-path.ts';
import type { CheckedSignature } from './check-integrity.ts';
import { type CertificateJudgement, judgeCertificate } from './judge-certificate.ts';
import type { LaterChange } from './later-change.ts';
import { isForStamping, isTrustedStamp, readTimeStamp, stampsBytes } from './time-stamp.ts';
import type { Trust } from './trust.ts';
import type { ValidationData } from './validation-data.ts';

/** A later signature of the same file, already judged, by the object number of its dictionary. */
export interface JudgedLater {
  readonly reading: SignatureReading;
  readonly end: number;
}

export interface Circumstances {
  readonly trust: Trust;
  readonly beside: ValidationData;
  readonly now: Date;
  /** Times of believed stamps over the document, with how far they cover it. */
  readonly stamps: readonly { readonly at: Date; readonly covers: number }[];
  readonly change: LaterChange;
  readonly judged: ReadonlyMap<number, JudgedLater>;
}

/** Judges one signature of a file, all in all. */
export async function judgeSignature(checked: CheckedSignature, circumstances: Circumstances): Promise<SignatureReading> {
  const { found, kind, integrity } = checked;
  const later = judgeLater(checked, circumstances);
  const time = await provenTime(checked, circumstances);
  const claimed = kind === 'signature' ? (checked.cms?.signingTime ?? found.claimedAt) : (checked.stamp?.at ?? null);
  const certificate = await certificateOf(checked, circumstances, claimed, time.proven);
  const codes = new Set<SignatureCode>([...checked.codes, ...later.codes, ...time.codes, ...certificate.codes]);
  const signer = checked.cms?.certificate?.certificate;
  return {
    kind,
    field: found.field,
    signer: signer ? subjectOf(signer) : null,
    agency: signer ? agencyOf(signer) : null,
    issuer: signer ? issuerOf(signer) : null,
    serial: signer ? serialOf(signer) : null,
    signedAt: kind === 'signature' ? (claimed?.toISOString() ?? null) : null,
    timeStampedAt: time.proven?.toISOString() ?? null,
    revokedAt: certificate.revokedAt?.toISOString() ?? null,
    reason: found.reason,
    location: found.location,
    integrity,
    later: later.is,
    certificate: certificate.state,
    revocation: certificate.revocation,
    verdict: verdictOf(codes),
    because: SIGNATURE_CODES.filter((code) => codes.has(code)),
  };
}

/** A signature that could not be looked at, for one reason. */
export const unreadSignature = (code: SignatureCode): SignatureReading => ({
  kind: 'signature',
  field: null,
  signer: null,
  agency: null,
  issuer: null,
  serial: null,
  signedAt: null,
  timeStampedAt: null,
  revokedAt: null,
  reason: null,
  location: null,
  integrity: 'unreadable',
  later: 'changed',
  certificate: 'unreadable',
  revocation: 'unknown',
  verdict: verdictOf([code]),
  because: [code],
});

interface Later {
  readonly is: SignatureReading['later'];
  readonly codes: readonly SignatureCode[];
}

/**
 * Further signatures are nothing but that only where each of them is intact and covers more. What one of them draws on a page is
 * answered for by its signer: unless that one is valid, nobody does.
 */
function judgeLater({ found }: CheckedSignature, { change, judged }: Circumstances): Later {
  if (change.is === 'nothing') return { is: 'nothing', codes: [] };
  const changed: Later = { is: 'changed', codes: found.range ? ['changedSince'] : [] };
  if (change.is === 'changed' || !found.range) return changed;
  const { end } = found.range;
  for (const value of change.values) {
    const other = judged.get(value);
    if (!other || other.end <= end || other.reading.integrity !== 'intact') return changed;
    if (found.forbidsChanges && other.reading.kind === 'signature') return changed;
  }
  const doubtful = [...change.drawn].some((value) => judged.get(value)?.reading.verdict !== 'valid');
  return { is: 'anotherSignature', codes: doubtful ? ['laterSignatureNotValid', 'signedAgainSince'] : ['signedAgainSince'] };
}

interface ProvenTime {
  readonly proven: Date | null;
  readonly codes: readonly SignatureCode[];
}

/** The earliest time by which the signature is proven to have been there: its own stamps, and stamps over the document that cover it. */
async function provenTime({ found, cms, stamp, kind, integrity }: CheckedSignature, { trust, beside, stamps }: Circumstances): Promise<ProvenTime> {
  if (!cms || !found.range || integrity !== 'intact') return { proven: null, codes: [] };
  const { end } = found.range;
  const times = stamps.filter(({ covers }) => end <= covers).map(({ at }) => at);
  if (kind === 'documentTimeStamp') {
    const own = stamp && (await isTrustedStamp(stamp, trust, beside)) ? [stamp.at] : [];
    return { proven: earliest([...times, ...own]), codes: [] };
  }
  const signature = new Uint8Array(cms.signer.signature.getValue());
  const besides = { certificates: [...cms.certificates, ...beside.certificates], lists: [...cms.lists, ...beside.lists] };
  for (const bytes of cms.timeStamps) {
    const own = await readTimeStamp(bytes);
    if (own && stampsBytes(own, signature) && (await isTrustedStamp(own, trust, besides))) times.push(own.at);
  }
  const proven = earliest(times);
  return { proven, codes: proven === null && cms.timeStamps.length > 0 ? ['timeStampNotVerified'] : [] };
}

const earliest = (times: readonly Date[]): Date | null => (times.length > 0 ? new Date(Math.min(...times.map((time) => time.getTime()))) : null);

const UNREADABLE: CertificateJudgement = { state: 'unreadable', revocation: 'unknown', revokedAt: null, codes: [] };

async function certificateOf(
  { cms, kind, stamp, integrity }: CheckedSignature,
  { trust, beside, now }: Circumstances,
  claimed: Date | null,
  proven: Date | null,
): Promise<CertificateJudgement> {
  const signer = cms?.certificate?.certificate;
  // What could not be checked must not be held against the signer: the claimed time may be anybody's.
  if (!cms || !signer || integrity === 'unreadable') return UNREADABLE;
  const besides = { certificates: [...cms.certificates, ...beside.certificates], lists: [...cms.lists, ...beside.lists] };
  if (kind === 'signature') return judgeCertificate(signer, trust, besides, { claimed, proven, now }, maySignDocuments);
  // A stamp's own time is the one that is to be believed or not: its authority is judged at that time.
  return judgeCertificate(signer, trust, besides, { claimed, proven: stamp?.at ?? proven, now }, isForStamping);
}
