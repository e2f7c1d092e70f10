import * as exact from '../quantity/rational.ts';
import { fromText, type Rational, type RoundingMode } from '../quantity/rational.ts';
import type { Faults } from '../reading/faults.ts';
import type { Path } from '../reading/path.ts';
import type { Draft, Shape } from '../reading/shape.ts';
import type { RuleWording } from '../words/rule-wording.ts';
import type { Ask } from './asks.ts';
import type { FigureType } from './figure-type.ts';
import type { Answer, AnswerKey, Inputs, Outcome, Uses } from './inputs.ts';
import type { Seek } from './seek.ts';

/** Between which points an item may lie; `minimum` null: a penalty without limit. */
export interface Bounds {
  readonly penalty: boolean;
  readonly maximum: Rational;
  readonly minimum: Rational | null;
}

/** What a rule's check can use; bounds are undefined if the item's own are faulty. */
export interface RuleContext {
  readonly faults: Faults;
  /** Undefined where the item's group is not known. */
  readonly penalty: boolean | undefined;
  readonly bounds: Bounds | undefined;
  /** Declared figures; undefined where the type is faulty. */
  readonly figures: ReadonlyMap<string, FigureType | undefined>;
  /** Question ids. */
  readonly questions: ReadonlySet<string>;
  /** Whether every declaration has a readable id: only then is an unlisted name unknown. */
  readonly allFigures: boolean;
  readonly allQuestions: boolean;
}

/** What the scheme says that arithmetic needs. */
export interface Constants {
  readonly mode: RoundingMode;
  readonly surveyGroups: readonly { readonly id: string; readonly weight: Rational }[];
  /** The groups that are asked a question. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

export type Evaluate = (inputs: Inputs) => Outcome;

/** The static side of a rule: its shape, defaults, checks, and the answers it accepts. */
export interface RuleForm<R> {
  readonly shape: Shape<R>;
  /** Writes out the defaults that depend on the item, for the normal form. */
  complete?(rule: Draft<R>, maximum: string | undefined): void;
  /** Semantic faults, found in whatever could be read. */
  check(rule: Draft<R>, path: Path, context: RuleContext): void;
}

/**
 * One way of turning figures and answers into points, complete in one file, with its words and a file of examples beside
 * it; the closed set is in `plain-kinds.ts`.
 */
export interface RuleKind<R> extends RuleForm<R> {
  /** The keys of an answer that the rule uses. */
  readonly takes: readonly AnswerKey[];
  /** Faults in the values of those keys. */
  checkAnswer?(rule: R, answer: Draft<Answer>, path: Path, faults: Faults, bounds: Bounds): void;
  uses(rule: R, constants: Constants): Uses;
  compile(rule: R, bounds: Bounds, constants: Constants): Evaluate;
  /** What its form asks for besides figures. */
  readonly asks: Ask<R>;
  /** What would bring the next points. */
  readonly seeks: Seek<R>;
  /** How the rule and its results are worded. */
  readonly words: RuleWording<R>;
}

export const within = (points: Rational, { minimum, maximum }: Bounds): boolean =>
  exact.compare(points, maximum) <= 0 && (minimum === null || exact.compare(points, minimum) >= 0);

/** Reports fixed points outside minimum…maximum of the item. */
export function checkPoints(points: string | undefined, path: Path, { bounds, faults }: RuleContext): void {
  if (points !== undefined && bounds && !within(fromText(points), bounds)) {
    faults.add('outOfRange', path, {
      found: points,
      expected: `${bounds.minimum ? exact.toFraction(bounds.minimum) : '…'}…${exact.toFraction(bounds.maximum)}`,
    });
  }
}

/** Refuses a rule kind that makes no sense in a penalty group. */
export function refuseInPenalty(path: Path, { penalty, faults }: RuleContext): void {
  if (penalty) faults.add('notAllowedHere', path);
}

/** Reports duplicate ids; `paths` gives the place of each. */
export function checkUnique(ids: readonly (string | undefined)[], pathOf: (index: number) => Path, faults: Faults): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (id === undefined) return;
    if (seen.has(id)) faults.add('duplicateId', pathOf(index), { found: id });
    seen.add(id);
  });
}
