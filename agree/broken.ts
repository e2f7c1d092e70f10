import type { Random } from '../core/src/testing/random.ts';
import { type Doc, type DocObject, isDocObject, SECOND, Written } from '../core/src/testing/random-document.ts';

const DATA = ['figures', 'sheet', 'estimates', 'previous'];
const ODD: readonly Doc[] = [null, true, '', ' ', 'x', new Written('5'), [], [[]], {}, [{ id: 'b1' }], { round: 'x' }, { x: {} }];
const NO_ID: readonly Doc[] = [null, true, '', ' ', '\u00a0', new Written('5'), [], {}, ['b1'], { id: 'b1' }];

type LineBreaking = (random: Random, lines: Doc[]) => void;

/** Does something with the head. */
const head =
  (act: (random: Random, head: DocObject) => void): LineBreaking =>
  (random, [first]) => {
    if (isDocObject(first)) act(random, first);
  };
/** Does something with the line of a body. */
const line =
  (act: (random: Random, line: DocObject, lines: Doc[]) => void): LineBreaking =>
  (random, lines) => {
    const found = lines.slice(1).filter(isDocObject);
    if (found.length > 0) act(random, random.pick(found), lines);
  };
const body = (act: (random: Random, body: DocObject, lines: Doc[]) => void): LineBreaking =>
  line((random, one, lines) => {
    if (isDocObject(one['body'])) act(random, one['body'], lines);
  });
const bodiesOf = (lines: readonly Doc[]) => lines.slice(1).flatMap((one) => (isDocObject(one) && isDocObject(one['body']) ? [one['body']] : []));

/** Kinds of breaking lines. */
const LINES: Readonly<Record<string, LineBreaking>> = {
  'the head has what the lines hold': head((random, first) => {
    first[random.pick(['bodies', 'figures', 'sheets', 'estimates', 'body', 'sheet', 'x'])] = random.pick(ODD);
  }),
  'the head has no previous': head((_, first) => {
    delete first['previous'];
  }),
  'the previous of the head is odd': head((random, first) => {
    first['previous'] = random.pick<Doc>([
      ...ODD,
      { round: ' ' },
      { round: '2025', bodies: {} },
      { round: null },
      { bodies: null },
      { [`round${SECOND}`]: 'x', round: 'y' },
    ]);
  }),
  'a key of the head is odd': head((random, first) => {
    first[random.pick(['round', 'exclusions', 'scheme', 'schemeFile'])] = random.pick(ODD);
  }),
  'a key of the head twice': head((random, first) => {
    first[`${random.pick(Object.keys(first))}${SECOND}`] = random.pick(ODD);
  }),
  'only a line has previous': (random, lines) => {
    const [first] = lines;
    if (isDocObject(first)) delete first['previous'];
    line((_, one) => {
      one['previous'] = random.pick<Doc>([{ figures: {} }, { figures: { c1: { value: '1' } } }, ...ODD]);
    })(random, lines);
  },
  'a line is odd': (random, lines) => {
    lines.splice(random.between(1, lines.length), random.below(2), random.pick(ODD));
  },
  'a line has no body': line((_, one) => {
    delete one['body'];
  }),
  'a body is odd': line((random, one) => {
    one['body'] = random.pick(ODD);
  }),
  'a body without its id': body((_, one) => {
    delete one['id'];
  }),
  'an id that is none': body((random, one) => {
    one['id'] = random.pick(NO_ID);
  }),
  'an id of another line': body((random, one, lines) => {
    one[random.pick(['id', 'id', 'code'])] = random.pick(bodiesOf(lines))['id'] ?? null;
  }),
  'a line twice': (random, lines) => {
    if (lines.length > 1) lines.splice(random.between(1, lines.length), 0, random.pick(lines.slice(1)));
  },
  'a body twice, the rest once': (random, lines) => {
    const found = bodiesOf(lines);
    if (found.length > 0) lines.splice(random.between(1, lines.length), 0, { body: random.pick(found), [random.pick(DATA)]: random.pick(ODD) });
  },
  'a key that no line has': line((random, one) => {
    one[random.pick(['sheets', 'bodies', 'id', 'x', 'round', '', 'a/b', '__proto__'])] = random.pick(ODD);
  }),
  'a part of a line is odd': line((random, one) => {
    one[random.pick(DATA)] = random.pick(ODD);
  }),
  'a part of a line twice': line((random, one) => {
    const key = random.pick([...DATA, 'body', 'x']);
    one[key] ??= {};
    one[`${key}${SECOND}`] = random.pick(ODD);
  }),
  'a key of a part twice': line((random, one) => {
    const part = one[random.pick([...DATA, 'body'])];
    if (isDocObject(part)) part[`${random.pick([...Object.keys(part), 'x'])}${SECOND}`] = random.pick(ODD);
  }),
  'no id, and a key twice': line((random, one) => {
    one['body'] = random.pick<Doc>([{ name: 'B' }, { id: random.pick(NO_ID), name: 'B' }, null]);
    one[random.pick(DATA)] = random.pick<Doc>([{ x: '1', [`x${SECOND}`]: '1' }, { x: { y: null, [`y${SECOND}`]: null } }]);
  }),
};

type TextBreaking = (random: Random, text: string) => string;

const insert = (text: string, at: number, more: string, instead = 0): string => text.slice(0, at) + more + text.slice(at + instead);
const somewhere = (random: Random, text: string): number => random.below(text.length + 1);
/** After a sign that stands in the text, if it does. */
const after = (random: Random, text: string, signs: string): number => {
  const found = [...text].flatMap((sign, index) => (signs.includes(sign) ? [index + 1] : []));
  return found.length > 0 ? random.pick(found) : 0;
};
const atLine = (act: (random: Random, line: string) => string): TextBreaking => {
  return (random, text) => {
    const lines = text.split('\n');
    const index = random.below(lines.length);
    lines[index] = act(random, lines[index] as string);
    return lines.join('\n');
  };
};

/** Kinds of breaking a text, be it one document or lines. */
const TEXTS: Readonly<Record<string, TextBreaking>> = {
  'a byte order mark': (_, text) => `\ufeff${text}`,
  'two byte order marks': (_, text) => `\ufeff\ufeff${text}`,
  'a byte order mark within': (random, text) => insert(text, after(random, text, '\n{,[:'), '\ufeff'),
  'cut off': (random, text) => text.slice(0, somewhere(random, text)),
  'a sign goes': (random, text) => insert(text, somewhere(random, text), '', 1),
  'a sign comes': (random, text) => insert(text, somewhere(random, text), random.pick([...'{}[]",:.-+0e1/\\ \t'])),
  'a sign becomes another': (random, text) => insert(text, somewhere(random, text), random.pick([...'{}[]",:.-+0e1/\\ ax']), 1),
  'a control character': (random, text) =>
    insert(text, somewhere(random, text), random.pick(['\u0000', '\u0001', '\u000b', '\f', '\u001f', '\u007f', '\u0085'])),
  'a blank that is none': (random, text) => insert(text, after(random, text, '{}[],:'), random.pick(['\u00a0', '\u2028', '\u3000', '\u000b', '\f', '\u200b'])),
  'a blank': (random, text) => insert(text, after(random, text, '{}[],:'), random.pick([' ', '\t', '\r', '\n', '\r\n'])),
  'a comma too many': (random, text) => insert(text, after(random, text, ',[{'), ','),
  'a comment': (random, text) => insert(text, after(random, text, '{,['), random.pick(['/**/', '//x\n', '#x\n'])),
  'an escape in a text': (random, text) =>
    insert(
      text,
      after(random, text, '"'),
      random.pick(['\\u0000', '\\u0061', '\\ud83d\\ude00', '\\ud800', '\\udc00', '\\u00e3', 'a\\u0303', '\\/', '\\b', '\\x', '\\u12', '\ufeff']),
    ),
  'a row of marks': (random, text) => insert(text, after(random, text, '"'), '\u0302'.repeat(random.pick([1, 30, 31, 40]))),
  'nested lists': (random, text) => {
    const depth = random.pick([190, 195, 196, 197, 198, 199, 200, 201]);
    return insert(text, after(random, text, ':'), `${'['.repeat(depth)}${']'.repeat(depth)},"x":`);
  },
  'a member twice': (random, text) => {
    const members = [...text.matchAll(/"(?:[^"\\]|\\.)*":(?:"(?:[^"\\]|\\.)*"|[\d.-]+|true|false|null)/g)];
    if (members.length === 0) return text;
    const { 0: member, index } = random.pick(members);
    return insert(text, index, `${random.chance(0.5) ? member : member.replace(/:.*/s, ':null')},`);
  },
  'an empty line': (random, text) => insert(text, after(random, text, '\n') || text.length, '\n'),
  'a line of blanks': (random, text) => insert(text, after(random, text, '\n') || text.length, random.pick([' \n', '\t\n', '\r\n', '\u00a0\n', '\ufeff\n'])),
  'no line end at the end': (_, text) => text.replace(/\n$/, ''),
  'line ends of another kind': (random, text) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\u2028', '\n\r'])),
  'a line goes': (random, text) => {
    const lines = text.split('\n');
    lines.splice(random.below(lines.length), 1);
    return lines.join('\n');
  },
  'a line of another order': (_, text) => {
    const lines = text.split('\n');
    return [...lines.slice(0, -1).reverse(), ...lines.slice(-1)].join('\n');
  },
  'two in a line': (random, text) => atLine((_, line) => `${line}${random.pick(['', ' ', ','])}${line || '{}'}`)(random, text),
  'a line in two': atLine((random, line) => insert(line, after(random, line, '{},:'), '\n')),
  'a byte order mark at a line': atLine((_, line) => `\ufeff${line}`),
  'blanks around a line': atLine((random, line) => `${random.pick([' ', '\t', '\r', ''])}${line}${random.pick([' ', '\t', '\r'])}`),
};

export const BROKEN_LINES: readonly string[] = Object.keys(LINES);
export const BROKEN_TEXTS: readonly string[] = Object.keys(TEXTS);

/** Breaks lines in one or two ways; says in which. */
export const breakLines = (random: Random, lines: Doc[]): string[] =>
  Array.from({ length: random.pick([1, 1, 2]) }, () => {
    const kind = random.pick(BROKEN_LINES);
    LINES[kind]?.(random, lines);
    return kind;
  });

/** Breaks a text in one way, and says in which. */
export function breakText(random: Random, text: string): { readonly text: string; readonly kind: string } {
  const kind = random.pick(BROKEN_TEXTS);
  return { text: TEXTS[kind]?.(random, text) ?? text, kind };
}
