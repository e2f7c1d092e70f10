import type { Scheme } from '@parindex/core';
import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import { inLanguage, type Language } from '@parindex/core/words/index';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { formatDay } from '../../../kit/words/format.ts';
import { casesTexts } from '../texts/cases.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a case as people write it. */
export function valueText(value: Raw | undefined, language: Language): string {
  const texts = casesTexts[language].given;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  const text = value instanceof NumberToken ? value.text : String(value ?? '');
  if (DAY.test(text)) return formatDay(text);
  return language === 'vi' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

const titleOf = (list: readonly { readonly id: string; readonly title?: unknown }[], id: string, language: Language): string => {
  const title = list.find((each) => each.id === id)?.title;
  return inLanguage(title as Parameters<typeof inLanguage>[0], language) ?? id;
};

function figureLines(figures: Raw | undefined, scheme: Scheme, language: Language): string[] {
  if (!figures || !isObject(figures)) return [];
  return Object.entries(figures).map(([id, value]) => `${titleOf(scheme.figures, id, language)}: ${valueText(value, language)}`);
}

function estimateLines(estimates: Raw | undefined, scheme: Scheme, language: Language): string[] {
  if (!estimates || !isObject(estimates)) return [];
  const texts = casesTexts[language].given;
  return Object.entries(estimates).flatMap(([question, groups]) =>
    isObject(groups)
      ? Object.entries(groups).flatMap(([group, told]) =>
          isObject(told)
            ? [
                texts.estimate(
                  titleOf(scheme.survey.questions, question, language),
                  titleOf(scheme.survey.groups, group, language),
                  valueText(told['mean'], language),
                  valueText(told['answers'], language),
                ),
              ]
            : [],
        )
      : [],
  );
}

/** What is given in a case, line by line: its figures, those of the year before, what surveys gave; an answer is told by its situation. */
export function givenLines(given: RawObject, scheme: Scheme, language: Language): string[] {
  const texts = casesTexts[language].given;
  const before = isObject(given['previous'] ?? null) ? (given['previous'] as RawObject)['figures'] : undefined;
  const lines = [
    ...figureLines(given['figures'], scheme, language),
    ...figureLines(before, scheme, language).map(texts.before),
    ...estimateLines(given['estimates'], scheme, language),
  ];
  if (lines.length > 0) return lines;
  if (given['state'] === 'notApplicable') return [ITEM_STATE_NAMES[language].notApplicable];
  return [given['answer'] === undefined ? texts.nothing : texts.answered];
}
