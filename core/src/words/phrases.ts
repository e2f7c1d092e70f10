import type { FaultCode } from '../reading/faults.ts';
import type { Because } from '../rules/inputs.ts';
import type { ItemState, ReasonWithoutIndex } from '../scoring/result.ts';
import type { GroupKind, SchemeStatus, Source, WhenNotApplicable } from '../scheme/types.ts';

/** A band's edges as texts: "từ … đến dưới …". */
export interface Edges {
  readonly low?: { readonly text: string; readonly taken: boolean };
  readonly high?: { readonly text: string; readonly taken: boolean };
}

/** Every sentence that the core says, in one language. Builders put them together; none is written elsewhere. */
export interface Phrases {
  readonly yes: string;
  readonly no: string;
  readonly and: string;
  quote(text: string): string;
  points(count: string): string;

  readonly status: Readonly<Record<SchemeStatus, string>>;
  readonly statusNote: Readonly<Record<SchemeStatus, string>>;
  readonly source: Readonly<Record<Source, string>>;
  readonly group: Readonly<Record<GroupKind, string>>;
  readonly state: Readonly<Record<ItemState, string>>;
  readonly reason: Readonly<Record<ReasonWithoutIndex, string>>;
  readonly because: Readonly<Record<Because, string>>;
  readonly fault: Readonly<Record<FaultCode, (details: Readonly<Record<string, string>>) => string>>;

  readonly partsOnly: string;
  readonly assumedThresholds: string;
  readonly whenNotApplicable: Readonly<Record<WhenNotApplicable, string>>;
  appliesTo(types: string): string;
  condition(title: string, answer: string, points: string): string;

  readonly quantity: {
    ratio(of: string, to: string): string;
    days(from: string, to: string): string;
    estimate(question: string): string;
    formula(expression: string): string;
  };
  readonly whenNothing: Readonly<Record<'notApplicable' | 'full' | 'zero', string>>;
  readonly over: Readonly<Record<'refuse' | 'cap' | 'allow', string>>;
  edges(edges: Edges): string;
  readonly otherwise: string;

  readonly rule: {
    given(maximum: string, step: string | undefined): string;
    readonly yesNo: string;
    readonly levels: string;
    upTo(points: string): string;
    readonly checks: string;
    checksAll(maximum: string): string;
    deduct(maximum: string): string;
    deductWorst(maximum: string): string;
    bands(quantity: string): string;
    proportional(quantity: string, maximum: string, target: string): string;
    floor(floor: string, points: string): string;
    rowRounding(places: string): string;
    perUnit(quantity: string, points: string, free: string | undefined): string;
    changePrevious(quantity: string): string;
    changeFigure(quantity: string, figure: string): string;
    readonly whenNoPrevious: Readonly<Record<'notApplicable' | 'zero' | 'full', string>>;
    branch(code: string, title: string): string;
    branchCase(answer: string): string;
    readonly branchOtherwise: string;
    readonly branchNotApplicable: string;
    surveyMean(maximum: string): string;
    readonly groupWeights: Readonly<Record<'declared' | 'answers', string>>;
    minimumAnswers(count: string): string;
    readonly belowMinimum: Readonly<Record<'notAnswered' | 'notApplicable', string>>;
    formula(expression: string): string;
  };

  readonly explain: {
    given(points: string): string;
    answered(answer: string, points: string): string;
    level(title: string, points: string): string;
    allChecks(done: string, of: string, points: string): string;
    inBand(edges: string, points: string): string;
    belowFloor(value: string, floor: string, points: string): string;
    rounded(from: string, places: string, to: string): string;
    groupMean(group: string, mean: string, answers: string): string;
    groupLeftOut(group: string, minimum: string): string;
    change(now: string, before: string, difference: string): string;
    case(answer: string): string;
    readonly caseOtherwise: string;
    cappedMaximum(points: string, maximum: string): string;
    cappedMinimum(points: string, minimum: string): string;
    conditionSets(title: string, answer: string, points: string): string;
    missing(what: string): string;
    verdict(points: string, maximum: string): string;
    leavesMaximum: string;
    missingAnswer: string;
    missingItem(code: string): string;
    missingCondition(title: string): string;
    missingEstimate(question: string): string;
  };
}
