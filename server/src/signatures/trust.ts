import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '@parindex/core';
import type { Names } from '@parindex/core/words/texts';
import { BasicConstraints, type Certificate } from 'pkijs';
import { readCertificate } from './asn1.ts';
import { type RevocationList, readRevocationList } from './revocation-list.ts';

/** Whom the administrator trusts: nobody is trusted by default. */
export interface Trust {
  /** Certificates that vouch for themselves and stand at the end of a path. */
  readonly roots: readonly Certificate[];
  /** Authorities between; they need a root all the same. */
  readonly intermediates: readonly Certificate[];
  readonly revocationLists: readonly RevocationList[];
}

/** Nobody is trusted: every signature is at best "could not be verified". */
export const NO_TRUST: Trust = { roots: [], intermediates: [], revocationLists: [] };

const TRUST_FAULT_WORDS = {
  folderUnreadable: { vi: 'Không đọc được thư mục chứng thư số tin cậy', en: 'The folder of trusted certificates cannot be read' },
  fileUnreadable: { vi: 'Không đọc được tệp', en: 'The file cannot be read' },
  fileTooLarge: { vi: 'Tệp lớn quá 64 MB', en: 'The file is larger than 64 MB' },
  notACertificate: { vi: 'Tệp không chứa chứng thư số X.509 (PEM hoặc DER)', en: 'The file holds no X.509 certificate (PEM or DER)' },
  notARevocationList: { vi: 'Tệp không chứa danh sách thu hồi (CRL)', en: 'The file holds no revocation list (CRL)' },
  notAnAuthority: {
    vi: 'Chứng thư số không phải của tổ chức chứng thực: chỉ tổ chức chứng thực được đưa vào danh sách tin cậy',
    en: 'The certificate is not that of an authority, and only authorities can be trusted',
  },
  rootNotGenuine: { vi: 'Chứng thư số gốc không tự khớp với chữ ký của nó', en: 'The root certificate does not bear its own signature' },
  listOfNobody: {
    vi: 'Danh sách thu hồi không do tổ chức chứng thực nào trong thư mục này ký',
    en: 'The revocation list is signed by no authority of this folder',
  },
  noRoot: {
    vi: 'Thư mục không có chứng thư số gốc nào, nên không chữ ký nào được coi là hợp lệ',
    en: 'There is no root certificate, so no signature can be valid',
  },
} as const satisfies Names<string>;

export interface TrustFault {
  readonly code: keyof typeof TRUST_FAULT_WORDS;
  /** The file within the folder, empty for the folder itself. */
  readonly file: string;
}

/** A fault in words: "goc.crt: Tệp không chứa …". */
export const trustFaultText = ({ code, file }: TrustFault, language: Language): string =>
  `${file === '' ? '' : `${file}: `}${TRUST_FAULT_WORDS[code][language]}.`;

const MAX_BYTES = 64 * 1_048_576;
const CERTIFICATES = /\.(crt|cer|pem|der)$/i;
const LISTS = /\.crl$/i;
const BASIC_CONSTRAINTS = '2.5.29.19';

/**
 * Reads roots and intermediates (.crt, .cer, .pem, .der; PEM or DER, a PEM file may hold many) and revocation lists (.crl) from a folder;
 * other files are left alone. A certificate that issued itself is a root. What is faulty is left out, and all faults are told at once.
 */
export async function readTrust(folder: string): Promise<{ readonly trust: Trust; readonly faults: readonly TrustFault[] }> {
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return { trust: NO_TRUST, faults: [{ code: 'folderUnreadable', file: '' }] };
  const reading = new TrustReading(folder);
  for (const name of names.filter((each) => CERTIFICATES.test(each)).toSorted()) await reading.certificates(name);
  // Lists come after all who may have signed them.
  for (const name of names.filter((each) => LISTS.test(each)).toSorted()) await reading.lists(name);
  if (reading.roots.length === 0) reading.faults.push({ code: 'noRoot', file: '' });
  return { trust: { roots: reading.roots, intermediates: reading.intermediates, revocationLists: reading.revocationLists }, faults: reading.faults };
}

class TrustReading {
  readonly #folder: string;
  readonly roots: Certificate[] = [];
  readonly intermediates: Certificate[] = [];
  readonly revocationLists: RevocationList[] = [];
  readonly faults: TrustFault[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  async certificates(file: string): Promise<void> {
    const blocks = await this.#blocks(file, 'CERTIFICATE');
    const read = blocks?.map((block) => readCertificate(block)?.certificate ?? null);
    if (read && (read.length === 0 || read.includes(null))) this.faults.push({ code: 'notACertificate', file });
    for (const certificate of read ?? []) if (certificate) await this.#keep(certificate, file);
  }

  async lists(file: string): Promise<void> {
    const blocks = await this.#blocks(file, 'X509 CRL');
    const read = blocks?.map(readRevocationList);
    if (read && (read.length === 0 || read.includes(null))) this.faults.push({ code: 'notARevocationList', file });
    for (const list of read ?? []) {
      if (!list) continue;
      if (await this.#isOfSomebody(list)) this.revocationLists.push(list);
      else this.faults.push({ code: 'listOfNobody', file });
    }
  }

  async #keep(certificate: Certificate, file: string): Promise<void> {
    const own = certificate.subject.isEqual(certificate.issuer);
    if (!isAuthority(certificate)) this.faults.push({ code: 'notAnAuthority', file });
    else if (!own) this.intermediates.push(certificate);
    else if (await certificate.verify(certificate).catch(() => false)) this.roots.push(certificate);
    else this.faults.push({ code: 'rootNotGenuine', file });
  }

  async #isOfSomebody({ head }: RevocationList): Promise<boolean> {
    for (const issuerCertificate of [...this.roots, ...this.intermediates]) {
      if (head.issuer.isEqual(issuerCertificate.subject) && (await head.verify({ issuerCertificate }).catch(() => false))) return true;
    }
    return false;
  }

  /** The DER blocks of a file: of PEM those under the label, else the file itself. */
  async #blocks(file: string, label: string): Promise<Buffer[] | undefined> {
    const full = path.join(this.#folder, file);
    try {
      if ((await stat(full)).size > MAX_BYTES) {
        this.faults.push({ code: 'fileTooLarge', file });
        return undefined;
      }
      return blocksOf(await readFile(full), label);
    } catch {
      this.faults.push({ code: 'fileUnreadable', file });
      return undefined;
    }
  }
}

function blocksOf(content: Buffer, label: string): Buffer[] {
  const text = content.toString('latin1');
  if (!text.includes('-----BEGIN ')) return [content];
  return text
    .split(`-----BEGIN ${label}-----`)
    .slice(1)
    .map((part) => Buffer.from(part.split('-----END')[0] ?? '', 'base64'));
}

function isAuthority({ extensions }: Certificate): boolean {
  const constraints = extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  return constraints instanceof BasicConstraints && constraints.cA === true;
}
