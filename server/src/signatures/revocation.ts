import { Enumerated, GeneralizedTime } from 'asn1js';
import { type Certificate, CRLDistributionPoints, IssuingDistributionPoint, type RevokedCertificate } from 'pkijs';
import { orNull } from './asn1.ts';
import { type CertificatePath, isSame, maySignLists } from './certificate-path.ts';
import type { RevocationList } from './revocation-list.ts';
import type { Trust } from './trust.ts';

export type Revocation = { readonly state: 'good' } | { readonly state: 'revoked'; readonly since: Date } | { readonly state: 'unknown' };

const REASON = '2.5.29.21';
const INVALIDITY_DATE = '2.5.29.24';
const DELTA = '2.5.29.27';
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';
const DISTRIBUTION_POINTS = '2.5.29.31';
const URI = 6;
const HOLD = 6;

/**
 * Whether any certificate of a path is revoked, and if not, whether lists of the moment say so of each. An authority between that the
 * administrator supplied needs no list: it was vouched for by being put there. Roots vouch for themselves.
 */
export async function revocationOfPath(path: CertificatePath, trust: Trust, beside: readonly RevocationList[], moment: Date): Promise<Revocation> {
  const lists = [...trust.revocationLists, ...beside];
  let state: Revocation = { state: 'good' };
  for (const [i, certificate] of path.entries()) {
    const issuer = path[i + 1];
    if (!issuer) break;
    const found = await revocationOf(certificate, issuer, lists, moment);
    if (found.state === 'revoked' && !(state.state === 'revoked' && state.since <= found.since)) state = found;
    const vouchedFor = i > 0 && trust.intermediates.some((each) => isSame(each, certificate));
    if (found.state === 'unknown' && state.state === 'good' && !vouchedFor) state = found;
  }
  return state;
}

/** What lists of the certificate's own issuer say: one that names it is believed whatever its age, one that does not only for its time. */
async function revocationOf(certificate: Certificate, issuer: Certificate, lists: readonly RevocationList[], moment: Date): Promise<Revocation> {
  const genuine: RevocationList[] = [];
  for (const list of lists) if (await isGenuine(list, issuer)) genuine.push(list);
  genuine.sort((a, b) => b.head.thisUpdate.value.getTime() - a.head.thisUpdate.value.getTime());
  // A list whose entries cannot be read says nothing, neither way.
  const told = genuine.flatMap((list) => orNull(() => ({ list, entry: list.entryOf(certificate) })) ?? []);
  // A hold may have been lifted: only the newest list still knows.
  const since = told.flatMap(({ entry }, i) => (entry && (i === 0 || reasonOf(entry) !== HOLD) ? [sinceOf(entry)] : []));
  if (since.length > 0) return { state: 'revoked', since: new Date(Math.min(...since.map((date) => date.getTime()))) };
  return told.some(({ list, entry }) => !entry && speaksFor(list, certificate, moment)) ? { state: 'good' } : { state: 'unknown' };
}

/** A complete list of this issuer, signed by it. */
async function isGenuine({ head }: RevocationList, issuer: Certificate): Promise<boolean> {
  const extensions = head.crlExtensions?.extensions ?? [];
  if (extensions.some(({ extnID }) => extnID === DELTA) || !head.issuer.isEqual(issuer.subject) || !maySignLists(issuer)) return false;
  // Lists about certificates of others name the issuer entry by entry, which is not read here.
  if (pointOf(head)?.indirectCRL) return false;
  return head.verify({ issuerCertificate: issuer }).catch(() => false);
}

function pointOf(list: RevocationList['head']): IssuingDistributionPoint | undefined {
  const point = list.crlExtensions?.extensions.find(({ extnID }) => extnID === ISSUING_DISTRIBUTION_POINT)?.parsedValue;
  return point instanceof IssuingDistributionPoint ? point : undefined;
}

/**
 * Whether silence of the list means that the certificate was not revoked at the moment: its next update had not yet been due, and it was
 * made before the certificate expired, for afterwards revoked ones may be left out (RFC 5280, 3.3).
 */
function speaksFor({ head }: RevocationList, certificate: Certificate, moment: Date): boolean {
  const until = (head.nextUpdate ?? head.thisUpdate).value;
  return moment <= until && head.thisUpdate.value <= certificate.notAfter.value && covers(head, certificate);
}

/** Whether a list that speaks for some certificates only speaks for this one. */
function covers(list: RevocationList['head'], certificate: Certificate): boolean {
  if (!list.crlExtensions?.extensions.some(({ extnID }) => extnID === ISSUING_DISTRIBUTION_POINT)) return true;
  const point = pointOf(list);
  if (!point || point.onlyContainsAttributeCerts || point.onlyContainsCACerts || point.onlySomeReasons) return false;
  if (point.distributionPoint === undefined) return true;
  const listed = new Set(addressesOf(point.distributionPoint));
  const points = certificate.extensions?.find(({ extnID }) => extnID === DISTRIBUTION_POINTS)?.parsedValue;
  const own = points instanceof CRLDistributionPoints ? points.distributionPoints.flatMap((each) => addressesOf(each.distributionPoint)) : [];
  return own.some((address) => listed.has(address));
}

const addressesOf = (point: IssuingDistributionPoint['distributionPoint']): string[] =>
  Array.isArray(point) ? point.filter(({ type }) => type === URI).map(({ value }) => String(value)) : [];

const reasonOf = (entry: RevokedCertificate): number | undefined => {
  const reason = entry.crlEntryExtensions?.extensions.find(({ extnID }) => extnID === REASON)?.parsedValue;
  return reason instanceof Enumerated ? reason.valueBlock.valueDec : undefined;
};

/** From when on the key is not to be believed: earlier than the revocation where the authority says so. */
function sinceOf(entry: RevokedCertificate): Date {
  const doubted = entry.crlEntryExtensions?.extensions.find(({ extnID }) => extnID === INVALIDITY_DATE)?.parsedValue;
  const revoked = entry.revocationDate.value;
  if (!(doubted instanceof GeneralizedTime)) return revoked;
  const date = doubted.toDate();
  return date < revoked ? date : revoked;
}
