import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify, revoke } from './testing/authority.ts';
import { signDetached, stampToken } from './testing/cms.ts';
import { Desk, NOW, SIGNED_AT } from './testing/desk.ts';
import { addSignature, addValidationData, plainPdf } from './testing/signed-pdf.ts';
import { NO_TRUST, type Trust } from './trust.ts';

let desk: Desk;
let trust: Trust;
beforeAll(async () => {
  desk = await Desk.open();
  trust = await desk.trust();
});
afterAll(() => desk.close());

const STAMPED_AT = '2026-02-05T07:31:00Z';

describe('[F115] a signed report', () => {
  it('is valid, and tells who signed, for which agency, when and why', async () => {
    const pdf = await desk.sign(
      plainPdf(),
      desk.authority.signer,
      {},
      { entries: ' /Reason <FEFF0050006800EA00200064007500791EC70074> /Location (Tinh \\(Minh hoa\\) \\060\\061)' },
    );
    expect(await desk.readOne(pdf.bytes, trust)).toEqual({
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
    const sign = (bytes: Buffer) => signDetached(bytes, { by: desk.authority.signer, along: [desk.authority.issuing] });
    const pdf = await addSignature(plainPdf(), { sign, entries: " /M (D:20260205143000+07'00')" });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ signedAt: '2026-02-05T07:30:00.000Z', verdict: 'valid' });
    const without = await addSignature(plainPdf(), { sign });
    expect(await desk.readOne(without.bytes, trust)).toMatchObject({ signedAt: null, verdict: 'unverifiable', because: ['signingTimeUnknown'] });
  });

  it('is none where nobody signed', async () => {
    expect(await desk.read(plainPdf().bytes, trust)).toEqual([]);
    expect(await desk.read(Buffer.from('no PDF at all'), trust)).toEqual([]);
    expect(await desk.read(Buffer.alloc(0), trust)).toEqual([]);
  });

  it.each([
    ['P-256', 'SHA-256'],
    ['P-256', 'SHA-512'],
    ['RSA-2048', 'SHA-256'],
    ['RSA-2048', 'SHA-384'],
    ['RSA-2048', 'SHA-512'],
  ] as const)('is valid with %s and %s', async (key, hash) => {
    const by = await certify({ name: 'Lê Minh Họa', key }, desk.authority.issuing);
    const pdf = await desk.sign(plainPdf(), by, { hash });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'valid', signer: 'Lê Minh Họa', agency: null });
  });

  it.each([
    ['RSA-1024', 'SHA-256'],
    ['P-256', 'SHA-1'],
  ] as const)('is not vouched for with %s and %s: they are no longer safe', async (key, hash) => {
    const by = await certify({ name: 'Lê Minh Họa', key }, desk.authority.issuing);
    const pdf = await desk.sign(plainPdf(), by, { hash });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ integrity: 'intact', verdict: 'unverifiable', because: ['algorithmWeak'] });
  });

  it('is altered when one byte is', async () => {
    const pdf = await desk.sign(plainPdf('Diem 80'), desk.authority.signer);
    const bytes = Buffer.from(pdf.bytes);
    bytes.write('9', bytes.indexOf('Diem 80') + 5);
    expect(await desk.readOne(bytes, trust)).toMatchObject({ integrity: 'altered', verdict: 'invalid', because: ['contentAltered'] });
  });

  it('is not believed with a signature by another key, nor with another certificate than the signer named', async () => {
    const { signer, clerk } = desk.authority;
    const forged = await desk.sign(plainPdf(), { ...signer, privateKey: clerk.privateKey });
    expect(await desk.readOne(forged.bytes, trust)).toMatchObject({ integrity: 'altered', because: ['signatureWrong'] });
    const swapped = await desk.sign(plainPdf(), signer, { naming: clerk });
    expect(await desk.readOne(swapped.bytes, trust)).toMatchObject({ integrity: 'altered', because: ['certificateSwapped'] });
  });

  it('of an older kind is told as not supported, not as wrong', async () => {
    const pdf = await desk.sign(plainPdf(), desk.authority.signer, {}, { subFilter: 'adbe.pkcs7.sha1' });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['formatUnsupported'] });
  });
});

describe('[F115] whom one trusts', () => {
  it('leaves it open where the root is not known, or nobody is trusted', async () => {
    const other = await certify({ name: 'Gốc khác Minh họa', is: 'authority' });
    const pdf = await desk.sign(plainPdf(), desk.authority.signer);
    for (const nobody of [NO_TRUST, await desk.trust({ 'khac.crt': other.raw })])
      expect(await desk.readOne(pdf.bytes, nobody)).toMatchObject({
        integrity: 'intact',
        certificate: 'untrusted',
        verdict: 'unverifiable',
        because: ['issuerUntrusted', 'revocationUnknown'],
      });
  });

  it('does not take a root that came with the file', async () => {
    const root = await certify({ name: 'Chứng thực gốc Minh họa', organization: 'Cơ quan chứng thực Minh họa', is: 'authority' });
    const by = await certify({ name: 'Kẻ mạo danh' }, root);
    const pdf = await desk.sign(plainPdf(), by, { along: [root], lists: [await revoke(root, [])] });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
  });

  it('takes no authority that may not have others below it, and no person for one', async () => {
    const below = await certify({ name: 'Cấp dưới Minh họa', is: 'authority' }, desk.authority.issuing);
    const byBelow = await certify({ name: 'A' }, below);
    const byPerson = await certify({ name: 'B' }, desk.authority.signer);
    for (const [by, along] of [
      [byBelow, below],
      [byPerson, desk.authority.signer],
    ] as const) {
      const pdf = await desk.sign(plainPdf(), by, { along: [along, desk.authority.issuing] });
      expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
    }
  });

  it('is not led in circles by authorities that certify each other', async () => {
    const [a, b] = [await certify({ name: 'A', is: 'authority' }), await certify({ name: 'B', is: 'authority' })];
    const [aByB, bByA] = [await certify({ name: 'A', is: 'authority' }, b), await certify({ name: 'B', is: 'authority' }, a)];
    const by = await certify({ name: 'C' }, aByB);
    const pdf = await desk.sign(plainPdf(), by, { along: [aByB, bByA, a, b] });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ certificate: 'untrusted', verdict: 'unverifiable' });
  });

  it('wants a certificate that is for signing', async () => {
    const by = await certify({ name: 'Máy chủ Minh họa', is: 'encipherment' }, desk.authority.issuing);
    const pdf = await desk.sign(plainPdf(), by);
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['certificateNotForSigning'] });
  });
});

describe('[F115] the certificate at the time of signing', () => {
  const signedBy = async (validity: { from?: string; to?: string }, stampedAt?: string) => {
    const by = await certify({ name: 'Lê Minh Họa', ...validity }, desk.authority.issuing);
    return desk.sign(plainPdf(), by, stampedAt === undefined ? {} : { stamp: { by: desk.authority.stamping, at: stampedAt } });
  };

  it('had expired, or was not yet valid, by the signer’s own word', async () => {
    const expired = await signedBy({ to: '2025-12-31' });
    expect(await desk.readOne(expired.bytes, trust)).toMatchObject({ certificate: 'expired', verdict: 'invalid', because: ['expiredAtSigning'] });
    const early = await signedBy({ from: '2026-02-10' });
    expect(await desk.readOne(early.bytes, trust)).toMatchObject({ certificate: 'notYetValid', verdict: 'invalid', because: ['notYetValidAtSigning'] });
  });

  it('expired since: open without a time stamp, valid with one', async () => {
    const later = new Date('2026-12-01');
    const bare = await signedBy({ to: '2026-06-01' });
    const reading = await desk.readOne(bare.bytes, trust, later);
    expect(reading).toMatchObject({ certificate: 'expired', verdict: 'unverifiable' });
    expect(reading.because).toEqual(expect.arrayContaining(['signingTimeUnproven', 'expiredSince']));
    const stamped = await signedBy({ to: '2026-06-01' }, STAMPED_AT);
    expect(await desk.readOne(stamped.bytes, trust, later)).toMatchObject({
      certificate: 'valid',
      verdict: 'valid',
      timeStampedAt: '2026-02-05T07:31:00.000Z',
      because: [],
    });
  });

  it('is not judged by a time that lies in the future, or after its stamp', async () => {
    const future = await desk.sign(plainPdf(), desk.authority.signer, { at: '2027-01-01T00:00:00Z' });
    expect(await desk.readOne(future.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['signingTimeContradicted'] });
    const after = await signedBy({}, '2026-02-01T00:00:00Z');
    expect(await desk.readOne(after.bytes, trust)).toMatchObject({ verdict: 'unverifiable', because: ['signingTimeContradicted'] });
  });
});

describe('[F115] revocation', () => {
  it('is not known without a list, with an old one, or with one of somebody else', async () => {
    const { root, issuing, signer } = desk.authority;
    const pdf = await desk.sign(plainPdf(), signer);
    const open = { certificate: 'valid', revocation: 'unknown', verdict: 'unverifiable', because: ['revocationUnknown'] };
    expect(await desk.readOne(pdf.bytes, await desk.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw }))).toMatchObject(open);
    expect(await desk.readOne(pdf.bytes, await desk.trustWith(await revoke(issuing, [], { made: '2025-01-01', next: '2025-02-01' })))).toMatchObject(open);
    expect(await desk.readOne(pdf.bytes, await desk.trustWith(await revoke(root, [])))).toMatchObject(open);
  });

  it('before the signing makes it invalid, by the signer’s own word or by the stamp’s', async () => {
    const { issuing, signer, stamping } = desk.authority;
    const revoked = await desk.trustWith(await revoke(issuing, [{ of: signer, since: '2026-01-15' }]));
    const bare = await desk.sign(plainPdf(), signer);
    const stamped = await desk.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    for (const { bytes } of [bare, stamped])
      expect(await desk.readOne(bytes, revoked)).toMatchObject({
        certificate: 'revoked',
        revocation: 'revoked',
        revokedAt: '2026-01-15T00:00:00.000Z',
        verdict: 'invalid',
        because: ['revokedBeforeSigning'],
      });
  });

  it('after the signing leaves it valid where a stamp proves the time, and open where none does', async () => {
    const { issuing, signer, stamping } = desk.authority;
    const revoked = await desk.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20' }]));
    const stamped = await desk.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    expect(await desk.readOne(stamped.bytes, revoked)).toMatchObject({
      certificate: 'valid',
      revocation: 'revoked',
      verdict: 'valid',
      because: ['revokedSince'],
    });
    const bare = await desk.sign(plainPdf(), signer);
    expect(await desk.readOne(bare.bytes, revoked)).toMatchObject({
      certificate: 'revoked',
      verdict: 'unverifiable',
      because: ['signingTimeUnproven', 'revokedSince'],
    });
  });

  it('counts from when the key was in doubt', async () => {
    const { issuing, signer, stamping } = desk.authority;
    const revoked = await desk.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20', reason: 1, doubtedSince: '2026-02-01' }]));
    const stamped = await desk.sign(plainPdf(), signer, { stamp: { by: stamping, at: STAMPED_AT } });
    expect(await desk.readOne(stamped.bytes, revoked)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning'] });
  });

  it('is read from lists within the signature and within the file’s validation data', async () => {
    const { root, issuing, signer } = desk.authority;
    const bare = await desk.trust({ 'goc.crt': root.raw, 'cap.crt': issuing.raw });
    const good = await revoke(issuing, []);
    const within = await desk.sign(plainPdf(), signer, { lists: [good] });
    expect(await desk.readOne(within.bytes, bare)).toMatchObject({ revocation: 'good', verdict: 'valid' });
    const beside = addValidationData(await desk.sign(plainPdf(), signer), [good]);
    expect(await desk.readOne(beside.bytes, bare)).toMatchObject({ revocation: 'good', verdict: 'valid', later: 'anotherSignature' });
    const bad = addValidationData(await desk.sign(plainPdf(), signer), [await revoke(issuing, [{ of: signer, since: '2026-01-01' }])]);
    expect(await desk.readOne(bad.bytes, trust)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning', 'signedAgainSince'] });
  });

  it('of the authority in between is looked at too, and a list is needed where the administrator did not supply it', async () => {
    const { root, issuing, signer } = desk.authority;
    const pdf = await desk.sign(plainPdf(), signer, { lists: [await revoke(issuing, [])] });
    expect(await desk.readOne(pdf.bytes, await desk.trust({ 'goc.crt': root.raw }))).toMatchObject({ revocation: 'unknown', verdict: 'unverifiable' });
    const told = await desk.trust({ 'goc.crt': root.raw, 'goc.crl': await revoke(root, []) });
    expect(await desk.readOne(pdf.bytes, told)).toMatchObject({ revocation: 'good', verdict: 'valid' });
    const lost = await desk.trust({ 'goc.crt': root.raw, 'goc.crl': await revoke(root, [{ of: issuing, since: '2026-01-01' }]) });
    expect(await desk.readOne(pdf.bytes, lost)).toMatchObject({ certificate: 'revoked', verdict: 'invalid' });
  });

  it('that was only a hold, and was lifted, is none', async () => {
    const { root, issuing, signer } = desk.authority;
    const held = await revoke(issuing, [{ of: signer, since: '2026-01-15', reason: 6 }], { made: '2026-01-16' });
    const authorities = { 'goc.crt': root.raw, 'cap.crt': issuing.raw, 'a.crl': held };
    const pdf = await desk.sign(plainPdf(), signer);
    expect(await desk.readOne(pdf.bytes, await desk.trust(authorities))).toMatchObject({ certificate: 'revoked', verdict: 'invalid' });
    const lifted = await desk.trust({ ...authorities, 'b.crl': await revoke(issuing, [], { made: '2026-02-20' }) });
    expect(await desk.readOne(pdf.bytes, lifted)).toMatchObject({ revocation: 'good', verdict: 'valid' });
  });

  it('is found among many: a list as long as a nation’s', async () => {
    const { issuing, signer } = desk.authority;
    const others = Array.from({ length: 5_000 }, () => ({ of: desk.authority.clerk, since: '2025-01-01' }));
    const revoked = await desk.trustWith(await revoke(issuing, [...others, { of: signer, since: '2026-01-01' }]));
    const pdf = await desk.sign(plainPdf(), signer);
    expect(await desk.readOne(pdf.bytes, revoked)).toMatchObject({ verdict: 'invalid', because: ['revokedBeforeSigning'] });
  });
});

describe('[F115] time stamps', () => {
  it('of somebody whom one does not trust, or who may not give any, count for nothing', async () => {
    const alone = await certify({ name: 'Dấu thời gian tự xưng', is: 'stamping' });
    for (const by of [alone, desk.authority.clerk]) {
      const pdf = await desk.sign(plainPdf(), desk.authority.signer, { stamp: { by, at: STAMPED_AT } });
      expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ timeStampedAt: null, verdict: 'valid', because: ['timeStampNotVerified'] });
    }
  });

  it('over the document prove the signatures before them, long after', async () => {
    const { issuing, stamping, signer } = desk.authority;
    const revoked = await desk.trustWith(await revoke(issuing, [{ of: signer, since: '2026-02-20' }]));
    const signed = await desk.sign(plainPdf(), signer);
    const stamped = await addSignature(signed, { subFilter: 'ETSI.RFC3161', sign: (bytes) => stampToken(bytes, stamping, STAMPED_AT, [issuing]) });
    const [signature, stamp] = await desk.read(stamped.bytes, revoked);
    expect(signature).toMatchObject({ timeStampedAt: '2026-02-05T07:31:00.000Z', verdict: 'valid', because: ['revokedSince', 'signedAgainSince'] });
    expect(stamp).toMatchObject({ kind: 'documentTimeStamp', signer: 'Dấu thời gian Minh họa', signedAt: null, verdict: 'valid', because: [] });
  });

  it('over other bytes are altered', async () => {
    const { issuing, stamping } = desk.authority;
    const sign = (bytes: Buffer) => stampToken(Buffer.concat([bytes, Buffer.from('x')]), stamping, STAMPED_AT, [issuing]);
    const pdf = await addSignature(plainPdf(), { subFilter: 'ETSI.RFC3161', sign });
    expect(await desk.readOne(pdf.bytes, trust)).toMatchObject({ integrity: 'altered', timeStampedAt: null, verdict: 'invalid' });
  });
});

it('[F115] says the same of a file every time it is asked', async () => {
  const pdf = await desk.sign(plainPdf(), desk.authority.signer, { at: SIGNED_AT });
  expect(await desk.read(pdf.bytes, trust, NOW)).toEqual(await desk.read(pdf.bytes, trust, NOW));
});
