import type { Json } from '../core/src/testing/documents.ts';
import { type DocObject, isDocObject, UNIT, unitsIn } from '../core/src/testing/random-document.ts';

type Result = { readonly [key: string]: Json };

const POLICIES = ['reduceMaximum', 'fullPoints', 'zero', 'refused'];
const MODES = ['halfUp', 'halfEven'];
const MEASURED = ['bands', 'proportional', 'perUnit', 'change'];
const UP = ['checks', 'proportional', 'perUnit', 'formula'];
const DOWN = ['deduct', 'perUnit', 'checks', 'formula'];

/** What can become of an item. */
export const ITEM_EVENTS: readonly string[] = [
  ...['notApplicable', 'full', 'zero'].flatMap((how) => MEASURED.map((kind) => `nothing there: ${how} (${kind})`)),
  ...['notApplicable', 'zero', 'full'].map((how) => `no previous: ${how}`),
  ...['notAnswered', 'notApplicable'].map((how) => `below the minimum of answers: ${how}`),
  'branch: notApplicable',
  'not its type',
  'excluded',
  ...POLICIES.slice(0, 3).map((policy) => `the sheet says notApplicable: ${policy}`),
  ...POLICIES.map((policy) => `the rule says notApplicable: ${policy}`),
  ...UP.map((kind) => `capped at the maximum: ${kind}`),
  ...DOWN.map((kind) => `capped at the minimum: ${kind}`),
  'condition sets the points',
  'condition sets points that were cut',
  'condition sets points of nothing there',
  'conditions answered, none decides',
  'only a condition is missing',
  'conditions missing beside others',
  ...['bands', 'change'].flatMap((kind) =>
    ['on the edge of from', 'on the edge of above', 'a unit under an edge', 'a unit over an edge', 'otherwise', 'second band or later'].map(
      (what) => `${kind}: ${what}`,
    ),
  ),
  ...['below 0', '0'].map((what) => `change: value ${what}`),
  ...['under the floor', 'on the floor', 'a unit under the floor', 'on the target', 'over the target', 'below 0', 'row rounded'].map(
    (what) => `proportional: ${what}`,
  ),
  ...['under the free units', 'at the free units', 'over the free units'].map((what) => `perUnit: ${what}`),
  ...['no check', 'some checks', 'every check'].flatMap((what) => ['checks', 'deduct'].map((kind) => `${kind}: ${what}`)),
  ...['by a case', 'by otherwise', 'by otherwise after an answer', 'waits'].map((what) => `branch: ${what}`),
  'branch: an answer of another case is left over',
  'branch: on false',
  ...['a group is left out', 'a question is not asked of a group', 'every group is there', 'nothing there'].map((what) => `surveyMean: ${what}`),
  ...MODES.map((mode) => `formula: rounds ${mode}`),
];

const ratio = (text: Json | undefined): readonly [bigint, bigint] | undefined => {
  if (typeof text !== 'string') return undefined;
  const [n = '0', d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)];
};

/** The value against an edge in units of the twelfth decimal times the value's denominator: 0 on it, ±d a unit beside it. */
const off = ([n, d]: readonly [bigint, bigint], edge: bigint): bigint => n * UNIT - edge * d;

interface Outcome {
  readonly doc: DocObject;
  /** The rule taken. */
  readonly rule: DocObject | undefined;
  readonly state: Json;
  readonly points: Json;
  readonly maximum: bigint;
  readonly explanation: Result;
  readonly answer: DocObject;
  readonly groups: number;
  readonly mode: string;
}

/** What became of one item. */
export function itemEvents(outcome: Outcome): string[] {
  const { rule, state, explanation } = outcome;
  const kind = String(rule?.['kind']);
  const found = [...ofReasons(outcome, kind), ...ofConditions(outcome), ...ofBranch(outcome)];
  if (explanation['capped'] === true) {
    const [n] = ratio(outcome.points) ?? [0n];
    found.push(`capped at the ${n < 0n || (n === 0n && outcome.maximum > 0n) ? 'minimum' : 'maximum'}: ${kind}`);
  }
  if (rule && state === 'scored' && explanation['because'] === null) found.push(...ofValue(outcome, rule, kind), ...ofChecks(explanation, rule, kind));
  if (rule && kind === 'surveyMean') found.push(...ofSurvey(outcome, rule));
  if (state === 'scored' && kind === 'formula' && String(rule?.['expression']).includes('round(')) found.push(`formula: rounds ${outcome.mode}`);
  return found;
}

const OUTSIDE_THE_RULE: Readonly<Record<string, string>> = { type: 'not its type', excluded: 'excluded', branch: 'branch: notApplicable' };

function ofReasons({ doc, rule, state, explanation }: Outcome, kind: string): string[] {
  const because = String(explanation['because']);
  const policy = String(doc['whenNotApplicable'] ?? 'refused');
  const of = rule?.['of'];
  const found: string[] = [];
  if (because in OUTSIDE_THE_RULE) found.push(OUTSIDE_THE_RULE[because] as string);
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

function ofValue({ explanation }: Outcome, rule: DocObject, kind: string): string[] {
  const value = ratio(explanation['value']);
  if (!value) return [];
  if (kind === 'bands') return ofBands(value, explanation, rule, kind);
  if (kind === 'change') return [...(value[0] > 0n ? [] : [`change: value ${value[0] === 0n ? '0' : 'below 0'}`]), ...ofBands(value, explanation, rule, kind)];
  if (kind === 'proportional') return ofShare(value, rule);
  if (kind !== 'perUnit') return [];
  const distance = off(value, unitsIn(rule['free']) ?? 0n);
  return [`perUnit: ${distance < 0n ? 'under' : distance === 0n ? 'at' : 'over'} the free units`];
}

type Fraction = readonly [bigint, bigint];

function ofBands(value: Fraction, { band }: Result, rule: DocObject, kind: string): string[] {
  const found = band === 'otherwise' ? [`${kind}: otherwise`] : Number(band) > 0 ? [`${kind}: second band or later`] : [];
  for (const entry of rule['bands'] as DocObject[]) {
    const distance = off(value, unitsIn(entry['from'] ?? entry['above']) ?? 0n);
    if (distance === 0n) found.push(`${kind}: on the edge of ${'from' in entry ? 'from' : 'above'}`);
    if (distance === -value[1]) found.push(`${kind}: a unit under an edge`);
    if (distance === value[1]) found.push(`${kind}: a unit over an edge`);
  }
  return found;
}

function ofShare(value: Fraction, rule: DocObject): string[] {
  const floor = unitsIn(rule['floor']);
  const fromFloor = floor === undefined ? 1n : off(value, floor);
  const fromTarget = off(value, unitsIn(rule['target']) ?? UNIT);
  const happened: readonly (readonly [boolean, string])[] = [
    [fromFloor < 0n, 'under the floor'],
    [fromFloor === 0n, 'on the floor'],
    [fromFloor === -value[1], 'a unit under the floor'],
    [fromTarget === 0n, 'on the target'],
    [fromTarget > 0n, 'over the target'],
    [value[0] < 0n, 'below 0'],
    [rule['round'] !== undefined, 'row rounded'],
  ];
  return happened.filter(([did]) => did).map(([, what]) => `proportional: ${what}`);
}

function ofChecks(explanation: Result, rule: DocObject, kind: string): string[] {
  if (kind !== 'checks' && kind !== 'deduct') return [];
  const ticked = (((explanation['inputs'] as Result)['answer'] as Result)['checks'] as string[]).length;
  return [`${kind}: ${ticked === 0 ? 'no check' : ticked === (rule['checks'] as DocObject[]).length ? 'every check' : 'some checks'}`];
}

function ofSurvey({ state, explanation, groups }: Outcome, rule: DocObject): string[] {
  const estimates = ((explanation['inputs'] as Result)['estimates'] ?? {}) as Result;
  const there = Object.values(estimates).map((byGroup) => Object.values(byGroup as Result) as Result[]);
  if (state === 'notAnswered' && there.length === 0 && explanation['because'] === null) return ['surveyMean: nothing there'];
  if (state !== 'scored') return [];
  const least = Number((unitsIn(rule['minimumAnswers']) ?? UNIT) / UNIT);
  const every = there.length === (rule['questions'] as DocObject[]).length && there.every((byGroup) => byGroup.length === groups);
  return [
    ...(there.some((byGroup) => byGroup.some((estimate) => Number(estimate['answers']) < least)) ? ['surveyMean: a group is left out'] : []),
    every ? 'surveyMean: every group is there' : 'surveyMean: a question is not asked of a group',
  ];
}
