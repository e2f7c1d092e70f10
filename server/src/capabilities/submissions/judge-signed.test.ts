import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify, revoke } from '../../signatures/testing/authority.ts';
import { NOW, SignatureFixture } from '../../signatures/testing/fixture.ts';
import { plainPdf, rewriteText } from '../../signatures/testing/signed-pdf.ts';
import { NO_TRUST, type Trust } from '../../signatures/trust.ts';
import { judgeSigned, type ReportRequest } from './judge-signed.ts';
import { sheetLine, sheetsNamedIn } from './official-report.ts';

const HASH = 'c0'.repeat(32);
const asked: ReportRequest = {
  round: 'minh-hoa-2022',
  body: 'tinh-minh-hoa-01',
  sheet: 'Tỉnh Minh họa 01, Kỳ đánh giá minh họa 2022',
  frozen: { seq: 7, at: NOW, hash: HASH },
  asMade: false,
  permitted: false,
  trustsSomebody: true,
};

let fixture: SignatureFixture;
beforeAll(async () => {
  fixture = await SignatureFixture.open();
});
afterAll(() => fixture.close());

/** What comes of a report that says the sheet's hash, with these bytes. */
async function judge(bytes: Uint8Array, trust: Trust, more: Partial<ReportRequest> = {}, hashes = [HASH]) {
  const signatures = await fixture.read(bytes, trust);
  const { refusals, ...rest } = judgeSigned({ bytes: Buffer.from(bytes), sha256: HASH, scanned: true, signatures, hashes, sheets: [] }, { ...asked, ...more });
  return { ...rest, refusals: refusals.map((refusal) => (refusal.code === 'signature' ? refusal.because : refusal.code)) };
}

describe('[F115] a signed report is judged by what its signatures are worth', () => {
  it('taken where they are good, and where only what needs others could not be verified', async () => {
    const trust = await fixture.trust();
    const { signer, clerk, root, issuing } = fixture.authority;
    const signed = await fixture.sign(plainPdf(), signer);
    expect(await judge(signed.bytes, trust)).toEqual({ matched: 'said', byPermission: false, refusals: [] });
    // The leader's, and the agency's over it.
    expect((await judge((await fixture.sign(signed, clerk)).bytes, trust)).refusals).toEqual([]);
    const withoutList = await fixture.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw });
    expect((await judge(signed.bytes, withoutList)).refusals).toEqual([]);
    // Where nobody is trusted yet, nobody can be told from a stranger.
    expect((await judge(signed.bytes, NO_TRUST, { trustsSomebody: false })).refusals).toEqual([]);
  });

  it('refused where they are altered, expired, revoked, or a stranger’s; no permission helps that', async () => {
    const trust = await fixture.trust();
    const { signer, issuing } = fixture.authority;
    const signed = await fixture.sign(plainPdf(), signer);
    const altered = Buffer.from(signed.bytes);
    altered[altered.indexOf('Bao cao')] = 66 ^ 1;
    const expired = await certify({ name: 'Lê Văn Hết Hạn', to: '2025-06-01' }, issuing);
    const stranger = await certify({ name: 'Người Lạ Minh Họa' });
    const revoked = await fixture.trustWith(await revoke(issuing, [{ of: signer, since: '2026-01-15' }]));
    const cases = [
      [altered, trust, 'contentAltered'],
      [rewriteText(signed, 'So khac').bytes, trust, 'changedSince'],
      [(await fixture.sign(plainPdf(), expired)).bytes, trust, 'expiredAtSigning'],
      [signed.bytes, revoked, 'revokedBeforeSigning'],
      [(await fixture.sign(plainPdf(), stranger)).bytes, trust, 'issuerUntrusted'],
    ] as const;
    for (const [bytes, trusted, code] of cases)
      for (const permitted of [false, true]) expect((await judge(bytes, trusted, { permitted })).refusals, code).toEqual([expect.arrayContaining([code])]);
  });

  it('without a signature or a hash, taken by the owner’s permission alone', async () => {
    const trust = await fixture.trust();
    const plain = plainPdf().bytes;
    expect(await judge(plain, trust, {}, [])).toMatchObject({ refusals: ['notSigned', 'noHash'] });
    expect(await judge(plain, trust, { permitted: true }, [])).toEqual({ matched: 'permitted', byPermission: true, refusals: [] });
    const signed = await fixture.sign(plainPdf(), fixture.authority.signer);
    // What needs no permission uses none up.
    expect(await judge(signed.bytes, trust, { permitted: true })).toEqual({ matched: 'said', byPermission: false, refusals: [] });
  });
});

describe('the foot of a report', () => {
  const SHEET = 'Sở Văn hóa, Thể thao Minh họa, Kỳ đánh giá minh họa 2022';
  const judged = (text: string) =>
    judgeSigned(
      { bytes: Buffer.from(''), sha256: HASH, scanned: true, signatures: [], hashes: [], sheets: sheetsNamedIn(text) },
      { ...asked, sheet: SHEET, body: 'so-minh-hoa', permitted: true },
    ).refusals;

  it('[F115] names the sheet in words, and is read back where it is broken over lines; older ones, which name it by ids, too', () => {
    expect(sheetLine(SHEET, 7)).toBe('Bảng chấm điểm của Sở Văn hóa, Thể thao Minh họa, Kỳ đánh giá minh họa 2022, phiên bản số liệu 7.');
    expect(judged(`1. Bảng chấm điểm của cơ quan.\n${sheetLine(SHEET, 7).replaceAll(' ', '\n')}`)).toEqual([]);
    expect(judged('Bảng chấm điểm minh-hoa-2022/so-minh-hoa, phiên bản số liệu 7.')).toEqual([]);
    expect(judged('Bảng điểm minh-hoa-2022/so-minh-hoa, lần chốt 7.')).toEqual([]);
  });

  it('[F115] tells another sheet and another freezing', () => {
    const other = 'Tỉnh Minh họa 02, Kỳ đánh giá minh họa 2022';
    expect(judged(sheetLine(other, 7))).toMatchObject([{ code: 'otherSheet', same: false, sheet: { name: other } }]);
    expect(judged(sheetLine(SHEET, 6))).toMatchObject([{ code: 'otherSheet', same: true, sheet: { seq: 6 } }]);
    expect(judged('Bảng chấm điểm minh-hoa-2021/so-minh-hoa, phiên bản số liệu 7.')).toMatchObject([{ code: 'otherSheet', same: false }]);
  });
});
