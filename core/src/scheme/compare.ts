import { canonicalText } from '../reading/normal-form.ts';
import { searchKey } from '../text/search-key.ts';
import { forebearsOf } from './lineage.ts';
import { type Criterion, hasParts, type Item, itemsOf, type Scheme } from './types.ts';

/** A criterion or an item with where it stands. */
export interface Placed {
  readonly code: string;
  readonly title: { vi: string; en?: string };
  readonly domain: string;
  readonly maximum: string;
  readonly item: Item | undefined;
}

export const CHANGES = ['moved', 'points', 'rule', 'text'] as const;
export type Change = (typeof CHANGES)[number];

export interface Changed {
  readonly before: Placed;
  readonly after: Placed;
  readonly changes: readonly Change[];
  /** How the two were found to be one: the edition says so, the same code and title, or the same title. */
  readonly by: 'lineage' | 'code' | 'title';
}

export interface Comparison {
  readonly added: readonly Placed[];
  readonly removed: readonly Placed[];
  readonly changed: readonly Changed[];
  readonly unchanged: number;
}

/** Criteria and items of a scheme, in its order. */
export function placesOf(scheme: Scheme): Placed[] {
  return scheme.domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) => {
      const placed = (part: Criterion, item: Item | undefined): Placed => ({
        code: part.code,
        title: part.title,
        domain: domain.code,
        maximum: part.maximum,
        item,
      });
      return hasParts(criterion) ? [placed(criterion, undefined), ...itemsOf(criterion).map((item) => placed(item, item))] : [placed(criterion, criterion)];
    }),
  );
}

/** The forebear's code that the new edition names, if it names one of the old edition. */
function forebear(after: Placed, edition: string): string | undefined {
  return after.item && forebearsOf(after.item, edition)?.[0]?.item;
}

/** What changed from one edition to another: added, removed, moved, points, rule, text. */
export function compareSchemes(before: Scheme, after: Scheme): Comparison {
  const old = new Map(placesOf(before).map((placed) => [placed.code, placed]));
  const left = new Set(old.values());
  const fresh = placesOf(after);
  const pairs = new Map<Placed, { before: Placed; by: Changed['by'] }>();
  const pair = (by: Changed['by'], find: (placed: Placed) => Placed | undefined) => {
    for (const placed of fresh) {
      if (pairs.has(placed)) continue;
      const match = find(placed);
      if (!match || !left.has(match) || (match.item === undefined) !== (placed.item === undefined)) continue;
      pairs.set(placed, { before: match, by });
      left.delete(match);
    }
  };
  const sameTitle = (a: Placed, b: Placed) => searchKey(a.title.vi) === searchKey(b.title.vi);
  pair('lineage', (placed) => old.get(forebear(placed, before.id) ?? ''));
  pair('code', (placed) => {
    const match = old.get(placed.code);
    return match && sameTitle(match, placed) ? match : undefined;
  });
  // A criterion with parts has no points of its own: under the same code it is the same part of the tree.
  pair('code', (placed) => (placed.item ? undefined : old.get(placed.code)));
  pair('title', (placed) => [...left].find((candidate) => sameTitle(candidate, placed)));

  const all = [...pairs].map(([placed, { before: match, by }]) => ({ before: match, after: placed, by, changes: changesBetween(match, placed) }));
  const changed = all.filter(({ changes }) => changes.length > 0);
  return { added: fresh.filter((placed) => !pairs.has(placed)), removed: [...left], changed, unchanged: all.length - changed.length };
}

/** What of an item, or of a criterion, is not as it was. */
export function changesBetween(before: Placed, after: Placed): Change[] {
  const differs: Readonly<Record<Change, boolean>> = {
    moved: before.code !== after.code || before.domain !== after.domain,
    points: before.maximum !== after.maximum || before.item?.minimum !== after.item?.minimum,
    rule: canonicalText(ruleParts(before)) !== canonicalText(ruleParts(after)),
    text: before.title.vi !== after.title.vi,
  };
  return CHANGES.filter((change) => differs[change]);
}

/** All that decides points besides the maximum. */
function ruleParts({ item }: Placed): unknown {
  if (!item) return {};
  const { rule, whenNotApplicable, notArisen, conditions, appliesTo, source } = item;
  return {
    rule: ruleWithoutMaximum(rule, item.maximum),
    whenNotApplicable,
    claimable: notArisen !== undefined,
    conditions,
    source,
    ...(appliesTo ? { appliesTo } : {}),
  };
}

/** yesNo's points default to the maximum: a change of the maximum alone is no change of the rule. */
function ruleWithoutMaximum(rule: Item['rule'], maximum: string): unknown {
  return rule.kind === 'yesNo' && rule.yes === maximum ? { ...rule, yes: 'maximum' } : rule;
}
