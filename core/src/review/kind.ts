import type { Rational } from '../quantity/rational.ts';
import type { SheetChecks } from './checks.ts';
import type { DetailsOf, FindingCode, Severity, Where } from './finding.ts';
import type { ReviewedSheet } from './reviewed-sheet.ts';

/** What a kind found, before its severity and points are known. */
export interface FoundFinding<C extends FindingCode> {
  readonly where: Partial<Where>;
  /** Codes of the items whose points hang on it. */
  readonly items: readonly string[];
  /** Where it is not what rests on the items; null: it says nothing of points. */
  readonly costs?: Rational | null;
  readonly details: DetailsOf[C];
}

/** One kind of finding. */
export interface Kind<C extends FindingCode> {
  /** Where the edition declares none. */
  readonly severity: Severity;
  /** What explains it is among what it looks for: a justification alone does not settle it. */
  readonly explainsItself?: true;
  find(sheet: ReviewedSheet, checks: SheetChecks): Iterable<FoundFinding<C>>;
}
