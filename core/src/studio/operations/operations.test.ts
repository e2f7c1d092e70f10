import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { NumberToken, type Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { applyOperation } from './apply.ts';
import { applyChanges, type Change, inverse } from './change.ts';
import { OPERATIONS, type OperationName, REFUSALS, readOperation } from './operation.ts';
import { conflicts, rebase } from './rebase.ts';
import { randomOperation } from './testing/random-operation.ts';

const SEED = Number(process.env['SEED'] ?? 18);
const letter = (document: Raw): string => JSON.stringify(document);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
const madeUp = (random: Random): Raw => readJson(textOf(randomScheme(random).doc)).value;
const edition = (name: string): Raw => readYaml(readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8')).value;

/** Some operations one after another, those that cannot be applied left out. */
function written(
  random: Random,
  base: Raw,
  steps: number,
  names: readonly OperationName[] = OPERATIONS,
  onEach: (name: OperationName, refusal?: string) => void = () => {},
) {
  let document = base;
  const changes: Change[] = [];
  for (let step = 0; step < steps; step += 1) {
    const operation = randomOperation(random, document, names);
    const before = letter(document);
    const applied = applyOperation(document, operation);
    expect(letter(document), 'what it was applied to is never written in').toBe(before);
    if ('refusal' in applied) {
      onEach(operation.operation, applied.refusal.code);
      continue;
    }
    onEach(operation.operation);
    expect(letter(applyChanges(applied.document, inverse(applied.changes))), JSON.stringify(operation)).toBe(before);
    changes.push(...applied.changes);
    document = applied.document;
  }
  return { document, changes };
}

describe('[F1] operations on a draft', () => {
  it('are undone to the letter and done again, whatever they were', () => {
    const [done, refused] = [new Set<string>(), new Set<string>()];
    for (let stream = 0; stream < sized(80, 1500); stream += 1) {
      const random = new Random(SEED, stream);
      const base = madeUp(random);
      const { document, changes } = written(random, base, 12, OPERATIONS, (name, refusal) => (refusal ? refused : done).add(refusal ?? name));
      expect(letter(applyChanges(document, inverse(changes))), `stream ${stream}`).toBe(letter(base));
      expect(letter(applyChanges(base, changes)), `stream ${stream}`).toBe(letter(document));
    }
    expect([...done].toSorted()).toEqual([...OPERATIONS].toSorted());
    // A part without a code is rare.
    expect([...refused, 'nameMissing']).toEqual(expect.arrayContaining([...REFUSALS]));
  });

  it('of two authors stand both, in either order, or are told as conflicts', () => {
    const told = new Set<string>();
    let together = 0;
    for (let stream = 0; stream < sized(150, 3000); stream += 1) {
      const random = new Random(SEED + 1, stream);
      const base = madeUp(random);
      const names = random.chance(0.5) ? OPERATIONS : (['move', 'add', 'remove'] as const);
      const [ours, theirs] = [written(random, base, random.between(1, 3), names), written(random, base, random.between(1, 3), names)];
      const found = conflicts(ours.changes, theirs.changes);
      for (const { code } of found) told.add(code);
      expect(conflicts(theirs.changes, ours.changes).length, `stream ${stream}`).toBe(found.length);
      if (found.length > 0) continue;
      together += 1;
      const one = applyChanges(theirs.document, rebase(ours.changes, theirs.changes));
      const other = applyChanges(ours.document, rebase(theirs.changes, ours.changes, false));
      expect(canonical(one), `stream ${stream}\n${JSON.stringify([ours.changes, theirs.changes], null, 1)}`).toBe(canonical(other));
    }
    expect([...told].toSorted()).toEqual(['bothChanged', 'bothMoved', 'removedAndChanged']);
    expect(together).toBeGreaterThan(sized(50, 1000));
  });

  it('are plain data: sent as text and read, they do the same', () => {
    const base = edition('department-illustrative');
    const value = (document: Raw) => JSON.stringify(document, (_key, each) => (each instanceof NumberToken ? Number(each.text) : each));
    for (let stream = 0; stream < 100; stream += 1) {
      const random = new Random(SEED + 2, stream);
      const operation = randomOperation(random, base);
      const read = readOperation(readJson(value(operation as never)).value, new Faults());
      if (!read) continue;
      const [one, other] = [applyOperation(base, operation), applyOperation(base, read)];
      if ('refusal' in one) expect(other).toEqual(one);
      else expect('refusal' in other ? other.refusal.code : value(other.document)).toBe(value(one.document));
    }
  });

  it.each([
    { about: 'no object', text: '[]', path: ' wrongType' },
    { about: 'an operation that does not exist', text: '{"operation":"burn","at":[]}', path: '/operation unknownValue' },
    { about: 'a place with a broken number', text: '{"operation":"remove","at":["figures",1.5]}', path: '/at/1 wrongType' },
    { about: 'a key too many', text: '{"operation":"remove","at":["figures",1],"force":true}', path: '/force unknownKey' },
    { about: 'one part only', text: '{"operation":"split","at":["domains",0],"parts":[{}],"within":false}', path: '/parts outOfRange' },
  ])('tell what is wrong with them: $about', ({ text, path }) => {
    const faults = new Faults();
    expect(readOperation(readJson(text).value, faults)).toBeUndefined();
    expect(faults.list.map((fault) => `${fault.path} ${fault.code}`)).toEqual([path]);
  });
});
