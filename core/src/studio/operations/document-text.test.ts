import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SOAK, sized } from '../../../../tests/soak.ts';
import { readYaml } from '../../reading/yaml.ts';
import { Random } from '../../testing/random.ts';
import { jsonOf, textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { applyOperation } from './apply.ts';
import { type Change, inverse } from './change.ts';
import { layOntoText } from './document-text.ts';
import { randomOperation } from './testing/random-operation.ts';

const EDITIONS = ['commune-nq57-2026', 'ministry-2023', ...(SOAK ? ['province-2022', 'department-illustrative', 'commune-illustrative'] : [])];
const textOfEdition = (name: string) => readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8');
const linesLost = (before: string, after: string) => {
  const left = new Map<string, number>();
  for (const line of after.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return before.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count < 1;
  });
};

describe('[F1] the text of a draft', () => {
  it.each(EDITIONS)('keeps every line that an operation does not touch: %s', (name) => {
    const text = textOfEdition(name);
    const at = ['domains', 0, 'title', 'vi'];
    const applied = applyOperation(readYaml(text).value, { operation: 'set', at, value: 'Tên đã đổi' });
    if ('refusal' in applied) throw new Error(applied.refusal.code);
    const after = layOntoText(text, applied.changes);
    const [lost, gained] = [linesLost(text, after), linesLost(after, text)];
    expect(lost).toHaveLength(1);
    expect(gained).toEqual([expect.stringMatching(/^ +(?:title: \{ )?vi: "Tên đã đổi"/)]);
    expect(layOntoText(after, inverse(applied.changes))).toBe(text);
  });

  it('holds the document after the operations, whatever they were', () => {
    for (let stream = 0; stream < sized(15, 600); stream += 1) {
      const random = new Random(Number(process.env['SEED'] ?? 21), stream);
      const { doc } = randomScheme(random);
      const text = random.chance(0.5) ? textOf(doc) : stringify(jsonOf(doc));
      let document = readYaml(text).value;
      const changes: Change[] = [];
      for (let step = 0; step < 6; step += 1) {
        const applied = applyOperation(document, randomOperation(random, document));
        if ('refusal' in applied) continue;
        changes.push(...applied.changes);
        document = applied.document;
      }
      const after = layOntoText(text, changes);
      expect(readYaml(after).value, `stream ${stream}`).toEqual(document);
      expect(readYaml(layOntoText(after, inverse(changes))).value, `stream ${stream}`).toEqual(readYaml(text).value);
    }
  });

  it('leaves the remark beside a value that changes', () => {
    const text = 'domains:\n  - code: "1" # số La Mã trong quyết định\n    maximum: 2.50 # hai điểm rưỡi\n';
    const changes = ['maximum', 'code'].flatMap((key) => {
      const applied = applyOperation(
        readYaml(text).value,
        key === 'code' ? { operation: 'rename', at: ['domains', 0], to: 'I' } : { operation: 'set', at: ['domains', 0, key], value: '3' },
      );
      if ('refusal' in applied) throw new Error(applied.refusal.code);
      return applied.changes;
    });
    const after = layOntoText(text, changes);
    expect(after).toContain('"I" # số La Mã trong quyết định');
    expect(after).toMatch(/maximum: .*3.* # hai điểm rưỡi/);
  });

  it('takes its remarks with a part that is moved, and leaves those of others', () => {
    const text = [
      'domains:',
      '  # Lĩnh vực thứ nhất',
      '  - code: "1"   # mã',
      '    criteria:',
      '      - { code: "1.1", maximum: 1.50 }',
      '      # của 1.2',
      '      - { code: "1.2", maximum: 2 } # hai điểm',
      '  - code: "2"',
      '    criteria:',
      '      - code: "2.1"',
      '        guidance:',
      '          vi: >-',
      '            Lời hướng dẫn',
      '            trên hai dòng.',
      '',
    ].join('\n');
    const into = ['domains', 1, 'criteria'];
    const applied = applyOperation(readYaml(text).value, { operation: 'move', at: ['domains', 0, 'criteria', 1], into, index: 0 });
    if ('refusal' in applied) throw new Error(applied.refusal.code);
    expect(layOntoText(text, applied.changes)).toBe(
      [
        'domains:',
        '  # Lĩnh vực thứ nhất',
        '  - code: "1"   # mã',
        '    criteria:',
        '      - { code: "1.1", maximum: 1.50 }',
        '  - code: "2"',
        '    criteria:',
        '      # của 1.2',
        '      - { code: "1.2", maximum: 2 } # hai điểm',
        '      - code: "2.1"',
        '        guidance:',
        '          vi: >-',
        '            Lời hướng dẫn',
        '            trên hai dòng.',
        '',
      ].join('\n'),
    );
  });
});
