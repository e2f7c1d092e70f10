import { rulesOf } from './arbitrary-rule.ts';
import type { Dice } from './dice.ts';
import type { Json, JsonObject } from './documents.ts';

const objects = (value: Json | undefined): JsonObject[] => (value && typeof value === 'object' ? (Object.values(value) as JsonObject[]) : []);
const items = (snapshot: JsonObject): JsonObject[] =>
  ((snapshot['scheme'] as JsonObject)['domains'] as JsonObject[]).flatMap((domain) =>
    (domain['criteria'] as JsonObject[]).flatMap((criterion) => (criterion['subCriteria'] as JsonObject[] | undefined) ?? [criterion]),
  );
const rules = (snapshot: JsonObject): JsonObject[] => items(snapshot).flatMap((item) => rulesOf(item['rule'] as JsonObject));

/** Ways in which people and programs spoil a document. A place that is not there is left alone. */
const MISTAKES: readonly ((dice: Dice, snapshot: JsonObject) => void)[] = [
  (dice, snapshot) => {
    for (const figures of objects(snapshot['figures']))
      for (const figure of objects(figures))
        if (dice.chance(0.1)) figure['value'] = dice.pick<Json>(['-1', '1e3', '1,5', '2026-02-30', true, '0.0000000000001', '+1', ' 1', []]);
  },
  (dice, snapshot) => {
    for (const sheet of objects(snapshot['sheets']))
      for (const entry of objects(sheet))
        if (dice.chance(0.1))
          entry['answer'] = dice.pick<Json>([
            { points: '999' },
            { points: '-0.5' },
            { level: 'x' },
            { checks: ['k1', 'k1', 'zz'] },
            { yes: 'có' },
            { conditions: { zz: true } },
            [],
            { other: 1 },
          ]);
  },
  (dice, snapshot) => {
    for (const sheet of objects(snapshot['sheets']))
      for (const entry of objects(sheet))
        if (dice.chance(0.1))
          Object.assign(
            entry,
            dice.pick<JsonObject>([
              { state: 'notApplicable' },
              { reason: 'Không có trạng thái' },
              { state: 'lost', reason: 'x' },
              { state: 'notApplicable', reason: 'x' },
              { state: 'notAccepted', reason: ' ' },
            ]),
          );
  },
  (dice, snapshot) => {
    for (const questions of objects(snapshot['estimates']))
      for (const groups of objects(questions))
        for (const estimate of objects(groups))
          if (dice.chance(0.2))
            Object.assign(
              estimate,
              dice.pick<JsonObject>([
                { mean: '1.1' },
                { mean: '0.1234567890123' },
                { mean: '0.12345678901' },
                { answers: '1.5' },
                { answers: -1 },
                { more: true },
              ]),
            );
  },
  (dice, snapshot) => {
    const bodies = snapshot['bodies'] as JsonObject[];
    if (bodies.length > 0)
      Object.assign(
        dice.pick(bodies),
        dice.pick<JsonObject>([
          { id: bodies[0]?.['id'] ?? 'x' },
          { name: ' ' },
          { admission: { state: 'notAdmitted' } },
          { code: '01' },
          { type: 5 },
          { ranked: 'true' },
          { colour: 'red' },
        ]),
      );
  },
  (_dice, snapshot) => {
    for (const part of ['figures', 'sheets', 'estimates']) Object.assign(snapshot[part] ?? {}, { 'không-có': {} });
    snapshot['exclusions'] = [{ body: 'không-có', item: 'không-có', legalBasis: 'x' }];
  },
  (dice, snapshot) => {
    Object.assign(
      snapshot['scheme'] as JsonObject,
      dice.pick<JsonObject>([
        { status: 'draft' },
        { title: {} },
        { groups: [] },
        { rounding: { places: 13 } },
        {
          figures: [
            { id: 'on', type: 'count' },
            { id: '1x', type: 'count' },
          ],
        },
        { domains: [] },
        {
          classes: {
            list: [
              { id: 'A', from: 1 },
              { id: 'A', from: 1 },
            ],
          },
        },
        { note: 'x' },
        { total: { denominator: 0, clamp: { min: 1, max: 0 } } },
      ]),
    );
  },
  (dice, snapshot) => {
    const item = dice.pick(items(snapshot));
    Object.assign(
      item,
      dice.pick<JsonObject>([
        { maximum: '0' },
        { maximum: '123.5' },
        { minimum: '-1' },
        { source: 'rumour' },
        { whenNotApplicable: 'vanish' },
        { code: ' ' },
        { rule: { kind: 'guess' } },
        { rule: {} },
        { conditions: [{ id: 'a', when: 1, points: '1000' }] },
        { appliesTo: { types: [] } },
      ]),
    );
  },
  (dice, snapshot) => {
    const rule = dice.pick(rules(snapshot));
    Object.assign(
      rule,
      dice.pick<JsonObject>([
        { otherwise: '1000' },
        { bands: [{ from: 1, points: 0 }, { from: 1, points: 0 }, { points: 0 }] },
        { levels: [{ id: 'a' }, { id: 'a', points: 0, upTo: 0 }] },
        { checks: [] },
        { of: { ratio: ['x', 'y'] } },
        { of: {} },
        { expression: '1 +' },
        { expression: 'zzz + 1' },
        { step: 0 },
        { extra: 1 },
        { target: -1 },
        { yes: '1000' },
      ]),
    );
  },
  (_dice, snapshot) => {
    for (const rule of rules(snapshot)) if (rule['kind'] === 'formula') rule['expression'] = '1 / 0';
  },
  (dice, snapshot) => {
    const parts = Object.keys(snapshot);
    delete snapshot[dice.pick(parts)];
  },
  (dice, snapshot) => {
    snapshot[dice.pick(Object.keys(snapshot))] = dice.pick<Json>(['x', [], {}, 5, true]);
  },
];

const ANYTHING: readonly Json[] = [
  '',
  ' ',
  'x',
  'notApplicable',
  'previous',
  '0',
  '-0',
  '-1',
  '1',
  '1.5',
  '0.1234567890123',
  '1e3',
  '2026-02-29',
  0,
  1,
  -1,
  1.5,
  true,
  false,
  null,
  [],
  [null],
  ['x'],
  {},
  { x: 1 },
  { vi: 'x' },
  { figure: 'x' },
  { kind: 'yesNo' },
];

/** Somewhere in the document anything else stands: another value, a member more, fewer or twice, two that changed places. */
function anywhere(dice: Dice, snapshot: JsonObject): void {
  let here: Json[] | JsonObject = snapshot;
  for (;;) {
    const keys = Object.keys(here);
    if (keys.length === 0) return;
    const key = dice.pick(keys);
    const holder = here as JsonObject;
    const inside = holder[key] as Json;
    if (inside !== null && typeof inside === 'object' && !dice.chance(0.12)) {
      here = inside;
      continue;
    }
    switch (dice.integer(0, 4)) {
      case 0:
        if (Array.isArray(here)) here.splice(Number(key), 1);
        else delete here[key];
        return;
      case 1:
        if (Array.isArray(here)) here.push(inside);
        else here[dice.pick(['note', 'x', '__proto__.', 'maximum', 'points', 'upTo', 'above', 'formula', 'reason'])] = inside;
        return;
      case 2:
        [holder[key], holder[keys[0] as string]] = [holder[keys[0] as string] as Json, inside];
        return;
      default:
        holder[key] = dice.pick(ANYTHING);
        return;
    }
  }
}

/** The snapshot with one or two mistakes in it. */
export function spoil(dice: Dice, snapshot: JsonObject): JsonObject {
  const spoiled = JSON.parse(JSON.stringify(snapshot)) as JsonObject;
  for (const mistake of dice.shuffled([...MISTAKES, anywhere, anywhere, anywhere, anywhere, anywhere, anywhere]).slice(0, dice.integer(1, 2))) {
    try {
      mistake(dice, spoiled);
    } catch (error) {
      // The other mistake took away what this one would have spoiled.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return spoiled;
}
