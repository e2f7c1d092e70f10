import { BitString } from 'asn1js';
import { BasicConstraints, type Certificate, CertificateChainValidationEngine } from 'pkijs';
import type { Trust } from './trust.ts';

const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** Extensions of a signer's certificate that may be critical: they are looked at here or by pkijs, or say nothing about signing. */
const KNOWN_CRITICAL = new Set([KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE, '2.5.29.17', '2.5.29.32', '2.5.29.30', '2.5.29.36']);

/** Certificates of a hostile file may form a loop; real paths have three or four steps. */
const MAX_STEPS = 60;

/** From the signer's certificate over its issuers to a trusted root. */
export type CertificatePath = readonly [Certificate, ...Certificate[]];

/** Whether a certificate is in its time of validity at a moment. */
export function validityAt(certificate: Certificate, moment: Date): 'valid' | 'expired' | 'notYetValid' {
  if (moment < certificate.notBefore.value) return 'notYetValid';
  return moment > certificate.notAfter.value ? 'expired' : 'valid';
}

/** Whether two are the same certificate. */
export const isSame = (a: Certificate, b: Certificate): boolean => Buffer.compare(a.tbsView, b.tbsView) === 0;

/**
 * The path from a certificate to a trusted root with every certificate valid at the moment (RFC 5280, by pkijs), null if
 * there is none. Certificates `beside` the signature may lead to a root, but never be one.
 */
export async function findPath(certificate: Certificate, trust: Trust, beside: readonly Certificate[], moment: Date): Promise<CertificatePath | null> {
  if (validityAt(certificate, moment) !== 'valid' || hasUnknownCritical(certificate)) return null;
  const usable = (each: Certificate) => validityAt(each, moment) === 'valid' && !isSame(each, certificate);
  let steps = 0;
  const engine = new CertificateChainValidationEngine({
    trustedCerts: trust.roots.filter(usable),
    // pkijs treats the last one as the target.
    certs: [...[...trust.intermediates, ...beside].filter(usable), certificate],
    checkDate: moment,
    findIssuer: async (of, searching, crypto) => {
      if (++steps > MAX_STEPS) throw new Error('certificates in a circle');
      const issuers = await searching.defaultFindIssuer(of, searching, crypto);
      // A dead end would fail all other paths; as its own issuer such a certificate is merely untrusted.
      return issuers.length > 0 ? issuers : [of];
    },
  });
  const found = await engine.verify();
  const [first, ...rest] = found.certificatePath ?? [];
  return found.result && first && keepsLengths([first, ...rest]) ? [first, ...rest] : null;
}

const hasUnknownCritical = ({ extensions }: Certificate): boolean => (extensions ?? []).some(({ critical, extnID }) => critical && !KNOWN_CRITICAL.has(extnID));

/** Checks path length constraints, which pkijs leaves out. */
const keepsLengths = (path: CertificatePath): boolean =>
  path.every((certificate, i) => {
    const constraints = certificate.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
    const most = constraints instanceof BasicConstraints ? constraints.pathLenConstraint : undefined;
    return i === 0 || most === undefined || i - 1 <= Number(most);
  });

/** Whether a certificate may sign documents: its key usage names signing or non-repudiation, or there is none. */
export function maySignDocuments({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue;
  if (!(usage instanceof BitString)) return true;
  // digitalSignature and nonRepudiation are the first two bits.
  return ((usage.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) !== 0;
}

/** Whether a certificate, where it says for what its key is, may sign revocation lists. */
export function maySignLists({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue;
  return !(usage instanceof BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & 0b0000_0010) !== 0;
}
