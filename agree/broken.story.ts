import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../cli/src/main.ts';
import type { Json } from '../core/src/testing/documents.ts';
import { ordered, settled } from './json.ts';
import { findPython, PythonSide, RECOMPUTE } from './python-side.ts';
import { answerOf, TERMINAL } from './typescript-side.ts';

const python = findPython();
const NO_PYTHON = 'Python 3 was not found';

/** What an implementation says of a file: its exit status, and its answer in one form. */
const told = (exit: number | null, out: string): Json => (exit === 2 ? 'unreadable' : settled(JSON.parse(out) as Json));

async function toldByTypeScript(file: string): Promise<Json> {
  const out: string[] = [];
  const write = async (text: string) => void out.push(text);
  return told(await main(['compute', file, '--format', 'json'], { ...TERMINAL, write }), out.join(''));
}

function toldByPython(command: string, file: string): Json {
  const { status, stdout } = spawnSync(command, [RECOMPUTE, file], { encoding: 'utf8' });
  return told(status, stdout);
}

describe('[F78] broken snapshots on which an implementation once left the method', () => {
  const folder = path.join(import.meta.dirname, '../verify/worked/broken');
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Record<string, Json>;

  it('each has what is expected of it', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.snapshot.json'));
    expect(names.map((name) => name.replace('.snapshot.json', '')).sort()).toEqual(Object.keys(expected));
  });

  it.each(Object.entries(expected))('%s', async (name, wanted) => {
    const file = path.join(folder, `${name}.snapshot.json`);
    const mine = await toldByTypeScript(file);
    if (python !== undefined) expect(ordered(toldByPython(python, file))).toBe(ordered(mine));
    if (wanted === 'unreadable') expect(mine).toBe(wanted);
    else if (Array.isArray(wanted)) expect(mine).toEqual({ faults: wanted });
    else {
      const { snapshot, bodies } = mine as { snapshot: string; bodies: { points: string }[] };
      expect({ snapshot, points: bodies.map(({ points }) => points) }).toEqual(wanted);
    }
  });
});

const ITEM = { code: '1.1', title: { vi: 'x' }, maximum: 1, source: 'appraised', rule: { kind: 'yesNo' } };
const scheme = (more: object = {}, item: object = {}, root: object = {}) => ({
  format: 'parindex-scheme/1',
  id: 'p',
  title: { vi: 'P' },
  status: 'illustrative',
  ...more,
  domains: [{ code: '1', title: { vi: 'Một' }, ...root, criteria: [{ ...ITEM, ...item }] }],
});
const round = { id: '2026', year: 2026 };
const B1 = { id: 'b1', name: 'B' };
const COUNT = { figures: [{ id: 'a', type: 'count' }] };

const lines = (head: object, ...rest: unknown[]) =>
  [{ format: 'parindex-snapshot-lines/1', scheme: scheme(COUNT), round, ...head }, ...rest].map((line) => `${JSON.stringify(line)}\n`).join('');
const whole = (more: object, ofScheme: object = scheme(COUNT)) =>
  JSON.stringify({ format: 'parindex-snapshot/1', scheme: ofScheme, round, bodies: [B1], ...more });
const ruled = (rule: object, more: object = {}) =>
  whole(
    more,
    scheme(
      {
        figures: [
          { id: 'a', type: 'count' },
          { id: 'd', type: 'date' },
        ],
      },
      { rule },
    ),
  );
const formula = (expression: string) => ruled({ kind: 'formula', expression });
const deep = (open: string, close: string, times: number, inner = '1') => `${open.repeat(times)}${inner}${close.repeat(times)}`;

const RULE = '/scheme/domains/0/criteria/0/rule';
const BAD = [`badExpression ${RULE}/expression`];
const SOUND = 'result';
const UNREADABLE = 'unreadable';

/** Of the same shape as those of the folder. */
const CASES: readonly (readonly [what: string, text: string, expected: readonly string[] | typeof SOUND | typeof UNREADABLE])[] = [
  [
    'lines: previous of no content under a head without it',
    lines({}, { body: B1, previous: '' }),
    ['missingKey /previous/round', 'wrongType /previous/bodies/b1'],
  ],
  ['lines: previous that is null under a head without it', lines({}, { body: B1, previous: null }), SOUND],
  [
    'lines: previous of a body without an id under a head without it',
    lines({}, { body: { name: 'B' }, previous: {} }),
    ['missingKey /bodies/0/id', 'missingKey /previous/round'],
  ],
  ['lines: previous under a head whose own is odd', lines({ previous: 5 }, { body: B1, previous: { x: 1 } }), ['wrongType /previous']],
  ['lines: previous under a head that names bodies', lines({ previous: { round: '1', bodies: {} } }, { body: B1 }), ['unknownKey /previous/bodies']],
  ...['bodies', 'figures', 'sheets', 'estimates', 'body', 'x'].map(
    (key) => [`lines: ${key} in the head`, lines({ [key]: {} }, { body: B1 }), [`unknownKey /${key}`]] as const,
  ),
  [
    'lines: bodies in the head, beside a faulty scheme',
    lines({ bodies: 5, scheme: {} }),
    ['format', 'id', 'title', 'status', 'domains'].map((key) => `missingKey /scheme/${key}`),
  ],
  ...[null, true, '', ' ', [], {}, ['b1'], 5].map(
    (id) =>
      [
        `lines: the id ${JSON.stringify(id)}, with faults beside it`,
        lines({ exclusions: [{ body: 'b9', item: '1.1', legalBasis: 'x' }] }, { body: { id, name: 'B' }, figures: { a: { value: 'x' }, z: 5 } }),
        [`${id === null ? 'missingKey' : typeof id === 'string' ? 'emptyText' : 'wrongType'} /bodies/0/id`],
      ] as const,
  ),
  [
    'lines: a key twice beside an id of a line before',
    lines({}, { body: B1 }, { body: B1, figures: {} }).replace('"figures":{}', '"figures":{"a":1,"a":1}'),
    ['duplicateId /bodies/1/id'],
  ],
  [
    'lines: a key twice in an unknown key',
    lines({}, { body: B1, x: { y: 1 } }).replace('"y":1', '"y":1,"y":1'),
    ['doubledKey /bodies/0/x/y', 'unknownKey /bodies/0/x'],
  ],
  ['lines: a key twice in a list', lines({}, [{ y: 1 }]).replace('"y":1', '"y":1,"y":1'), ['doubledKey /bodies/0/0/y', 'wrongType /bodies/0']],
  ['lines: a part twice', lines({}, { body: B1, sheet: {} }).replace('"sheet":{}', '"sheet":{},"sheet":null'), ['doubledKey /sheets/b1']],
  [
    'lines: a body twice',
    lines({}, { body: B1 }).replace('{"body"', '{"body":{},"body"'),
    ['doubledKey /bodies/0', 'missingKey /bodies/0/id', 'missingKey /bodies/0/name'],
  ],
  ['lines: an empty line at the end', `${lines({}, { body: B1 })}\n`, UNREADABLE],
  ['lines: an empty line after the head alone', `${lines({})}\n`, UNREADABLE],
  ['lines: a line of blanks', lines({}, { body: B1 }).replace('\n', '\n \n'), UNREADABLE],
  ['lines: a line with a carriage return alone', lines({}, { body: B1 }).replace('\n', '\n\r\n'), UNREADABLE],
  ['lines: carriage returns before the line feeds', lines({}, { body: B1 }).replaceAll('\n', '\r\n'), SOUND],
  ['lines: no line feed at the end', lines({}, { body: B1 }).slice(0, -1), SOUND],
  ['lines: a byte order mark', `\ufeff${lines({}, { body: B1 })}`, SOUND],
  ['lines: two byte order marks', `\ufeff\ufeff${lines({}, { body: B1 })}`, UNREADABLE],
  ['lines: a byte order mark at a body', lines({}, { body: B1 }).replace('\n', '\n\ufeff'), UNREADABLE],
  ['lines: two bodies in a line', lines({}, { body: B1 }).replace('"}}\n', '"}}{"body":{}}\n'), UNREADABLE],
  ['lines: a null', lines({}, null), ['wrongType /bodies/0']],
  ['a key twice, first null', whole({ exclusions: null }).replace('"exclusions":null', '"exclusions":null,"exclusions":[5]'), ['doubledKey /exclusions']],
  ...[
    whole({ sheets: { b1: { '1.1': { state: 'notAccepted', reason: null } } } }),
    lines({}, { body: B1, sheet: { '1.1': { state: 'notAccepted', reason: null } } }),
  ].map(
    (text) =>
      [
        'a reason twice, first null',
        text.replace('"reason":null', '"reason":null,"reason":"x"'),
        ['doubledKey /sheets/b1/1.1/reason', 'missingKey /sheets/b1/1.1/reason'],
      ] as const,
  ),
  ['a row of 31 marks', whole({ bodies: [{ id: 'b1', name: `a${'\u0302'.repeat(31)}` }] }), UNREADABLE],
  ['a row of 30 marks', whole({ bodies: [{ id: 'b1', name: `a${'\u0302'.repeat(30)}` }] }), SOUND],
  ['NUL in an id', whole({ bodies: [{ id: 'b\u0000', name: 'B' }], figures: { 'b\u0000': { a: { value: 1 } } } }), SOUND],
  ['a body named as a key of the round', whole({ round: { id: 5, year: 2026 }, bodies: [{ id: 'id', name: 'B' }] }), ['wrongType /round/id']],
  [
    'a body named as a key of the round that divides by zero',
    ruled({ kind: 'formula', expression: '1/a' }, { round: { id: 5, year: 2026 }, bodies: [{ id: 'id', name: 'B' }], figures: { id: { a: { value: 0 } } } }),
    ['divisionByZero /sheets/id/1.1', 'wrongType /round/id'],
  ],
  [
    'an exclusion of a number that reads like the body',
    whole({ bodies: [{ id: '4', name: 'B' }], exclusions: [{ body: 4, item: '1.1', legalBasis: 'x' }] }),
    ['wrongType /exclusions/0/body'],
  ],
  ...['../x.json', 'a/../../x.json', '/x.json', 'C:x.json', 'a\\x.json', '..'].map(
    (schemeFile) => [`the scheme file ${schemeFile}`, whole({ scheme: null, schemeFile }), ['notAllowedHere /schemeFile']] as const,
  ),
  ...['x\u0000.json', '.', 'a/..', 'a/../b.json'].map(
    (schemeFile) => [`the scheme file ${JSON.stringify(schemeFile)}`, whole({ scheme: null, schemeFile }), UNREADABLE] as const,
  ),
  ['500 parentheses', formula(deep('(', ')', 500)), SOUND],
  ['501 parentheses', formula(deep('(', ')', 501)), BAD],
  ['500 minus signs', formula(deep('-', '', 500)), SOUND],
  ['501 minus signs', formula(deep('-', '', 501)), BAD],
  ['499 times not within choose', formula(`choose(${deep('not ', '', 499, '1 < 2')}, 1, 0)`), SOUND],
  ['500 times not within choose', formula(`choose(${deep('not ', '', 500, '1 < 2')}, 1, 0)`), BAD],
  ['500 functions', formula(deep('abs(', ')', 500)), SOUND],
  ['501 functions', formula(deep('abs(', ')', 501)), BAD],
  ['dates within 500 parts', formula(deep('abs(', ')', 499, 'days(d, d)')), SOUND],
  ['dates within 501 parts', formula(deep('abs(', ')', 500, 'days(d, d)')), BAD],
  ...['+', '-', '*', '/'].flatMap((sign) => [
    [`500 times ${sign}`, formula(Array(501).fill('1').join(sign)), SOUND] as const,
    [`501 times ${sign}`, formula(Array(502).fill('1').join(sign)), BAD] as const,
  ]),
  ...['and', 'or'].flatMap((word) => [
    [`500 times ${word}`, formula(`choose(${Array(501).fill('1 < 2').join(` ${word} `)}, 1, 0)`), SOUND] as const,
    [`501 times ${word}`, formula(`choose(${Array(502).fill('1 < 2').join(` ${word} `)}, 1, 0)`), BAD] as const,
  ]),
  ['sums of 300 in 300 parentheses', formula(deep('(', `${'+1'.repeat(300)})`, 300)), SOUND],
  ['a hundred thousand parts of min', formula(`min(${'1,'.repeat(100_000)}1)`), SOUND],
  ['choose within choose, as deep as may be', formula(deep('1 + 1 * choose(1 < 0 or 1 > 0 and 1 < 1 + 1 * ', ', 1, 0)', 500)), SOUND],
  ['places in parentheses', formula('round(1, (2))'), SOUND],
  ['a name of days in parentheses', formula('days(d, (d))'), BAD],
  ['a word after a number', formula('choose(1 < 2and 2 < 3or 1 < 2, 1, 0)'), SOUND],
  ['a name after a number', formula('2a'), BAD],
  ['a point after a number', formula('1.and 2'), BAD],
  ...['min', 'on', '1a', 'xã'].map(
    (id) =>
      [
        `the figure id ${id}, and names that are not declared`,
        whole(
          {},
          scheme(
            {
              figures: [
                { id, type: 'date' },
                { id, type: 'date' },
              ],
            },
            { rule: { kind: 'bands', of: { figure: id }, bands: [{ from: 5, points: 0 }], otherwise: 0 } },
          ),
        ),
        [0, 1].map((index) => `${['min', 'on'].includes(id) ? 'notAllowedHere' : 'wrongType'} /scheme/figures/${index}/id`),
      ] as const,
  ),
  [
    'a level with points and upTo, each out of its bounds',
    ruled({ kind: 'levels', levels: [{ id: 'k', points: 9, upTo: 0 }] }),
    [`outOfRange ${RULE}/levels/0/points`, `notAllowedHere ${RULE}/levels/0/upTo`],
  ],
  [
    'deduct, perUnit and upTo where no bounds are known',
    ruledWithout('levels'),
    ['notANumber /scheme/domains/0/criteria/0/maximum', `outOfRange ${RULE}/levels/0/upTo`],
  ],
  ['deduct where no bounds are known', ruledWithout('deduct'), ['notANumber /scheme/domains/0/criteria/0/maximum', `outOfRange ${RULE}/checks/0/points`]],
  ['perUnit where no bounds are known', ruledWithout('perUnit'), ['notANumber /scheme/domains/0/criteria/0/maximum', `outOfRange ${RULE}/points`]],
];

function ruledWithout(kind: 'levels' | 'deduct' | 'perUnit'): string {
  const rules = {
    levels: {
      kind,
      levels: [
        { id: 'k', upTo: 0 },
        { id: 'l', points: 99 },
      ],
    },
    deduct: {
      kind,
      combine: 'sum',
      checks: [
        { id: 'k', points: 0 },
        { id: 'l', points: 99 },
      ],
    },
    perUnit: { kind, of: { figure: 'a' }, points: -1 },
  };
  return whole({}, scheme(COUNT, { maximum: 'x', rule: rules[kind] }));
}

describe('[F78] what else is broken in the same ways', () => {
  it('both implementations say the same, and what the method says', async (ctx) => {
    if (python === undefined) return ctx.skip(NO_PYTHON);
    const side = new PythonSide(python);
    try {
      for (const [what, text, wanted] of CASES) {
        await side.send([text]);
        const [mine, theirs] = [settled(await answerOf(text)), settled(await side.next())];
        expect(ordered(theirs), what).toBe(ordered(mine));
        const said = mine as { faults?: string[]; unreadable?: boolean; bodies?: Json[] };
        const seen = said.unreadable ? UNREADABLE : said.bodies ? SOUND : (said.faults ?? said);
        expect({ what, seen }).toEqual({ what, seen: typeof wanted === 'string' ? wanted : [...wanted].sort() });
      }
    } finally {
      side.end();
    }
  });
});
