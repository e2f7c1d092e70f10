import { isNumberText, type NumberText, shortest } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { type Fault, Faults } from '../../reading/faults.ts';
import { isObject, NumberToken, type Raw, type RawObject } from '../../reading/raw.ts';
import { sumOf } from '../../scheme/complete.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { type Keys, valueAt } from '../operations/change.ts';
import { codeOf, partsOf } from '../operations/places.ts';

/** What the points of a part and of those below it say to each other. */
export interface PointsOfPart {
  /** Where it stands: a group of points, a domain, a criterion with parts. */
  readonly keys: Keys;
  readonly code: string | undefined;
  /** As it is written; null where nothing that can be read is. */
  readonly written: NumberText | null;
  /** What those below add up to; null while the points of one are not known. */
  readonly sum: NumberText | null;
  /** By how much those below are over what is written, or short of it; null where they agree or cannot be compared. */
  readonly over: NumberText | null;
  readonly missing: NumberText | null;
  /** How many below have no points yet. */
  readonly open: number;
}

/** A draft as it stands: all that is wrong, and the points of each level. */
export interface CheckedDraft {
  readonly faults: readonly Fault[];
  readonly points: readonly PointsOfPart[];
  /** The scheme where nothing is wrong. */
  readonly scheme: Scheme | undefined;
}

function numberOf(part: RawObject, key: string): NumberText | null {
  const value = part[key];
  const text = value instanceof NumberToken ? value.text : value;
  return typeof text === 'string' && isNumberText(text) ? shortest(text) : null;
}

/** How a part counts above: as it is written, else by those below it. */
const countsAs = ({ written, sum }: Pick<PointsOfPart, 'written' | 'sum'>): NumberText | null => written ?? sum;

function pointsOf(keys: Keys, part: RawObject, below: readonly (NumberText | null)[], key = 'maximum'): PointsOfPart {
  const written = numberOf(part, key);
  const sum = sumOf(below.map((each) => each ?? undefined)) ?? null;
  const difference = written !== null && sum !== null ? exact.subtract(exact.fromText(sum), exact.fromText(written)) : exact.zero;
  const text = (value: exact.Rational) => sumOf([exact.toDecimal(value, 12, 'halfUp')]) ?? null;
  return {
    keys,
    code: codeOf(part) ?? (typeof part['id'] === 'string' ? part['id'] : undefined),
    written,
    sum,
    over: !exact.isZero(difference) && !exact.isNegative(difference) ? text(difference) : null,
    missing: exact.isNegative(difference) ? text(exact.negate(difference)) : null,
    open: below.filter((each) => each === null).length,
  };
}

interface Group {
  readonly keys: Keys;
  readonly part: RawObject;
}

/** The points of each group, domain and divided criterion, as far as they can be read; the groups come first. */
function pointsOfLevels(document: Raw): PointsOfPart[] {
  const written = valueAt(document, ['groups']);
  const groups: Group[] = (Array.isArray(written) ? written : []).flatMap((part, index) => (isObject(part) ? [{ keys: ['groups', index], part }] : []));
  const regular = groups.find(({ part }) => part['kind'] === 'regular');
  const parts = partsOf(document);
  const childrenOf = (keys: Keys) => parts.filter((each) => each.keys.length === keys.length + 2 && keys.every((key, index) => each.keys[index] === key));
  const levels: PointsOfPart[] = [];
  const ofGroup = new Map<unknown, (NumberText | null)[]>();
  for (const domain of parts.filter(({ level }) => level === 'domain')) {
    const group = domain.part['group'] ?? regular?.part['id'];
    const penalty = groups.some(({ part }) => part['id'] === group && part['kind'] === 'penalty');
    const item = (part: RawObject) => numberOf(part, 'maximum') ?? (penalty && part['maximum'] === undefined ? '0' : null);
    const inside: PointsOfPart[] = [];
    const below = childrenOf(domain.keys).map(({ keys, part }) => {
      if (!Array.isArray(part['subCriteria'])) return item(part);
      const own = pointsOf(
        keys,
        part,
        childrenOf(keys).map((each) => item(each.part)),
      );
      inside.push(own);
      return countsAs(own);
    });
    const own = pointsOf(domain.keys, domain.part, below);
    levels.push(own, ...inside);
    ofGroup.set(group, [...(ofGroup.get(group) ?? []), countsAs(own)]);
  }
  const above = groups.filter(({ part }) => part['kind'] === 'regular').map(({ keys, part }) => pointsOf(keys, part, ofGroup.get(part['id']) ?? []));
  return [...above, ...levels];
}

/**
 * All that is wrong with a draft and the points of each level, from scratch: a scheme as large as there are is checked between two keystrokes,
 * so that nothing has to be remembered of the check before.
 */
export function checkDraft(document: Raw): CheckedDraft {
  const faults = new Faults();
  const scheme = readScheme(document, faults);
  return { faults: faults.list, points: pointsOfLevels(document), scheme };
}
