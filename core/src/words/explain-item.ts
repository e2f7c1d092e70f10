import * as exact from '../quantity/rational.ts';
import type { Rational } from '../quantity/rational.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Quantity } from '../rules/quantity.ts';
import type { ItemResult, UsedInputs } from '../scoring/result.ts';
import type { Item } from '../scheme/types.ts';
import { answerName, bandEdges } from './describe-rule.ts';
import { inLanguage } from './language.ts';
import type { SchemeNames } from './scheme-names.ts';

/** Why an item has its points, in words; made from the explanation alone, nothing is scored anew. */
export interface ItemWords {
  readonly inputs: readonly { readonly what: string; readonly value: string }[];
  /** The steps from the inputs to the points, with their numbers. */
  readonly steps: readonly string[];
  readonly missing: readonly string[];
  readonly verdict: string;
}

type Used = UsedInputs;

/** Explains one item's result in words. */
export function explainItem(item: Item, result: ItemResult, names: SchemeNames): ItemWords {
  const { phrases } = names;
  const { explanation } = result;
  const rule = takenRule(item, explanation.case);
  const points = exact.fromFraction(result.points);
  const maximum = exact.fromFraction(result.maximum);
  const steps: string[] = [];
  if (result.state === 'notAccepted' || result.state === 'notApplicable') steps.push(phrases.state[result.state] + '.');
  if (explanation.case !== null) {
    const on = explanation.inputs.on;
    steps.push(on === undefined || explanation.case === 'otherwise' ? phrases.explain.caseOtherwise : phrases.explain.case(answerName(on, names.item(item.rule.kind === 'branch' ? item.rule.on.item : ''), names)));
  }
  if (explanation.because) steps.push(phrases.because[explanation.because]);
  if (result.state === 'scored' && rule && explanation.because === null) steps.push(...arithmetic(rule, item, result, names));
  if (explanation.condition) {
    const condition = item.conditions.find(({ id }) => id === explanation.condition);
    if (condition) steps.push(phrases.explain.conditionSets(phrases.quote(inLanguage(condition.title, names.language) ?? condition.id), condition.when ? phrases.yes : phrases.no, names.pointsOf(condition.points)));
  }
  if (result.state === 'notApplicable' && exact.isZero(maximum)) steps.push(phrases.explain.leavesMaximum);
  return {
    inputs: inputWords(item, rule, explanation.inputs, names),
    steps,
    missing: explanation.missing.map((missing) => phrases.explain.missing(missingWords(missing, item, names))),
    verdict: phrases.explain.verdict(names.points(points), names.points(maximum)),
  };
}

/** The plain rule that was asked, or undefined where none was. */
function takenRule(item: Item, taken: number | 'otherwise' | null): PlainRule | undefined {
  const { rule } = item;
  if (rule.kind !== 'branch') return rule;
  if (taken === null) return undefined;
  if (taken === 'otherwise') return rule.otherwise === 'notApplicable' ? undefined : rule.otherwise;
  return rule.cases[taken]?.rule;
}

function missingWords(missing: string, item: Item, names: SchemeNames): string {
  const { explain, quote } = names.phrases;
  if (missing.startsWith('item.')) return explain.missingItem(missing.slice('item.'.length));
  if (missing.startsWith('estimates.')) return explain.missingEstimate(names.question(missing.slice('estimates.'.length)));
  if (missing.startsWith('answer.conditions.')) {
    const id = missing.slice('answer.conditions.'.length);
    return explain.missingCondition(quote(inLanguage(item.conditions.find((condition) => condition.id === id)?.title, names.language) ?? id));
  }
  return missing.startsWith('answer.') ? explain.missingAnswer : names.figure(missing);
}

/** "= 0,85", or "≈ 0,8333" where the number is shown rounded. */
const equals = (shown: string): string => (shown.startsWith('≈') ? shown : `= ${shown}`);

const RESERVED = ['on', 'estimates', 'previous', 'answer'];

function inputWords(item: Item, rule: PlainRule | undefined, inputs: Used, names: SchemeNames): ItemWords['inputs'] {
  const { phrases, language } = names;
  const plain = (text: string) => text.replace(/^[«“]|[»”]$/g, '');
  const rows: { what: string; value: string }[] = [];
  for (const id in inputs) if (!RESERVED.includes(id)) rows.push({ what: plain(names.figure(id)), value: names.declared(inputs[id]) });
  for (const id in inputs.previous) rows.push({ what: `${plain(names.figure(id))} (${language === 'vi' ? 'kỳ trước' : 'round before'})`, value: names.declared(inputs.previous[id]) });
  for (const question in inputs.estimates) {
    for (const group in inputs.estimates[question]) {
      const estimate = inputs.estimates[question]?.[group];
      if (!estimate) continue;
      const what = group === 'all' ? plain(names.question(question)) : `${plain(names.question(question))} – ${names.surveyGroup(group)}`;
      rows.push({ what, value: `${names.declared(estimate.mean)} (${names.declared(estimate.answers)} ${language === 'vi' ? 'phiếu' : 'answers'})` });
    }
  }
  const answer = inputs.answer;
  if (answer?.yes !== undefined) rows.push({ what: language === 'vi' ? 'Trả lời' : 'Answer', value: names.declared(answer.yes) });
  if (answer?.level !== undefined) rows.push({ what: language === 'vi' ? 'Mức đã chọn' : 'Level chosen', value: answerName(answer.level, { ...item, rule: rule ?? item.rule }, names) });
  if (answer?.points !== undefined) rows.push({ what: language === 'vi' ? 'Điểm chấm' : 'Points given', value: names.declared(answer.points) });
  if (answer?.checks) rows.push({ what: language === 'vi' ? 'Nội dung đã xác nhận' : 'Confirmed', value: answer.checks.map((id) => checkTitle(rule, id, names)).join('; ') || '–' });
  for (const id in answer?.conditions) {
    const condition = item.conditions.find((entry) => entry.id === id);
    rows.push({ what: inLanguage(condition?.title, language) ?? id, value: answer?.conditions?.[id] ? phrases.yes : phrases.no });
  }
  return rows;
}

function checkTitle(rule: PlainRule | undefined, id: string, { language }: SchemeNames): string {
  const check = rule && (rule.kind === 'checks' || rule.kind === 'deduct') ? rule.checks.find((entry) => entry.id === id) : undefined;
  return inLanguage(check?.title, language) ?? id;
}

/** The steps of a scored item: what was measured, the band chosen, the sum with its numbers, the cut. */
function arithmetic(rule: PlainRule, item: Item, { explanation, points: shown }: ItemResult, names: SchemeNames): string[] {
  const { phrases } = names;
  const { inputs } = explanation;
  const answer = inputs.answer;
  const value = explanation.value === null ? undefined : exact.fromFraction(explanation.value);
  const final = exact.fromFraction(shown);
  const number = (rational: Rational) => names.value(rational, undefined);
  const maximum = exact.fromText(item.maximum);
  /** Before a condition sets the points, after any cut. */
  const reached = explanation.condition ? undefined : final;
  const withCut = (steps: string[], before: Rational | undefined): string[] => {
    if (!explanation.capped || !before) return steps;
    const over = exact.compare(before, final) > 0;
    return [...steps, over ? phrases.explain.cappedMaximum(names.points(before), names.points(final)) : phrases.explain.cappedMinimum(names.points(before), names.points(final))];
  };

  switch (rule.kind) {
    case 'given':
      return [phrases.explain.given(names.pointsOf(answer?.points ?? '0'))];
    case 'yesNo':
      return [phrases.explain.answered(answer?.yes ? phrases.yes : phrases.no, names.pointsOf(answer?.yes ? rule.yes : rule.no))];
    case 'levels': {
      const level = rule.levels.find(({ id }) => id === answer?.level);
      return [phrases.explain.level(phrases.quote(inLanguage(level?.title, names.language) ?? level?.id ?? ''), names.pointsOf(level?.points ?? answer?.points ?? '0'))];
    }
    case 'checks': {
      const ticked = answer?.checks ?? [];
      if (rule.all) return [phrases.explain.allChecks(String(ticked.length), String(rule.checks.length), names.points(ticked.length === rule.checks.length ? maximum : exact.zero))];
      const parts = ticked.map((id) => exact.fromText(rule.checks.find((check) => check.id === id)?.points ?? '0'));
      const total = exact.sum(parts);
      return withCut([`${parts.map(number).join(' + ') || '0'} ${equals(names.points(total))}.`], total);
    }
    case 'deduct': {
      const parts = (answer?.checks ?? []).map((id) => exact.fromText(rule.checks.find((check) => check.id === id)?.points ?? '0'));
      const taken = rule.combine === 'sum' ? exact.sum(parts) : parts.reduce(exact.greatest, exact.zero);
      const total = exact.subtract(maximum, taken);
      const shownParts = parts.length === 0 ? '0' : rule.combine === 'sum' ? (parts.length > 1 ? `(${parts.map(number).join(' + ')})` : number(taken)) : number(taken);
      return withCut([`${number(maximum)} − ${shownParts} ${equals(names.points(total))}.`], total);
    }
    case 'bands':
      if (!value) return [];
      return [measured(rule.of, inputs, value, names), bandStep(rule, rule.of, explanation.band, names)];
    case 'change': {
      if (!value) return [];
      const now = quantityValue(rule.of, inputs, names);
      const before = now && exact.subtract(now, value);
      const difference = names.value(value, rule.of);
      return [now && before ? phrases.explain.change(names.value(now, rule.of), names.value(before, rule.of), difference) : `${names.quantity(rule.of)}: ${difference}.`, bandStep(rule, rule.of, explanation.band, names)];
    }
    case 'proportional': {
      if (!value) return [];
      const first = measured(rule.of, inputs, value, names);
      const shownValue = names.value(value, rule.of);
      if (rule.floor !== undefined && exact.compare(value, exact.fromText(rule.floor)) < 0) return [first, phrases.explain.belowFloor(shownValue, names.value(exact.fromText(rule.floor), rule.of), names.pointsOf(rule.belowFloor))];
      const target = exact.fromText(rule.target);
      const share = exact.least(exact.divide(value, target), exact.one);
      const full = exact.multiply(share, maximum);
      const sum =
        exact.compare(value, target) >= 0
          ? `${shownValue} ≥ ${names.value(target, rule.of)}: ${names.points(full)}.`
          : rule.target === '1'
            ? `${shownValue} × ${number(maximum)} ${equals(names.points(full))}.`
            : `${shownValue} / ${names.value(target, rule.of)} × ${number(maximum)} ${equals(names.points(full))}.`;
      if (!rule.round) return withCut([first, sum], full);
      const rounded = exact.round(full, Number(rule.round.places), rule.round.mode);
      return withCut([first, sum, ...(exact.compare(rounded, full) === 0 ? [] : [phrases.explain.rounded(number(full), rule.round.places, names.points(rounded))])], rounded);
    }
    case 'perUnit': {
      if (!value) return [];
      const [free, each] = [exact.fromText(rule.free), exact.fromText(rule.points)];
      const units = exact.greatest(exact.zero, exact.subtract(value, free));
      const total = exact.multiply(units, each);
      const counted = exact.isZero(free) ? number(value) : `(${number(value)} − ${number(free)})`;
      return withCut([measured(rule.of, inputs, value, names), `${exact.isZero(units) ? '0' : counted} × ${number(each)} ${equals(names.points(total))}.`], total);
    }
    case 'surveyMean':
      if (!value) return [];
      return [...surveySteps(rule, inputs, value, names), `${number(value)} × ${number(maximum)} ${equals(names.points(reached ?? exact.multiply(value, maximum)))}.`];
    case 'formula': {
      if (!value) return [];
      const withNumbers = names.expression(rule.expression, (figure) => names.declared(inputs[figure]));
      return withCut([`${withNumbers} ${equals(names.points(value))}.`], value);
    }
  }
}

function bandStep(rule: Extract<PlainRule, { kind: 'bands' | 'change' }>, quantity: Quantity, band: number | string | null, names: SchemeNames): string {
  const { phrases } = names;
  if (typeof band !== 'number') return phrases.explain.inBand(phrases.otherwise, names.pointsOf(rule.otherwise));
  return phrases.explain.inBand(bandEdges(rule.bands, band, quantity, names), names.pointsOf(rule.bands[band]?.points ?? '0'));
}

/** The quantity of now from the inputs shown, where it is a plain figure, ratio or estimate. */
function quantityValue(quantity: Quantity, inputs: Used, _names: SchemeNames): Rational | undefined {
  const figure = (id: string | undefined) => (id !== undefined && typeof inputs[id] === 'string' ? exact.fromText(inputs[id]) : undefined);
  if ('figure' in quantity) return figure(quantity.figure);
  if (!('ratio' in quantity)) return undefined;
  const [of, to] = [figure(quantity.ratio[0]), figure(quantity.ratio[1])];
  if (!of || !to || exact.isZero(to)) return undefined;
  const share = exact.divide(of, to);
  return quantity.over === 'cap' ? exact.least(share, exact.one) : share;
}

/** "18 / 20 = 90%." */
function measured(quantity: Quantity, inputs: Used, value: Rational, names: SchemeNames): string {
  const shown = names.value(value, quantity);
  if ('ratio' in quantity) return `${names.declared(inputs[quantity.ratio[0] ?? ''])} / ${names.declared(inputs[quantity.ratio[1] ?? ''])} ${equals(shown)}.`;
  if ('formula' in quantity) return `${names.expression(quantity.formula, (figure) => names.declared(inputs[figure]))} ${equals(shown)}.`;
  const name = names.quantity(quantity);
  return `${name.charAt(0).toLocaleUpperCase(names.language)}${name.slice(1)}: ${shown}.`;
}

/** The mean of each group, who was left out, and how the groups come together. */
function surveySteps(rule: Extract<PlainRule, { kind: 'surveyMean' }>, inputs: Used, value: Rational, names: SchemeNames): string[] {
  const { phrases, scheme } = names;
  const shown = (rational: Rational) => names.value(rational, undefined);
  const minimum = exact.fromText(rule.minimumAnswers);
  const steps: string[] = [];
  const groups: { weight: Rational; value: Rational }[] = [];
  for (const { id, weight } of scheme.survey.groups) {
    const asked = rule.questions.flatMap((question) => {
      const estimate = inputs.estimates?.[question.id]?.[id];
      return estimate ? [{ weight: exact.fromText(question.weight), value: exact.fromText(estimate.mean), answers: exact.fromText(estimate.answers) }] : [];
    });
    const [first] = asked;
    if (!first) continue;
    if (asked.some(({ answers }) => exact.compare(answers, minimum) < 0)) {
      steps.push(phrases.explain.groupLeftOut(names.surveyGroup(id), rule.minimumAnswers));
      continue;
    }
    const mean = exact.weightedMean(asked);
    steps.push(phrases.explain.groupMean(names.surveyGroup(id), shown(mean), shown(first.answers)));
    groups.push({ weight: rule.groupWeights === 'declared' ? exact.fromText(weight) : first.answers, value: mean });
  }
  if (groups.length < 2) return steps;
  const products = groups.map((group) => `${shown(group.weight)} × ${shown(group.value).replace('≈ ', '')}`).join(' + ');
  return [...steps, `(${products}) / ${shown(exact.sum(groups.map(({ weight }) => weight)))} ${equals(shown(value))}.`];
}
