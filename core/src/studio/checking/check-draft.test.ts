import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { readJson } from '../../reading/json.ts';
import { at, pointer } from '../../reading/path.ts';
import { NumberToken, type Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { applyOperation } from '../operations/apply.ts';
import type { Operation } from '../operations/operation.ts';
import { partsOf, placeOfCode } from '../operations/places.ts';
import { checkDraft } from './check-draft.ts';

const edition = (name: string): Raw => readYaml(readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8')).value;
const after = (document: Raw, operation: Operation): Raw => {
  const applied = applyOperation(document, operation);
  if ('refusal' in applied) throw new Error(applied.refusal.code);
  return applied.document;
};

describe('[F1] a draft checked as it is written', () => {
  it.each(['province-2022', 'commune-nq57-2026', 'department-illustrative', 'commune-illustrative'])('finds nothing in an adopted edition: %s', (name) => {
    const { faults, points, scheme } = checkDraft(edition(name));
    expect(faults).toEqual([]);
    expect(scheme?.domains.length).toBeGreaterThan(3);
    expect(points.filter(({ over, missing, open }) => over !== null || missing !== null || open > 0)).toEqual([]);
  });

  it('tells on each level what is over and what is missing', () => {
    const base = edition('department-illustrative');
    const item = partsOf(base).find(({ level }) => level === 'subCriterion')?.keys ?? [];
    const more = after(base, { operation: 'set', at: [...item, 'maximum'], value: new NumberToken('50.25') });
    const parent = checkDraft(more).points.find(({ keys }) => keys.join() === item.slice(0, -2).join());
    const before = checkDraft(base).points.find(({ keys }) => keys.join() === item.slice(0, -2).join());
    expect(parent?.written).toBe(before?.written);
    expect(Number(parent?.over)).toBe(Number(parent?.sum) - Number(before?.sum));
    const none = checkDraft(after(base, { operation: 'set', at: [...item, 'maximum'] })).points.find(({ keys }) => keys.join() === item.slice(0, -2).join());
    expect(none).toMatchObject({ sum: null, open: 1, over: null, missing: null });
    const less = after(base, { operation: 'remove', at: placeOfCode(base, '1.1.1') ?? item });
    expect(checkDraft(less).points.filter(({ missing }) => missing !== null).length).toBeGreaterThan(0);
  });

  it('says that points do not add up just where the check says so', () => {
    let disagreeing = 0;
    for (let stream = 0; stream < sized(150, 2000); stream += 1) {
      const random = new Random(Number(process.env['SEED'] ?? 31), stream);
      let document = readJson(textOf(randomScheme(random).doc)).value;
      for (let change = 0; change < 2; change += 1) {
        const { keys } = random.pick(partsOf(document));
        const value = random.pick([undefined, new NumberToken('1.5'), '2', new NumberToken('0.25')]);
        document = after(document, { operation: 'set', at: [...keys, 'maximum'], value });
      }
      const { faults, points } = checkDraft(document);
      // Where something else is wrong, fewer sums are judged.
      if (faults.some(({ code }) => code !== 'doesNotAddUp')) continue;
      const told = faults.map(({ path }) => path).toSorted();
      const seen = points.filter(({ over, missing }) => over !== null || missing !== null).map(({ keys }) => `${pointer(at(null, ...keys))}/maximum`);
      expect(seen.toSorted(), `stream ${stream}`).toEqual(told);
      disagreeing += told.length;
    }
    expect(disagreeing).toBeGreaterThan(20);
  });
});
