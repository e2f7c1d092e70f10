import { verify } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { comparedWith, hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { weaknessesOf } from './password-rules.ts';
import { waitAfter } from './slowing.ts';

const an = { name: 'Nguyễn Văn An', email: 'vanan.noivu@minh-hoa.example' };

describe('a password', () => {
  it.each([
    ['matkhau', 'tooShort'],
    ['elevenchars', 'tooShort'],
    ['matkhau123', 'common'],
    ['Matkhau12345', 'common'],
    ['Mật khẩu 2023!', 'common'],
    ['P@ssw0rd12345', 'common'],
    ['passwordpassword', 'common'],
    ['anhyeuem1402', 'common'],
    ['caicachhanhchinh', 'common'],
    ['Vietnam2025@@', 'common'],
    ['abcdefghijklm', 'sequence'],
    ['zyxwvutsrqpon', 'sequence'],
    ['qwertyuiop12', 'sequence'],
    ['1qaz2wsx3edc', 'sequence'],
    ['198502143377', 'sequence'],
    ['xxxxxxxxxxxxxxx', 'repeated'],
    ['xk7!xk7!xk7!xk7!', 'repeated'],
    ['vanan.noivu-84xq', 'personal'],
    ['nguyenvanan#84xq', 'personal'],
    ['Nguyễn Văn An x84q', 'personal'],
    ['Quangngai@2026', 'guessable'],
    ['Quảng Ngãi @2026', 'guessable'],
    ['minh-hoa-parindex', 'common'],
    ['Hungyen@19051890', 'guessable'],
    ['Canbo.Phutho2025', 'guessable'],
  ])('"%s" is refused: %s', (password, weakness) => {
    expect(weaknessesOf(password, an)).toContain(weakness);
  });
  it.each(['trâu xanh nhảy qua cầu tre', 'kH7-vrQ2-pLx9', 'thuyen.giay.mua.rao.84', 'ốc sên đi xe đạp'])('"%s" may serve', (password) => {
    expect(weaknessesOf(password, an)).toEqual([]);
  });
  it('is counted in characters of NFC, at the edge: eleven are too few, twelve are enough', () => {
    expect(weaknessesOf('ốcsênđixeđạ'.normalize('NFD'), an)).toContain('tooShort');
    expect(weaknessesOf('ốcsênđixeđạp'.normalize('NFD'), an)).toEqual([]);
  });
  it('is the same written in either form of Unicode, and is kept as argon2id', async () => {
    const stored = await hashPassword('ốc sên đi xe đạp'.normalize('NFD'));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(isOutdated(stored)).toBe(false);
    expect(isOutdated('$argon2id$v=19$m=4096,t=3,p=1$AAAA$BBBB')).toBe(true);
    expect(await isPassword(stored, 'ốc sên đi xe đạp')).toBe(true);
    expect(await isPassword(stored, 'ốc sên đi xe máy')).toBe(false);
  });
  it('of nobody costs the work of one, and is never right', async () => {
    const stored = await hashPassword('ốc sên đi xe đạp');
    for (const of of [stored, null]) expect(await isPassword(of, 'ốc sên đi xe máy')).toBe(false);
    // What argon2 works by stands before the salt; from a hash that it could not read it would turn away at once, and throw.
    const work = (hash: string) => [hash.split('$').slice(0, 4), hash.length];
    expect(work(comparedWith(null))).toEqual(work(stored));
    await expect(verify(comparedWith(null), 'ốc sên đi xe máy')).resolves.toBe(false);
  });
});

describe('failures', () => {
  it('cost nothing up to four, then a second, doubling, at most a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 14, 15, 100].map(waitAfter)).toEqual([0, 0, 1, 2, 4, 512, 900, 900]);
  });
});
