import type { Random } from './random.ts';
import { type Doc, Written } from './random-document.ts';

export const EXPRESSIONS = [
  '',
  ' ',
  '1 +',
  'c1 c2',
  'min(1)',
  'min()',
  'choose(1, 2, 3)',
  'y1',
  'd1',
  'days(d1)',
  'days(d1, c1)',
  'days(1, 2)',
  '1 < 2 < 3',
  'not 1',
  '1e5',
  '01',
  'nowhere + 1',
  'nowhere',
  'nowhere + y1',
  'round(1, 13)',
  'round(1, 1.0)',
  'round(1, 1.5)',
  'round(1, c1)',
  'round(1, -1)',
  'round(nowhere, 99)',
  'abs',
  'abs(1, 2)',
  'foo(1)',
  'c1(',
  '-(-c1)',
  '1 = 2',
  'min',
  'choose(y1, d1, d2)',
  'choose(y1, y1, y1)',
  'choose(y1, y1, 1)',
  'choose(y1, nowhere, y1)',
  'choose(nowhere, y1, 1)',
  'nowhere(1)',
  '1.',
  '.5',
  '1_000',
  '1 +\t\n 1',
  'answer',
  'previous + 1',
  '1234567890123',
  '1.1234567890123',
  'Min(1, 2)',
  'not',
  '1 and 2',
  '(1',
  '1)',
  'y1 == y1',
  '1 + (2 > 1)',
  'min(nowhere)',
  'abs(nowhere, 1)',
  '1 + max(2) + nowhere',
  'days(nowhere, d1)',
  'floor(y1) + nowhere',
  '1 / 0',
  '--1',
  '1 - - 1',
  'not 1 < 2',
  '1\u00a0+ 1',
  'd1 + nowhere',
  'min(d1, 1)',
  'floor()',
  '1,5',
  'choose(1 < 2, 1, 2)',
];
const TEXTS = [
  '',
  ' ',
  '\u00a0',
  '\u0085',
  '\ufeff',
  'x',
  'nowhere',
  'all',
  'previous',
  'notApplicable',
  'branch',
  'rounded',
  'true',
  '1.1',
  '1',
  'nowhere/~1',
  'và'.normalize('NFD'),
  '2023-02-29',
  '2024-02-29',
  '0000-01-01',
  '0001-01-01',
  '2024-1-01',
  '２０２４-01-01',
];
const NUMBERS = [
  '-1',
  '0',
  '-0',
  '0.0',
  '1',
  '2.0',
  '0.5',
  '1.000000000001',
  '-0.000000000001',
  '30',
  '13',
  '12',
  '999999999999',
  '1000000000000',
  '1e0',
  '01',
  '1.',
  '.5',
  '+1',
  '1,5',
  '1.1234567890123',
  '-',
  '--1',
  '1 ',
  '٣',
  '１',
  'NaN',
  '0x1',
  '1.10',
];

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e0)?$/;

export const junk = (random: Random): Doc => {
  switch (random.below(9)) {
    case 0:
      return random.pick([true, false]);
    case 1:
      return null;
    case 2:
      return random.pick([[], [null], ['x'], [['x']]]);
    case 3:
      return random.pick([{}, { x: '1' }, { kind: 'given' }, { kind: 'nowhere' }, { figure: 'nowhere' }, { vi: ' ' }, { kind: 'branch' }]);
    case 4:
    case 5:
      return random.pick(TEXTS);
    case 6:
      return random.pick(NUMBERS);
    default:
      return new Written(random.pick(NUMBERS.filter((text) => JSON_NUMBER.test(text))));
  }
};

const OPERATORS = ['+', '-', '*', '/', ' and ', ' or ', '<', ','];
const TOKENS = '1 2.5 0 c1 y1 d1 nowhere and or not min( days( choose( round( abs( ( ) ) , + - * / < =='.split(' ');
const AROUND = [
  ['(', ')'],
  ['-', ''],
  ['abs(', ')'],
  ['min(1,', ')'],
  ['1+2*(', ')'],
  ['(', '+1-2*3)'],
  ['choose(1<2 or 2<1 and ', '<2,1,0)'],
  ['choose(not (1<', '),1,0)'],
  ['(', ''],
] as const;

/** An expression about as deep or as long as may be. */
export function longExpression(random: Random): string {
  const count = random.pick([249, 250, 251, 498, 499, 500, 501, 502]);
  const [open, close] = random.pick(AROUND);
  const inner = random.chance(0.5) ? 'c1' : Array.from({ length: random.pick([2, 500, 501, 502]) }, () => 'c1').join(random.pick(OPERATORS));
  return random.chance(0.7) ? `${open.repeat(count)}${inner}${close.repeat(count)}` : `choose(${'not '.repeat(count)}y1, ${inner}, 1)`;
}

export const tokens = (random: Random): string => Array.from({ length: random.between(1, 7) }, () => random.pick(TOKENS)).join(random.pick(['', '', ' ']));
export const marks = (random: Random): string => `a${'\u0302'.repeat(random.pick([1, 29, 30, 31]))}`;
export const nested = (random: Random): Doc => {
  let inner: Doc = random.pick<Doc>([[], {}, '1', null, new Written('1.0')]);
  for (let depth = random.pick([3, 150, 180, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201]); depth > 0; depth--)
    inner = random.chance(0.5) ? [inner] : { x: inner };
  return inner;
};

/** Texts that hardly are JSON. */
export const ODD_TEXTS: readonly string[] = [
  '{"a":1,}',
  '{"a":NaN}',
  '{"a":"\\ud800"}',
  '// none\n{}',
  '',
  ' ',
  '{',
  '[1]',
  '"x"',
  'null',
  '{"a":01}',
  '{"a":1 "b":2}',
  "{'a':1}",
  '{"a":"\t"}',
  '\ufeff{"format":"x"}',
  '{"\\ud800":1}',
  '{"a":1}x',
  '{"a":.5}',
  '{"a":1.}',
  '{"a":"\\x"}',
  'tru',
  '{"format":null,"format":"x"}',
  '[{"a":1,"a":2}]',
  '{"a":1e5,"b":-0}',
  '{a:1}',
  '[1,]',
  '[,1]',
  '{"a":+1}',
  '\u00a0{}',
  '\ufeff\ufeff{}',
  '{"a":"\\u12"}',
  '{"a":1}\u0000',
  '{"a":"\u2028"}',
  '{"a":--1}',
];
