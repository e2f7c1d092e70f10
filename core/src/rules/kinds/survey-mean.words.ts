import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { groupsAsked } from '../../scheme/types.ts';
import type { UsedInputs } from '../../scoring/result.ts';
import { counted } from '../../words/language.ts';
import { equals, number, ofValue, type RuleWording, words } from '../../words/rule-wording.ts';
import type { SchemeNames } from '../../words/scheme-names.ts';
import { texts } from '../../words/texts.ts';
import type { SurveyMeanRule } from './survey-mean.ts';

const TEXTS = texts({
  surveyMean: {
    vi: (maximum: string) => `Kết quả điều tra trung bình của các nhóm được hỏi × ${maximum}.`,
    en: (maximum: string) => `The mean of the groups’ answers × ${maximum}.`,
  },
  groupWeights: {
    equal: { vi: 'Lấy trung bình từng nhóm, rồi trung bình các nhóm.', en: 'The mean of each group, then the mean of the groups.' },
    declared: { vi: 'Lấy trung bình từng nhóm, rồi tính trung bình các nhóm theo trọng số:', en: 'The mean of each group, then the groups by their weights:' },
    answers: { vi: 'Gộp các nhóm theo số phiếu trả lời.', en: 'Groups count by their number of answers.' },
  },
  asked: { vi: (groups: string) => `Nhóm được hỏi: ${groups}.`, en: (groups: string) => `Asked: ${groups}.` },
  askedOf: {
    vi: (question: string, groups: string) => `Nhóm được hỏi câu ${question}: ${groups}.`,
    en: (question: string, groups: string) => `Asked ${question}: ${groups}.`,
  },
  minimumAnswers: {
    vi: (count: string) => `Nhóm có dưới ${count} phiếu không được tính.`,
    en: (count: string) => `A group with fewer than ${count} answers is left out.`,
  },
  belowMinimum: {
    notAnswered: { vi: 'Nếu mọi nhóm đều dưới mức đó: coi như chưa chấm.', en: 'If all groups are below: not answered.' },
    notApplicable: { vi: 'Nếu mọi nhóm đều dưới mức đó: không đánh giá.', en: 'If all groups are below: not applicable.' },
  },
  groupMean: {
    vi: (group: string, mean: string, answers: string) => `${group}: trung bình ${mean} (${answers} phiếu).`,
    en: (group: string, mean: string, answers: string) => `${group}: mean ${mean} (${counted(answers, 'answer')}).`,
  },
  groupLeftOut: {
    vi: (group: string, minimum: string) => `${group}: không tính vì có câu hỏi dưới ${minimum} phiếu.`,
    en: (group: string, minimum: string) => `${group}: left out, a question has fewer than ${minimum} answers.`,
  },
});

/** How `surveyMean` is told. */
export const surveyMeanWords: RuleWording<SurveyMeanRule> = {
  texts: TEXTS,
  describe(rule, item, names) {
    const own = TEXTS[names.language];
    const weight = (text: string) => (text === '1' ? '' : `× ${names.value(exact.fromText(text), 'number')}`);
    const minimum = rule.minimumAnswers === '1' ? [] : [own.minimumAnswers(rule.minimumAnswers), own.belowMinimum[rule.belowMinimum]];
    return words(own.surveyMean(names.pointsOf(item.maximum)), {
      rows: rule.questions.map((question) => ({ what: names.question(question.id), points: weight(question.weight) })),
      notes: [joining(rule, names), ...whoIsAsked(rule, names), ...minimum],
    });
  },
  explain: ofValue((rule, value, { inputs, names, maximum, setByCondition, final }) => {
    const reached = setByCondition ? exact.multiply(value, maximum) : final;
    return [...groupSteps(rule, inputs, value, names), `${number(value, names)} × ${number(maximum, names)} ${equals(names.points(reached))}.`];
  }),
};

/** How the groups come together. */
function joining(rule: SurveyMeanRule, names: SchemeNames): string {
  const { groupWeights } = TEXTS[names.language];
  if (rule.groupWeights === 'answers') return groupWeights.answers;
  const { groups } = names.scheme.survey;
  if (new Set(groups.map(({ weight }) => weight)).size < 2) return groupWeights.equal;
  const weights = groups.map(({ id, weight }) => `${names.surveyGroup(id)} ${names.value(exact.fromText(weight), 'number')}`);
  return `${groupWeights.declared} ${weights.join('; ')}.`;
}

/** The groups that each question is asked of: once where it is the same of all. */
function whoIsAsked(rule: SurveyMeanRule, names: SchemeNames): string[] {
  const own = TEXTS[names.language];
  const { groups, questions } = names.scheme.survey;
  const asked = rule.questions.map(({ id }) => {
    const question = questions.find((each) => each.id === id);
    return {
      id,
      groups: question
        ? groupsAsked(question, groups)
            .map((group) => names.surveyGroup(group.id))
            .join('; ')
        : '',
    };
  });
  const [first] = asked;
  if (!first || first.groups === '') return [];
  return asked.every((one) => one.groups === first.groups) ? [own.asked(first.groups)] : asked.map((one) => own.askedOf(names.question(one.id), one.groups));
}

/** The mean of each group, who was left out, and how the groups come together. */
function groupSteps(rule: SurveyMeanRule, inputs: UsedInputs, value: Rational, names: SchemeNames): string[] {
  const { scheme } = names;
  const { groupMean, groupLeftOut } = TEXTS[names.language];
  const shown = (rational: Rational) => names.value(rational, 'number');
  const minimum = exact.fromText(rule.minimumAnswers);
  const steps: string[] = [];
  const groups: { weight: Rational; value: Rational }[] = [];
  for (const { id, weight } of scheme.survey.groups) {
    const weighted = rule.questions.flatMap((question) => {
      const estimate = inputs.estimates?.[question.id]?.[id];
      return estimate ? [{ weight: exact.fromText(question.weight), value: exact.fromText(estimate.mean), answers: exact.fromText(estimate.answers) }] : [];
    });
    const [first] = weighted;
    if (!first) continue;
    if (weighted.some(({ answers }) => exact.compare(answers, minimum) < 0)) {
      steps.push(groupLeftOut(names.surveyGroup(id), rule.minimumAnswers));
      continue;
    }
    const mean = exact.weightedMean(weighted);
    steps.push(groupMean(names.surveyGroup(id), shown(mean), shown(first.answers)));
    groups.push({ weight: rule.groupWeights === 'declared' ? exact.fromText(weight) : first.answers, value: mean });
  }
  if (groups.length < 2) return steps;
  const products = groups.map((group) => `${shown(group.weight)} × ${shown(group.value).replace('≈ ', '')}`).join(' + ');
  return [...steps, `(${products}) / ${shown(exact.sum(groups.map(({ weight }) => weight)))} ${equals(shown(value))}.`];
}
