import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readYaml } from '../../reading/yaml.ts';
import { describeRule } from '../../words/describe-rule.ts';
import { schemeNames } from '../../words/scheme-names.ts';
import { applyOperation } from '../operations/apply.ts';
import { isItem, partsOf, placeOfCode } from '../operations/places.ts';
import { checkDraft } from './check-draft.ts';
import { schemeOfItem } from './scheme-of-item.ts';

const edition = (name: string) => readYaml(readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8')).value;
const document = edition('department-illustrative');

it.each(['department-illustrative', 'commune-nq57-2026'])('[F1] tells the rule of each item alone as the whole scheme tells it: %s', (name) => {
  const document = edition(name);
  const whole = checkDraft(document).scheme;
  if (!whole) throw new Error('the illustration has faults');
  for (const place of partsOf(document).filter(isItem)) {
    const alone = schemeOfItem(document, place.keys);
    const own = whole && schemeNames(whole, 'vi').item(String(place.part['code']));
    expect(alone && describeRule(alone.item, schemeNames(alone.scheme, 'vi'))).toEqual(own && describeRule(own, schemeNames(whole, 'vi')));
  }
});

it('[F1] tells a rule while other parts of the draft have faults, and none of an item without points', () => {
  const at = placeOfCode(document, '1.1.1') ?? [];
  const faulty = applyOperation(document, { operation: 'set', at: ['domains', 0, 'title'] });
  if ('refusal' in faulty) throw new Error(faulty.refusal.code);
  expect(checkDraft(faulty.document).scheme).toBeUndefined();
  expect(schemeOfItem(faulty.document, at)?.item.code).toBe('1.1.1');
  const open = applyOperation(document, { operation: 'set', at: [...at, 'maximum'] });
  expect('document' in open && schemeOfItem(open.document, at)).toBeUndefined();
});
