import { describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { readJson } from '../../reading/json.ts';
import type { Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { applyOperation } from './apply.ts';
import { applyChanges, type Change, valueAt } from './change.ts';
import type { Operation } from './operation.ts';
import { conflicts } from './rebase.ts';
import { type Stands, settle } from './settle.ts';
import { randomOperation, treeOf } from './testing/random-operation.ts';

const base = readYaml(`
domains:
  - code: "1"
    title: { vi: "Thể chế" }
    criteria:
      - { code: "1.1", title: { vi: "Kế hoạch" }, maximum: 2, source: appraised, rule: { kind: yesNo } }
      - { code: "1.2", title: { vi: "Thực hiện" }, maximum: 1, source: appraised, rule: { kind: yesNo } }
`).value;
const FIRST = ['domains', 0, 'criteria', 0];

function changesOf(...operations: Operation[]): Change[] {
  let document: Raw = base;
  return operations.flatMap((operation) => {
    const applied = applyOperation(document, operation);
    if ('refusal' in applied) throw new Error(applied.refusal.code);
    document = applied.document;
    return applied.changes;
  });
}

function settled(ours: readonly Change[], theirs: readonly Change[], stands: Stands): Raw {
  const said = new Map(conflicts(ours, theirs).map((each) => [`${each.ours} ${each.theirs}`, stands]));
  return applyChanges(applyChanges(base, theirs), settle(base, ours, theirs, said));
}

describe('[F1] a conflict between two authors that a person has decided', () => {
  const title = (vi: string): Operation => ({ operation: 'set', at: [...FIRST, 'title', 'vi'], value: vi });

  it('leaves the title of the one who stands, and what else both wrote', () => {
    const ours = changesOf(title('Kế hoạch năm'), { operation: 'set', at: ['domains', 0, 'title', 'vi'], value: 'Cải cách thể chế' });
    const theirs = changesOf({ operation: 'remove', at: ['domains', 0, 'criteria', 1] }, title('Kế hoạch cải cách'));
    for (const [stands, kept] of [
      ['ours', 'Kế hoạch năm'],
      ['theirs', 'Kế hoạch cải cách'],
    ] as const) {
      const document = settled(ours, theirs, stands);
      expect(valueAt(document, [...FIRST, 'title', 'vi'])).toBe(kept);
      expect(valueAt(document, ['domains', 0, 'title', 'vi'])).toBe('Cải cách thể chế');
      expect(treeOf(document)).toEqual(['1', ' 1.1']);
    }
  });

  it('brings back what the other removed, where what was written in it stands', () => {
    const ours = changesOf(title('Kế hoạch năm'));
    const theirs = changesOf({ operation: 'remove', at: FIRST });
    expect(treeOf(settled(ours, theirs, 'theirs'))).toEqual(['1', ' 1.2']);
    const document = settled(ours, theirs, 'ours');
    expect(treeOf(document)).toEqual(['1', ' 1.1', ' 1.2']);
    expect(valueAt(document, [...FIRST, 'title', 'vi'])).toBe('Kế hoạch năm');
  });

  it('takes out what the other wrote in, where the removal stands', () => {
    expect(treeOf(settled(changesOf({ operation: 'remove', at: FIRST }), changesOf(title('Khác')), 'ours'))).toEqual(['1', ' 1.2']);
  });

  it('gives changes that can be applied, whatever both wrote and whoever stands', () => {
    for (let stream = 0; stream < sized(60, 1500); stream += 1) {
      const random = new Random(Number(process.env['SEED'] ?? 18), stream);
      const start = readJson(textOf(randomScheme(random).doc)).value;
      const [ours, theirs] = [1, 2].map(() => {
        let document: Raw = start;
        const changes: Change[] = [];
        for (let step = 0; step < 5; step += 1) {
          const applied = applyOperation(document, randomOperation(random, document));
          if ('refusal' in applied) continue;
          changes.push(...applied.changes);
          document = applied.document;
        }
        return changes;
      }) as [Change[], Change[]];
      const said = new Map(conflicts(ours, theirs).map((each) => [`${each.ours} ${each.theirs}`, random.pick(['ours', 'theirs'] as const)]));
      const own = settle(start, ours, theirs, said);
      expect(() => applyChanges(applyChanges(start, theirs), own), `stream ${stream}`).not.toThrow();
    }
  });
});
