import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certify, revoke } from './testing/authority.ts';
import { readTrust, trustFaultText } from './trust.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: Uint8Array | string) => writeFileSync(path.join(folder, name), content);
const pem = (label: string, der: Uint8Array) => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

describe('[F115] the folder of those whom one trusts', () => {
  it('takes roots, authorities between and revocation lists, in DER and PEM', async () => {
    const root = await certify({ name: 'Gốc Minh họa', is: 'authority' });
    const issuing = await certify({ name: 'Cấp Minh họa', is: 'authority' }, root);
    put('tat-ca.pem', `Chứng thư số của năm nay\n${pem('CERTIFICATE', root.raw)}${pem('CERTIFICATE', issuing.raw)}`);
    put('goc.CRL', await revoke(root, []));
    put('cap.crl', pem('X509 CRL', await revoke(issuing, [])));
    put('README.txt', 'left alone');
    const { trust, faults } = await readTrust(folder);
    expect(faults).toEqual([]);
    expect([trust.roots, trust.intermediates, trust.revocationLists].map(({ length }) => length)).toEqual([1, 1, 2]);
  });

  it('tells all that is faulty at once, and goes on with the rest', async () => {
    const root = await certify({ name: 'Gốc Minh họa', is: 'authority' });
    const person = await certify({ name: 'Nguyễn Văn Minh Họa' }, root);
    const other = await certify({ name: 'Khác', is: 'authority' });
    const forged = Buffer.from(other.raw);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    put('a-goc.crt', root.raw);
    put('b-nguoi.cer', person.raw);
    put('c-rac.crt', 'no certificate');
    put('d-gia.der', forged);
    put('e-rong.pem', '-----BEGIN NOTHING-----\n-----END NOTHING-----\n');
    mkdirSync(path.join(folder, 'f-thu-muc.crt'));
    put('g-rac.crl', Buffer.alloc(40));
    put('h-la.crl', await revoke(other, []));
    const { trust, faults } = await readTrust(folder);
    expect(trust.roots).toHaveLength(1);
    expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'b-nguoi.cer notAnAuthority',
      'c-rac.crt notACertificate',
      'd-gia.der rootNotGenuine',
      'e-rong.pem notACertificate',
      'f-thu-muc.crt fileUnreadable',
      'g-rac.crl notARevocationList',
      'h-la.crl listOfNobody',
    ]);
    for (const fault of faults) for (const language of ['vi', 'en'] as const) expect(trustFaultText(fault, language)).toMatch(/^\S+: \S.*\.$/);
  });

  it('says that nobody is trusted where there is no root, or no folder', async () => {
    expect((await readTrust(folder)).faults).toEqual([{ code: 'noRoot', file: '' }]);
    const gone = await readTrust(path.join(folder, 'gone'));
    expect(gone.faults.map((fault) => trustFaultText(fault, 'vi'))).toEqual(['Không đọc được thư mục chứng thư số tin cậy.']);
  });
});
