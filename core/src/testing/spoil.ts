import { holders, isTree, putAt, spotsIn, structure, type Tree, valueAt } from './document-spots.ts';
import { EXPRESSIONS, junk, longExpression, marks, nested, tokens } from './odd-values.ts';
import type { Random } from './random.ts';
import { type Doc, type DocObject, isDocObject, SECOND, Written } from './random-document.ts';

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
  const value = valueAt(spot);
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
      else putAt(spot, junk(random));
      return;
    case 3:
      putAt(spot, structure(valueAt(random.pick(spots))));
      return;
    default:
      putAt(spot, junk(random));
  }
};

const codes = (whole: DocObject) => holders(whole, 'rule').map((item) => item['code'] as Doc);
const answers = (whole: DocObject) =>
  holders(whole, 'answer')
    .map((entry) => entry['answer'])
    .filter(isDocObject);

/** Does something with one of them, if there is any. */
const anyOf = <T>(random: Random, list: readonly T[], act: (one: T) => void): void => {
  if (list.length > 0) act(random.pick(list));
};

/** Lists whose entries have an id or a code of their own. */
const NAMED = ['figures', 'groups', 'questions', 'options', 'list', 'levels', 'checks', 'conditions', 'bodies', 'domains', 'criteria', 'subCriteria'];
const nameOf = (entry: DocObject): 'id' | 'code' => ('code' in entry && !('name' in entry) ? 'code' : 'id');
/** Kinds of breaking a document, each aimed at one thing. */
const TARGETED: Readonly<Record<string, Spoiler>> = {
  'bands in another order': swap('bands'),
  'a band twice': change('bands', (_, owner) =>
    Array.isArray(owner['bands']) ? [...owner['bands'].slice(0, 1), ...owner['bands']].map(structure) : (owner['bands'] as Doc),
  ),
  'the same answer of a branch twice': change('cases', (_, owner) => {
    // The same answer twice.
    const cases = owner['cases'];
    return Array.isArray(cases) ? [...cases, ...cases.slice(-1)].map(structure) : (cases as Doc);
  }),
  'classes in another order': swap('list'),
  'cases in another order': swap('cases'),
  'a maximum': change('maximum', (random) => random.pick(['5', '0', '-1', '1.5', '1.1234567890123'])),
  'a minimum': change('minimum', (random) => random.pick(['5', '0', '-1', '-0.1'])),
  points: change('points', (random) => random.pick(['5', '0', '-1', '0.3', '-0.2', '0.1234567890123', new Written('1e0')])),
  'an expression': change('expression', (random) => random.pick(EXPRESSIONS)),
  'a formula': change('formula', (random) => random.pick(EXPRESSIONS)),
  of: change('of', (random) =>
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
  'a figure': change('figure', (random) => random.pick(['c1', 'd1', 'y1', 'a1', 'nowhere'])),
  on: change('on', (random, owner) => (owner['cases'] ? { item: random.pick(['1.1', '1.2', '1.1.1', '2.1', 'nowhere']) } : (owner['on'] as Doc))),
  'branches on each other': (random, whole) => {
    // Branches on themselves and on each other.
    const items = holders(whole, 'rule').filter((item) => isDocObject(item['rule']) && item['rule']['kind'] === 'branch');
    const all = codes(whole);
    for (const item of items)
      if (random.chance(0.6)) (item['rule'] as DocObject)['on'] = { item: random.pick([...items.map((each) => each['code'] as Doc), random.pick(all)]) };
  },
  is: change('is', (random) => random.pick([true, false, 'l1', 'l2', 'true', 'nowhere'])),
  otherwise: change('otherwise', (random, owner) =>
    random.pick<Doc>([(owner['otherwise'] ?? '0') as Doc, 'nowhere', { kind: 'branch', on: { item: '1.1' }, cases: [], otherwise: 'notApplicable' }, '7']),
  ),
  'a mean': change('mean', (random) => random.pick(['0.12345', '1.0000', '1.5', '-0.1', '0.1234567890123', '0.000000000001'])),
  'a mean of one decimal too many': (random, whole) => {
    // One decimal more than the scheme declares.
    const survey = (whole['scheme'] as DocObject | undefined)?.['survey'];
    const places =
      isDocObject(survey) && survey['places'] !== undefined ? Number(survey['places'] instanceof Written ? survey['places'].text : survey['places']) : 4;
    const found = holders(whole, 'mean');
    anyOf(random, found, (one) => (one['mean'] = `0.${'0'.repeat(places)}1`));
  },
  'classes that do not fall': (random, whole) => {
    const found = holders(whole, 'list').filter((owner) => Array.isArray(owner['list']));
    for (const owner of found) owner['list'] = [80, random.pick([80, 81, 79]), 60].map((from, index) => ({ id: `Y${index}`, from: String(from) }));
  },
  'a blank title': change('title', () => ({ vi: '\u00a0' })),
  answers: change('answers', (random) => random.pick(['-1', '1.5', '30.0', true])),
  'a state': change('state', (random) => random.pick(['notApplicable', 'claimedNotApplicable', 'notAccepted', 'nowhere'])),
  'a whole of 0 claimed with another word': change('whenNothing', (random) => random.pick(['claimed', 'confirmed', 'zero', true])),
  'notApplicable where it is refused': change('whenNotApplicable', () => 'refused'),
  'notApplicable in the sheet': (random, whole) => {
    // Entries that say not applicable, whether the scheme lets them or not.
    const entries = holders(whole, 'answer');
    for (const entry of random.some(entries, 0.2)) Object.assign(entry, { state: random.pick(['notApplicable', 'claimedNotApplicable']), reason: 'Minh họa' });
  },
  'notArisen where it may not be, or broken': (random, whole) => {
    for (const item of random.some(holders(whole, 'rule'), 0.3))
      item['notArisen'] = random.pick<Doc>([
        { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' },
        { when: { vi: 'Không phát sinh' }, legalBasis: '\u00a0' },
        { when: { vi: 'Không phát sinh' } },
        { legalBasis: 'Quyết định số 1' },
        { when: 'Không phát sinh', legalBasis: 'Quyết định số 1', until: '2026' },
        'Không phát sinh',
      ]);
  },
  'a group': change('group', (random) => random.pick(['nowhere', 'b1', 'p1', 'regular'])),
  'a kind': change('kind', (random, owner) =>
    owner['id'] ? random.pick(['regular', 'bonus', 'penalty']) : random.pick(['given', 'checks', 'surveyMean', 'proportional', 'branch', 'perUnit']),
  ),
  'ranks within blocks': change('within', () => 'block'),
  'a clamp turned round': change('clamp', () => ({ min: '3', max: '2.9' })),
  'a value': change('value', (random) => random.pick(['-1', '1.5', true, false, '2024-02-30', 'x', new Written('1e0'), '1,5', '-0.0'])),
  halves: (random, whole) => {
    // Of some figures there is a half: of counts there cannot be.
    for (const figure of random.some(holders(whole, 'value'), 0.2)) figure['value'] = '0.5';
  },
  'a body more': change('bodies', (random, owner) =>
    Array.isArray(owner['bodies']) ? [...owner['bodies'], { id: random.pick(['b1', 'b2', 'x']), name: 'Xã', code: '00' }] : (owner['bodies'] as Doc),
  ),
  'answers of other kinds': (random, whole) => {
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
  'points off the step': (random, whole) => {
    // Within the bounds, perhaps, but hardly on a step.
    for (const answer of answers(whole))
      if (answer['points'] !== undefined && random.chance(0.3)) answer['points'] = random.pick(['0.3', '0.01', '0.07', '-0.01', '-0.3']);
  },
  conditions: (random, whole) => {
    for (const answer of random.some(answers(whole), 0.1)) answer['conditions'] = random.pick<Doc>([{ u1: true }, { nowhere: true }, { u1: 'yes' }, [], null]);
  },
  'a key of the whole': (random, whole) => {
    const key = random.pick(Object.keys(whole));
    if (random.chance(0.5)) delete whole[key];
    else whole[key] = junk(random);
  },
  'an id that another has': (random, whole) => {
    const lists = NAMED.flatMap((key) => holders(whole, key).map((owner) => owner[key])).filter((list) => Array.isArray(list) && list.length > 1);
    if (lists.length === 0) return;
    const [first, second] = random.shuffled(random.pick(lists) as Doc[]);
    if (isDocObject(first) && isDocObject(second)) second[nameOf(first)] = first[nameOf(first)] ?? '1';
  },
  'a code that another part has': (random, whole) => {
    const coded = [...holders(whole, 'criteria'), ...holders(whole, 'subCriteria'), ...holders(whole, 'rule')];
    if (coded.length > 1) random.pick(coded)['code'] = random.pick(coded)['code'] ?? null;
  },
  'an id that cannot be read': (random, whole) => {
    const entries = NAMED.flatMap((key) => holders(whole, key).map((owner) => owner[key]))
      .filter(Array.isArray)
      .flat()
      .filter(isDocObject);
    if (entries.length === 0) return;
    const entry = random.pick(entries);
    entry[nameOf(entry)] = junk(random);
  },
  'a figure id of another form': (random, whole) => {
    const figures = (whole['scheme'] as DocObject | undefined)?.['figures'];
    const entries = (Array.isArray(figures) ? figures : []).filter(isDocObject);
    anyOf(random, entries, (one) => (one['id'] = random.pick(['1,5', 'min', 'on', 'previous', 'xã', 'a b', '_a', 'c1\n', ' ', '1'])));
  },
  'a kind of group that is none': change('groups', (random, owner) =>
    Array.isArray(owner['groups'])
      ? owner['groups'].map((group) => (isDocObject(group) && random.chance(0.4) ? { ...group, kind: junk(random) } : group))
      : (owner['groups'] as Doc),
  ),
  'a maximum or minimum that is no number': (random, whole) => {
    const items = holders(whole, 'code');
    anyOf(random, items, (one) => (one[random.pick(['maximum', 'minimum'])] = junk(random)));
  },
  'a level with points and upTo': change('levels', (random, owner) =>
    Array.isArray(owner['levels'])
      ? owner['levels'].map((level) =>
          isDocObject(level) ? { ...level, points: random.pick<Doc>(['0', '1', 'x', '9', []]), upTo: random.pick<Doc>(['0', '1', 'x', '9', {}]) } : level,
        )
      : (owner['levels'] as Doc),
  ),
  'a band with from and above': change('bands', (random, owner) =>
    Array.isArray(owner['bands'])
      ? owner['bands'].map((band) => (isDocObject(band) && random.chance(0.5) ? { ...band, [random.pick(['from', 'above'])]: junk(random) } : band))
      : (owner['bands'] as Doc),
  ),
  'whenNoPrevious beside either': change('against', (random, owner) => {
    owner['whenNoPrevious'] = random.pick<Doc>(['x', 'zero', null, [], '']);
    return random.pick<Doc>(['previous', { figure: 'c1' }, { figure: 'nowhere' }, {}, 'x', []]);
  }),
  'an exclusion twice': (random, whole) => {
    const one = {
      body: random.pick<Doc>(['b1', 'b2', 'nowhere', '4', null, new Written('4')]),
      item: random.pick<Doc>(['1.1', 'nowhere', '2.1', []]),
      legalBasis: random.pick(['x', ' ']),
    };
    whole['exclusions'] = [...(Array.isArray(whole['exclusions']) ? whole['exclusions'] : []), one, structure(one)];
  },
  'an expression of tokens': change('expression', (random) => tokens(random)),
  'a formula of tokens': change('of', (random) => ({ formula: tokens(random) })),
  'a long expression': change('expression', longExpression),
  'a long formula': change('of', (random) => ({ formula: longExpression(random) })),
  'a key written twice beside null': (random, whole) => {
    const spots = spotsIn(whole).filter(({ owner }) => isDocObject(owner));
    if (spots.length === 0) return;
    const spot = random.pick(spots);
    const value = structure(valueAt(spot));
    if (random.chance(0.5)) putAt(spot, null);
    (spot.owner as DocObject)[`${spot.key}${SECOND}`] = random.chance(0.5) ? value : null;
  },
  null: (random, whole) => anyOf(random, spotsIn(whole), (spot) => putAt(spot, null)),
  'free content': (random, whole) => {
    const parts = holders(whole, 'code');
    anyOf(random, parts, (one) => (one[random.pick(['guidance', 'lineage'])] = random.chance(0.5) ? nested(random) : junk(random)));
  },
  'deep content': (random, whole) => anyOf(random, spotsIn(whole), (spot) => putAt(spot, nested(random))),
  'a text of marks or NUL': (random, whole) => {
    const spots = spotsIn(whole).filter((spot) => typeof valueAt(spot) === 'string');
    if (spots.length > 0) putAt(random.pick(spots), random.pick([marks(random), 'a\u0000b', '\u0000', 'x'.repeat(5000), '\u2028', '\ud7ff\ue000']));
  },
  'a scheme file': (random, whole) => {
    if (random.chance(0.5)) delete whole['scheme'];
    whole['schemeFile'] = random.pick<Doc>([
      '../x.json',
      '/x.json',
      'a/../../x.json',
      ' ',
      '',
      new Written('5'),
      null,
      [],
      'C:x.json',
      'a\\b.json',
      '..',
      '.',
      'x/..',
      'x\u0000.json',
    ]);
  },
  'points of another case': (random, whole) => {
    for (const answer of random.some(answers(whole), 0.4)) {
      answer['level'] = random.pick<Doc>(['l1', 'l2', 'l3', 'nowhere', true]);
      answer['points'] = random.pick<Doc>(['0', '0.1', '0.5', '9', '-9', 'x']);
    }
  },
  'a part that cannot be read': (random, whole) => {
    const spots = spotsIn((whole['scheme'] as Tree | undefined) ?? whole).filter((spot) => isTree(valueAt(spot)));
    if (spots.length > 0) putAt(random.pick(spots), random.pick<Doc>([[], {}, 'x', true, new Written('5'), [[]]]));
  },
};

/** The kinds of breaking a document. */
export const SPOILT: readonly string[] = ['anything anywhere', ...Object.keys(TARGETED)];

/** Puts one to four faults into a sound snapshot; says of which kinds. What comes out may still be sound. */
export function spoil(random: Random, whole: DocObject): string[] {
  return Array.from({ length: random.pick([1, 1, 2, 3, 4]) }, () => {
    const kind = random.chance(0.3) ? 'anything anywhere' : random.pick(Object.keys(TARGETED));
    (TARGETED[kind] ?? anywhere)(random, whole);
    return kind;
  });
}
