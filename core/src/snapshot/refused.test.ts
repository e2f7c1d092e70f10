import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES, QUESTIONNAIRE_FAULTS } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { compute, computeDocument, type Json, type JsonObject, readSchemeOf } from '../testing/documents.ts';
import { examplesOf } from '../testing/examples.ts';
import { BODY, body, declared, domain, item, scheme, snapshot } from '../testing/small-round.ts';

type Refusal = readonly [what: string, document: JsonObject, faults: readonly string[]];

const domains = (...criteria: Json[]) => ({ domains: [domain('1', criteria)] });
const parts = (code: string, subCriteria: Json[], changes: JsonObject = {}): JsonObject => ({ code, title: { vi: 'Tiêu chí' }, subCriteria, ...changes });
const groups = (...more: JsonObject[]): JsonObject => ({ groups: [{ id: 'regular', kind: 'regular' }, ...more] });
const nothing = (key: string): JsonObject => ({ [key]: null });

/** Schemes with what is wrong with them; rules have their own faults beside each kind. */
const SCHEMES: readonly Refusal[] = [
  ['no object', [] as unknown as JsonObject, ['wrongType ']],
  ['nothing in it', {}, ['missingKey /domains', 'missingKey /format', 'missingKey /id', 'missingKey /status', 'missingKey /title']],
  ['another format', scheme({ format: 'parindex-scheme/2' }), ['unknownValue /format']],
  ['a key that is not known', scheme({ note: 'x', colour: 'red' }), ['unknownKey /colour', 'unknownKey /note']],
  [
    'a key of the language',
    JSON.parse(JSON.stringify(scheme()).replace('{', '{"__proto__": 1, "constructor": 1, ')) as JsonObject,
    ['unknownKey /__proto__', 'unknownKey /constructor'],
  ],
  ['a blank id and a number as title', scheme({ id: '  ', title: { vi: 5 } }), ['emptyText /id', 'wrongType /title/vi']],
  ['a title that is a text', scheme({ title: 'Bộ tiêu chí' }), ['wrongType /title']],
  ['a title without Vietnamese', scheme({ title: { en: 'Index' } }), ['missingKey /title/vi']],
  ['a status that is not on the list, one that is no text', scheme({ status: 'draft', structure: 5 }), ['unknownValue /status', 'wrongType /structure']],
  [
    'a legal basis without number, with a date that is none',
    scheme({ legalBasis: [{ date: '2022-02-30' }, { number: 'x', note: [null] }] }),
    ['missingKey /legalBasis/0/number', 'wrongType /legalBasis/0/date', 'wrongType /legalBasis/1/note/0'],
  ],
  [
    'free content with a number that is none',
    scheme(domains(item('1.1', { guidance: { vi: 'x', n: 1e21 } }))),
    ['notANumber /domains/0/criteria/0/guidance/n'],
  ],
  ['no domains', scheme({ domains: [] }), ['outOfRange /domains']],
  ['no domains, groups written', scheme({ domains: [], ...groups() }), ['outOfRange /domains']],
  [
    'a domain without criteria, one that is no object',
    scheme({ domains: [domain('1', []), 'x', domain('2', [item('2.1')])] }),
    ['outOfRange /domains/0/criteria', 'wrongType /domains/1'],
  ],
  ['a criterion without parts in it', scheme(domains(item('1.1'), parts('1.2', []))), ['outOfRange /domains/0/criteria/1/subCriteria']],
  ['neither rule nor parts', scheme(domains(item('1.1', nothing('rule')))), ['missingKey /domains/0/criteria/0/rule']],
  [
    'keys of an item on a criterion with parts',
    scheme(domains(parts('1.1', [item('1.1.1')], { source: 'survey', rule: {}, minimum: 1, conditions: [], appliesTo: {}, whenNotApplicable: 'x', extra: 1 }))),
    [
      'notAllowedHere /domains/0/criteria/0/appliesTo',
      'notAllowedHere /domains/0/criteria/0/conditions',
      'notAllowedHere /domains/0/criteria/0/minimum',
      'notAllowedHere /domains/0/criteria/0/rule',
      'notAllowedHere /domains/0/criteria/0/source',
      'notAllowedHere /domains/0/criteria/0/whenNotApplicable',
      'unknownKey /domains/0/criteria/0/extra',
    ],
  ],
  [
    'an item without what it needs',
    scheme(domains({ code: '1.1' })),
    [
      'missingKey /domains/0/criteria/0/maximum',
      'missingKey /domains/0/criteria/0/rule',
      'missingKey /domains/0/criteria/0/source',
      'missingKey /domains/0/criteria/0/title',
    ],
  ],
  [
    'maxima that cannot be',
    scheme(domains(item('1.1', { maximum: '0' }), item('1.2', { maximum: '-1' }), item('1.3', { maximum: '1e0' }), item('1.4', { maximum: true }))),
    [
      'notANumber /domains/0/criteria/2/maximum',
      'outOfRange /domains/0/criteria/0/maximum',
      'outOfRange /domains/0/criteria/1/maximum',
      'wrongType /domains/0/criteria/3/maximum',
    ],
  ],
  [
    'a maximum that cannot be leaves the sums alone',
    scheme({
      ...groups(),
      domains: [domain('1', [item('1.1', { maximum: '0' }), item('1.2')], { maximum: 9 })],
      groups: [{ id: 'regular', kind: 'regular', maximum: 9 }],
    }),
    ['outOfRange /domains/0/criteria/0/maximum'],
  ],
  [
    'sums of criterion, domain and group at once',
    scheme({
      groups: [{ id: 'g', kind: 'regular', maximum: '7' }],
      domains: [
        domain(
          '1',
          [item('1.1', { maximum: 3 }), parts('1.2', [item('1.2.1', { maximum: '0.1' }), item('1.2.2', { maximum: '1.90000001' })], { maximum: 2 })],
          { maximum: 6 },
        ),
      ],
    }),
    ['doesNotAddUp /domains/0/criteria/1/maximum', 'doesNotAddUp /domains/0/maximum', 'doesNotAddUp /groups/0/maximum'],
  ],
  [
    'faults of form and of meaning at once',
    scheme({
      status: 'x',
      domains: [domain('1', [item('1.1', { maximum: 3, rule: { kind: 'yesNo', yes: 4 } }), item('1.1', { source: 'rumour' })], { maximum: 5 })],
    }),
    [
      'doesNotAddUp /domains/0/maximum',
      'duplicateId /domains/0/criteria/1/code',
      'outOfRange /domains/0/criteria/0/rule/yes',
      'unknownValue /domains/0/criteria/1/source',
      'unknownValue /status',
    ],
  ],
  [
    'minimum outside penalty groups, wrong in one',
    scheme({
      ...groups({ id: 'p', kind: 'penalty' }),
      domains: [
        domain('1', [item('1.1', { minimum: -1 })]),
        domain('2', [item('2.1', { minimum: 0, maximum: null }), item('2.2', { maximum: 1 })], { group: 'p' }),
      ],
    }),
    ['notAllowedHere /domains/0/criteria/0/minimum', 'outOfRange /domains/1/criteria/0/minimum', 'outOfRange /domains/1/criteria/1/maximum'],
  ],
  ['no group at all', scheme({ groups: [] }), ['missingKey /groups']],
  [
    'no regular group; the domain is nowhere',
    scheme({ groups: [{ id: 'b', kind: 'bonus' }], domains: [domain('1', [item('1.1')], { group: 'x' })] }),
    ['missingKey /groups', 'unknownId /domains/0/group'],
  ],
  ['two regular groups', scheme(groups({ id: 'more', kind: 'regular' })), ['notAllowedHere /groups/1/kind']],
  ['a group twice, of no kind', scheme(groups({ id: 'regular', kind: 'extra' })), ['duplicateId /groups/1/id', 'unknownValue /groups/1/kind']],
  [
    'maximum and cap where they may not stand',
    scheme({
      groups: [
        { id: 'r', kind: 'regular', cap: 1 },
        { id: 'b', kind: 'bonus', maximum: 1, cap: -1 },
        { id: 'p', kind: 'penalty', cap: 1 },
      ],
    }),
    ['notAllowedHere /groups/0/cap', 'notAllowedHere /groups/1/maximum', 'notAllowedHere /groups/2/cap', 'outOfRange /groups/1/cap'],
  ],
  ['a group whose maximum is not above 0', scheme({ groups: [{ id: 'r', kind: 'regular', maximum: 0 }] }), ['outOfRange /groups/0/maximum']],
  [
    'nothing in the regular group',
    scheme({ ...groups({ id: 'b', kind: 'bonus' }), domains: [domain('1', [item('1.1')], { group: 'b' })] }),
    ['outOfRange /groups/0/maximum'],
  ],
  [
    'nothing in the regular group, though it writes a maximum',
    scheme({
      groups: [
        { id: 'r', kind: 'regular', maximum: 3 },
        { id: 'b', kind: 'bonus' },
      ],
      domains: [domain('1', [item('1.1')], { group: 'b' })],
    }),
    ['doesNotAddUp /groups/0/maximum'],
  ],
  ['a group that is no text is one fault', scheme({ domains: [domain('1', [item('1.1', nothing('maximum'))], { group: 5 })] }), ['wrongType /domains/0/group']],
  [
    'groups that are no list leave their domains alone',
    scheme({ groups: 'regular', domains: [domain('1', [item('1.1')], { group: 'x' })] }),
    ['wrongType /groups'],
  ],
  [
    'a clamp upside down, a denominator of 0',
    scheme({ total: { clamp: { min: 1, max: '0.999999999999' }, denominator: 0, whenMaximumShrinks: 'grow', bonusShrinks: 'yes' } }),
    ['outOfRange /total/clamp/min', 'outOfRange /total/denominator', 'unknownValue /total/whenMaximumShrinks', 'wrongType /total/bonusShrinks'],
  ],
  ['a clamp with one end', scheme({ total: { clamp: { min: 1 } } }), ['missingKey /total/clamp/max']],
  [
    'rounding beyond twelve places, in half places, of no mode',
    scheme({ rounding: { places: 13, mode: 'up' }, survey: { places: '1.5' } }),
    ['outOfRange /rounding/places', 'outOfRange /survey/places', 'unknownValue /rounding/mode'],
  ],
  [
    'ranking by nothing known',
    scheme({ ranking: { on: 'x', ties: 'y', within: 'z' }, missing: { notAnswered: 'x' } }),
    ['unknownValue /missing/notAnswered', 'unknownValue /ranking/on', 'unknownValue /ranking/ties', 'unknownValue /ranking/within'],
  ],
  [
    'classes out of order and twice',
    scheme({ classes: { list: [{ id: 'A', from: 80 }, { id: 'B', from: '80.0' }, { id: 'A', from: 90 }, { from: 1 }] } }),
    ['classesOrder /classes/list/1', 'classesOrder /classes/list/2', 'duplicateId /classes/list/2/id', 'missingKey /classes/list/3/id'],
  ],
  [
    'figures with names that formulas could not use',
    scheme({ figures: ['on', 'min', '1x', 'số', 'a-b', ' '].map((id) => ({ id, type: 'count' })) }),
    [
      'emptyText /figures/5/id',
      'notAllowedHere /figures/0/id',
      'notAllowedHere /figures/1/id',
      'wrongType /figures/2/id',
      'wrongType /figures/3/id',
      'wrongType /figures/4/id',
    ],
  ],
  [
    'a figure twice, of no type, cut off on no day',
    scheme({
      figures: [
        { id: 'a', type: 'count' },
        { id: 'a', type: 'money', cutOff: '2026-02-29' },
      ],
    }),
    ['duplicateId /figures/1/id', 'unknownValue /figures/1/type', 'wrongType /figures/1/cutOff'],
  ],
  [
    'a name is not unknown where the id of a figure could not be read',
    scheme({
      figures: [{ type: 'count' }],
      ...domains(item('1.1', { rule: { kind: 'perUnit', of: { figure: 'a' }, points: 1 } }), item('1.2', { rule: { kind: 'formula', expression: 'a + 1' } })),
    }),
    ['missingKey /figures/0/id'],
  ],
  [
    'a figure of a faulty type is not judged by it',
    scheme({
      figures: [{ id: 'a', type: 'x' }],
      ...domains(item('1.1', { rule: { kind: 'perUnit', of: { figure: 'a' }, points: 1 } }), item('1.2', { rule: { kind: 'formula', expression: 'a + 1' } })),
    }),
    ['unknownValue /figures/0/type'],
  ],
  [
    'codes twice, across levels of the tree',
    scheme(domains(item('1.1'), parts('1.2', [item('1.1'), item('1.2')]))),
    ['duplicateId /domains/0/criteria/1/subCriteria/0/code', 'duplicateId /domains/0/criteria/1/subCriteria/1/code'],
  ],
  ['domains twice', scheme({ domains: [domain('1', [item('1.1')]), domain('1', [item('1')])] }), ['duplicateId /domains/1/code']],
  ['a code that is a number', scheme(domains(item('1.1', { code: 1.1 }))), ['wrongType /domains/0/criteria/0/code']],
  [
    'types: none, twice, blank',
    scheme(domains(item('1.1', { appliesTo: { types: [] } }), item('1.2', { appliesTo: { types: ['a', 'a', ' '] } }), item('1.3', { appliesTo: ['a'] }))),
    [
      'duplicateId /domains/0/criteria/1/appliesTo/types/1',
      'emptyText /domains/0/criteria/1/appliesTo/types/2',
      'outOfRange /domains/0/criteria/0/appliesTo/types',
      'wrongType /domains/0/criteria/2/appliesTo',
    ],
  ],
  [
    'who is asked: nobody, twice, no group of the survey',
    scheme({
      survey: {
        groups: [{ id: 'g', weight: 1 }],
        questions: [
          { id: 'q', groups: [] },
          { id: 'r', groups: ['g', 'g', 'h'] },
        ],
      },
    }),
    ['duplicateId /survey/questions/1/groups/1', 'outOfRange /survey/questions/0/groups', 'unknownId /survey/questions/1/groups/2'],
  ],
  ['a null in a list is no member', scheme({ figures: [null], legalBasis: [null] }), ['wrongType /figures/0', 'wrongType /legalBasis/0']],
  [
    'a branch on an item whose rule could not be read is not judged further',
    scheme(
      domains(
        item('1.1', { rule: { kind: 'x' } }),
        item('1.2', { rule: { kind: 'branch', on: { item: '1.1' }, cases: [{ is: 'm', rule: { kind: 'given' } }], otherwise: 'notApplicable' } }),
      ),
    ),
    ['unknownValue /domains/0/criteria/0/rule/kind'],
  ],
  [
    'a branch on a branch one of whose rules could not be read is not judged further',
    scheme(
      domains(
        item('1.0'),
        item('1.1', { rule: { kind: 'branch', on: { item: '1.0' }, cases: [{ is: true, rule: { kind: 'x' } }], otherwise: 'notApplicable' } }),
        item('1.2', { rule: { kind: 'branch', on: { item: '1.1' }, cases: [{ is: 'm', rule: { kind: 'given' } }], otherwise: 'notApplicable' } }),
      ),
    ),
    ['unknownValue /domains/0/criteria/1/rule/cases/0/rule/kind'],
  ],
];

const rules = scheme({
  figures: [
    { id: 'n', type: 'count' },
    { id: 'm', type: 'amount' },
    { id: 's', type: 'number' },
    { id: 'd', type: 'date' },
    { id: 'y', type: 'yesNo' },
  ],
  survey: {
    places: 2,
    groups: [
      { id: 'g', weight: 1 },
      { id: 'h', weight: 1 },
    ],
    questions: [{ id: 'q' }, { id: 'of-h', groups: ['h'] }],
  },
  domains: [
    domain('1', [
      item('1.1', { conditions: [{ id: 'c', when: true, points: 0 }] }),
      item('1.2', { rule: { kind: 'formula', expression: '1 / n' } }),
      item('1.3', { rule: { kind: 'perUnit', of: { ratio: ['n', 'm'], whenNothing: 'zero', over: 'refuse' }, points: 1 } }),
      item('1.4', { rule: { kind: 'given' } }),
    ]),
  ],
});
const byBody = (key: string, content: Json): JsonObject => ({ [key]: { [BODY]: content } });

/** Snapshots with what is wrong with them. */
const SNAPSHOTS: readonly Refusal[] = [
  ['no object', ['x'] as unknown as JsonObject, ['wrongType ']],
  ['nothing in it', {}, ['missingKey /bodies', 'missingKey /format', 'missingKey /round', 'missingKey /scheme']],
  ['both scheme and its file', snapshot(scheme(), { schemeFile: 'scheme.yaml' }), ['notAllowedHere /schemeFile']],
  ...['../scheme.yaml', '/etc/passwd', 'a/../../b.yaml', 'C:\\scheme.yaml', '\\\\server\\scheme.yaml', '..\\scheme.yaml'].map(
    (schemeFile): Refusal => [
      `a scheme file outside the folder: ${schemeFile}`,
      snapshot(scheme(), { scheme: null, schemeFile }),
      ['notAllowedHere /schemeFile'],
    ],
  ),
  [
    'a faulty scheme: its faults, and those of format, round and bodies',
    snapshot(scheme({ status: 'x' }), { format: 'x', round: {}, bodies: [body('a'), body('a', { colour: 'red' })], figures: { z: 5 }, exclusions: 5, odd: 1 }),
    [
      'duplicateId /bodies/1/id',
      'missingKey /round/id',
      'missingKey /round/year',
      'unknownKey /bodies/1/colour',
      'unknownValue /format',
      'unknownValue /scheme/status',
    ],
  ],
  ['a round of a broken year', snapshot(rules, { round: { id: ' ', year: '2026.5' } }), ['emptyText /round/id', 'outOfRange /round/year']],
  [
    'bodies twice, with blank labels',
    snapshot(rules, { bodies: [body('a', { code: '1' }), body('a', { code: '1' }), body('b', { code: ' ', block: '', type: ' ', name: '' })] }),
    [
      'duplicateId /bodies/1/code',
      'duplicateId /bodies/1/id',
      'emptyText /bodies/2/block',
      'emptyText /bodies/2/code',
      'emptyText /bodies/2/name',
      'emptyText /bodies/2/type',
    ],
  ],
  [
    'not admitted without a reason, admitted in an unknown way',
    snapshot(rules, { bodies: [body('a', { admission: { state: 'notAdmitted' } }), body('b', { admission: { state: 'late' } }), body('c', { ranked: 'no' })] }),
    ['missingKey /bodies/0/admission/reason', 'unknownValue /bodies/1/admission/state', 'wrongType /bodies/2/ranked'],
  ],
  [
    'no type where the scheme asks for one; a faulty one is one fault',
    snapshot(scheme(domains(item('1.1', { appliesTo: { types: ['a'] } }))), { bodies: [body('a'), body('b', { type: 5 }), body('c', { type: 'a' })] }),
    ['missingKey /bodies/0/type', 'wrongType /bodies/1/type'],
  ],
  [
    'no block where ranks are within blocks, for those that are ranked',
    snapshot(scheme({ ranking: { within: 'block' } }), { bodies: [body('a'), body('b', { ranked: false }), body('c', { block: 'x' })] }),
    ['missingKey /bodies/0/block'],
  ],
  [
    'exclusions of nothing, twice, without a basis',
    snapshot(rules, {
      exclusions: [
        { body: 'x', item: '9', legalBasis: 'y' },
        { body: BODY, item: '1.1', legalBasis: 'y' },
        { body: BODY, item: '1.1', legalBasis: 'z' },
        { body: BODY, item: '1.2' },
      ],
    }),
    ['duplicateId /exclusions/2/item', 'missingKey /exclusions/3/legalBasis', 'unknownId /exclusions/0/body', 'unknownId /exclusions/0/item'],
  ],
  [
    'parts of an unknown body, which nobody looks into',
    snapshot(rules, { figures: { x: { n: 'odd' } }, sheets: { x: [] }, estimates: { x: 5 }, previous: { round: '2025', bodies: { x: 5 } } }),
    ['unknownId /estimates/x', 'unknownId /figures/x', 'unknownId /previous/bodies/x', 'unknownId /sheets/x'],
  ],
  [
    'bodies that could not be read make nobody unknown',
    snapshot(rules, { bodies: [{ name: 'Tỉnh' }], figures: { x: { n: { value: '-1' } } }, exclusions: [{ body: 'y', item: '1.1', legalBasis: 'z' }] }),
    ['missingKey /bodies/0/id', 'outOfRange /figures/x/n/value'],
  ],
  [
    'unknown figures, items, questions and groups, which nobody looks into',
    snapshot(rules, { ...byBody('figures', { z: { odd: 1 } }), ...byBody('sheets', { '9': { answer: 'x' } }), ...byBody('estimates', { z: 5, q: { z: 5 } }) }),
    [`unknownId /estimates/${BODY}/q/z`, `unknownId /estimates/${BODY}/z`, `unknownId /figures/${BODY}/z`, `unknownId /sheets/${BODY}/9`],
  ],
  [
    'values of the wrong kind',
    snapshot(rules, byBody('figures', declared({ n: '1.5', m: '-0.1', s: 'x', d: '2026-02-29', y: 'yes' }))),
    [
      `notANumber /figures/${BODY}/s/value`,
      `outOfRange /figures/${BODY}/m/value`,
      `outOfRange /figures/${BODY}/n/value`,
      `wrongType /figures/${BODY}/d/value`,
      `wrongType /figures/${BODY}/y/value`,
    ],
  ],
  [
    'values of another type still',
    snapshot(rules, byBody('figures', declared({ n: true, s: [], d: 5, y: 0 }))),
    [`wrongType /figures/${BODY}/d/value`, `wrongType /figures/${BODY}/n/value`, `wrongType /figures/${BODY}/s/value`, `wrongType /figures/${BODY}/y/value`],
  ],
  [
    'a figure without a value, from no day',
    snapshot(rules, byBody('figures', { n: { date: 'hôm nay', sauce: 'x' } })),
    [`missingKey /figures/${BODY}/n/value`, `unknownKey /figures/${BODY}/n/sauce`, `wrongType /figures/${BODY}/n/date`],
  ],
  [
    'states without reason and reason without state',
    snapshot(
      rules,
      byBody('sheets', { '1.1': { state: 'notAccepted' }, '1.2': { reason: 'x' }, '1.3': { state: 'lost' }, '1.4': { state: 'notApplicable', reason: ' ' } }),
    ),
    [
      `emptyText /sheets/${BODY}/1.4/reason`,
      `missingKey /sheets/${BODY}/1.1/reason`,
      `notAllowedHere /sheets/${BODY}/1.2/reason`,
      `notApplicableRefused /sheets/${BODY}/1.4/state`,
      `unknownValue /sheets/${BODY}/1.3/state`,
    ],
  ],
  [
    'answers not taken, and answers of no kind at all',
    snapshot(
      rules,
      byBody('sheets', {
        '1.1': { answer: { points: 1, yes: true, conditions: { z: true } } },
        '1.2': { answer: { yes: 'x', level: 'a', checks: [] } },
        '1.4': { answer: { points: 'x', more: 1 } },
      }),
    ),
    [
      `answerNotTaken /sheets/${BODY}/1.1/answer/points`,
      `answerNotTaken /sheets/${BODY}/1.2/answer/checks`,
      `answerNotTaken /sheets/${BODY}/1.2/answer/level`,
      `wrongType /sheets/${BODY}/1.2/answer/yes`,
      `notANumber /sheets/${BODY}/1.4/answer/points`,
      `unknownId /sheets/${BODY}/1.1/answer/conditions/z`,
      `unknownKey /sheets/${BODY}/1.4/answer/more`,
    ],
  ],
  [
    'means with too many places and out of range',
    snapshot(
      rules,
      byBody('estimates', {
        'of-h': { g: { mean: 1, answers: 9 }, h: { mean: 1, answers: 9 }, all: { mean: 1, answers: 18 } },
        q: { g: { mean: '0.123', answers: '-1' }, all: { mean: '1.001', answers: 'x' } },
      }),
    ),
    [
      `notANumber /estimates/${BODY}/q/all/answers`,
      `outOfRange /estimates/${BODY}/q/all/mean`,
      `outOfRange /estimates/${BODY}/q/g/answers`,
      `tooManyPlaces /estimates/${BODY}/q/all/mean`,
      `tooManyPlaces /estimates/${BODY}/q/g/mean`,
      `unknownId /estimates/${BODY}/of-h/g`,
    ],
  ],
  [
    'a mean with trailing zeros has just its shortest places, and half an answer is none',
    snapshot(rules, byBody('estimates', { q: { g: { mean: '0.12000', answers: '1.5' } } })),
    [`outOfRange /estimates/${BODY}/q/g/answers`],
  ],
  [
    'a previous round without a name, with odd figures',
    snapshot(rules, { previous: { bodies: { [BODY]: { figures: declared({ n: -1 }), items: { '9.9': 'x' } } }, odd: 1 } }),
    [
      'missingKey /previous/round',
      `notANumber /previous/bodies/${BODY}/items/9.9`,
      `outOfRange /previous/bodies/${BODY}/figures/n/value`,
      'unknownKey /previous/odd',
    ],
  ],
  [
    'parts that are no objects',
    snapshot(rules, { figures: [], sheets: 'x', estimates: 5, previous: true, exclusions: {} }),
    ['wrongType /estimates', 'wrongType /exclusions', 'wrongType /figures', 'wrongType /previous', 'wrongType /sheets'],
  ],
  ['faults of computing: all of them at once', snapshot(rules, byBody('figures', declared({ n: '0', m: '0' }))), [`divisionByZero /sheets/${BODY}/1.2`]],
  [
    'a body with a fault of its own is not computed, the sound ones are',
    snapshot(rules, {
      bodies: [body('a'), body('b', { colour: 'red' }), body('c')],
      figures: { a: declared({ n: 5, m: 4 }), b: declared({ n: 5, m: 4 }), c: declared({ n: 5, m: '-4' }) },
    }),
    ['outOfRange /figures/c/m/value', 'overWhole /figures/a/n', 'unknownKey /bodies/1/colour'],
  ],
];

describe('[F16] a scheme is refused with all its faults at once', () => {
  for (const [what, document, faults] of SCHEMES) {
    it(what, () => {
      const read = readSchemeOf(document);
      expect(read.faults).toEqual([...faults].sort());
      expect(read.scheme).toBeUndefined();
    });
  }
});

describe('a snapshot is refused with all its faults at once', () => {
  for (const [what, document, faults] of SNAPSHOTS) {
    it(what, () => {
      const { result, faults: found } = compute(document);
      expect(found).toEqual([...faults].sort());
      expect(result).toBeUndefined();
    });
  }

  it('a key written twice is a fault of the body in whose part it stands', () => {
    const text = JSON.stringify(snapshot(rules, byBody('figures', declared({ n: '5', m: '4' })))).replace('"n":{', '"n":{"value":"5"},"n":{');
    expect(computeDocument(readJson(text)).faults).toEqual([`doubledKey /figures/${BODY}/n`]);
  });
});

describe('every fault has its test', () => {
  const RULES = new URL('../rules/', import.meta.url);
  const WORKED = new URL('../../../verify/worked/faults/', import.meta.url);
  const filesIn = (folder: URL) => readdirSync(folder).map((name) => new URL(name, folder));
  const examples = [...filesIn(new URL('kinds/', RULES)), new URL('branch.examples.yaml', RULES)]
    .filter(({ pathname }) => pathname.endsWith('.examples.yaml'))
    .flatMap((file) => examplesOf(readFileSync(file, 'utf8')));
  const worked = filesIn(WORKED)
    .filter(({ pathname }) => pathname.endsWith('.faults.json'))
    .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { code: string }[]).map(({ code }) => code));
  const told = [...SCHEMES, ...SNAPSHOTS]
    .flatMap(([, , faults]) => faults)
    .concat(examples.flatMap(({ expected }) => ('faults' in expected ? expected.faults : [])));
  const tested = new Set([...told.map((fault) => fault.split(' ')[0]), ...worked, 'doubledKey']);

  /** Faults that no scheme and no snapshot can have. */
  // Cases and questionnaires have their own; texts and characters are judged where people write, in the ledger and in requests.
  const ELSEWHERE: readonly string[] = ['caseFails', 'textTooLong', 'badCharacter', 'notInText', ...QUESTIONNAIRE_FAULTS];
  it.each(FAULT_CODES.filter((code) => !ELSEWHERE.includes(code)))('%s', (code) => expect(tested).toContain(code));
});
