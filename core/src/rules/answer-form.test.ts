import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { checkChanges, type EntryRules, sheetData, type Target } from '../ledger/index.ts';
import * as exact from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import { declarable } from '../snapshot/check-body.ts';
import { bodyShapes } from '../snapshot/shape.ts';
import { type Json, rawOf, readSchemeOf } from '../testing/documents.ts';
import { roundFromSeed } from '../testing/random-round.ts';
import { domain, item, scheme as schemeWith } from '../testing/small-round.ts';
import { type AnswerForm, answerForms, FIELD_USES, type FieldKind, type FormField, isAsked } from './answer-form.ts';
import { RULE_KINDS } from './registry.ts';

const SCHEMES = new URL('../../../schemes/', import.meta.url);
const real = readdirSync(SCHEMES).map((name): [string, Scheme] => {
  const scheme = readScheme(readYaml(readFileSync(new URL(`${name}/scheme.yaml`, SCHEMES), 'utf8')).value, new Faults());
  if (!scheme) throw new Error(`faults in ${name}`);
  return [name, scheme];
});

const doorOf = (scheme: Scheme): EntryRules => {
  const known = declarable(scheme);
  return { known, shapes: bodyShapes(known) };
};

function accepts(entryRules: EntryRules, target: Target, changes: Record<string, Json>): boolean {
  const faults = new Faults();
  checkChanges(entryRules, target, {}, rawOf(changes), 'claimed', ROOT, faults);
  return faults.none;
}

/** Every name that a change could have anywhere, and some that it could not. */
const namesIn = (scheme: Scheme): string[] => {
  const conditions = [...declarable(scheme).items.values()].flatMap((entry) => entry.item.conditions.map(({ id }) => `answer.conditions.${id}`));
  return [
    ...new Set(['answer.points', 'answer.yes', 'answer.level', 'answer.checks', 'state', 'reason', 'justification', 'value', 'source', 'date', 'vintage']),
    ...new Set(conditions),
    'answer.conditions.none',
    'answer',
    'points',
  ];
};

/** Values of every kind, and every id that stands in the item's rule. */
const valuesFor = (entryRules: EntryRules, { id }: Target): Json[] => {
  const ids = JSON.stringify(entryRules.known.items.get(id)?.item.rule ?? null).match(/"id":"(?:[^"\\]|\\.)*"/g) ?? [];
  return ['0', true, [], '2025-01-31', 'notApplicable', ...new Set(ids.map((member) => (JSON.parse(`{${member}}`) as { id: string }).id))];
};

/** The names under which some value is taken, with whatever must stand beside it. */
function acceptedNames(entryRules: EntryRules, scheme: Scheme, target: Target): string[] {
  const values = valuesFor(entryRules, target);
  const beside: Record<string, Json>[] = [
    {},
    { value: '0' },
    { value: true },
    { value: '2025-01-31' },
    { state: 'notApplicable' },
    { state: 'notApplicable', reason: 'Minh họa' },
    ...values.flatMap((value) => (typeof value === 'string' ? [{ 'answer.level': value }] : [])),
  ];
  const sound = beside.filter((changes) => Object.keys(changes).length === 0 || accepts(entryRules, target, changes) || 'state' in changes);
  return namesIn(scheme).filter((name) => sound.some((changes) => values.some((value) => accepts(entryRules, target, { ...changes, [name]: value }))));
}

const namesOf = ({ fields }: AnswerForm, { kind, id }: Target): string[] => [
  ...new Set(fields.filter(({ target }) => target.kind === kind && target.id === id).map(({ field }) => field)),
];

function expectJustTheDeclarable(scheme: Scheme): void {
  const entryRules = doorOf(scheme);
  const forms = answerForms(prepareScheme(scheme));
  const figures = new Map<string, string[]>();
  expect([...forms.keys()]).toEqual([...entryRules.known.items.keys()]);
  for (const [code, form] of forms) {
    const target: Target = { kind: 'item', id: code };
    const names = namesOf(form, target);
    // Points beside a level are not judged by a case that does not know the level: under a branch they are taken, and never used.
    const unused = form.branchOn !== null && !names.includes('answer.points') ? ['answer.points'] : [];
    const accepted = acceptedNames(entryRules, scheme, target).filter((name) => !unused.includes(name));
    expect(names.sort(), code).toEqual(accepted.sort());
    for (const { target: own } of form.fields) if (own.kind === 'figure') figures.set(own.id, namesOf(form, own));
  }
  for (const [id, names] of figures) expect([...names].sort(), id).toEqual(acceptedNames(entryRules, scheme, { kind: 'figure', id }).sort());
}

const plus = (text: string, more: string) => exact.toDecimal(exact.add(exact.fromText(text), exact.fromText(more)), 12, 'halfUp').replace(/\.?0+$/, '');

/** Values that a field of this kind takes, and some beyond its edges. */
function trials(entry: FieldKind): { readonly good: Json[]; readonly bad: Json[] } {
  switch (entry.kind) {
    case 'number': {
      const edges = [entry.minimum, entry.maximum].filter((edge) => edge !== null);
      const onStep = (text: string) => !entry.step || exact.isInteger(exact.divide(exact.fromText(text), exact.fromText(entry.step)));
      return {
        good: ['0', ...edges.filter(onStep)],
        bad: [
          'x',
          true,
          ...(entry.minimum === null ? [] : [plus(entry.minimum, '-1')]),
          ...(entry.maximum === null ? [] : [plus(entry.maximum, '1')]),
          ...(entry.step === null ? [] : [exact.toDecimal(exact.divide(exact.fromText(entry.step), exact.integer(2)), 12, 'halfUp')]),
          ...(entry.whole ? ['0.5'] : []),
        ],
      };
    }
    case 'yesNo':
      return { good: [true, false], bad: ['0', 'x'] };
    case 'choice':
      return { good: entry.options.map(({ id }) => id), bad: ['không có'] };
    case 'checks': {
      const ids = entry.options.map(({ id }) => id);
      return { good: [[], ids, ids.slice(1)], bad: [['không có'], [...ids, ids[0] as string]] };
    }
    case 'date':
      return { good: ['2025-01-31'], bad: ['2025-02-30', '31/01/2025'] };
    case 'text':
      return { good: ['Minh họa'], bad: ['x'.repeat(entry.longest + 1)] };
  }
}

/** What must stand beside a field so that it alone is judged. */
function besideOf({ field, target, use, level, entry }: FormField, figures: ReadonlyMap<string, Json>): Record<string, Json> {
  if (field === 'state') return { reason: 'Minh họa' };
  if (use === 'notApplicable') return { state: 'notApplicable' };
  if (use === 'provenance') return { value: figures.get(target.id) as Json };
  return level === null || entry.kind !== 'number' ? {} : { 'answer.level': level };
}

function expectFittingKinds(scheme: Scheme): void {
  const entryRules = doorOf(scheme);
  for (const form of answerForms(prepareScheme(scheme)).values()) {
    const values = new Map(form.fields.filter(({ field }) => field === 'value').map(({ target, entry }) => [target.id, trials(entry).good[0] as Json]));
    for (const field of form.fields) {
      const { good, bad } = trials(field.entry);
      const beside = besideOf(field, values);
      const told = `${form.item} ${field.field}`;
      for (const value of good) expect(accepts(entryRules, field.target, { ...beside, [field.field]: value }), `${told} = ${value}`).toBe(true);
      // Under a branch another case may take what this one refuses.
      if (form.branchOn === null || field.use !== 'input')
        for (const value of bad) expect(accepts(entryRules, field.target, { ...beside, [field.field]: value }), `${told} ≠ ${value}`).toBe(false);
    }
  }
}

const body = { id: 'minh-hoa-01', code: null, name: 'Tỉnh Minh họa 01', block: null, ranked: true, admission: { state: 'admitted' as const } };

function score(scheme: Scheme, cells: readonly (readonly [Target, Record<string, unknown>])[]) {
  const { figures, sheet } = sheetData(cells as never);
  return scoreSheet(prepareScheme(scheme), { body, figures, sheet, estimates: undefined, previous: undefined }, figureTypesOf(scheme), new Set()).result.items;
}

const applies = (scheme: Scheme, code: string) => !declarable(scheme).items.get(code)?.item.appliesTo;
const nameMissing = ({ target, field }: FormField) => (target.kind === 'figure' ? target.id : field);

function expectRequiredIsMissing(scheme: Scheme): void {
  const forms = answerForms(prepareScheme(scheme));
  for (const { code, explanation } of score(scheme, [])) {
    const form = forms.get(code) as AnswerForm;
    if (form.branchOn !== null || !applies(scheme, code)) continue;
    const wanted = form.fields.filter((field) => field.use === 'input' && field.required && isAsked(field, null, undefined)).map(nameMissing);
    const missing = explanation.missing.filter((name) => !name.startsWith('estimates.'));
    expect([...missing].sort(), code).toEqual(wanted.sort());
  }
}

function expectFilledIsAnswered(scheme: Scheme): void {
  const entryRules = doorOf(scheme);
  const cells = new Map<string, [Target, Record<string, unknown>]>();
  for (const { fields } of answerForms(prepareScheme(scheme)).values()) {
    for (const { target, field, use, entry, level } of fields) {
      const key = `${target.kind} ${target.id}`;
      const cell: [Target, Record<string, unknown>] = cells.get(key) ?? [target, {}];
      cells.set(key, cell);
      if (use === 'input' && (level === null || cell[1]['answer.level'] === level))
        cell[1][field] ??= entry.kind === 'number' && entry.unit === null ? '1' : trials(entry).good[0];
    }
  }
  for (const [target, changes] of cells.values()) {
    // Two cases of a branch may ask for parts that do not go together: then the item is left out.
    if (!accepts(entryRules, target, changes as Record<string, Json>)) return;
  }
  for (const { code, state, explanation } of score(scheme, [...cells.values()])) {
    if (state !== 'notAnswered') continue;
    const rest = explanation.missing.filter((name) => !name.startsWith('estimates.') && !name.startsWith('item.'));
    // A contradiction of figures is named by the figure.
    expect(
      rest.filter((name) => name.startsWith('answer.')),
      code,
    ).toEqual([]);
  }
}

const PROPERTIES: readonly [string, (scheme: Scheme) => void][] = [
  ['its fields are just what an entry may change, no more, no fewer', expectJustTheDeclarable],
  ['its fields take what they say, and nothing beyond', expectFittingKinds],
  ['what it requires is what an empty sheet misses', expectRequiredIsMissing],
  ['an item of which all is filled in waits for nothing of the body', expectFilledIsAnswered],
];

describe.each(PROPERTIES)('the form of an item: %s', (_what, holds) => {
  it.each(real)('%s', (_name, scheme) => holds(scheme));

  it('every made-up scheme', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { scheme } = readSchemeOf((roundFromSeed(seed) as { scheme: Json }).scheme);
        if (scheme) holds(scheme);
      }),
      { numRuns: sized(10, 40) },
    );
  });
});

describe('the form of an item', () => {
  const figures = [
    { id: 'done', type: 'count', title: { vi: 'Số đã làm' } },
    { id: 'planned', type: 'count' },
  ];
  const ratio = { ratio: ['done', 'planned'], whenNothing: 'zero', over: 'refuse' };
  const formsOf = (...items: Json[]) => {
    const { scheme, faults } = readSchemeOf(schemeWith({ figures, domains: [domain('1', items)] }));
    if (!scheme) throw new Error(faults.join('\n'));
    return answerForms(prepareScheme(scheme));
  };
  const inputs = (form: AnswerForm | undefined) => form?.fields.filter(({ use }) => use === 'input') ?? [];

  it('tells of a figure its name, its limits and the other items that use it', () => {
    const forms = formsOf(
      item('1.1', { rule: { kind: 'proportional', of: ratio } }),
      item('1.2', { rule: { kind: 'perUnit', of: { figure: 'done' }, points: '0.1' } }),
      item('1.3'),
    );
    const [done, planned] = inputs(forms.get('1.1'));
    expect(done).toMatchObject({
      target: { kind: 'figure', id: 'done' },
      field: 'value',
      title: { vi: 'Số đã làm' },
      entry: { kind: 'number', whole: true, minimum: '0', notOver: 'planned' },
      required: true,
      sharedWith: ['1.2'],
    });
    expect(planned).toMatchObject({ target: { id: 'planned' }, entry: { notOver: null }, sharedWith: [] });
    expect(inputs(forms.get('1.2'))[0]).toMatchObject({ entry: { notOver: null }, sharedWith: ['1.1'] });
  });

  it('asks for points only beside the level that lets them be given', () => {
    const levels = [
      { id: 'full', points: '1' },
      { id: 'part', upTo: '0.5' },
    ];
    const [level, points] = inputs(formsOf(item('1.1', { rule: { kind: 'levels', levels } })).get('1.1'));
    expect(level).toMatchObject({
      field: 'answer.level',
      entry: {
        options: [
          { id: 'full', points: '1', upTo: null },
          { id: 'part', points: null, upTo: '0.5' },
        ],
      },
    });
    expect(points).toMatchObject({ field: 'answer.points', level: 'part', entry: { minimum: '0', maximum: '0.5', unit: 'points' } });
    expect([isAsked(points as FormField, null, 'full'), isAsked(points as FormField, null, 'part')]).toEqual([false, true]);
  });

  it('tells which case of a branch asks for what', () => {
    const branch = { kind: 'branch', on: { item: '1.1' }, cases: [{ is: true, rule: { kind: 'proportional', of: ratio } }], otherwise: { kind: 'yesNo' } };
    const form = formsOf(item('1.1'), item('1.2', { rule: branch })).get('1.2');
    expect(form?.branchOn).toBe('1.1');
    expect(inputs(form).map(({ field, target, cases }) => [field, target.id, cases])).toEqual([
      ['answer.yes', '1.2', ['otherwise']],
      ['value', 'done', [0]],
      ['value', 'planned', [0]],
    ]);
    expect(
      inputs(form)
        .filter((field) => isAsked(field, 0, undefined))
        .map(({ target }) => target.id),
    ).toEqual(['done', 'planned']);
  });

  it('asks whether nothing arose only where the scheme lets that be said', () => {
    const notArisen = { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' };
    const forms = formsOf(item('1.1'), item('1.2', { whenNotApplicable: 'zero' }), item('1.3', { whenNotApplicable: 'zero', notArisen }));
    expect([...forms.values()].map((form) => [form.notArisen, form.fields.some(({ field }) => field === 'state')])).toEqual([
      [null, false],
      [null, false],
      [notArisen, true],
    ]);
  });

  it('covers every rule kind and every use in the made-up schemes', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const { scheme } = readSchemeOf((roundFromSeed(seed) as { scheme: Json }).scheme);
      if (!scheme) continue;
      for (const { fields } of answerForms(prepareScheme(scheme)).values()) for (const { use } of fields) seen.add(use);
      for (const { item: each } of prepareScheme(scheme).items) seen.add(each.rule.kind);
    }
    expect([...seen].sort()).toEqual([...RULE_KINDS, ...FIELD_USES].sort());
  });
});
