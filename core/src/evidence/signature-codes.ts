/** Whether the signed bytes are those that were signed; `unreadable` where that could not be worked out. */
export const INTEGRITIES = ['intact', 'altered', 'unreadable'] as const;
/** What came into the file after the signed bytes. */
export const LATER = ['nothing', 'anotherSignature', 'changed'] as const;
export const CERTIFICATE_STATES = ['valid', 'expired', 'notYetValid', 'revoked', 'untrusted', 'unreadable'] as const;
export const REVOCATIONS = ['good', 'revoked', 'unknown'] as const;
export const SIGNATURE_VERDICTS = ['valid', 'invalid', 'unverifiable'] as const;
/** A person's or agency's signature, or a time stamp over the whole document. */
export const SIGNATURE_KINDS = ['signature', 'documentTimeStamp'] as const;

/** What a finding means for the verdict: `note` leaves it as it is. */
type Weight = 'invalid' | 'unverifiable' | 'note';

/** All that can be found of a signature, the gravest first. "Could not be checked" is never said to be wrong. */
export const SIGNATURE_FINDINGS = {
  contentAltered: 'invalid',
  signatureWrong: 'invalid',
  byteRangeWrong: 'invalid',
  certificateSwapped: 'invalid',
  changedSince: 'invalid',
  revokedBeforeSigning: 'invalid',
  expiredAtSigning: 'invalid',
  notYetValidAtSigning: 'invalid',
  structureUnreadable: 'unverifiable',
  documentEncrypted: 'unverifiable',
  tooManySignatures: 'unverifiable',
  contentsUnreadable: 'unverifiable',
  formatUnsupported: 'unverifiable',
  algorithmUnsupported: 'unverifiable',
  algorithmWeak: 'unverifiable',
  issuerUntrusted: 'unverifiable',
  certificateNotForSigning: 'unverifiable',
  revocationUnknown: 'unverifiable',
  signingTimeUnknown: 'unverifiable',
  signingTimeContradicted: 'unverifiable',
  signingTimeUnproven: 'unverifiable',
  laterSignatureNotValid: 'unverifiable',
  expiredSince: 'note',
  revokedSince: 'note',
  signedAgainSince: 'note',
  timeStampNotVerified: 'note',
} as const satisfies Readonly<Record<string, Weight>>;
export type SignatureCode = keyof typeof SIGNATURE_FINDINGS;
export const SIGNATURE_CODES = Object.keys(SIGNATURE_FINDINGS) as readonly SignatureCode[];

/** What was read of one signature of a PDF, and what it is worth. Times are ISO 8601 in UTC. */
export interface SignatureReading {
  readonly kind: (typeof SIGNATURE_KINDS)[number];
  readonly field: string | null;
  readonly signer: string | null;
  readonly agency: string | null;
  readonly issuer: string | null;
  /** Of the certificate, hexadecimal. */
  readonly serial: string | null;
  /** As the signer claims. */
  readonly signedAt: string | null;
  /** Proven by a time stamp that could be verified. */
  readonly timeStampedAt: string | null;
  /** Since when the certificate, or one that issued it, is revoked. */
  readonly revokedAt: string | null;
  readonly reason: string | null;
  readonly location: string | null;
  readonly integrity: (typeof INTEGRITIES)[number];
  readonly later: (typeof LATER)[number];
  readonly certificate: (typeof CERTIFICATE_STATES)[number];
  readonly revocation: (typeof REVOCATIONS)[number];
  readonly verdict: (typeof SIGNATURE_VERDICTS)[number];
  /** Why it is not simply valid, the gravest first. */
  readonly because: readonly SignatureCode[];
}

/** The verdict that findings come to: the gravest decides. */
export function verdictOf(codes: Iterable<SignatureCode>): SignatureReading['verdict'] {
  const weights = new Set<Weight>([...codes].map((code) => SIGNATURE_FINDINGS[code]));
  return weights.has('invalid') ? 'invalid' : weights.has('unverifiable') ? 'unverifiable' : 'valid';
}
