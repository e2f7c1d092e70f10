import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, PHRASES } from '../words/index.ts';
import { displayDecimal } from './display.ts';
import { isNumberText, shortest } from './number-text.ts';
import { NUMBER_REFUSALS, readTypedNumber, type TypedNumber } from './typed-number.ts';

const RUNS = { numRuns: 2_000 };
const tell = (typed: TypedNumber): string => {
  if (typed.kind === 'read') return typed.value;
  if (typed.kind === 'question') return typed.readings.map(({ notation, value }) => `${notation} ${value}`).join(' ? ');
  return typed.kind === 'refused' ? `✗ ${typed.reason}` : typed.kind;
};

describe('a number as a clerk types it', () => {
  it.each([
    ['', 'empty'],
    ['  \u00a0 ', 'empty'],
    ['0', '0'],
    ['-0', '0'],
    ['5', '5'],
    ['05', '5'],
    ['1234', '1234'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['12.345.678', '12345678'],
    ['12,345,678', '12345678'],
    ['1.234', 'vi 1234 ? en 1.234'],
    ['1,234', 'vi 1.234 ? en 1234'],
    ['-12.000', 'vi -12000 ? en -12'],
    ['1,5', '1.5'],
    ['1,50', '1.5'],
    ['0.5', '0.5'],
    ['0.500', '0.5'],
    ['0,125', '0.125'],
    ['1234.567', '1234.567'],
    ['1234,567', '1234.567'],
    ['1.2345', '1.2345'],
    ['1 234,5', '1234.5'],
    ['1 234.5', '1234.5'],
    ['1\u00a0234\u202f567', '1234567'],
    ['1.234.567,125', '1234567.125'],
    ['−1,5', '-1.5'],
    ['–3', '-3'],
    ['- 3', '-3'],
    ['+3', '3'],
    ['１２，５', '12.5'],
    ['\u200e12\ufeff', '12'],
    ['999.999.999.999,123456789012', '999999999999.123456789012'],
    ['1,5000000000000', '1.5'],
    ['95%', '✗ percent'],
    ['95,5 %', '✗ percent'],
    ['abc', '✗ notDigits'],
    ['1e3', '✗ notDigits'],
    ['12 tỷ', '✗ notDigits'],
    ['3/4', '✗ notDigits'],
    ['5²', '✗ notDigits'],
    ['(5)', '✗ notDigits'],
    ['--5', '✗ notDigits'],
    ['5-', '✗ notDigits'],
    ['−', '✗ notDigits'],
    ['.', '✗ notDigits'],
    [',5', '✗ strayMark'],
    ['5.', '✗ strayMark'],
    ['1,,5', '✗ strayMark'],
    ['1, 5', '✗ strayMark'],
    ['1,5,2', '✗ twoDecimalMarks'],
    ['1.5,2', '✗ twoDecimalMarks'],
    ['12.34.567', '✗ wrongGroups'],
    ['1234.567.890', '✗ wrongGroups'],
    ['1 23', '✗ wrongGroups'],
    ['1 234.567 890', '✗ wrongGroups'],
    ['0.123.456', '✗ wrongGroups'],
    ['05,5', '✗ leadingZero'],
    ['012.345', '✗ leadingZero'],
    ['1234567890123', '✗ tooManyDigits'],
    ['0,1234567890123', '✗ tooManyPlaces'],
  ])('“%s” → %s', (typed, expected) => {
    expect(tell(readTypedNumber(typed))).toBe(expected);
  });

  it.each([
    ['1.234', '1234'],
    ['1,234', '1234'],
    ['1.000', '1000'],
    ['1 000', '1000'],
    ['12', '12'],
    ['-3', '-3'],
    ['1,5', '✗ notWhole'],
    ['5,0', '✗ notWhole'],
    ['0.500', '✗ notWhole'],
    ['1.234,56', '✗ notWhole'],
  ])('where only whole numbers are taken, “%s” → %s', (typed, expected) => {
    expect(tell(readTypedNumber(typed, { whole: true }))).toBe(expected);
  });
});

const number = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 999_999_999_999n), fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined }))
  .map(([minus, whole, places]) => shortest(`${minus ? '-' : ''}${whole}${places === undefined ? '' : `.${places}`}`));
const valuesOf = (typed: TypedNumber): readonly string[] =>
  typed.kind === 'read' ? [typed.value] : typed.kind === 'question' ? typed.readings.map(({ value }) => value) : [];

describe('whatever is typed', () => {
  it('a number as we write it is read as itself, or asked about with itself among the readings', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...LANGUAGES), (value, language) => {
        expect(valuesOf(readTypedNumber(displayDecimal(value, language)))).toContain(value);
        if (/^-?\d+$/.test(value)) expect(tell(readTypedNumber(displayDecimal(value, language), { whole: true }))).toBe(value);
      }),
      RUNS,
    );
  });

  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...'0123456789.,.,-−% \u00a0５'), { maxLength: 14 }).map((characters) => characters.join('')),
  );

  it('what is read is a shortest number text; a question has two different readings', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (text, whole) => {
        const read = readTypedNumber(text, { whole });
        for (const value of valuesOf(read)) {
          expect(isNumberText(value)).toBe(true);
          expect(shortest(value)).toBe(value);
          if (whole) expect(value).toMatch(/^-?\d+$/);
        }
        if (read.kind === 'question') expect(read.readings[0].value).not.toBe(read.readings[1].value);
      }),
      RUNS,
    );
  });

  it('no digit is lost, invented or moved', () => {
    const digits = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/\D/g, '')
        .replace(/^0+|0+$/g, '');
    fc.assert(
      fc.property(typed, (text) => {
        for (const value of valuesOf(readTypedNumber(text))) expect(digits(value)).toBe(digits(text));
      }),
      RUNS,
    );
  });

  it('every refusal has its sentence in both languages', () => {
    for (const language of LANGUAGES) for (const reason of NUMBER_REFUSALS) expect(PHRASES[language].typedNumber[reason]).toMatch(/\.$/);
  });
});
