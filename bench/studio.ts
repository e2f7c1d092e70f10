// npm run bench:studio: from an operation on a draft to the checked tree, what laying it onto the text costs, and two editions compared; beside a copy of the document in the same run
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Faults, readScheme, readYaml, type Scheme } from '@parindex/core';
import { checkDraft } from '@parindex/core/studio/checking/check-draft';
import { compareEditions } from '@parindex/core/studio/comparing/compare-editions';
import { applyOperation } from '@parindex/core/studio/operations/apply';
import { layOntoText } from '@parindex/core/studio/operations/document-text';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { isItem, partsOf } from '@parindex/core/studio/operations/places';

const TIMES = 300;
const file = path.join(import.meta.dirname, '../schemes/province-2022/scheme.yaml');
const text = readFileSync(file, 'utf8');
const document = readYaml(text).value;
const items = partsOf(document).filter(isItem);

/** What a person does, over all items in turn: a letter of a title, points, a rule, a move, a code. */
function operationAt(turn: number): Operation {
  const { keys } = items[turn % items.length] as (typeof items)[number];
  const kinds: readonly Operation[] = [
    { operation: 'set', at: [...keys, 'title', 'vi'], value: `Nội dung ${turn}` },
    { operation: 'set', at: [...keys, 'maximum'], value: '1.25' },
    { operation: 'set', at: [...keys, 'rule'], value: { kind: 'yesNo' } },
    { operation: 'move', at: keys, into: keys.slice(0, -1), index: 0 },
    { operation: 'rename', at: keys, to: `x${turn}` },
    { operation: 'renumber' },
  ];
  return kinds[turn % kinds.length] as Operation;
}

interface Spread {
  readonly p50: number;
  readonly p95: number;
}

function measure(work: (turn: number) => void, times = TIMES): Spread {
  for (let turn = 0; turn < Math.min(40, times); turn += 1) work(turn);
  const taken = Array.from({ length: times }, (_, turn) => {
    const started = performance.now();
    work(turn);
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return { p50: taken[Math.floor(times * 0.5)] as number, p95: taken[Math.floor(times * 0.95)] as number };
}

const base = measure(() => void structuredClone(document));
const report = (what: string, { p50, p95 }: Spread, target = '') =>
  console.log(
    `${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ${(p50 / base.p50).toFixed(1)} × a copy of the document${target && `  (${target})`}`,
  );

report(`a copy of the document, ${items.length} items`, base);
report(
  'operation → checked tree: faults and points of each level',
  measure((turn) => {
    const applied = applyOperation(document, operationAt(turn));
    if ('refusal' in applied) throw new Error(applied.refusal.code);
    checkDraft(applied.document);
  }),
  'target p95 < 50 ms',
);
report(
  'the operation alone',
  measure((turn) => void applyOperation(document, operationAt(turn))),
);
report(
  'laid onto the text of the draft, as it is saved',
  measure((turn) => {
    const applied = applyOperation(document, operationAt(turn));
    if ('changes' in applied) layOntoText(text, applied.changes);
  }, 12),
);

const editionOf = (name: string) =>
  readScheme(readYaml(readFileSync(path.join(import.meta.dirname, `../schemes/${name}/scheme.yaml`), 'utf8')).value, new Faults()) as Scheme;
const [older, newer] = [editionOf('illustrative-before-2022'), editionOf('province-2022')];
report(
  'two editions compared part by part',
  measure(() => void compareEditions(older, newer)),
  'target p95 < 300 ms',
);
