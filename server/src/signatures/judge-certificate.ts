import type { SignatureCode, SignatureReading } from '@parindex/core/evidence/signature-codes';
import type { Certificate } from 'pkijs';
import { isWeakKey, isWeaklyIssued } from './algorithms.ts';
import { type CertificatePath, findPath, isSame, maySignDocuments, validityAt } from './certificate-path.ts';
import { type Revocation, revocationOfPath } from './revocation.ts';
import type { Trust } from './trust.ts';
import type { ValidationData } from './validation-data.ts';

/** What is known of when a signature was made. */
export interface SigningTimes {
  /** As the signer says. */
  readonly claimed: Date | null;
  /** By a stamp that is believed: it was there at the latest then. */
  readonly proven: Date | null;
  readonly now: Date;
}

export interface CertificateJudgement {
  readonly state: SignatureReading['certificate'];
  readonly revocation: SignatureReading['revocation'];
  readonly revokedAt: Date | null;
  readonly codes: readonly SignatureCode[];
}

/** What clocks may differ. */
const SKEW = 5 * 60_000;

/**
 * Judges a signer's certificate between the time that the signer claims and the latest at which the signature can have been made: that of a
 * stamp, else now. A claim alone proves nothing: whoever holds the key of an expired or revoked certificate can write any date. So what
 * held at the claimed time and holds no more is "not proven", neither valid nor invalid; what did not even hold then is invalid by the
 * signer's own word.
 *
 * No list that tells of revocation leaves it open too: the law asks that the certificate was in force when it was used, an official would
 * ask the authority, and the one who reads "valid" must be able to rely on it.
 */
export async function judgeCertificate(
  certificate: Certificate,
  trust: Trust,
  beside: ValidationData,
  times: SigningTimes,
  mayBeUsed: (certificate: Certificate) => boolean = maySignDocuments,
): Promise<CertificateJudgement> {
  const { claimed, until, said, codes: timeCodes } = spanOf(times);
  const [then, last] = [validityAt(certificate, claimed), validityAt(certificate, until)];
  const outside = (code: SignatureCode): CertificateJudgement => ({ ...UNJUDGED, state: then, codes: [...timeCodes, code] });
  if (then === 'notYetValid') return outside('notYetValidAtSigning');
  if (then === 'expired' && said) return outside('expiredAtSigning');

  const expired = last === 'expired';
  const moment = expired ? claimed : until;
  const path = await findPath(certificate, trust, beside.certificates, moment);
  // Without a path nobody's list can be told from a made-up one.
  const found: Revocation = path ? await revocationOfPath(path, trust, beside.lists, moment) : { state: 'unknown' };
  const revoked = judgeRevocation(found, claimed, until);
  const fits = mayBeUsed(certificate);
  const codes: SignatureCode[] = [...timeCodes, ...revoked.codes];
  if (expired) codes.push('signingTimeUnproven', 'expiredSince');
  if (isWeak(certificate, path, trust)) codes.push('algorithmWeak');
  if (!fits) codes.push('certificateNotForSigning');
  if (!path && !expired) codes.push('issuerUntrusted');
  const untold = path && fits ? 'valid' : 'untrusted';
  const state = revoked.stands ? 'revoked' : expired ? 'expired' : untold;
  return { state, revocation: found.state, revokedAt: found.state === 'revoked' ? found.since : null, codes };
}

const UNJUDGED = { revocation: 'unknown', revokedAt: null } as const;

interface Span {
  /** The claimed time, as far as it can be taken at its word. */
  readonly claimed: Date;
  readonly until: Date;
  /** Whether the signer said it, and could have. */
  readonly said: boolean;
  readonly codes: readonly SignatureCode[];
}

function spanOf({ claimed, proven, now }: SigningTimes): Span {
  const until = proven ?? now;
  if (claimed === null) return { claimed: until, until, said: false, codes: proven === null ? ['signingTimeUnknown'] : [] };
  const contradicted = claimed.getTime() > until.getTime() + SKEW;
  return { claimed: claimed < until ? claimed : until, until, said: !contradicted, codes: contradicted ? ['signingTimeContradicted'] : [] };
}

function judgeRevocation(found: Revocation, claimed: Date, until: Date): { readonly codes: readonly SignatureCode[]; readonly stands: boolean } {
  if (found.state === 'unknown') return { codes: ['revocationUnknown'], stands: false };
  if (found.state === 'good') return { codes: [], stands: false };
  if (found.since <= claimed) return { codes: ['revokedBeforeSigning'], stands: true };
  return found.since <= until ? { codes: ['signingTimeUnproven', 'revokedSince'], stands: true } : { codes: ['revokedSince'], stands: false };
}

/** Whether anything from the key up to below the root rests on a weak algorithm; an authority that the administrator supplied is vouched for. */
function isWeak(certificate: Certificate, path: CertificatePath | null, trust: Trust): boolean {
  const between = (path ?? []).slice(1, -1).filter((each) => !trust.intermediates.some((supplied) => isSame(supplied, each)));
  return isWeakKey(certificate) || [certificate, ...between].some(isWeaklyIssued);
}
