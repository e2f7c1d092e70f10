import type { Rational, RoundingMode } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Uses } from '../rules/inputs.ts';
import type { Bounds, Constants, Evaluate } from '../rules/kind.ts';
import { type PlainRule, plainKindOf } from '../rules/plain-kinds.ts';
import { boundsOf } from '../scheme/bounds.ts';
import { type Group, type GroupKind, groupsAsked, type Item, itemsOf, type Scheme, SOURCES, type Source, type WhenNotApplicable } from '../scheme/types.ts';

/** A plain rule made ready to be asked of many bodies. */
export interface PreparedRule {
  readonly rule: PlainRule;
  readonly uses: Uses;
  readonly evaluate: Evaluate;
}

export interface PreparedBranch {
  readonly item: string;
  readonly cases: readonly { readonly is: boolean | string; readonly rule: PreparedRule }[];
  readonly otherwise: PreparedRule | 'notApplicable';
}

export interface PreparedItem {
  readonly item: Item;
  readonly group: GroupKind;
  readonly bounds: Bounds;
  readonly source: Source;
  readonly types: ReadonlySet<string> | undefined;
  readonly whenNotApplicable: WhenNotApplicable;
  readonly conditions: readonly { readonly id: string; readonly when: boolean; readonly points: Rational }[];
  readonly rule: PreparedRule | PreparedBranch;
}

export interface PreparedCriterion {
  readonly code: string;
  readonly items: readonly PreparedItem[];
}

export interface PreparedDomain {
  readonly code: string;
  readonly group: Group;
  readonly criteria: readonly PreparedCriterion[];
}

/** A scheme whose texts have become numbers and functions, once for all bodies. */
export interface PreparedScheme {
  readonly scheme: Scheme;
  readonly domains: readonly PreparedDomain[];
  /** In the scheme's order. */
  readonly items: readonly PreparedItem[];
  /** So that a branch comes after the item it names. */
  readonly evaluationOrder: readonly PreparedItem[];
  readonly sources: readonly Source[];
  readonly maximum: Rational;
  readonly denominator: Rational;
  readonly clamp: { readonly min: Rational; readonly max: Rational } | undefined;
  readonly bonusGroups: readonly { readonly id: string; readonly cap: Rational | undefined }[];
  readonly places: number;
  readonly mode: RoundingMode;
  readonly classes: readonly { readonly id: string; readonly from: Rational }[];
}

export const isBranch = (rule: PreparedRule | PreparedBranch): rule is PreparedBranch => 'cases' in rule;

function prepareItem(item: Item, group: GroupKind, constants: Constants): PreparedItem {
  const bounds = boundsOf(item, group);
  const prepare = (rule: PlainRule): PreparedRule => {
    const kind = plainKindOf(rule);
    return { rule, uses: kind.uses(rule, constants), evaluate: kind.compile(rule, bounds, constants) };
  };
  const { rule } = item;
  return {
    item,
    group,
    bounds,
    source: item.source,
    types: item.appliesTo && new Set(item.appliesTo.types),
    whenNotApplicable: item.whenNotApplicable,
    conditions: item.conditions.map(({ id, when, points }) => ({ id, when, points: exact.fromText(points) })),
    rule:
      rule.kind === 'branch'
        ? {
            item: rule.on.item,
            cases: rule.cases.map((entry) => ({ is: entry.is, rule: prepare(entry.rule) })),
            otherwise: rule.otherwise === 'notApplicable' ? rule.otherwise : prepare(rule.otherwise),
          }
        : prepare(rule),
  };
}

function inEvaluationOrder(items: readonly PreparedItem[]): PreparedItem[] {
  const byCode = new Map(items.map((item) => [item.item.code, item]));
  const ordered = new Set<PreparedItem>();
  for (const item of items) {
    const chain: PreparedItem[] = [];
    for (let here: PreparedItem | undefined = item; here && !ordered.has(here); here = isBranch(here.rule) ? byCode.get(here.rule.item) : undefined)
      chain.push(here);
    for (const link of chain.reverse()) ordered.add(link);
  }
  return [...ordered];
}

/** Makes a sound scheme ready: every text parsed, every rule a function. */
export function prepareScheme(scheme: Scheme): PreparedScheme {
  const constants: Constants = {
    mode: scheme.rounding.mode,
    surveyGroups: scheme.survey.groups.map(({ id, weight }) => ({ id, weight: exact.fromText(weight) })),
    asked: new Map(scheme.survey.questions.map((question) => [question.id, groupsAsked(question, scheme.survey.groups).map(({ id }) => id)])),
  };
  const groups = new Map(scheme.groups.map((group) => [group.id, group]));
  const domains = scheme.domains.map((domain): PreparedDomain => {
    const group = groups.get(domain.group) as Group;
    return {
      code: domain.code,
      group,
      criteria: domain.criteria.map((criterion) => ({
        code: criterion.code,
        items: itemsOf(criterion).map((item) => prepareItem(item, group.kind, constants)),
      })),
    };
  });
  const items = domains.flatMap((domain) => domain.criteria.flatMap((criterion) => criterion.items));
  const regular = scheme.groups.find((group) => group.kind === 'regular') as Group;
  const { clamp, denominator } = scheme.total;
  return {
    scheme,
    domains,
    items,
    evaluationOrder: inEvaluationOrder(items),
    sources: sourcesOf(items),
    maximum: exact.fromText(regular.maximum as string),
    denominator: exact.fromText(denominator),
    clamp: clamp && { min: exact.fromText(clamp.min), max: exact.fromText(clamp.max) },
    bonusGroups: scheme.groups.filter(({ kind }) => kind === 'bonus').map(({ id, cap }) => ({ id, cap: cap === undefined ? undefined : exact.fromText(cap) })),
    places: Number(scheme.rounding.places),
    mode: scheme.rounding.mode,
    classes: scheme.classes.list.map(({ id, from }) => ({ id, from: exact.fromText(from) })),
  };
}

function sourcesOf(items: readonly PreparedItem[]): Source[] {
  return SOURCES.filter((source) => items.some((item) => item.group === 'regular' && item.source === source));
}
