import { describe, expect, it } from 'vitest';
import { SIGNATURE_CODES, SIGNATURE_KINDS, SIGNATURE_VERDICTS, verdictOf } from '../evidence/signature-codes.ts';
import { LANGUAGES } from './language.ts';
import { signatureFindingText, signatureText } from './signature-words.ts';

const facts = {
  kind: 'signature',
  verdict: 'valid',
  because: [],
  signer: 'Nguyễn Văn Minh Họa',
  agency: 'Sở Minh họa A',
  // The day after in Vietnam.
  signedAt: '2026-02-05T18:30:00.000Z',
  timeStampedAt: null,
  revokedAt: '2026-02-20T00:00:00.000Z',
} as const;

describe('[F115] a signature in words', () => {
  it('says who signed and when, and whether the time is proven', () => {
    expect(signatureText(facts, 'vi')).toEqual(['Chữ ký số hợp lệ (Nguyễn Văn Minh Họa, Sở Minh họa A; ngày ký do người ký ghi: 06/02/2026).']);
    expect(signatureText({ ...facts, timeStampedAt: facts.signedAt }, 'en')).toEqual([
      'The signature is valid (Nguyễn Văn Minh Họa, Sở Minh họa A; time stamp of 06/02/2026).',
    ]);
    expect(signatureText({ ...facts, signer: null, agency: null, signedAt: null }, 'vi')).toEqual(['Chữ ký số hợp lệ.']);
  });

  it('says why it is not simply valid', () => {
    expect(signatureText({ ...facts, verdict: 'invalid', because: ['changedSince', 'revokedBeforeSigning'] }, 'vi').slice(1)).toEqual([
      'Văn bản đã bị thay đổi sau khi ký.',
      'Chứng thư số đã bị thu hồi ngày 20/02/2026, trước khi ký.',
    ]);
    expect(signatureFindingText('issuerUntrusted', facts, 'vi')).toMatch(/^Chưa kiểm tra được: /);
  });

  it('has a sentence for every finding and verdict, of signatures and of time stamps, in both languages', () => {
    for (const language of LANGUAGES)
      for (const kind of SIGNATURE_KINDS)
        for (const verdict of SIGNATURE_VERDICTS) {
          const said = signatureText({ ...facts, kind, verdict, because: SIGNATURE_CODES }, language);
          expect(new Set(said).size).toBe(SIGNATURE_CODES.length + 1);
          for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.*[^.]\.$/u);
        }
  });

  it('lets the gravest finding decide, and calls nothing invalid that merely could not be checked', () => {
    expect(verdictOf([])).toBe('valid');
    expect(verdictOf(['signedAgainSince', 'revokedSince'])).toBe('valid');
    expect(verdictOf(['revocationUnknown', 'signedAgainSince'])).toBe('unverifiable');
    expect(verdictOf(['revocationUnknown', 'contentAltered'])).toBe('invalid');
  });
});
