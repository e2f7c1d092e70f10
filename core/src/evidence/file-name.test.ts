import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { EVIDENCE_PHRASES } from '../words/evidence-phrases.ts';
import { LANGUAGES } from '../words/index.ts';
import { FILE_NAME_FAULTS, readFileName, safeFileName } from './file-name.ts';
import { LONGEST_PACKAGE_NAME, packageName, packageNames } from './package-name.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('[F28] names of files', () => {
  it.each<[string, string[], string]>([
    ['Kế hoạch CCHC 2026.pdf', [], 'Kế hoạch CCHC 2026.pdf'],
    ['Kế hoạch.pdf'.normalize('NFD'), [], 'Kế hoạch.pdf'],
    ['', ['empty'], 'tep'],
    [' . ', ['empty', 'edgeDotOrSpace'], 'tep'],
    ['.pdf', ['edgeDotOrSpace'], 'pdf'],
    ['a/b.pdf', ['pathSeparator'], 'a-b.pdf'],
    ['a\\b.pdf', ['pathSeparator'], 'a-b.pdf'],
    ['a∕b.pdf', ['pathSeparator'], 'a-b.pdf'],
    ['../../etc/passwd', ['pathSeparator', 'parentFolder', 'edgeDotOrSpace'], '-..-etc-passwd'],
    ['a..b.pdf', [], 'a..b.pdf'],
    ['a\u0000b\n.pdf', ['controlCharacter'], 'a b.pdf'],
    ['báo cáo\u202efdp.exe', ['directionMark'], 'báo cáofdp.exe'],
    ['a\u200bb.pdf', ['invisibleCharacter'], 'ab.pdf'],
    ['a\ufeff\u200f.pdf', ['directionMark', 'invisibleCharacter'], 'a.pdf'],
    ['CON', ['reservedName'], '_CON'],
    ['nul.pdf', ['reservedName'], '_nul.pdf'],
    ['com1.tar.gz', ['reservedName'], '_com1.tar.gz'],
    ['Console.pdf', [], 'Console.pdf'],
    ['a:b?.pdf', ['reservedCharacter'], 'a-b-.pdf'],
    ['a.pdf. ', ['edgeDotOrSpace'], 'a.pdf'],
    ['\ud800.pdf', ['halfCharacter'], 'pdf'],
    [`${'a'.repeat(196)}.pdf`, [], `${'a'.repeat(196)}.pdf`],
    [`${'a'.repeat(197)}.pdf`, ['tooLong'], `${'a'.repeat(196)}.pdf`],
  ])('%j', (given, faults, safe) => {
    const read = readFileName(given);
    expect(read.faults).toEqual(faults);
    expect(read.safe).toBe(safe);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('..', '/', '\\', 'CON', '.', ' ', 'ế', 'e\u0302\u0301', '\u202e', '\u0000', ':', 'aux', '.pdf', '😀', '\u200b', 'ộ'.repeat(90)), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  );

  it('whatever name comes, the safe one has no fault, and is its own safe name', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const safe = safeFileName(given);
        expect(readFileName(safe)).toEqual({ name: safe, faults: [], safe });
        expect(bytes(safe)).toBeLessThanOrEqual(210);
      }),
      { numRuns: sized(500, 2_000) },
    );
  });

  it('every fault has its sentence in both languages', () => {
    for (const language of LANGUAGES) for (const fault of FILE_NAME_FAULTS) expect(EVIDENCE_PHRASES[language].fileName[fault]).toMatch(/\.$/);
  });

  it('names in a package are readable', () => {
    expect(packageName({ parts: ['1.1', '12/KH-MH', 'Kế hoạch cải cách hành chính'], extension: '.pdf' })).toBe(
      '1.1 - 12-KH-MH - Kế hoạch cải cách hành chính.pdf',
    );
    expect(packageName({ parts: ['', ' '], extension: '' })).toBe('tep');
    expect(packageName({ parts: ['1.1'], extension: '.pdf' }, ['1.1.PDF'])).toBe('1.1 (2).pdf');
  });

  it('names in a package are each once, sound, and at most 120 bytes long', () => {
    const entry = fc.record({
      parts: fc.array(hostile, { maxLength: 3 }),
      extension: fc.constantFrom('.pdf', 'docx', '', '.PDF', '/..', '\u202e', `.${'x'.repeat(40)}`),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.nat({ max: 3 }), (entries, copies) => {
        const all = Array.from({ length: copies + 1 }, () => entries).flat();
        const names = packageNames(all);
        expect(names).toHaveLength(all.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(bytes(name)).toBeLessThanOrEqual(LONGEST_PACKAGE_NAME);
          expect(readFileName(name).faults).toEqual([]);
        }
      }),
      { numRuns: sized(75, 300) },
    );
  });
});
