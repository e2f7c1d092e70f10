import { SIGNATURE_FINDINGS, type SignatureCode, type SignatureReading } from '../evidence/signature-codes.ts';

/** How a report is known to be that of the sheet. */
export const REPORT_MATCHES = ['made', 'said', 'permitted'] as const;
export type ReportMatch = (typeof REPORT_MATCHES)[number];

/** Why a report is not taken. */
export const REPORT_REFUSALS = ['file', 'notPdf', 'notSigned', 'signature', 'otherSheet', 'noHash'] as const;
export type ReportRefusalCode = (typeof REPORT_REFUSALS)[number];

/** What may stay unproven of a signature that is taken; it is told with it. */
const MAY_STAY_OPEN: ReadonlySet<SignatureCode> = new Set(['revocationUnknown', 'signingTimeUnknown', 'signingTimeUnproven']);

/**
 * What of a signature keeps a report out, the gravest first; nothing where it is valid, or where only what needs others could not
 * be verified (no revocation list, no time stamp). Where the installation trusts nobody yet, a stranger cannot be told from a leader:
 * that is said, not refused.
 */
export const refusedFor = ({ because }: Pick<SignatureReading, 'because'>, trustsSomebody: boolean): SignatureCode[] =>
  because.filter((code) => SIGNATURE_FINDINGS[code] !== 'note' && !MAY_STAY_OPEN.has(code) && (trustsSomebody || code !== 'issuerUntrusted'));

/** What signatures come to together: the gravest of them; null where there is none. */
export const worthOf = (verdicts: readonly SignatureReading['verdict'][]): SignatureReading['verdict'] | null =>
  (['invalid', 'unverifiable', 'valid'] as const).find((verdict) => verdicts.includes(verdict)) ?? null;

/** What the signatures of persons and agencies come to, time stamps left out. */
export const worthOfSignatures = (signatures: readonly Pick<SignatureReading, 'kind' | 'verdict'>[]): SignatureReading['verdict'] | null =>
  worthOf(signatures.flatMap(({ kind, verdict }) => (kind === 'signature' ? [verdict] : [])));

const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;

/** Hashes (64 hexadecimal digits) that stand in a text, also where they are broken over lines. */
export function hashesIn(text: string): string[] {
  const small = text.toLowerCase();
  return [...new Set([...(small.match(HASH) ?? []), ...(small.replaceAll(/\s+/g, '').match(HASH) ?? [])])];
}
