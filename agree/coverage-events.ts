import type { Json } from '../core/src/testing/documents.ts';
import { type DocObject, isDocObject } from '../core/src/testing/random-document.ts';
import { TESTED_KINDS, testedKind } from '../core/src/testing/random-rule.ts';
import { type Outcome, ratio } from '../core/src/testing/tested-kind.ts';

type Result = { readonly [key: string]: Json };

const POLICIES = ['reduceMaximum', 'fullPoints', 'zero', 'refused'];

/** What can become of an item. */
export const ITEM_EVENTS: readonly string[] = [
  ...Object.values(TESTED_KINDS).flatMap(({ events }) => events),
  'branch: notApplicable',
  'not its type',
  'excluded',
  ...POLICIES.slice(0, 3).map((policy) => `the sheet says notApplicable: ${policy}`),
  'a claim that nothing arose',
  'a claim by figures',
  'figures that find nothing are refused',
  ...POLICIES.map((policy) => `the rule says notApplicable: ${policy}`),
  'condition sets the points',
  'condition sets points that were cut',
  'condition sets points of nothing there',
  'conditions answered, none decides',
  'only a condition is missing',
  'conditions missing beside others',
  ...['by a case', 'by otherwise', 'by otherwise after an answer', 'waits'].map((what) => `branch: ${what}`),
  'branch: an answer of another case is left over',
  'branch: on false',
];

/** What became of one item. */
export function itemEvents(outcome: Outcome): string[] {
  const { rule, explanation } = outcome;
  const kind = String(rule?.['kind']);
  const found = [...ofReasons(outcome, kind), ...ofConditions(outcome), ...ofBranch(outcome)];
  if (explanation['capped'] === true) {
    const [n] = ratio(outcome.points) ?? [0n];
    found.push(`capped at the ${n < 0n || (n === 0n && outcome.maximum > 0n) ? 'minimum' : 'maximum'}: ${kind}`);
  }
  if (rule) found.push(...(testedKind(kind)?.eventsOf(outcome, rule) ?? []));
  return found;
}

const OUTSIDE_THE_RULE: Readonly<Record<string, string>> = {
  type: 'not its type',
  excluded: 'excluded',
  branch: 'branch: notApplicable',
  refused: 'figures that find nothing are refused',
};

function ofReasons({ doc, rule, state, explanation }: Outcome, kind: string): string[] {
  const because = String(explanation['because']);
  const policy = String(doc['whenNotApplicable'] ?? 'refused');
  const of = rule?.['of'];
  const found: string[] = [];
  if (because in OUTSIDE_THE_RULE) found.push(OUTSIDE_THE_RULE[because] as string);
  if (because === 'claimed') found.push(Object.keys(explanation['inputs'] as Result).length > 0 ? 'a claim by figures' : 'a claim that nothing arose');
  if (because === 'whenNothing' && isDocObject(of)) found.push(`nothing there: ${of['whenNothing']} (${kind})`);
  if (because === 'whenNoPrevious') found.push(`no previous: ${rule?.['whenNoPrevious']}`);
  if (because === 'belowMinimum') found.push(`below the minimum of answers: ${state}`);
  if (because === 'sheet') found.push(`the sheet says notApplicable: ${policy}`);
  else if (state === 'notApplicable' && because !== 'type' && because !== 'excluded') found.push(`the rule says notApplicable: ${policy}`);
  return found;
}

function ofConditions({ doc, state, explanation, rule }: Outcome): string[] {
  const conditions = (doc['conditions'] ?? []) as DocObject[];
  if (conditions.length === 0) return [];
  const missing = (explanation['missing'] as string[]).filter((name) => name.startsWith('answer.conditions.')).length;
  if (missing > 0) return [missing === (explanation['missing'] as string[]).length ? 'only a condition is missing' : 'conditions missing beside others'];
  if (state !== 'scored') return [];
  if (explanation['condition'] === null) return ['conditions answered, none decides'];
  const over = rule?.['kind'] === 'formula' || rule?.['kind'] === 'perUnit' || rule?.['kind'] === 'checks';
  return [
    'condition sets the points',
    ...(over ? ['condition sets points that were cut'] : []),
    ...(explanation['because'] === 'whenNothing' ? ['condition sets points of nothing there'] : []),
  ];
}

function ofBranch({ doc, explanation, answer }: Outcome): string[] {
  const whole = doc['rule'] as DocObject;
  if (whole['kind'] !== 'branch') return [];
  const inputs = explanation['inputs'] as Result;
  const used = Object.keys((inputs['answer'] ?? {}) as Result);
  const left = Object.keys(answer).some((key) => !used.includes(key)) ? ['branch: an answer of another case is left over'] : [];
  const on = inputs['on'] === false ? ['branch: on false'] : [];
  const taken = explanation['case'];
  if (taken === null) return (explanation['missing'] as string[]).some((name) => name.startsWith('item.')) ? ['branch: waits'] : [];
  return [taken === 'otherwise' ? ('on' in inputs ? 'branch: by otherwise after an answer' : 'branch: by otherwise') : 'branch: by a case', ...left, ...on];
}
