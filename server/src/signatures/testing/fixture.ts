import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { readSignatures } from '../read-signatures.ts';
import { readTrust, type Trust } from '../trust.ts';
import { type Identity, type InventedAuthority, makeAuthority, revoke } from './authority.ts';
import { type CmsOptions, signDetached } from './cms.ts';
import { addSignature, type GrowingPdf, type SigningOptions } from './signed-pdf.ts';

/** A day on which files are looked at, unless a story says another. */
export const NOW = new Date('2026-03-01T08:00:00Z');
export const SIGNED_AT = '2026-02-05T07:30:00Z';

/** A place where invented people sign and files are judged, on real files. */
export class SignatureFixture {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'parindex-signatures-'));
  readonly authority: InventedAuthority;
  #count = 0;

  private constructor(authority: InventedAuthority) {
    this.authority = authority;
  }

  static async open(): Promise<SignatureFixture> {
    return new SignatureFixture(await makeAuthority());
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Trust as read from a folder with these files; the authority's root, issuing one and an empty list unless said. */
  async trust(files?: Readonly<Record<string, Uint8Array>>): Promise<Trust> {
    const folder = mkdtempSync(path.join(this.folder, 'trust-'));
    const { root, issuing } = this.authority;
    const written = files ?? { 'goc.crt': root.raw, 'cap.crt': issuing.raw, 'thu-hoi.crl': await revoke(issuing, []) };
    for (const [name, content] of Object.entries(written)) writeFileSync(path.join(folder, name), content);
    const { trust, faults } = await readTrust(folder);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return trust;
  }

  /** Trust with one's own revocation list of the issuing authority. */
  trustWith(list: Uint8Array): Promise<Trust> {
    const { root, issuing } = this.authority;
    return this.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw, 'thu-hoi.crl': list });
  }

  /** The file signed once more. */
  sign(pdf: GrowingPdf, by: Identity, cms: Partial<CmsOptions> = {}, wishes: Partial<SigningOptions> = {}): Promise<GrowingPdf> {
    const along = [this.authority.issuing];
    return addSignature(pdf, { sign: (bytes) => signDetached(bytes, { by, along, at: SIGNED_AT, ...cms }), ...wishes });
  }

  /** What is read of a file with these bytes. */
  async read(bytes: Uint8Array, trust: Trust, now = NOW): Promise<SignatureReading[]> {
    const file = path.join(this.folder, `${this.#count++}.pdf`);
    writeFileSync(file, bytes);
    return readSignatures(file, trust, now);
  }

  /** What is read of the only signature of a file. */
  async readOne(bytes: Uint8Array, trust: Trust, now = NOW): Promise<SignatureReading> {
    const [reading, ...more] = await this.read(bytes, trust, now);
    if (!reading || more.length > 0) throw new Error(`not one signature but ${more.length + (reading ? 1 : 0)}`);
    return reading;
  }
}
