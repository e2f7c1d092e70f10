import type { Act } from '../ledger/entry.ts';
import type { FigureField, ItemField } from '../ledger/fields.ts';
import type { DateRefusal } from '../quantity/typed-date.ts';
import type { NumberRefusal } from '../quantity/typed-number.ts';
import type { FaultCode } from '../reading/faults.ts';
import type { UnreadableCode } from '../reading/raw.ts';
import type { FunctionName } from '../rules/expression/parse.ts';
import type { Because } from '../rules/inputs.ts';
import type { GroupKind, SchemeStatus, Source, WhenNotApplicable } from '../scheme/types.ts';
import type { ItemState, ReasonWithoutIndex } from '../scoring/result.ts';
import type { EvidencePhrases } from './evidence-phrases.ts';

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
  days(count: string): string;
  percentagePoints(count: string): string;

  readonly status: Readonly<Record<SchemeStatus, string>>;
  readonly statusNote: Readonly<Record<SchemeStatus, string>>;
  readonly source: Readonly<Record<Source, string>>;
  readonly group: Readonly<Record<GroupKind, string>>;
  readonly state: Readonly<Record<ItemState, string>>;
  readonly reason: Readonly<Record<ReasonWithoutIndex, string>>;
  readonly because: Readonly<Record<Because, string>>;
  readonly fault: Readonly<Record<FaultCode, (details: Readonly<Record<string, string>>) => string>>;
  /** Why a file cannot be read, to follow a colon. */
  readonly unreadable: Readonly<Record<UnreadableCode, string>>;
  /** Why what was typed into a field is no number or date, and how to write it. */
  readonly typedNumber: Readonly<Record<NumberRefusal, string>>;
  readonly typedDate: Readonly<Record<DateRefusal, string>>;
  readonly legalBasis: {
    decision(number: string): string;
    regulation(number: string): string;
    resolution(number: string): string;
    dated(cited: string, date: string): string;
  };

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
  /** A band of one value. */
  exactly(value: string): string;
  /** The first band of a share that cannot be greater. */
  reached(value: string): string;
  readonly otherwise: string;

  readonly expression: {
    readonly and: string;
    readonly or: string;
    readonly not: string;
    choose(cases: readonly { readonly when: string; readonly gives: string }[], otherwise: string): string;
    days(from: string, to: string): string;
    readonly call: Readonly<Record<Exclude<FunctionName, 'choose' | 'days'>, (args: readonly string[]) => string>>;
  };

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
    /** `target` is reached at its own or from there up. */
    proportional(quantity: string, maximum: string, target: string, endsThere: boolean): string;
    floor(floor: string, points: string): string;
    rowRounding(places: string): string;
    perUnit(quantity: string, points: string, unit: string, free: string | undefined): string;
    /** What one more of a quantity is called. */
    readonly unit: Readonly<Record<'number' | 'percent' | 'days', string>>;
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

  /** What went into an item's points. */
  readonly input: {
    previous(title: string): string;
    estimate(mean: string, answers: string): string;
    readonly yes: string;
    readonly level: string;
    readonly points: string;
    readonly checks: string;
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

  /** What an item's next points want. */
  readonly next: {
    figure(figure: string, more: string, present: string, wanted: string, points: string): string;
    /** The rise to full points, by itself. */
    fullFrom(figure: string, more: string, present: string, wanted: string, points: string): string;
    /** The same after another sentence on the figure. */
    full(more: string, wanted: string, points: string): string;
    option(option: string, points: string): string;
    /** Things still to be done, each in quotes. */
    checks(titles: string, points: string): string;
  };

  /** What entries of a sheet's ledger did. */
  readonly entry: {
    /** Who acted, with the office in parentheses where it is known. */
    who(name: string, office: string | undefined, onBehalfOf: string | undefined): string;
    readonly act: Readonly<Record<Act, (changes: string | undefined) => string>>;
    /** What a field of an item is called within a sentence. */
    readonly itemField: Readonly<Record<ItemField, string>>;
    conditionField(title: string): string;
    /** What a field of a figure is called; the figure's title stands in quotes. */
    readonly figureField: Readonly<Record<FigureField, (figure: string) => string>>;
    entered(field: string, value: string): string;
    changed(field: string, before: string, after: string): string;
    removed(field: string, before: string | undefined): string;
    /** The same of a long text, which is not repeated. */
    textEntered(field: string): string;
    textChanged(field: string): string;
    textErased(field: string): string;
    /** Changes that took each other back. */
    readonly tookBack: string;
    readonly nothingTicked: string;
    atItem(code: string): string;
    because(reason: string): string;
    sentence(who: string, did: string, place: string, because: string): string;
  };

  readonly evidence: EvidencePhrases;
}
