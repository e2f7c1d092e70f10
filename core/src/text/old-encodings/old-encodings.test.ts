import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileLines } from './file-lines.ts';
import { recogniseLines, recogniseRows } from './recognised-lines.ts';
import { recogniseText } from './recognised-text.ts';
import { textOf1258 } from './single-bytes.ts';
import { textOfTcvn3 } from './tcvn3.ts';
import { allSyllables } from './testing/all-syllables.ts';
import { asTcvn3, asUtf8Twice, asVni, in1258, octets, VIETNAMESE_LETTERS } from './testing/encode.ts';
import { textOfVni } from './vni-windows.ts';
import { writtenWords } from './written-words.ts';

const SYLLABLES = allSyllables();
const CAPITALS = VIETNAMESE_LETTERS.map((letter) => letter.toUpperCase());
const PLACES: readonly string[] = [
  ...new Set(
    (JSON.parse(readFileSync('data/bodies.json', 'utf8')) as { provinces: { names: { full: string; short: string }[] }[] }).provinces.flatMap(({ names }) =>
      names.flatMap(({ full, short }) => [full, short]),
    ),
  ),
];

const told = (text: string): string => {
  const read = recogniseText(text);
  return read.kind === 'refused' ? `✗ ${read.reason}` : read.kind === 'unicode' ? `= ${read.text}` : `${read.encoding}: ${read.text}`;
};

describe('the tables', () => {
  it('read each letter and syllable of the language back, small and as far as a code has them capital', () => {
    for (const text of [...VIETNAMESE_LETTERS, ...SYLLABLES]) {
      expect(textOfTcvn3(octets(asTcvn3(text)))).toBe(text);
      expect(textOfVni(octets(asVni(text)))).toBe(text);
      expect(textOf1258(in1258(text))).toBe(text);
    }
    for (const text of CAPITALS) {
      expect(textOfVni(octets(asVni(text)))).toBe(text);
      expect(textOf1258(in1258(text))).toBe(text);
    }
    expect(textOfTcvn3(octets(asTcvn3('Ă Â Ê Ô Ơ Ư Đ')))).toBe('Ă Â Ê Ô Ơ Ư Đ');
  });
  it('have a code of its own for each letter', () => {
    for (const code of [asTcvn3, asVni, asUtf8Twice]) expect(new Set(VIETNAMESE_LETTERS.map(code)).size).toBe(VIETNAMESE_LETTERS.length);
  });
});

describe('a text whose letters may be of an old font', () => {
  it.each([
    ['NguyÔn V¨n A', 'tcvn3: Nguyễn Văn A'],
    ['TrÇn ThÞ B×nh, Tr­ëng phßng Néi vô', 'tcvn3: Trần Thị Bình, Trưởng phòng Nội vụ'],
    ['Kr«ng P¾c, §¾k L¾k', 'tcvn3: Krông Pắc, Đắk Lắk'],
    ['H§ND tØnh', 'tcvn3: HĐND tỉnh'],
    ['Nguyeãn Vaên A', 'vni: Nguyễn Văn A'],
    ['Leâ Thò Hoàng Ñaøo, Phoù Giaùm ñoác Sôû', 'vni: Lê Thị Hồng Đào, Phó Giám đốc Sở'],
    ['Leâ Thò Hoøa, Phoù Giaùm ñoác Sôû', 'vni: Lê Thị Hòa, Phó Giám đốc Sở'],
    ['NGUYEÃN VAÊN A', 'vni: NGUYỄN VĂN A'],
    ['HÑND tænh', 'vni: HĐND tỉnh'],
    ['Nguyá»…n VÄƒn A', 'utf8Twice: Nguyễn Văn A'],
    ['NgÃ\u00a0y ban hÃ\u00a0nh', 'utf8Twice: Ngày ban hành'],
    ['Ðà Nẵng', 'ethForD: Đà Nẵng'],
    ['NguyêÞn Vãn A', 'windows1258: Nguyễn Văn A'],
  ])('“%s” → %s', (text, expected) => expect(told(text)).toBe(expected));

  it.each([
    'Nguyễn Văn A',
    'Nguyễn Văn A'.normalize('NFD'),
    'Lê Hùng',
    'José',
    'François Müller',
    'Noël Étienne, cố vấn',
    'Y Niê, Mlô, Krông Búk',
    'QĐ, HĐND, TƯ, đ/c',
    'Bà Rịa – Vũng Tàu',
    '«Hà»; § 3; 5 m²; ABC®; 1ª; © 2025; 25 °C',
    'Nguyễn Văn A¹',
    'thông\u00adtin',
    'ĐÃ” và BÃ…',
    'https://minhhoa.vn/?a=à&b=1',
    'TUYỆTMẬT',
    'Привет, 你好',
  ])('“%s” stays as it is', (text) => expect(told(text)).toBe(`= ${text}`));

  it.each([
    ['Ñ', '✗ twoReadings'],
    ['Thö', '✗ twoReadings'],
    ['Loïc', '✗ tooLittle'],
    ['Hån', '✗ tooLittle'],
    ['Mª', '✗ tooLittle'],
    ['5 µm', '✗ tooLittle'],
    ['NguyÔnn V¨n A', '✗ mixedEncodings'],
    ['HµNam', '✗ notVietnamese'],
    ['HÃ Ná»™i', '✗ notVietnamese'],
    ['Ph¹m ThÞ B, Trưởng phòng', '✗ mixedEncodings'],
    ['Nguy?n V?n A', '✗ lostLetters'],
    ['Nguy\ufffdn', '✗ lostLetters'],
  ])('“%s” is refused, with what is in doubt: %s', (text, expected) => expect(told(text)).toBe(expected));

  it('tells what a refused text may say', () => {
    expect(recogniseText('Thö')).toMatchObject({ words: ['Thö'], readings: ['Thử', 'Thư'] });
    expect(recogniseText('Loïc')).toMatchObject({ words: ['Loïc'], readings: ['Lọc'] });
  });

  it('in a font of capitals has the codes of small letters: it is read so, and says so', () => {
    expect(recogniseText('NGUYÔN V¡N ¸NH')).toEqual({ kind: 'converted', text: 'NGUYễN VĂN áNH', encoding: 'tcvn3', capitalsByFont: true });
    expect(recogniseText('NguyÔn V¨n ¸nh')).toMatchObject({ text: 'Nguyễn Văn ánh', capitalsByFont: false });
  });
});

const syllable = fc.constantFrom(...SYLLABLES);
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Invented names: any syllables, in the order and case of names. */
const madeUpName = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((words) => words.map(title).join(' '));
const FONTS = [
  ['tcvn3', asTcvn3],
  ['vni', asVni],
  ['utf8Twice', asUtf8Twice],
] as const;

describe('what always holds', () => {
  it('proper Vietnamese is never altered nor refused, whole or in parts of letters', () => {
    for (const each of SYLLABLES) for (const text of [each, title(each), each.toUpperCase()]) expect(recogniseText(text)).toEqual({ kind: 'unicode', text });
    const form = fc.constantFrom('NFC', 'NFD');
    fc.assert(
      fc.property(madeUpName, form, (name, form) => {
        expect(recogniseText(name.normalize(form))).toEqual({ kind: 'unicode', text: name.normalize(form) });
      }),
    );
    for (const place of PLACES) expect(recogniseText(place)).toEqual({ kind: 'unicode', text: place });
  });
  it.each(FONTS)('within a line of %s each syllable of the language is read as it was written', (encoding, code) => {
    for (const [index, each] of SYLLABLES.entries()) {
      if (index % 9 !== 0) continue;
      const text = `Nguyễn Thị ${each}, phó phòng`;
      expect(recogniseText(code(text))).toMatchObject({ kind: 'converted', encoding, text });
    }
  });
  it.each(FONTS)('a single word of %s is read right, refused, or left where it is proper as it stands: never read wrong', (_, code) => {
    for (const each of SYLLABLES) {
      const read = recogniseText(code(each));
      if (read.kind === 'converted') expect(read.text).toBe(each);
      else if (read.kind === 'unicode') expect(writtenWords(code(each)).every(({ kind }) => kind === 'vietnamese' || kind === 'none')).toBe(true);
    }
  });
  it.each(FONTS)('names of places in %s come back, with a word that tells the code beside them', (encoding, code) => {
    for (const place of PLACES) {
      const text = `ủy ban nhân dân, địa chỉ ở ${place}`;
      const read = recogniseText(code(text));
      expect(read).toMatchObject({ kind: 'converted', encoding });
      expect(read.text.toLowerCase()).toBe(text.toLowerCase());
    }
  });
  it('whatever is converted is Vietnamese throughout, and whatever is kept is kept to the sign', () => {
    const western = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(western, fc.string({ unit: 'binary', maxLength: 12 })), (text) => {
        const read = recogniseText(text);
        if (read.kind === 'converted') expect(recogniseText(read.text.toLowerCase()).kind).toBe('unicode');
        else expect(read.text).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
  it('long runs of signs take no long time', () => {
    expect(recogniseText(`${'·'.repeat(200_000)}a`).kind).toBe('unicode');
    expect(recogniseText('é'.repeat(200_000)).kind).toBe('unicode');
  });
});

describe('a file of mixed lines', () => {
  const LINES = ['Họ và tên,Chức vụ', 'Nguyễn Văn An,Trưởng phòng', 'Trần Thị Bình,Phó trưởng phòng', 'Phạm Văn Cường,Chuyên viên'];

  it('is recognised line by line', () => {
    const [head = '', first = '', second = '', third = ''] = LINES;
    const lines = recogniseLines([head, asTcvn3(first), asVni(second), asUtf8Twice(third), 'Nguy?n V?n D']);
    expect(lines.map((line) => (line.kind === 'converted' ? line.encoding : line.kind))).toEqual(['unicode', 'tcvn3', 'vni', 'utf8Twice', 'refused']);
    expect(lines.slice(0, 4).map(({ text }) => text)).toEqual(LINES);
  });
  it('refuses a line that is proper as it stands, and says something else in the code of its neighbours', () => {
    expect(recogniseLines(['Sôn La']).map(({ kind }) => kind)).toEqual(['unicode']);
    const [, alone] = recogniseLines(['Thaønh phoá Caàn Thô', 'Sôn La', 'Hưng Yên']);
    expect(alone).toMatchObject({ kind: 'refused', reason: 'twoReadings', text: 'Sôn La', readings: ['Sôn La', 'Sơn La'] });
  });
  it('reads a row in one code as a whole, and one of several codes cell by cell', () => {
    const [whole, several, doubtful, proper] = recogniseRows([
      ['1', 'Cao ThÞ Tõ', 'Phã phßng', ''],
      ['2', 'NguyÔn V¨n A', 'Trưởng phòng', 'nguyen.a@minhhoa.vn'],
      ['3', 'Hån', 'Trưởng phòng', ''],
      ['4', 'Lê Văn C', 'Chuyên viên', ''],
    ]);
    expect(whole).toMatchObject({ kind: 'converted', cells: ['1', 'Cao Thị Từ', 'Phó phòng', ''] });
    expect(several).toMatchObject({ kind: 'converted', cells: ['2', 'Nguyễn Văn A', 'Trưởng phòng', 'nguyen.a@minhhoa.vn'], encodings: ['tcvn3'] });
    expect(doubtful).toMatchObject({ kind: 'refused', why: { reason: 'tooLittle', text: 'Hån' } });
    expect(proper).toMatchObject({ kind: 'unicode', cells: ['4', 'Lê Văn C', 'Chuyên viên', ''] });
  });
});

describe('the bytes of a file', () => {
  const TEXT = ['Họ và tên;Chức vụ', 'Nguyễn Văn An;Trưởng phòng', ''];
  const utf16 = (text: string, bigEnd: boolean): Uint8Array =>
    Uint8Array.from(
      `\ufeff${text}`.split('').flatMap((unit) => {
        const [high, low] = [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 0xff];
        return bigEnd ? [high, low] : [low, high];
      }),
    );
  const joined = (...lines: Uint8Array[]): Uint8Array => Uint8Array.from(lines.flatMap((line) => [...line, 0x0d, 0x0a]));
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const linesOf = (bytes: Uint8Array): string[] => {
    const read = readFileLines(bytes);
    return 'lines' in read
      ? read.lines.map((line) => (line.kind === 'refused' ? `✗ ${line.reason}` : line.kind === 'unicode' ? line.text : `${line.encoding}: ${line.text}`))
      : [read.refused];
  };

  it('are UTF-8 or UTF-16 by their mark, and UTF-8 without one', () => {
    const [head = '', first = ''] = TEXT;
    for (const end of ['\r\n', '\n', '\r'])
      for (const bytes of [utf8(TEXT.join(end)), utf8(`\ufeff${TEXT.join(end)}`), utf16(TEXT.join(end), false), utf16(TEXT.join(end), true)])
        expect(linesOf(bytes)).toEqual([head, first]);
    expect(linesOf(utf16(TEXT.join('\n'), false).subarray(2))).toEqual(['notText']);
    expect(linesOf(new Uint8Array())).toEqual([]);
  });
  it('are read line by line in the codes of one byte', () => {
    const line = '1;Trần Thị Bình;Phó trưởng phòng';
    expect(linesOf(joined(utf8(line), in1258(line), octets(asTcvn3(line)), octets(asVni(line)), utf8('STT;TT')))).toEqual([
      line,
      `windows1258: ${line}`,
      `tcvn3: ${line}`,
      `vni: ${line}`,
      'STT;TT',
    ]);
  });
  it('are refused where two codes make them Vietnamese, or none', () => {
    expect(linesOf(in1258('Lê Tú'))).toEqual(['✗ twoReadings']);
    expect(linesOf(in1258('Lê Thành'))).toEqual(['windows1258: Lê Thành']);
    expect(linesOf(octets('José'))).toEqual(['✗ notVietnamese']);
  });
  it('of no line of an old code are UTF-8 by chance, and none is read wrong', () => {
    const code = fc.constantFrom(
      in1258,
      (text: string) => octets(asTcvn3(text)),
      (text: string) => octets(asVni(text)),
    );
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), code, (words, encode) => {
        const text = words.join(' ');
        const read = readFileLines(encode(text));
        const [line] = 'lines' in read ? read.lines : [];
        if (line?.kind !== 'refused') expect(line?.text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
