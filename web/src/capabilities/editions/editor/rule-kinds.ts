import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import type { RuleKindName } from '@parindex/core/rules/registry';
import { rulesIn } from './answers-of-item.ts';
import { freshQuantity, quantityKind } from './quantity-field.tsx';

/** Kinds of rules as people tell them apart: what is due in time is a matter of its own, though bands over days. */
export const TOLD_KINDS = [
  'bands',
  'proportional',
  'perUnit',
  'deadline',
  'yesNo',
  'levels',
  'checks',
  'deduct',
  'given',
  'change',
  'surveyMean',
  'formula',
  'branch',
] as const satisfies readonly (RuleKindName | 'deadline')[];
export type ToldKind = (typeof TOLD_KINDS)[number];
true satisfies RuleKindName extends ToldKind ? true : never;

/** Kinds of rules that stand by themselves; a rule by cases chooses among these. */
export type PlainToldKind = Exclude<ToldKind, 'branch'>;
export const PLAIN_TOLD_KINDS = TOLD_KINDS.filter((kind): kind is PlainToldKind => kind !== 'branch');

export const toldKind = (rule: Raw | undefined): ToldKind | undefined => {
  if (!isObject(rule)) return undefined;
  if (rule['kind'] === 'bands' && quantityKind(rule['of']) === 'days') return 'deadline';
  return TOLD_KINDS.find((kind) => kind === rule['kind']);
};

const number = (text: string) => new NumberToken(text);

/** A rule of a kind, with what goes on to hold of the one before: what it measures, its bands, its rows; of cases the first one's rule. */
export function freshRule(kind: ToldKind, before: Raw | undefined, maximum: string): RawObject {
  const old = soleRule(before);
  const most = number(maximum === '' ? '1' : maximum);
  const measured = quantityKind(old['of']);
  const of = measured !== undefined && measured !== 'days' ? (old['of'] as Raw) : freshQuantity('ratio');
  const bands = Array.isArray(old['bands']) ? { bands: old['bands'], otherwise: old['otherwise'] ?? number('0') } : undefined;
  const rows = (fresh: RawObject): Raw => {
    const list = old['checks'] ?? old['levels'];
    if (!Array.isArray(list) || list.length === 0) return [fresh];
    return list.map((each) => (isObject(each) ? { ...each, points: each['points'] ?? each['upTo'] ?? number('0') } : each)).map(withoutUpTo);
  };
  const row: RawObject = { id: 'a', title: { vi: '' }, points: most };
  const name: RuleKindName = kind === 'deadline' ? 'bands' : kind;
  const made = ((): RawObject => {
    switch (kind) {
      case 'bands':
        return { of, ...(bands ?? { bands: [{ from: number('1'), points: most }], otherwise: number('0') }) };
      case 'deadline':
        return { of: freshQuantity('days'), bands: [{ above: number('0'), points: number('0') }], otherwise: most };
      case 'change':
        return {
          of,
          against: 'previous',
          ...(bands ?? { bands: [{ from: number('0'), points: most }], otherwise: number('0') }),
          whenNoPrevious: 'notApplicable',
        };
      case 'proportional':
        return { of, target: number('1') };
      case 'perUnit':
        return { of: measured === 'figure' ? (old['of'] as Raw) : freshQuantity('figure'), points: most };
      case 'yesNo':
      case 'given':
        return {};
      case 'levels':
        return { levels: rows(row) };
      case 'checks':
        return { checks: rows(row) };
      case 'deduct':
        return { checks: rows(row), combine: 'sum' };
      case 'surveyMean':
        return { questions: [], groupWeights: 'declared', belowMinimum: 'notAnswered' };
      case 'formula':
        return { expression: '' };
      case 'branch':
        return { on: { item: '' }, cases: [{ is: true, rule: old['kind'] === undefined ? { kind: 'yesNo' } : old }], otherwise: 'notApplicable' };
    }
  })();
  return { kind: name, ...made };
}

/** The rule that goes on to hold where there is one only. */
function soleRule(rule: Raw | undefined): RawObject {
  const [first] = rulesIn(rule);
  return isObject(first) ? first : {};
}

function withoutUpTo(row: Raw): Raw {
  if (!isObject(row)) return row;
  const { upTo: _, ...rest } = row;
  return rest;
}

/** An id for a row that no other row has: nobody sees it. */
export function freeRowId(rows: readonly Raw[]): string {
  const taken = new Set(rows.map((row) => (isObject(row) ? row['id'] : undefined)));
  for (let next = 1; ; next += 1) {
    const id = next <= 26 ? String.fromCharCode(96 + next) : `r${next}`;
    if (!taken.has(id)) return id;
  }
}
