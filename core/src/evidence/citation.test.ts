import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import { EVIDENCE_PHRASES } from '../words/evidence-phrases.ts';
import { LANGUAGES } from '../words/index.ts';
import { type Citation, citationText, readCitation } from './citation.ts';
import { LAST_PAGE, mergedRanges, PAGES_REFUSALS, pagesText, readPages } from './pages.ts';

const ID = '3f2c8a10-6b1d-4c3e-9a57-6f3d1f0c2b11';
const read = (text: string) => {
  const faults = new Faults();
  const citation = readCitation(text, at(ROOT, 'citations', 0), faults);
  return citation ?? faults.list.map(({ code, path }) => `${code} ${path}`);
};

describe('[F29] a citation of a document at a place', () => {
  it('has one text', () => {
    const citation: Citation = {
      document: ID,
      version: 2,
      place: {
        pages: [
          [3, 5],
          [9, 9],
        ],
        section: 'II.2',
        table: 'Biểu 3 & 4',
      },
    };
    expect(citationText(citation)).toBe(`${ID}/2?pages=3-5,9&section=II.2&table=Biểu 3 %26 4`);
    expect(read(citationText(citation))).toEqual(citation);
    expect(
      citationText({
        document: ID.toUpperCase(),
        version: 1,
        place: {
          pages: [
            [9, 9],
            [4, 5],
            [3, 4],
          ],
        },
      }),
    ).toBe(`${ID}/1?pages=3-5,9`);
    expect(read(`${ID}/1`)).toEqual({ document: ID, version: 1, place: {} });
  });

  it.each([
    ['', ['wrongType /citations/0']],
    [ID, ['wrongType /citations/0']],
    [`${ID}/`, ['outOfRange /citations/0']],
    [`${ID}/0`, ['outOfRange /citations/0']],
    [`${ID}/01`, ['outOfRange /citations/0']],
    [`${ID}/2147483648`, ['outOfRange /citations/0']],
    ['x/0', ['wrongType /citations/0', 'outOfRange /citations/0']],
    [`${ID.toUpperCase()}/1`, ['wrongType /citations/0']],
    [`${ID}/1?`, ['unknownKey /citations/0']],
    [`${ID}/1?pages=0`, ['outOfRange /citations/0']],
    [`${ID}/1?pages=5-3`, ['outOfRange /citations/0']],
    [`${ID}/1?pages=100001`, ['outOfRange /citations/0']],
    [`${ID}/1?pages=`, ['outOfRange /citations/0']],
    [`${ID}/1?pages=3,4`, ['wrongType /citations/0']],
    [`${ID}/1?pages=9,3`, ['wrongType /citations/0']],
    [`${ID}/1?pages=3-3`, ['wrongType /citations/0']],
    [`${ID}/1?section=a&pages=3`, ['wrongType /citations/0']],
    [`${ID}/1?section=`, ['emptyText /citations/0']],
    [`${ID}/1?section= a`, ['badCharacter /citations/0']],
    [`${ID}/1?section=a\u202eb`, ['badCharacter /citations/0']],
    [`${ID}/1?section=${'a'.repeat(81)}`, ['textTooLong /citations/0']],
    [`${ID}/1?section=${'Mục'.normalize('NFD')}`, ['wrongType /citations/0']],
    [`${ID}/1?section=a%20b`, ['wrongType /citations/0']],
    [`${ID}/1?section=a&section=b`, ['doubledKey /citations/0']],
    [`${ID}/1?page=3`, ['unknownKey /citations/0']],
  ])('“%s” is refused', (text, faults) => {
    expect(read(text)).toEqual(faults);
  });

  const range = fc
    .tuple(fc.integer({ min: 1, max: LAST_PAGE }), fc.integer({ min: 0, max: 30 }))
    .map(([from, more]) => [from, Math.min(from + more, LAST_PAGE)] as const);
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.normalize('NFC'))
    .filter((text) => text.trim() === text && text.length <= 80 && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) && text !== '');

  it('every citation comes back from its text', () => {
    const citation = fc.record({
      document: fc.uuid({ version: 4 }),
      version: fc.integer({ min: 1, max: 1_000_000 }),
      place: fc.record(
        {
          pages: fc.array(range, { minLength: 1, maxLength: 8 }).map(mergedRanges),
          section: fc.oneof(name, fc.constantFrom('50%', '%26', 'a&b', '%25')),
          table: name,
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(citation, (value) => {
        expect(read(citationText(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever text comes, what is read has just that text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(ID, '/', '1', '?', 'pages=', '3', '-', ',', '&', 'section=', '%', '26', 'é'), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const citation = read(written);
        if (!Array.isArray(citation)) expect(citationText(citation as Citation)).toBe(written);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('[F29] pages as people type them', () => {
  const tell = (typed: string) => {
    const pages = readPages(typed);
    return pages.kind === 'read' ? pagesText(pages.value) : pages.kind === 'refused' ? `✗ ${pages.reason}` : pages.kind;
  };
  it.each([
    ['', 'empty'],
    ['3', '3'],
    ['3-5, 9', '3-5,9'],
    ['tr. 3–5', '3-5'],
    ['Trang 3 đến 5 và 9', '3-5,9'],
    ['trang 3, trang 4', '3-4'],
    ['tr.3;5', '3,5'],
    ['9, 3 - 5, 4-7', '3-7,9'],
    ['pp. 3—5.', '3-5'],
    ['３－５', '3-5'],
    ['5-3', '✗ backwards'],
    ['0', '✗ noSuchPage'],
    ['100001', '✗ noSuchPage'],
    ['iv', '✗ notPages'],
    ['3-', '✗ notPages'],
    ['3,,5', '✗ notPages'],
    ['3 5', '✗ notPages'],
    [Array.from({ length: 51 }, (_, index) => 2 * index + 1).join(','), '✗ tooMany'],
  ])('“%s” → %s', (typed, expected) => {
    expect(tell(typed)).toBe(expected);
  });

  it('whatever is typed, what is read reads the same again', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(fc.nat({ max: 200 }).map(String), fc.constantFrom('-', ',', ' ', 'tr. ', ' và ')), { maxLength: 10 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const told = tell(text);
        if (readPages(text).kind === 'read') expect(tell(told)).toBe(told);
      }),
      { numRuns: 1_000 },
    );
  });

  it('every refusal has its sentence in both languages', () => {
    for (const language of LANGUAGES) for (const reason of PAGES_REFUSALS) expect(EVIDENCE_PHRASES[language].typedPages[reason]).toMatch(/\.$/);
  });
});
