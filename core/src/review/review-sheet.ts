import * as exact from '../quantity/rational.ts';
import type { FractionText } from '../scoring/result.ts';
import { countBySeverity } from './by-item.ts';
import type { SheetChecks } from './checks.ts';
import { FINDING_CODES, type Finding, type FindingCode, SEVERITIES, type Severity } from './finding.ts';
import type { FoundFinding, Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { countedFinding, isError, mendCounts } from './mend-counts.ts';
import { type ReviewedSheet, type ReviewInput, reviewedSheet } from './reviewed-sheet.ts';
import { undocumentedIn } from './undocumented-in.ts';

/** How many items there are of which this is the hardest that was found, and the points that rest on all findings of it: each item counts once. */
export interface SeverityTotal {
  readonly count: number;
  readonly costs: FractionText;
}

/** All that was found in a sheet. */
export interface Review {
  /** By severity, then by points, most first, then in the scheme's order. */
  readonly findings: readonly Finding[];
  readonly totals: Readonly<Record<Severity, SeverityTotal>>;
}

/**
 * The check before sending (rà soát): all that is missing, contradicting, implausible or without proof in a sheet, at once.
 * What must be explained is found as long as none of its items has a justification. @param about only what concerns these
 * items; undefined: the whole sheet
 */
export function reviewSheet(input: ReviewInput, checks: SheetChecks, about?: ReadonlySet<string>): Review {
  const sheet = reviewedSheet(input);
  const all = FINDING_CODES.flatMap((code) => findingsOf(code, sheet, checks));
  const findings = about ? all.filter(({ items }) => items.some((item) => about.has(item))) : all;
  return { findings: inOrder(findings, sheet), totals: Object.fromEntries(SEVERITIES.map((one) => [one, totalOf(one, findings, sheet)])) as Review['totals'] };
}

/** Of the same only the errors, in no order. */
export function contradictionsOf(input: ReviewInput, checks: SheetChecks): Finding[] {
  const sheet = reviewedSheet(input);
  const codes = FINDING_CODES.filter((code) => isError(code) && severityOf(code, checks) === 'mustMend');
  return codes.flatMap((code) => findingsOf(code, sheet, checks));
}

/** Items of a sheet, each counted once by the hardest that was found of it, besides those without an answer. */
export interface ReviewCounts {
  /** With an error in figures or their grounds. */
  readonly mustMend: number;
  readonly mustExplain: number;
  /** Whose points rest on no document, justified or not. */
  readonly undocumented: number;
}

/** Of the same only how much it is: what is asked of many sheets at once. */
export function reviewCounts(input: ReviewInput, checks: SheetChecks): ReviewCounts {
  const sheet = reviewedSheet(input);
  const codes = FINDING_CODES.filter((code) => isError(code) && severityOf(code, checks) !== 'told');
  const found = codes.flatMap((code) => findingsOf(code, sheet, checks)).map(countedFinding);
  return { mustMend: mendCounts(found).errors, mustExplain: countBySeverity(found).mustExplain, undocumented: [...undocumentedIn(sheet, checks)].length };
}

const severityOf = (code: FindingCode, { severity }: SheetChecks): Severity => severity[code] ?? KINDS[code].severity;

function findingsOf(code: FindingCode, sheet: ReviewedSheet, checks: SheetChecks): Finding[] {
  const kind = KINDS[code] as Kind<FindingCode>;
  const severity = severityOf(code, checks);
  return [...kind.find(sheet, checks)].flatMap((found) => {
    if (severity === 'mustExplain' && !kind.explainsItself && found.items.some((item) => sheet.isJustified(item))) return [];
    return [finding(code, severity, found, sheet)];
  });
}

function finding(code: FindingCode, severity: Severity, { where, items, costs, details }: FoundFinding<FindingCode>, sheet: ReviewedSheet): Finding {
  const points = costs === undefined ? sheet.stakeOf(items) : costs;
  const place = { item: where.item ?? null, figure: where.figure ?? null };
  return { code, severity, where: place, items, costs: points && exact.toFraction(points), details } as Finding;
}

function inOrder(findings: readonly Finding[], { items, prepared }: ReviewedSheet): Finding[] {
  const itemAt = new Map(items.map(({ result }, index) => [result.code, index]));
  const figureAt = new Map(prepared.scheme.figures.map(({ id }, index) => [id, index]));
  const place = (at: ReadonlyMap<string, number>, id: string | null) => (id === null ? at.size : (at.get(id) ?? at.size));
  const points = ({ costs }: Finding) => (costs === null ? exact.integer(-1) : exact.fromFraction(costs));
  // Kinds come in the order of their codes, and a sort keeps the order of equals.
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      exact.compare(points(b), points(a)) ||
      place(itemAt, a.where.item) - place(itemAt, b.where.item) ||
      place(figureAt, a.where.figure) - place(figureAt, b.where.figure),
  );
}

function totalOf(severity: Severity, findings: readonly Finding[], sheet: ReviewedSheet): SeverityTotal {
  const own = findings.filter((one) => one.severity === severity);
  const costing = own.filter(({ costs }) => costs !== null);
  return {
    count: countBySeverity(findings.map(countedFinding))[severity],
    costs: exact.toFraction(sheet.stakeOf(costing.flatMap(({ items }) => items))),
  };
}
