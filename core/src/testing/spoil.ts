import type { Random } from './random.ts';
import { type Doc, type DocObject, isDocObject, SECOND, Written } from './random-document.ts';

type Tree = Doc[] | DocObject;
interface Spot {
  readonly owner: Tree;
  readonly key: string | number;
}

const isTree = (value: Doc | undefined): value is Tree => Array.isArray(value) || isDocObject(value);
const get = ({ owner, key }: Spot): Doc => (owner as DocObject)[key as string] as Doc;
function set({ owner, key }: Spot, value: Doc): void {
  (owner as DocObject)[key as string] = value;
}
const keysIn = (tree: Tree): (string | number)[] => (Array.isArray(tree) ? [...tree.keys()] : Object.keys(tree));

/** Every place of a document that holds a value. */
function spotsIn(owner: Tree, found: Spot[] = []): Spot[] {
  for (const key of keysIn(owner)) {
    const spot = { owner, key };
    found.push(spot);
    const value = get(spot);
    if (isTree(value)) spotsIn(value, found);
  }
  return found;
}

const EXPRESSIONS = [
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

const junk = (random: Random): Doc => {
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

/** All objects of the document that hold the key. */
const holders = (whole: DocObject, key: string): DocObject[] =>
  spotsIn(whole).flatMap(({ owner, key: own }) => (own === key && isDocObject(owner) ? [owner] : []));

/** Puts something else where a key stands, if it stands somewhere. */
const change = (key: string, into: (random: Random, owner: DocObject) => Doc) => (random: Random, whole: DocObject) => {
  const found = holders(whole, key);
  if (found.length === 0) return;
  const owner = random.pick(found);
  owner[key] = into(random, owner);
};

const swap = (key: string) => change(key, (random, owner) => (Array.isArray(owner[key]) ? random.shuffled(owner[key]) : (owner[key] as Doc)));

type Spoiler = (random: Random, whole: DocObject) => void;

/** Some value somewhere becomes another, goes, or comes twice. */
const anywhere: Spoiler = (random, whole) => {
  const part = whole[random.pick(['scheme', 'scheme', 'scheme', 'bodies', 'sheets', 'figures', 'estimates', 'previous', 'exclusions'])];
  const spots = spotsIn(isTree(part) && random.chance(0.9) ? part : whole);
  if (spots.length === 0) return;
  const spot = random.pick(spots);
  const value = get(spot);
  switch (random.below(8)) {
    case 0:
      if (Array.isArray(spot.owner)) spot.owner.splice(spot.key as number, 1);
      else delete spot.owner[spot.key];
      return;
    case 1:
      if (Array.isArray(spot.owner)) spot.owner.splice(random.below(spot.owner.length + 1), 0, structure(value));
      else spot.owner[`${spot.key}${SECOND}`] = random.chance(0.5) ? structure(value) : junk(random);
      return;
    case 2:
      if (isDocObject(value))
        value[
          random.pick([
            'x',
            'note',
            'maximum',
            'minimum',
            'cap',
            'title',
            'rule',
            'subCriteria',
            'points',
            'upTo',
            'from',
            'above',
            'figure',
            'ratio',
            'whenNoPrevious',
            'state',
            'reason',
            'all',
          ])
        ] = junk(random);
      else set(spot, junk(random));
      return;
    case 3:
      set(spot, structure(get(random.pick(spots))));
      return;
    default:
      set(spot, junk(random));
  }
};

/** A copy, so that one place does not change with another. */
const structure = (value: Doc): Doc => {
  if (Array.isArray(value)) return value.map(structure);
  if (!isDocObject(value)) return value;
  const copy = Object.create(null) as DocObject;
  for (const key of Object.keys(value)) copy[key] = structure(value[key] as Doc);
  return copy;
};

const codes = (whole: DocObject) => holders(whole, 'rule').map((item) => item['code'] as Doc);
const answers = (whole: DocObject) =>
  holders(whole, 'answer')
    .map((entry) => entry['answer'])
    .filter(isDocObject);

const TARGETED: readonly Spoiler[] = [
  swap('bands'),
  change('bands', (_, owner) => (Array.isArray(owner['bands']) ? [...owner['bands'].slice(0, 1), ...owner['bands']].map(structure) : (owner['bands'] as Doc))),
  change('cases', (_, owner) => {
    // The same answer twice.
    const cases = owner['cases'];
    return Array.isArray(cases) ? [...cases, ...cases.slice(-1)].map(structure) : (cases as Doc);
  }),
  swap('list'),
  swap('cases'),
  change('maximum', (random) => random.pick(['5', '0', '-1', '1.5', '1.1234567890123'])),
  change('minimum', (random) => random.pick(['5', '0', '-1', '-0.1'])),
  change('points', (random) => random.pick(['5', '0', '-1', '0.3', '-0.2', '0.1234567890123', new Written('1e0')])),
  change('expression', (random) => random.pick(EXPRESSIONS)),
  change('formula', (random) => random.pick(EXPRESSIONS)),
  change('expression', (random) => random.pick(EXPRESSIONS)),
  change('of', (random) =>
    random.pick<Doc>([
      {},
      { figure: 'c1', days: ['d1', 'd2'] },
      { figure: null },
      { days: ['d1', 'd2'] },
      { days: ['d1'] },
      { ratio: ['c1', 'c2'] },
      { figure: 'd1' },
      { figure: 'c1', x: '1' },
      { ratio: 'c1', whenNothing: 'zero', over: 'cap' },
      { estimate: 'q1' },
      { formula: 'c1' },
    ]),
  ),
  change('figure', (random) => random.pick(['c1', 'd1', 'y1', 'a1', 'nowhere'])),
  change('on', (random, owner) => (owner['cases'] ? { item: random.pick(['1.1', '1.2', '1.1.1', '2.1', 'nowhere']) } : (owner['on'] as Doc))),
  (random, whole) => {
    // Branches on themselves and on each other.
    const items = holders(whole, 'rule').filter((item) => isDocObject(item['rule']) && item['rule']['kind'] === 'branch');
    const all = codes(whole);
    for (const item of items)
      if (random.chance(0.6)) (item['rule'] as DocObject)['on'] = { item: random.pick([...items.map((each) => each['code'] as Doc), random.pick(all)]) };
  },
  change('is', (random) => random.pick([true, false, 'l1', 'l2', 'true', 'nowhere'])),
  change('otherwise', (random, owner) =>
    random.pick<Doc>([(owner['otherwise'] ?? '0') as Doc, 'nowhere', { kind: 'branch', on: { item: '1.1' }, cases: [], otherwise: 'notApplicable' }, '7']),
  ),
  change('mean', (random) => random.pick(['0.12345', '1.0000', '1.5', '-0.1', '0.1234567890123', '0.000000000001'])),
  (random, whole) => {
    // One decimal more than the scheme declares.
    const survey = (whole['scheme'] as DocObject | undefined)?.['survey'];
    const places =
      isDocObject(survey) && survey['places'] !== undefined ? Number(survey['places'] instanceof Written ? survey['places'].text : survey['places']) : 4;
    const found = holders(whole, 'mean');
    if (found.length > 0) random.pick(found)['mean'] = `0.${'0'.repeat(places)}1`;
  },
  (random, whole) => {
    const found = holders(whole, 'list').filter((owner) => Array.isArray(owner['list']));
    for (const owner of found) owner['list'] = [80, random.pick([80, 81, 79]), 60].map((from, index) => ({ id: `Y${index}`, from: String(from) }));
  },
  change('title', () => ({ vi: '\u00a0' })),
  change('answers', (random) => random.pick(['-1', '1.5', '30.0', true])),
  change('state', (random) => random.pick(['notApplicable', 'notAccepted', 'nowhere'])),
  change('whenNotApplicable', () => 'refused'),
  (random, whole) => {
    // Entries that say not applicable, whether the scheme lets them or not.
    const entries = holders(whole, 'answer');
    for (const entry of random.some(entries, 0.2)) Object.assign(entry, { state: 'notApplicable', reason: 'Minh họa' });
  },
  change('group', (random) => random.pick(['nowhere', 'b1', 'p1', 'regular'])),
  change('kind', (random, owner) =>
    owner['id'] ? random.pick(['regular', 'bonus', 'penalty']) : random.pick(['given', 'checks', 'surveyMean', 'proportional', 'branch', 'perUnit']),
  ),
  change('within', () => 'block'),
  change('clamp', () => ({ min: '3', max: '2.9' })),
  change('value', (random) => random.pick(['-1', '1.5', true, false, '2024-02-30', 'x', new Written('1e0'), '1,5', '-0.0'])),
  (random, whole) => {
    // Of some figures there is a half: of counts there cannot be.
    for (const figure of random.some(holders(whole, 'value'), 0.2)) figure['value'] = '0.5';
  },
  change('bodies', (random, owner) =>
    Array.isArray(owner['bodies']) ? [...owner['bodies'], { id: random.pick(['b1', 'b2', 'x']), name: 'Xã', code: '00' }] : (owner['bodies'] as Doc),
  ),
  (random, whole) => {
    for (const answer of random.some(answers(whole), 0.2))
      answer[random.pick(['points', 'yes', 'level', 'checks'])] = random.pick<Doc>([
        '1',
        '99',
        true,
        'l1',
        'nowhere',
        ['k1', 'k1', 'z'],
        [],
        ['k2', true],
        'x',
      ]);
  },
  (random, whole) => {
    // Within the bounds, perhaps, but hardly on a step.
    for (const answer of answers(whole))
      if (answer['points'] !== undefined && random.chance(0.3)) answer['points'] = random.pick(['0.3', '0.01', '0.07', '-0.01', '-0.3']);
  },
  (random, whole) => {
    for (const answer of random.some(answers(whole), 0.1)) answer['conditions'] = random.pick<Doc>([{ u1: true }, { nowhere: true }, { u1: 'yes' }, [], null]);
  },
  (random, whole) => {
    const key = random.pick(Object.keys(whole));
    if (random.chance(0.5)) delete whole[key];
    else whole[key] = junk(random);
  },
];

/** Puts one to three faults into a sound snapshot. What comes out may still be sound. */
export function spoil(random: Random, whole: DocObject): void {
  for (let left = random.pick([1, 1, 2, 3, 4]); left > 0; left--) (random.chance(0.35) ? anywhere : random.pick(TARGETED))(random, whole);
}

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
