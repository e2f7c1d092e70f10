import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify, revoke } from './testing/authority.ts';
import { signDetached, stampToken } from './testing/cms.ts';
import { NOW, SIGNED_AT, SignatureFixture } from './testing/fixture.ts';
import { addSignature, addValidationData, plainPdf } from './testing/signed-pdf.ts';
import { NO_TRUST, type Trust } from './trust.ts';

let fixture: SignatureFixture;
let trust: Trust;
beforeAll(async () => {
  fixture = await SignatureFixture.open();
  trust = await fixture.trust();
});
afterAll(() => fixture.close());

const STAMPED_AT = '2026-02-05T07:31:00Z';

describe('[F115] a signed report', () => {
  it('is valid, and tells who signed, for which agency, when and why', async () => {
    const pdf = await fixture.sign(
      plainPdf(),
      fixture.authority.signer,
      {},
      { entries: ' /Reason <FEFF0050006800EA00200064007500791EC70074> /Location (Tinh \\(Minh hoa\\) \\060\\061)' },
    );
    expect(await fixture.readOne(pdf.bytes, trust)).toEqual({
      kind: 'signature',
      field: 'ChuKy1',
      signer: 'Nguyễn Văn Minh Họa',
      agency: 'Sở Minh họa A',
      issuer: 'Chứng thực Minh họa G1',
      serial: expect.stringMatching(/^[0-9A-F]+$/),
      signedAt: '2026-02-05T07:30:00.000Z',
      timeStampedAt: null,
      revokedAt: null,
      reason: 'Phê duyệt',
      location: 'Tinh (Minh hoa) 01',
      integrity: 'intact',
      later: 'nothing',
      certificate: 'valid',
      revocation: 'good',
      verdict: 'valid',
      because: [],
    });
  });

  it('takes the time from the dictionary where CMS has none, as PAdES wants it', async () => {
    const sign = (bytes: Buffer) => signDetached(bytes, { by: fixture.authority.signer, along: [fixture.authority.issuing] });
    const pdf = await addSignature(plainPdf(), { sign, entries: " /M (D:20260205143000+07'00')" });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ signedAt: '2026-02-05T07:30:00.000Z', verdict: 'valid' });
    const without = await addSignature(plainPdf(), { sign });
    expect(await fixture.readOne(without.bytes, trust)).toMatchObject({ signedAt: null, verdict: 'unverifiable', because: ['signingTimeUnknown'] });
  });

  it('is none where nobody signed', async () => {
    expect(await fixture.read(plainPdf().bytes, trust)).toEqual([]);
    expect(await fixture.read(Buffer.from('no PDF at all'), trust)).toEqual([]);
    expect(await fixture.read(Buffer.alloc(0), trust)).toEqual([]);
  });

  it.each([
    ['P-256', 'SHA-256'],
    ['P-256', 'SHA-512'],
    ['RSA-2048', 'SHA-256'],
    ['RSA-2048', 'SHA-384'],
    ['RSA-2048', 'SHA-512'],
  ] as const)('is valid with %s and %s', async (key, hash) => {
    const by = await certify({ name: 'Lê Minh Họa', key }, fixture.authority.issuing);
    const pdf = await fixture.sign(plainPdf(), by, { hash });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'valid', signer: 'Lê Minh Họa', agency: null });
  });

  it.each([
    ['RSA-1024', 'SHA-256'],
    ['P-256', 'SHA-1'],
  ] as const)('is not vouched for with %s and %s: they are no longer safe', async (key, hash) => {
    const by = await certify({ name: 'Lê Minh Họa', key }, fixture.authority.issuing);
    const pdf = await fixture.sign(plainPdf(), by, { hash });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ integrity: 'intact', verdict: 'unverifiable', because: ['algorithmWeak'] });
  });

  it('is altered when one byte is', async () => {
    const pdf = await fixture.sign(plainPdf('Diem 80'), fixture.authority.signer);
    const bytes = Buffer.from(pdf.bytes);
    bytes.write('9', bytes.indexOf('Diem 80') + 5);
    expect(await fixture.readOne(bytes, trust)).toMatchObject({ integrity: 'altered', verdict: 'invalid', because: ['contentAltered'] });
  });

  it('is not believed with a signature by another key, nor with another certificate than the signer named', async () => {
    const { signer, clerk } = fixture.authority;
    const forged = await fixture.sign(plainPdf(), { ...signer, privateKey: clerk.privateKey });
    expect(await fixture.readOne(forged.bytes, trust)).toMatchObject({ integrity: 'altered', because: ['signatureWrong'] });
    const swapped = await fixture.sign(plainPdf(), signer, { naming: clerk });
    expect(await fixture.readOne(swapped.bytes, trust)).toMatchObject({ integrity: 'altered', because: ['certificateSwapped'] });
  });

  it('of an older kind is told as not supported, not as wrong', async () => {
    const pdf = await fixture.sign(plainPdf(), fixture.authority.signer, {}, { subFilter: 'adbe.pkcs7.sha1' });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['formatUnsupported'] });
  });
});

describe('[F115] whom one trusts', () => {
  it('leaves it open where the root is not known, or nobody is trusted', async () => {
    const other = await certify({ name: 'Gốc khác Minh họa', is: 'authority' });
    const pdf = await fixture.sign(plainPdf(), fixture.authority.signer);
    for (const nobody of [NO_TRUST, await fixture.trust({ 'khac.crt': other.raw })])
      expect(await fixture.readOne(pdf.bytes, nobody)).toMatchObject({
        integrity: 'intact',
        certificate: 'untrusted',
        verdict: 'unverifiable',
        because: ['issuerUntrusted', 'revocationUnknown'],
      });
  });

  it('does not take a root that came with the file', async () => {
    const root = await certify({ name: 'Chứng thực gốc Minh họa', organization: 'Cơ quan chứng thực Minh họa', is: 'authority' });
    const by = await certify({ name: 'Kẻ mạo danh' }, root);
    const pdf = await fixture.sign(plainPdf(), by, { along: [root], lists: [await revoke(root, [])] });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
  });

  it('takes no authority that may not have others below it, and no person for one', async () => {
    const below = await certify({ name: 'Cấp dưới Minh họa', is: 'authority' }, fixture.authority.issuing);
    const byBelow = await certify({ name: 'A' }, below);
    const byPerson = await certify({ name: 'B' }, fixture.authority.signer);
    for (const [by, along] of [
      [byBelow, below],
      [byPerson, fixture.authority.signer],
    ] as const) {
      const pdf = await fixture.sign(plainPdf(), by, { along: [along, fixture.authority.issuing] });
      expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
    }
  });

  it('is not led in circles by authorities that certify each other', async () => {
    const [a, b] = [await certify({ name: 'A', is: 'authority' }), await certify({ name: 'B', is: 'authority' })];
    const [aByB, bByA] = [await certify({ name: 'A', is: 'authority' }, b), await certify({ name: 'B', is: 'authority' }, a)];
    const by = await certify({ name: 'C' }, aByB);
    const pdf = await fixture.sign(plainPdf(), by, { along: [aByB, bByA, a, b] });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
  });

  it('wants a certificate that is for signing', async () => {
    const by = await certify({ name: 'Máy chủ Minh họa', is: 'encipherment' }, fixture.authority.issuing);
    const pdf = await fixture.sign(plainPdf(), by);
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['certificateNotForSigning'] });
  });
});

describe('[F115] the certificate at the time of signing', () => {
  const signedBy = async (validity: { from?: string; to?: string }, stampedAt?: string) => {
    const by = await certify({ name: 'Lê Minh Họa', ...validity }, fixture.authority.issuing);
    return fixture.sign(plainPdf(), by, stampedAt === undefined ? {} : { stamp: { by: fixture.authority.stamping, at: stampedAt } });
  };

  it('had expired, or was not yet valid, by the signer’s own word', async () => {
    const expired = await signedBy({ to: '2025-12-31' });
    expect(await fixture.readOne(expired.bytes, trust)).toMatchObject({ certificate: 'expired', verdict: 'invalid', because: ['expiredAtSigning'] });
    const early = await signedBy({ from: '2026-02-10' });
    expect(await fixture.readOne(early.bytes, trust)).toMatchObject({ certificate: 'notYetValid', verdict: 'invalid', because: ['notYetValidAtSigning'] });
  });

  it('expired since: open without a time stamp, valid with one', async () => {
    const later = new Date('2026-12-01');
    const bare = await signedBy({ to: '2026-06-01' });
    const reading = await fixture.readOne(bare.bytes, trust, later);
    expect(reading).toMatchObject({ certificate: 'expired', verdict: 'unverifiable' });
    expect(reading.because).toEqual(expect.arrayContaining(['signingTimeUnproven', 'expiredSince']));
    const stamped = await signedBy({ to: '2026-06-01' }, STAMPED_AT);
    expect(await fixture.readOne(stamped.bytes, trust, later)).toMatchObject({
      certificate: 'valid',
      verdict: 'valid',
      timeStampedAt: '2026-02-05T07:31:00.000Z',
      because: [],
    });
  });

  it('is not judged by a time that lies in the future, or after its stamp', async () => {
    const future = await fixture.sign(plainPdf(), fixture.authority.signer, { at: '2027-01-01T00:00:00Z' });
    expect(await fixture.readOne(future.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['signingTimeContradicted'] });
    const after = await signedBy({}, '2026-02-01T00:00:00Z');
    expect(await fixture.readOne(after.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['signingTimeContradicted'] });
  });
});

describe('[F115] revocation', () => {
  it('is not known without a list, with an old one, or with one of somebody else', async () => {
    const { root, issuing, signer } = fixture.authority;
    const pdf = await fixture.sign(plainPdf(), signer);
    const open = { certificate: 'valid', revocation: 'unknown', verdict: 'unverifiable', because: ['revocationUnknown'] };
    expect(await fixture.readOne(pdf.bytes, await fixture.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw }))).toMatchObject(open);
    expect(await fixture.readOne(pdf.bytes, await fixture.trustWith(await revoke(issuing, [], { made: '2025-01-01', next: '2025-02-01' })))).toMatchObject(
      open,
    );
    expect(await fixture.readOne(pdf.bytes, await fixture.trustWith(await revoke(root, [])))).toMatchObject(open);
  });

  it('before the signing makes it invalid, by the signer’s own word or by the stamp’s', async () => {
    const { issuing, signer, stamping } = fixture.authority;
    const revoked = await fixture.trustWith(await revoke(issuing, [{ of: signer, since: '2026-01-15' }]));
    const bare = await fixture.sign(plainPdf(), signer);
    const stamped = await fixture.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    for (const { bytes } of [bare, stamped])
      expect(await fixture.readOne(bytes, revoked)).toMatchObject({
        certificate: 'revoked',
        revocation: 'revoked',
        revokedAt: '2026-01-15T00:00:00.000Z',
        verdict: 'invalid',
        because: ['revokedBeforeSigning'],
      });
  });

  it('after the signing leaves it valid where a stamp proves the time, and open where none does', async () => {
    const { issuing, signer, stamping } = fixture.authority;
    const revoked = await fixture.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20' }]));
    const stamped = await fixture.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    expect(await fixture.readOne(stamped.bytes, revoked)).toMatchObject({
      certificate: 'valid',
      revocation: 'revoked',
      verdict: 'valid',
      because: ['revokedSince'],
    });
    const bare = await fixture.sign(plainPdf(), signer);
    expect(await fixture.readOne(bare.bytes, revoked)).toMatchObject({
      certificate: 'revoked',
      verdict: 'unverifiable',
      because: ['signingTimeUnproven', 'revokedSince'],
    });
  });

  it('counts from when the key was in doubt', async () => {
    const { issuing, signer, stamping } = fixture.authority;
    const revoked = await fixture.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20', reason: 1, doubtedSince: '2026-02-01' }]));
    const stamped = await fixture.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    expect(await fixture.readOne(stamped.bytes, revoked)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning'] });
  });

  it('is read from lists within the signature and within the file’s validation data', async () => {
    const { root, issuing, signer } = fixture.authority;
    const bare = await fixture.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw });
    const good = await revoke(issuing, []);
    const within = await fixture.sign(plainPdf(), signer, { lists: [good] });
    expect(await fixture.readOne(within.bytes, bare)).toMatchObject({ revocation: 'good', verdict: 'valid' });
    const beside = addValidationData(await fixture.sign(plainPdf(), signer), [good]);
    expect(await fixture.readOne(beside.bytes, bare)).toMatchObject({ revocation: 'good', verdict: 'valid', later: 'anotherSignature' });
    const bad = addValidationData(await fixture.sign(plainPdf(), signer), [await revoke(issuing, [{ of: signer, since: '2026-01-01' }])]);
    expect(await fixture.readOne(bad.bytes, trust)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning', 'signedAgainSince'] });
  });

  it('of the authority in between is looked at too, and a list is needed where the administrator did not supply it', async () => {
    const { root, issuing, signer } = fixture.authority;
    const pdf = await fixture.sign(plainPdf(), signer, { lists: [await revoke(issuing, [])] });
    expect(await fixture.readOne(pdf.bytes, await fixture.trust({ 'goc.crt': root.raw }))).toMatchObject({ revocation: 'unknown', verdict: 'unverifiable' });
    const told = await fixture.trust({ 'goc.crt': root.raw, 'goc.crl': await revoke(root, []) });
    expect(await fixture.readOne(pdf.bytes, told)).toMatchObject({ revocation: 'good', verdict: 'valid' });
    const lost = await fixture.trust({ 'goc.crt': root.raw, 'goc.crl': await revoke(root, [{ of: issuing, since: '2026-01-01' }]) });
    expect(await fixture.readOne(pdf.bytes, lost)).toMatchObject({ certificate: 'revoked', verdict: 'invalid' });
  });

  it('that was only a hold, and was lifted, is none', async () => {
    const { root, issuing, signer } = fixture.authority;
    const held = await revoke(issuing, [{ of: signer, since: '2026-01-15', reason: 6 }], { made: '2026-01-16' });
    const authorities = { 'goc.crt': root.raw, 'cap.crt': issuing.raw, 'a.crl': held };
    const pdf = await fixture.sign(plainPdf(), signer);
    expect(await fixture.readOne(pdf.bytes, await fixture.trust(authorities))).toMatchObject({ certificate: 'revoked', verdict: 'invalid' });
    const lifted = await fixture.trust({ ...authorities, 'b.crl': await revoke(issuing, [], { made: '2026-02-20' }) });
    expect(await fixture.readOne(pdf.bytes, lifted)).toMatchObject({ revocation: 'good', verdict: 'valid' });
  });

  it('is found among many: a list as long as a nation’s', async () => {
    const { issuing, signer } = fixture.authority;
    const others = Array.from({ length: 5_000 }, () => ({ of: fixture.authority.clerk, since: '2025-01-01' }));
    const revoked = await fixture.trustWith(await revoke(issuing, [...others, { of: signer, since: '2026-01-01' }]));
    const pdf = await fixture.sign(plainPdf(), signer);
    expect(await fixture.readOne(pdf.bytes, revoked)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning'] });
  });
});

describe('[F115] time stamps', () => {
  it('of somebody whom one does not trust, or who may not give any, count for nothing', async () => {
    const alone = await certify({ name: 'Dấu thời gian tự xưng', is: 'stamping' });
    for (const by of [alone, fixture.authority.clerk]) {
      const pdf = await fixture.sign(plainPdf(), fixture.authority.signer, { stamp: { by, at: STAMPED_AT } });
      expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ timeStampedAt: null, verdict: 'valid', because: ['timeStampNotVerified'] });
    }
  });

  it('over the document prove the signatures before them, long after', async () => {
    const { issuing, stamping, signer } = fixture.authority;
    const revoked = await fixture.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20' }]));
    const signed = await fixture.sign(plainPdf(), signer);
    const stamped = await addSignature(signed, { subFilter: 'ETSI.RFC3161', sign: (bytes) => stampToken(bytes, stamping, STAMPED_AT, [issuing]) });
    const [signature, stamp] = await fixture.read(stamped.bytes, revoked);
    expect(signature).toMatchObject({ timeStampedAt: '2026-02-05T07:31:00.000Z', verdict: 'valid', because: ['revokedSince', 'signedAgainSince'] });
    expect(stamp).toMatchObject({ kind: 'documentTimeStamp', signer: 'Dấu thời gian Minh họa', signedAt: null, verdict: 'valid', because: [] });
  });

  it('over other bytes are altered', async () => {
    const { issuing, stamping } = fixture.authority;
    const sign = (bytes: Buffer) => stampToken(Buffer.concat([bytes, Buffer.from('x')]), stamping, STAMPED_AT, [issuing]);
    const pdf = await addSignature(plainPdf(), { subFilter: 'ETSI.RFC3161', sign });
    expect(await fixture.readOne(pdf.bytes, trust)).toMatchObject({ integrity: 'altered', timeStampedAt: null, verdict: 'invalid' });
  });
});

it('[F115] says the same of a file every time it is asked', async () => {
  const pdf = await fixture.sign(plainPdf(), fixture.authority.signer, { at: SIGNED_AT });
  expect(await fixture.read(pdf.bytes, trust, NOW)).toEqual(await fixture.read(pdf.bytes, trust, NOW));
});
