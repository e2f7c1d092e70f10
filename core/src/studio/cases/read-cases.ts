import { runCases } from '../../cases/run-cases.ts';
import { Faults } from '../../reading/faults.ts';
import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import type { Scheme } from '../../scheme/types.ts';

/** A case as the file has it. */
export interface WrittenCase {
  /** Its place in the file. */
  readonly index: number;
  readonly entry: RawObject;
  /** The draft gives something else than it expects, or it cannot be scored at all. */
  readonly fails: boolean;
}

/** The cases of a file by the code of their item, each with whether it comes out. */
export function casesByItem(cases: Raw, scheme: Scheme): ReadonlyMap<string, readonly WrittenCase[]> {
  const faults = new Faults();
  runCases(scheme, cases, faults);
  const failing = new Set(faults.list.map(({ keys: [index] }) => index));
  const byItem = new Map<string, WrittenCase[]>();
  (Array.isArray(cases) ? cases : []).forEach((entry, index) => {
    const item = isObject(entry) ? entry['item'] : undefined;
    if (!isObject(entry) || typeof item !== 'string') return;
    byItem.set(item, [...(byItem.get(item) ?? []), { index, entry, fails: failing.has(index) }]);
  });
  return byItem;
}

/** Whether two cases are of one situation, whatever they expect and why. */
export function isSameSituation(one: RawObject, other: RawObject): boolean {
  const situation = ({ expect: _, why: __, ...given }: RawObject) => JSON.stringify(given, (_key, value) => (isObject(value) ? sorted(value) : value));
  return situation(one) === situation(other);
}

const sorted = (object: RawObject): RawObject => Object.fromEntries(Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)));
