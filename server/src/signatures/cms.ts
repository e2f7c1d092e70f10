import { createHash, timingSafeEqual } from 'node:crypto';
import { type BaseBlock, GeneralizedTime, ObjectIdentifier, OctetString, Primitive, UTCTime } from 'asn1js';
import { type Attribute, type Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { digestName } from './algorithms.ts';
import { Asn1Unreadable, octetsOf, orNull, partsOf, type RawCertificate, readBer, readCertificate, tagOf } from './asn1.ts';
import { type RevocationList, readRevocationList } from './revocation-list.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';
const REVOCATION_ARCHIVAL = '1.2.840.113583.1.1.8';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

/** Building paths from more would cost time, and no signature needs them. */
const MAX_CERTIFICATES = 40;
const MAX_LISTS = 40;

/** One signature in CMS (RFC 5652) with its certificates and lists. */
export interface Cms {
  readonly signedData: SignedData;
  readonly signer: SignerInfo;
  /** Of the signer, null where it did not come along. */
  readonly certificate: RawCertificate | null;
  readonly certificates: readonly Certificate[];
  readonly lists: readonly RevocationList[];
  /** Null if the signed digest is missing or given more than once. */
  readonly messageDigest: Uint8Array | null;
  readonly contentType: string | null;
  readonly signingTime: Date | null;
  /** False where the signer named another certificate than this one. */
  readonly namesCertificate: boolean;
  /** DER of RFC 3161 tokens over the signature. */
  readonly timeStamps: readonly Uint8Array[];
}

/** CMS with exactly one signer, null if the bytes are something else. */
export const readCms = (bytes: Uint8Array): Cms | null => orNull(() => cmsOf(readBer(bytes)));

function cmsOf(block: BaseBlock): Cms {
  const info = new ContentInfo({ schema: block });
  if (info.contentType !== ContentInfo.SIGNED_DATA) throw new Asn1Unreadable('no signed data');
  // Before pkijs, which modifies what it reads.
  const raw = taggedParts(info.content, 0)
    .slice(0, MAX_CERTIFICATES)
    .flatMap((part) => readCertificate(part) ?? []);
  const lists = taggedParts(info.content, 1).flatMap((part) => readRevocationList(part) ?? []);
  const signedData = new SignedData({ schema: info.content });
  const [signer, ...others] = signedData.signerInfos;
  if (!signer || others.length > 0) throw new Asn1Unreadable('not one signer');
  const attributes = signer.signedAttrs?.attributes ?? [];
  const certificate = raw.find((each) => isOf(each.certificate, signer)) ?? null;
  return {
    signedData,
    signer,
    certificate,
    certificates: raw.map((each) => each.certificate),
    lists: [...lists, ...archivedLists(only(attributes, REVOCATION_ARCHIVAL))].slice(0, MAX_LISTS),
    messageDigest: orNull(() => octetsOf(only(attributes, MESSAGE_DIGEST))),
    contentType: textOfIdentifier(only(attributes, CONTENT_TYPE)),
    signingTime: timeOf(only(attributes, SIGNING_TIME)),
    namesCertificate: certificate === null || namesCertificate(attributes, certificate.raw),
    timeStamps: (signer.unsignedAttrs?.attributes ?? [])
      .filter(({ type }) => type === TIME_STAMP_TOKEN)
      .flatMap(({ values }) => values.map((value: BaseBlock) => new Uint8Array(value.valueBeforeDecodeView))),
  };
}

/** The bytes of each part under [n]: certificates under 0, revocation lists under 1. */
function taggedParts(signedData: BaseBlock, tag: number): Uint8Array[] {
  const set = partsOf(signedData).find((part) => tagOf(part) === tag);
  return set ? partsOf(set).map((part) => part.valueBeforeDecodeView) : [];
}

/** The one value of an attribute; undefined where it stands not at all, or more than once, or with more than one value. */
function only(attributes: readonly Attribute[], type: string): BaseBlock | undefined {
  const [found, ...more] = attributes.filter((attribute) => attribute.type === type);
  return found && more.length === 0 && found.values.length === 1 ? found.values[0] : undefined;
}

function isOf(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
  const extension = certificate.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER)?.parsedValue;
  return sid instanceof Primitive && extension instanceof OctetString && Buffer.compare(sid.valueBlock.valueHexView, octetsOf(extension)) === 0;
}

const textOfIdentifier = (block: BaseBlock | undefined): string | null => (block instanceof ObjectIdentifier ? block.valueBlock.toString() : null);

function timeOf(block: BaseBlock | undefined): Date | null {
  const date = block instanceof UTCTime || block instanceof GeneralizedTime ? block.toDate() : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/**
 * Whether the certificate is the one that the signer named within the signature (RFC 5035). Without the attribute it counts as
 * named by its key alone, which the signature itself proves.
 */
function namesCertificate(attributes: readonly Attribute[], raw: Uint8Array): boolean {
  for (const type of [SIGNING_CERTIFICATE_V2, SIGNING_CERTIFICATE]) {
    if (!attributes.some((attribute) => attribute.type === type)) continue;
    const named = orNull(() => namedCertificate(only(attributes, type), type === SIGNING_CERTIFICATE ? 'SHA-1' : 'SHA-256'));
    const hash = named && createHash(named.digest).update(raw).digest();
    if (!hash || hash.length !== named.hash.length || !timingSafeEqual(hash, named.hash)) return false;
  }
  return true;
}

function namedCertificate(value: BaseBlock | undefined, otherwise: string): { readonly digest: string; readonly hash: Uint8Array } {
  const [first] = partsOf(partsOf(value)[0]);
  const [head, next] = partsOf(first);
  if (head instanceof OctetString) return { digest: otherwise, hash: octetsOf(head) };
  const digest = digestName({ algorithmId: textOfIdentifier(partsOf(head)[0]) ?? '' });
  if (digest === null) throw new Asn1Unreadable('a digest that is not known');
  return { digest, hash: octetsOf(next) };
}

/** Revocation lists that the signer put into the signature (ISO 32000-1, 12.8.3.3.2). */
function archivedLists(value: BaseBlock | undefined): RevocationList[] {
  if (!value) return [];
  return (
    orNull(() => {
      const tagged = partsOf(value).find((part) => tagOf(part) === 0);
      return tagged ? partsOf(partsOf(tagged)[0]).flatMap((list) => readRevocationList(list.valueBeforeDecodeView) ?? []) : [];
    }) ?? []
  );
}
