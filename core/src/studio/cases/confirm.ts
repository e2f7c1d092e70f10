import { decimalOf } from '../../quantity/decimal.ts';
import { isNumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import type { ItemState } from '../../scoring/result.ts';
import type { Change } from '../operations/change.ts';
import type { Renamed } from '../operations/operation.ts';
import { setKey } from '../operations/tree-steps.ts';
import type { CaseOutcome, ProposedCase } from './propose.ts';

/** What a person says that the decision gives. */
export interface ExpectedPoints {
  /** A number or "n/d". */
  readonly points: string;
  readonly state?: ItemState;
  readonly why?: string;
}

const fractionOf = (points: string): string | undefined => {
  if (isNumberText(points)) return exact.toFraction(exact.fromText(points));
  return /^-?\d+\/[1-9]\d*$/.test(points) ? exact.toFraction(exact.fromFraction(points)) : undefined;
};

/**
 * What a person said of a case, as a case of the edition's file, and whether the draft gives something else: then either the rule or the case is
 * wrong, and the person decides which. Undefined: the points cannot be read.
 */
export function confirmCase(
  proposed: ProposedCase,
  said: ExpectedPoints,
  outcome: CaseOutcome | undefined,
): { readonly case: RawObject; readonly differs: boolean } | undefined {
  const fraction = fractionOf(said.points);
  if (fraction === undefined) return undefined;
  const expect: RawObject = { points: decimalOf(exact.fromFraction(fraction)) ?? fraction, ...(said.state ? { state: said.state } : {}) };
  const differs = outcome?.points !== fraction || (said.state !== undefined && outcome.state !== said.state);
  return { case: { ...proposed.given, expect, ...(said.why ? { why: { vi: said.why } } : {}) }, differs };
}

/** Puts a case behind the last of the same item, or at the end. */
export function addCase(cases: Raw, added: RawObject): Change[] {
  const list = Array.isArray(cases) ? cases : [];
  const last = list.findLastIndex((entry) => isObject(entry) && entry['item'] === added['item']);
  return [{ change: 'insert', at: [last < 0 ? list.length : last + 1], value: added }];
}

/** The keys of a case under which things are named, by what they are. */
const NAMED_KEYS: readonly (readonly [Renamed['what'], readonly (readonly string[])[]])[] = [
  ['figure', [['figures'], ['previous', 'figures']]],
  ['item', [['others']]],
  ['question', [['estimates']]],
];

const at = (entry: Raw | undefined, keys: readonly string[]): Raw | undefined =>
  keys.reduce<Raw | undefined>((here, key) => (isObject(here) ? here[key] : undefined), entry);

/** Cases follow what was renamed in the scheme. */
export function followInCases(cases: Raw, renamed: readonly Renamed[]): Change[] {
  if (!Array.isArray(cases)) return [];
  const nameOf = (what: Renamed['what'], name: string) => renamed.find((each) => each.what === what && each.from === name)?.to ?? name;
  return cases.flatMap((entry, index): Change[] => {
    if (!isObject(entry)) return [];
    const item = entry['item'];
    const own = typeof item === 'string' && nameOf('item', item) !== item ? setKey(cases, [index, 'item'], nameOf('item', item)) : [];
    const inside = NAMED_KEYS.flatMap(([what, places]) =>
      places.flatMap((keys) => {
        const named = at(entry, keys);
        if (!isObject(named) || !Object.keys(named).some((name) => nameOf(what, name) !== name)) return [];
        return setKey(cases, [index, ...keys], Object.fromEntries(Object.entries(named).map(([name, value]) => [nameOf(what, name), value])));
      }),
    );
    const groups = renamed.some(({ what }) => what === 'surveyGroup') ? groupsFollow(cases, index, entry, nameOf) : [];
    return [...own, ...inside, ...groups];
  });
}

function groupsFollow(cases: Raw, index: number, entry: RawObject, nameOf: (what: Renamed['what'], name: string) => string): Change[] {
  const estimates = entry['estimates'];
  if (!isObject(estimates)) return [];
  const renamed = Object.fromEntries(
    Object.entries(estimates).map(([question, groups]) => [
      question,
      isObject(groups) ? Object.fromEntries(Object.entries(groups).map(([group, value]) => [nameOf('surveyGroup', group), value])) : groups,
    ]),
  );
  return setKey(cases, [index, 'estimates'], renamed);
}
