import * as exact from '../quantity/rational.ts';
import { SEVERITIES, type Severity } from './finding.ts';

interface ToldFinding {
  readonly severity: Severity;
  readonly item: string | null;
  readonly costs: string | null;
}

/** All that was found at an item. */
export interface FoundAtItem<T extends ToldFinding> {
  readonly item: string | null;
  /** Of the hardest finding. */
  readonly severity: Severity;
  /** The most points that rest on one of them; null where none says anything of points. */
  readonly costs: string | null;
  /** The hardest first. */
  readonly findings: readonly T[];
}

/** Findings by item, each item once, in the order of their first findings; what is of no item stands by itself. */
export function findingsByItem<T extends ToldFinding>(findings: readonly T[]): FoundAtItem<T>[] {
  return [...Map.groupBy(findings, (finding) => finding.item ?? finding).values()].map((at) => {
    const sorted = at.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    const [first] = sorted as [T, ...T[]];
    const costs = at.flatMap((one) => one.costs ?? []).toSorted((a, b) => exact.compare(exact.fromFraction(b), exact.fromFraction(a)))[0];
    return { item: first.item, severity: first.severity, costs: costs ?? null, findings: sorted };
  });
}

/** How many items there are of which this is the hardest that was found: each counts once. */
export function countBySeverity(findings: readonly Pick<ToldFinding, 'item' | 'severity'>[]): Record<Severity, number> {
  const hardest = findingsByItem(findings.map(({ item, severity }) => ({ item, severity, costs: null }))).map(({ severity }) => severity);
  const count = (of: Severity) => hardest.filter((severity) => severity === of).length;
  return { mustMend: count('mustMend'), mustExplain: count('mustExplain'), told: count('told') };
}
