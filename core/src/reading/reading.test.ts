import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './json.ts';
import { canonicalText, hashOf } from './normal-form.ts';
import { at, pointer, ROOT } from './path.ts';
import { DEEPEST_NESTING, faultsOfReading, NumberToken, type Raw, type RawDocument, Unreadable } from './raw.ts';
import { readYaml } from './yaml.ts';

/** A raw value in which numbers are seen as what they were written as. */
const seen = (value: Raw): unknown =>
  value instanceof NumberToken
    ? { number: value.text }
    : Array.isArray(value)
      ? value.map(seen)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, seen(member)]))
        : value;

const unreadable = (read: () => unknown): Unreadable => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
    return error as Unreadable;
  }
  throw new Error('was read');
};
const faultsIn = (document: RawDocument) => faultsOfReading(document).list.map(({ code, path, keys }) => ({ code, path, ...document.locate(keys) }));

describe('JSON', () => {
  it('keeps the text of numbers', () => {
    expect(seen(readJson('{"a": 1.50, "b": [1e0, -0, 12345678901234567890.123, 1E+5]}').value)).toEqual({
      a: { number: '1.50' },
      b: [{ number: '1e0' }, { number: '-0' }, { number: '12345678901234567890.123' }, { number: '1E+5' }],
    });
  });

  it('keeps the first of a key written twice and says where the second stands', () => {
    const document = readJson('{\n "a": 1,\n "list": [{}, {"b": "x",\n  "b": "y"}],\n "a": {"c": 1, "c": 2}\n}');
    expect(seen(document.value)).toEqual({ a: { number: '1' }, list: [{}, { b: 'x' }] });
    expect(faultsIn(document)).toEqual([
      { code: 'doubledKey', path: '/list/1/b', line: 4, column: 3 },
      { code: 'doubledKey', path: '/a', line: 5, column: 2 },
      { code: 'doubledKey', path: '/a/c', line: 5, column: 16 },
    ]);
  });

  it('two keys that are one after NFC are one key written twice', () => {
    const document = readJson('{"Xã": 1, "Xa\u0303": 2}'.replace('Xã', 'X\u00e3'));
    expect(faultsIn(document).map(({ path }) => path)).toEqual(['/X\u00e3']);
  });

  it('texts and keys become NFC, and places are found by them', () => {
    const document = readJson('{\n "Xa\u0303": {"te\u0302n": "Ho\u0300a"}}');
    expect(document.value).toEqual({ 'X\u00e3': { 't\u00ean': 'H\u00f2a' } });
    expect(document.locate(['X\u00e3', 't\u00ean'])).toEqual({ line: 2, column: 10 });
  });

  it('finds the line and column of a member, of a list member, and for what is missing those of its object', () => {
    const document = readJson('{\n  "a": [\n    { "b": 1 },\r\n    2\n  ]\n}');
    expect(document.locate(['a'])).toEqual({ line: 2, column: 3 });
    expect(document.locate(['a', 0])).toEqual({ line: 3, column: 5 });
    expect(document.locate(['a', 0, 'b'])).toEqual({ line: 3, column: 7 });
    expect(document.locate(['a', 0, 'missing'])).toEqual({ line: 3, column: 5 });
    expect(document.locate(['a', 1])).toEqual({ line: 4, column: 5 });
    expect(document.locate(['a', 7, 'b'])).toEqual({ line: 2, column: 3 });
    expect(document.locate(['missing', 'deeper'])).toEqual({ line: 1, column: 1 });
    expect(document.locate([])).toEqual({ line: 1, column: 1 });
  });

  it('takes names of the language as keys like any other', () => {
    const { value } = readJson('{"__proto__": {"polluted": true}, "constructor": 1, "hasOwnProperty": 2}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '/*x*/1',
    '1//x',
    '1 2',
    '01',
    '1.',
    '.5',
    '-',
    '+1',
    'NaN',
    'Infinity',
    'tru',
    'True',
    '"a\nb"',
    '"a\tb"',
    '"\\x"',
    '"\\u12"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '{"\\ud800":1}',
    '\u00a01',
    '1\f',
    '\ufeff\ufeff{}',
    '[1]]',
    '"abc',
    '{"a"}',
    '{"a" 1}',
    '[1 2]',
    '[,1]',
    'undefined',
  ])('%j is unreadable', (text) => {
    unreadable(() => readJson(text));
  });

  it('a whole character written as two escapes is a text', () => expect(readJson('"\\ud83d\\ude00"').value).toBe('😀'));

  it('a byte order mark at the start is passed over', () => expect(readJson('\ufeff{}').value).toEqual({}));

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"a": ', 'unexpectedEnd'],
    ['["abc', 'unexpectedEnd'],
    ['{"a": 1,}', 'notJson'],
    ['1 2', 'notJson'],
    ['"\\ud800"', 'halfCharacter'],
    [`"a${'\u0302'.repeat(20)}${'\u0323'.repeat(20)}"`, 'tooManyMarks'],
    ['['.repeat(1_000), 'tooDeep'],
  ])('says why %j is unreadable', (text, code) => {
    expect(unreadable(() => readJson(text)).code).toBe(code);
  });

  it('says where it became unreadable', () => expect(unreadable(() => readJson('{\n "a": tru\n}')).place).toEqual({ line: 2, column: 7 }));

  it('nesting beyond reason is unreadable, never a crash', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(readJson(nested(DEEPEST_NESTING)).value).toBeDefined();
    for (const depth of [DEEPEST_NESTING + 1, 5_000, 1_000_000]) unreadable(() => readJson(nested(depth)));
    unreadable(() => readJson(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`));
    unreadable(() => readJson('['.repeat(100_000)));
  });

  it('reads back whatever JSON holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const expected = JSON.parse(text.normalize('NFC'), (_key, member: unknown, context?: { source: string }) =>
          typeof member === 'number' ? { number: context?.source } : member,
        );
        const document = readJson(text);
        if (document.doubled.length === 0) expect(seen(document.value)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the places of many faults in a large file', () => {
    const document = readJson(`[\n${Array.from({ length: 20_000 }, (_, index) => `{"id": ${index}}`).join(',\n')}\n]`);
    for (let index = 0; index < 20_000; index += 10) expect(document.locate([index, 'id']).line).toBe(index + 2);
  });
});

describe('YAML', () => {
  it('keeps the text of numbers; dates, yes and no are texts', () => {
    const { value } = readYaml(
      'a: 1.50\nb: "1.50"\nc: 1.10\nd: 2022-12-31\ne: yes\nf: no\ng: true\nh: 017\ni: 0x1F\nj: .inf\nk: 1_000\nl: 12:30\nm: +1\nn: 99999999999999999999.5\n',
    );
    expect(seen(value)).toEqual({
      a: { number: '1.50' },
      b: '1.50',
      c: { number: '1.10' },
      d: '2022-12-31',
      e: 'yes',
      f: 'no',
      g: true,
      h: { number: '017' },
      i: { number: '0x1F' },
      j: { number: '.inf' },
      k: '1_000',
      l: '12:30',
      m: { number: '+1' },
      n: { number: '99999999999999999999.5' },
    });
  });

  it('keeps the first of a key written twice and says where the second stands', () => {
    const document = readYaml('a: 1\nlist:\n  - {}\n  - b: x\n    b: y\na:\n  c: 1\n');
    expect(seen(document.value)).toEqual({ a: { number: '1' }, list: [{}, { b: 'x' }] });
    expect(faultsIn(document)).toEqual([
      { code: 'doubledKey', path: '/list/1/b', line: 5, column: 5 },
      { code: 'doubledKey', path: '/a', line: 6, column: 1 },
    ]);
  });

  it('finds the line and column of keys, and for what is missing those of its object', () => {
    const document = readYaml('a:\n  - b: 1\n    c: 2\n  - 3\n');
    expect(document.locate(['a'])).toEqual({ line: 1, column: 1 });
    expect(document.locate(['a', 0, 'c'])).toEqual({ line: 3, column: 5 });
    expect(document.locate(['a', 0, 'missing'])).toEqual({ line: 2, column: 5 });
    expect(document.locate(['a', 1])).toEqual({ line: 4, column: 5 });
    expect(document.locate(['missing'])).toEqual({ line: 1, column: 1 });
  });

  it('a key that is no text is a fault, not a text', () => {
    const document = readYaml('1.10: x\n"1.1": y\ntrue: z\nyes: u\n');
    expect(faultsIn(document)).toEqual([
      { code: 'wrongType', path: '/1.10', line: 1, column: 1 },
      { code: 'wrongType', path: '/true', line: 3, column: 1 },
    ]);
  });

  it('texts and keys become NFC', () => expect(readYaml('te\u0302n: Ho\u0300a').value).toEqual({ 't\u00ean': 'H\u00f2a' }));

  it('takes names of the language as keys like any other', () => {
    const { value } = readYaml('__proto__:\n  polluted: true\nconstructor: x\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('merge keys are keys like any other', () => expect(Object.keys(readYaml('<<: {a: x}').value as object)).toEqual(['<<']));

  it.each([
    ['an anchor', 'a: &x 1'],
    ['an alias', 'a: &x 1\nb: *x'],
    ['an alias to nothing', 'a: *x'],
    ['an anchor on a key', '&x a: 1'],
    ['an anchor on a map', 'a: &x {b: 1}'],
    ['a tag', 'a: !foo x'],
    ['a known tag', 'a: !!str 1.5'],
    ['a tag of a map', 'a: !!map {b: 1}'],
    ['a tag of a list', '- !!seq [1]'],
    ['a tag on the whole', '!!map\na: 1'],
    ['a tag on a key', '!!str a: 1'],
    ['the bare tag', 'a: ! b'],
    ['a tag in full', 'a: !<tag:yaml.org,2002:str> 1'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['nothing', ''],
    ['only a comment', '# x'],
    ['a list as a key', '? [a]\n: b'],
    ['a lone surrogate', 'a: "\\ud800"'],
    ['a tab as indentation', 'a:\n\tb: 1'],
    ['an open list', 'a: [1, 2'],
    ['an open text', 'a: "x'],
    ['an unknown directive', '%FOO x\n---\na: 1'],
    ['a reserved sign', 'a: @x'],
    ['lists without end', '['.repeat(100_000)],
    ['deep lists', `${'['.repeat(300)}${']'.repeat(300)}`],
    ['deep maps', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['many laughs', `a: &a [x,x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a,*a]`).join('\n')}`],
  ])('%s makes it unreadable', (_what, text) => {
    unreadable(() => readYaml(text));
  });

  it.each([
    ['# nothing', 'empty'],
    ['a: [', 'notYaml'],
    ['a: &x 1', 'aliases'],
    ['a: *x', 'aliases'],
    ['a: !!str 1', 'tags'],
    ['a: !own 1', 'tags'],
    ['---\na\n---\nb', 'severalDocuments'],
    ['? [a]\n: 1', 'oddKey'],
  ])('says why %j is unreadable', (text, code) => {
    expect(unreadable(() => readYaml(text)).code).toBe(code);
  });

  it('any text is read or is unreadable', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '1.5',
      '~',
      '#',
      '|',
      '>',
      '? ',
      '\t',
      '%',
      '&x',
      '*x',
      '!',
      '---',
      '...',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 15 }).map((list) => list.join('')),
        ),
        (text) => {
          try {
            const document = readYaml(text);
            document.locate(['a']);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('texts that would hold up whoever reads them', () => {
  it('brackets without end, keys without end, more values than are wanted: unreadable, with the place', () => {
    expect(unreadable(() => readYaml(`a: 1\nx: ${'['.repeat(2_000)}`))).toMatchObject({ code: 'tooDeep', place: { line: 2, column: 1004 } });
    const key = 'k'.repeat(20_001);
    expect(unreadable(() => readJson(`{"${key}": 1}`)).code).toBe('longKey');
    expect(unreadable(() => readYaml(`? "${key}"\n: 1`)).code).toBe('longKey');
    for (const read of [readYaml, readJson]) {
      expect(unreadable(() => read('[1, 2, 3]', 3)).code).toBe('tooManyValues');
      expect(seen(read('[1, 2]', 3).value)).toHaveLength(2);
    }
  });

  it('of a thousand keys written twice the first hundred are told', () => {
    for (const read of [readYaml, readJson]) {
      const document = read(`{${Array.from({ length: 1_000 }, (_, index) => `"k${index}": 1, "k${index}": 2`).join(', ')}}`);
      expect(faultsIn(document)).toHaveLength(100);
      expect(Object.keys(seen(document.value) as object)).toHaveLength(1_000);
    }
  });
});

describe('normal form', () => {
  it('[F77] the hash is that of the RFC 8785 text', () => {
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('members stand by UTF-16 code units, nothing but what must be is escaped', () => {
    const value = JSON.parse(
      '{"\\ud83d\\ude00": "a", "\\uffee": "b", "__proto__": "x", "B": "\\"\\\\/", "a": ["\\u0001\\u2028\\u007f\\t", true, null, {}]}',
    ) as unknown;
    expect(canonicalText(value)).toBe('{"B":"\\"\\\\/","__proto__":"x","a":["\\u0001\u2028\u007f\\t",true,null,{}],"😀":"a","\uffee":"b"}');
  });

  it('paths are JSON pointers', () => expect(pointer(at(ROOT, 'a/b', '~', 0, ''))).toBe('/a~1b/~0/0/'));
});
