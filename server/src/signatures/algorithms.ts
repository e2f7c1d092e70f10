import { ObjectIdentifier } from 'asn1js';
import { type AlgorithmIdentifier, type Certificate, getEngine, RSAPublicKey, RSASSAPSSParams } from 'pkijs';
import { orNull } from './asn1.ts';

/** Digests by their identifier, under the name that Node's streaming hash and WebCrypto both take. */
const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const EC = '1.2.840.10045.2.1';
const CURVES = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

/** The digest within an algorithm of signing; null where the message's own is used. */
const SIGNING: Readonly<Record<string, { readonly key: string; readonly digest: string | null }>> = {
  [RSA]: { key: RSA, digest: null },
  '1.2.840.113549.1.1.5': { key: RSA, digest: 'SHA-1' },
  '1.2.840.113549.1.1.11': { key: RSA, digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { key: RSA, digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { key: RSA, digest: 'SHA-512' },
  [RSA_PSS]: { key: RSA, digest: null },
  [EC]: { key: EC, digest: null },
  '1.2.840.10045.4.1': { key: EC, digest: 'SHA-1' },
  '1.2.840.10045.4.3.2': { key: EC, digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { key: EC, digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { key: EC, digest: 'SHA-512' },
};

const MINIMUM_RSA_BITS = 2_048;

/** The digest's name, null where it is not one that is verified here. */
export const digestName = (algorithm: Pick<AlgorithmIdentifier, 'algorithmId'>): string | null => DIGESTS[algorithm.algorithmId] ?? null;

/** The digest that a signature of this algorithm really rests on; null where the algorithm is not verified here, or does not fit the key. */
export function signingDigest(algorithm: AlgorithmIdentifier, signer: Certificate, messageDigest: string): string | null {
  const key = signer.subjectPublicKeyInfo.algorithm;
  const signing = SIGNING[algorithm.algorithmId];
  if (!signing || signing.key !== key.algorithmId) return null;
  if (key.algorithmId === EC && !CURVES.has(curveOf(key) ?? '')) return null;
  if (algorithm.algorithmId === RSA_PSS) return pssDigest(algorithm);
  return signing.digest ?? messageDigest;
}

const curveOf = (key: AlgorithmIdentifier): string | null =>
  key.algorithmParams instanceof ObjectIdentifier ? key.algorithmParams.valueBlock.toString() : null;

const pssDigest = (algorithm: AlgorithmIdentifier): string | null =>
  orNull(() => {
    const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
    return hashAlgorithm ? digestName(hashAlgorithm) : 'SHA-1';
  });

/** Whether a certificate's key is shorter than what is held to be safe: RSA under 2,048 bits. */
export function isWeakKey(certificate: Certificate): boolean {
  const { parsedKey } = certificate.subjectPublicKeyInfo;
  if (!(parsedKey instanceof RSAPublicKey)) return false;
  const modulus = Buffer.from(parsedKey.modulus.valueBlock.valueHexView).toString('hex').replace(/^0+/, '');
  return modulus.length * 4 < MINIMUM_RSA_BITS;
}

/** Whether the signature under a certificate rests on SHA-1 or on what is not known here. */
export function isWeaklyIssued(certificate: Certificate): boolean {
  const { algorithmId } = certificate.signatureAlgorithm;
  const digest = algorithmId === RSA_PSS ? pssDigest(certificate.signatureAlgorithm) : SIGNING[algorithmId]?.digest;
  return digest === 'SHA-1' || digest === undefined || digest === null;
}

/** Whether a signature over the data is right by the key of the certificate. */
export async function isSignedBy(
  signer: Certificate,
  data: ArrayBuffer,
  signature: Parameters<NonNullable<ReturnType<typeof getEngine>['crypto']>['verifyWithPublicKey']>[1],
  algorithm: AlgorithmIdentifier,
  digest: string,
): Promise<boolean> {
  const { crypto } = getEngine();
  if (!crypto) throw new Error('this Node has no WebCrypto');
  // Bare key identifiers name no digest, so it is told; for the others it stands in them.
  const bare = algorithm.algorithmId === RSA || algorithm.algorithmId === EC;
  try {
    return await crypto.verifyWithPublicKey(data, signature, signer.subjectPublicKeyInfo, algorithm, bare ? digest : undefined);
  } catch {
    // The algorithm is known and fits the key: what cannot be taken apart is no signature by it.
    return false;
  }
}
