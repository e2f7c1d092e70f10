import { describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { caseReady, scoreCase } from '../../cases/run-cases.ts';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { boundsOf } from '../../scheme/bounds.ts';
import { readScheme } from '../../scheme/read.ts';
import { type GroupKind, itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { proposeCases } from '../cases/propose.ts';
import { exampleRows, isMeasuring, pointsOverValue } from './points-over-value.ts';

const bounds = { penalty: false, maximum: exact.fromText('2'), minimum: exact.zero };
const scheme = {
  rounding: { places: '2', mode: 'halfUp' },
  figures: [{ id: 'done', type: 'count' }],
  survey: { places: '4', groups: [], questions: [] },
} as unknown as Scheme;

/** The cases of a scheme whose value stands in the table of examples: kind, points of the table, points of the engine. */
function measuredCases(made: Scheme): (readonly [string, string, string | undefined])[] {
  const ready = caseReady(made);
  return made.domains.flatMap((domain) =>
    itemsOfDomains([domain]).flatMap((item) => {
      const { rule } = item;
      if (!isMeasuring(rule) || item.conditions.length > 0) return [];
      const group = made.groups.find(({ id }) => id === domain.group)?.kind as GroupKind;
      const rows = new Map(exampleRows(rule, boundsOf(item, group), made).map(({ value, points }) => [value, points]));
      return proposeCases(ready, item.code).cases.flatMap(({ given }) => {
        const result = scoreCase(given as never, ready, new Faults());
        const told = rows.get(result?.explanation.value ?? '');
        return told === undefined ? [] : [[rule.kind, told, result?.points] as const];
      });
    }),
  );
}

describe('[F1] examples of a rule with one quantity', () => {
  it('stand beside each edge: a share that must be reached', () => {
    const of = { ratio: ['done', 'planned'], whenNothing: 'zero', over: 'cap' } as const;
    const rows = exampleRows({ kind: 'proportional', of: { ...of, ratio: [...of.ratio] }, target: '1', floor: '0.8', belowFloor: '0' }, bounds, scheme);
    expect(rows.map(({ value, points }) => `${value} ${points}`)).toEqual(['1/1 2/1', '99/100 99/50', '81/100 81/50', '4/5 8/5', '79/100 0/1']);
  });

  it('are drawn as stretches, with a jump where the points jump', () => {
    const rule = {
      kind: 'bands',
      of: { figure: 'done' },
      bands: [
        { from: '4', points: '2' },
        { above: '0', points: '1' },
      ],
      otherwise: '0',
    } as const;
    const { stretches, edges } = pointsOverValue({ ...rule, bands: [...rule.bands] }, bounds, 'halfUp');
    expect(stretches.map(({ from, to }) => `${from.value} → ${to.value}: ${from.points} → ${to.points}`)).toEqual([
      '0/1 → 4/1: 1/1 → 1/1',
      '4/1 → 5/1: 2/1 → 2/1',
    ]);
    expect(edges.map(({ value, points }) => `${value} ${points}`)).toEqual(['0/1 0/1', '4/1 2/1']);
  });

  it('give the points that the engine gives, over all rules that measure', () => {
    const kinds = new Set<string>();
    for (let stream = 0; stream < sized(30, 600); stream += 1) {
      const made = readScheme(readJson(textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 51), stream)).doc)).value, new Faults()) as Scheme;
      for (const [kind, told, scored] of measuredCases(made)) {
        expect(told, `stream ${stream} ${kind}`).toBe(scored);
        kinds.add(kind);
      }
    }
    expect([...kinds].toSorted()).toEqual(['bands', 'change', 'perUnit', 'proportional']);
  });
});
