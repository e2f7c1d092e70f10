import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../quantity/calendar-date.ts';
import { fromText, type RoundingMode, toFraction } from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { faultTexts } from '../../testing/documents.ts';
import { Random } from '../../testing/random.ts';
import { numberExpression } from '../../testing/random-expression.ts';
import type { FigureType } from '../figure-type.ts';
import type { FigureValues } from '../inputs.ts';
import { checkExpression } from './check.ts';
import { compileExpression, DivisionByZero } from './compile.ts';
import { DEEPEST_EXPRESSION, type Expression, figuresIn, parseExpression } from './parse.ts';

const TYPES = new Map<string, FigureType>([
  ['a', 'number'],
  ['b', 'count'],
  ['z', 'amount'],
  ['yes', 'yesNo'],
  ['no', 'yesNo'],
  ['from', 'date'],
  ['to', 'date'],
  ['andy', 'number'],
]);

const number = (text: string) => ({ text, value: fromText(text) });
const day = (text: string) => ({ text, value: dayNumber(text) as number });
const VALUES: FigureValues = {
  a: number('-1.5'),
  b: number('4'),
  z: number('0'),
  yes: { text: true, value: true },
  no: { text: false, value: false },
  from: day('2028-02-28'),
  to: day('2028-03-01'),
  andy: number('7'),
};

function faultsOf(source: string): string[] {
  const faults = new Faults();
  checkExpression(source, null, { figures: TYPES, allFigures: true, faults });
  return faultTexts(faults).map((fault) => fault.trim());
}

function resultOf(source: string, mode: RoundingMode = 'halfUp'): string {
  expect(faultsOf(source)).toEqual([]);
  return toFraction(compileExpression(source, mode).evaluate(VALUES));
}

describe('binding, from the loosest to the tightest', () => {
  it.each([
    ['1 + 2 * 3', '7/1'],
    ['(1 + 2) * 3', '9/1'],
    ['8 - 3 - 2', '3/1'],
    ['8 / 4 / 2', '1/1'],
    ['8 / 4 * 2', '4/1'],
    ['2 * -1', '-2/1'],
    ['-a + 2 * -1', '-1/2'],
    ['--b', '4/1'],
    ['-b * -b', '16/1'],
    ['1 - -1', '2/1'],
    ['choose(1 + 1 == 2, 1, 0)', '1/1'],
    ['choose(not 1 > 2 and 2 > 1, 1, 0)', '1/1'],
    ['choose(not yes or yes, 1, 0)', '1/1'],
    ['choose(yes or no and no, 1, 0)', '1/1'],
    ['choose((yes or no) and no, 1, 0)', '0/1'],
    ['choose(not not yes, 1, 0)', '1/1'],
    ['choose(not no == no, 1, 0)', undefined],
    ['andy', '7/1'],
    ['\t1\n+\r\n 1 ', '2/1'],
    ['1/3', '1/3'],
    ['0.1 + 0.2', '3/10'],
  ])('%s is %s', (source, expected) => {
    if (expected === undefined) expect(faultsOf(source)).toEqual(['badExpression']);
    else expect(resultOf(source)).toBe(expected);
  });
});

describe('all functions and comparisons', () => {
  it.each([
    ['min(3, a, b)', '-3/2'],
    ['max(3, a, b)', '4/1'],
    ['abs(a)', '3/2'],
    ['floor(a)', '-2/1'],
    ['floor(1.999999999999)', '1/1'],
    ['floor(-b)', '-4/1'],
    ['round(0.125, 2)', '13/100'],
    ['round(-0.125, 2)', '-13/100'],
    ['round(2.5, 0)', '3/1'],
    ['round(1/3, 12)', '333333333333/1000000000000'],
    ['round(b, 2.0)', '4/1'],
    ['days(from, to)', '2/1'],
    ['days(to, from)', '-2/1'],
    ['days(to, to)', '0/1'],
    ['choose(choose(yes, no, yes), 1, 2)', '2/1'],
    ...[
      ['<', '0'],
      ['<=', '1'],
      ['>', '0'],
      ['>=', '1'],
      ['==', '1'],
      ['!=', '0'],
    ].map(([operator, holds]) => [`choose(0.1 + 0.2 ${operator} 0.3, 1, 0)`, `${holds}/1`]),
  ])('%s is %s', (source, expected) => expect(resultOf(source as string)).toBe(expected));

  it('[F14] round follows the scheme: ties to the even digit', () => {
    expect(resultOf('round(0.125, 2)', 'halfEven')).toBe('3/25');
    expect(resultOf('round(-0.135, 2)', 'halfEven')).toBe('-7/50');
  });
});

describe('what is evaluated and what is needed', () => {
  it.each(['choose(z == 0 or b / z > 1, 1, 0)', 'choose(z != 0 and b / z > 1, 0, 1)', 'choose(z == 0, 1, b / z)', 'choose(yes, 1, 1 / 0)'])(
    '%s stops before it divides by zero',
    (source) => expect(resultOf(source)).toBe('1/1'),
  );
  it.each(['b / z', '0 / 0', 'choose(no or b / z > 1, 1, 0)', 'min(1, 1 / z)', 'round(1 / (b - 4), 2)'])('%s divides by zero', (source) => {
    expect(faultsOf(source)).toEqual([]);
    expect(() => compileExpression(source, 'halfUp').evaluate(VALUES)).toThrow(DivisionByZero);
  });
  it('every figure that is named is needed, by first occurrence, each once', () => {
    expect(compileExpression('choose(yes, b, a / b) + days(from, to) - a', 'halfUp').figures).toEqual(['yes', 'b', 'a', 'from', 'to']);
  });
});

describe('kinds', () => {
  it.each([
    'yes',
    'yes + 1',
    'a and b',
    'not a',
    '-yes',
    'from',
    'from < to',
    'to - from',
    'choose(a, 1, 2)',
    'choose(yes, 1, no)',
    'choose(yes, from, to)',
    'choose(yes, yes, no)',
    'min(1)',
    'max(yes, no)',
    'abs(1, 2)',
    'floor(yes)',
    'round(1)',
    'round(1, 13)',
    'round(1, 0.5)',
    'round(1, b)',
    'round(1, 1 + 1)',
    'round(yes, 1)',
    'round(1, 2, 3)',
    'days(a, b)',
    'days(from)',
    'days(from, 1)',
    'days((from), days(from, to))',
    'yes == no',
    '1 < 2',
    'a == b',
  ])('%s has no such kind', (source) => expect(faultsOf(source)).toEqual(['badExpression']));

  it('an unknown name is one fault, and what else is wrong another', () => {
    expect(faultsOf('a + unknown')).toEqual(['unknownId']);
    expect(faultsOf('unknown + other')).toEqual(['unknownId']);
    expect(faultsOf('unknown + (yes + 1)')).toEqual(['badExpression', 'unknownId']);
  });

  it('a name is not unknown where the id of some figure could not be read', () => {
    const faults = new Faults();
    checkExpression('a + unknown', null, { figures: TYPES, allFigures: false, faults });
    expect(faults.none).toBe(true);
  });
});

describe('texts that cannot be read', () => {
  it.each([
    '',
    '+',
    '1 +',
    '1 +* 2',
    '1 2',
    'a b',
    '(1',
    '1)',
    '()',
    'min()',
    'min(1,)',
    'min 1, 2',
    'min',
    'a(1)',
    '1 < 2 < 3',
    '1 = 2',
    '1 === 2',
    '1 & 2',
    'a & b',
    'a % b',
    '2 ** 3',
    '2 ^ 3',
    '+1',
    '.5',
    '5.',
    '1e5',
    '1_000',
    '0x10',
    '01',
    '1,5',
    '1.2345678901234',
    '1234567890123',
    'and',
    '1 and',
    'not',
    'a.b',
    'a[0]',
    'a;b',
    '"a"',
    "a'",
    'a // b',
    '# a',
    'á + 1',
    'đến',
    '１ + １',
    '1 × 2',
    '1 − 2',
    'a\u00a0+ b',
    'a\u200b',
    '\ufeffa',
    'a\u000bb',
    'a\u0000',
    '😀',
    'constructor.constructor',
    '$a',
    'a\\',
  ])('%j', (source) => expect(faultsOf(source).filter((fault) => fault !== 'unknownId')).toEqual(['badExpression']));

  it('words are case-sensitive: other cases are names', () => {
    expect(faultsOf('Min')).toEqual(['unknownId']);
    expect(faultsOf('1 + NOT')).toEqual(['unknownId']);
    expect(faultsOf('answer + previous')).toEqual(['unknownId']);
  });

  it('names of objects of the language are names like any other', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype']) expect(faultsOf(name)).toEqual(['unknownId']);
  });

  const far = DEEPEST_EXPRESSION + 1;
  it.each([
    ['parentheses', `${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['unary minus', `${'-'.repeat(100_000)}1`],
    ['not', `choose(${'not '.repeat(100_000)}yes, 1, 0)`],
    ['calls', `${'abs('.repeat(50_000)}1${')'.repeat(50_000)}`],
    ['a sum', Array.from({ length: 100_000 }, () => '1').join('+')],
    ['a product', Array.from({ length: 100_000 }, () => '1').join('*')],
    ['just too deep', `${'('.repeat(far)}1${')'.repeat(far)}`],
    ['open only', '('.repeat(1_000_000)],
  ])('nested beyond reason by %s: a fault, never a crash', (_what, source) => expect(faultsOf(source)).toEqual(['badExpression']));

  it('as deep as is allowed it is read, checked and worked out', () => {
    const deep = DEEPEST_EXPRESSION;
    expect(resultOf(`${'('.repeat(deep)}1${')'.repeat(deep)}`)).toBe('1/1');
    expect(resultOf(`${'-'.repeat(deep)}1`)).toBe('1/1');
    expect(resultOf(Array.from({ length: deep }, () => 'b').join('+'))).toBe(`${4 * deep}/1`);
  });
});

/** An expression as text again, with all its parentheses. */
function print(part: Expression): string {
  switch (part.type) {
    case 'number':
      return part.text;
    case 'figure':
      return part.name;
    case 'negate':
      return `(-${print(part.of)})`;
    case 'not':
      return `(not ${print(part.of)})`;
    case 'call':
      return `${part.name}(${part.args.map(print).join(', ')})`;
    case 'binary':
      return `(${print(part.left)} ${part.operator} ${print(part.right)})`;
  }
}

describe('[F104] random expressions', () => {
  const figures = { number: ['a', 'andy'], count: ['b'], amount: ['z'], yesNo: ['yes', 'no'], date: ['from', 'to'] };
  const expressions = fc.integer().map((seed) => numberExpression({ random: new Random(seed), figures }, 4));

  it('read, printed with every parenthesis and read again are the same', () => {
    fc.assert(
      fc.property(expressions, (source) => {
        const read = parseExpression(source) as Expression;
        expect(parseExpression(print(read))).toEqual(read);
        expect(figuresIn(read)).toEqual(compileExpression(source, 'halfUp').figures);
        expect(faultsOf(source)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('any text at all is read or refused', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '<',
      '==',
      'and',
      'or',
      'not',
      'min',
      'choose',
      'days',
      'round',
      'a',
      'yes',
      'from',
      '1',
      '0.5',
      ' ',
      '\u00a0',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
        ),
        (source) => {
          const faults = faultsOf(source);
          expect(['', 'badExpression', 'unknownId', 'badExpression,unknownId']).toContain(faults.join());
          if (faults.length === 0) {
            try {
              compileExpression(source, 'halfEven').evaluate(VALUES);
            } catch (error) {
              expect(error).toBeInstanceOf(DivisionByZero);
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
