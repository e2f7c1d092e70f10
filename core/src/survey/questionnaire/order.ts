import { chanceOf } from '../../appraisal/seeded.ts';
import type { Option, Page, Question, Questionnaire } from './types.ts';

const shuffledBy = <T extends { readonly id: string }>(parts: readonly T[], seed: string, form: string, of: string): T[] =>
  parts.toSorted((a, b) => chanceOf(seed, [form, of, a.id]) - chanceOf(seed, [form, of, b.id]));

/**
 * The pages as one form shows them: what is declared as shuffled in an order by the questionnaire's seed and the form's own text, so that each resumes in
 * its own order and anybody with both works it out again. Questions that conditions tie stay in their places; the
 * option that excludes all others stands last.
 */
export function pagesInOrder({ pages, seed }: Questionnaire, form: string): Page[] {
  if (seed === undefined) return pages;
  return pages.map((page) => {
    const questions = page.questions.map((question) => withOptionsInOrder(question, seed, form));
    return { ...page, questions: page.shuffled ? keptBehind(shuffledBy(questions, seed, form, page.id), questions) : questions };
  });
}

function withOptionsInOrder(question: Question, seed: string, form: string): Question {
  if (!('shuffled' in question) || !question.shuffled) return question;
  const alone = question.kind === 'multiple' ? question.alone : undefined;
  const mixed = shuffledBy(question.options, seed, form, question.id);
  const options: Option[] = [...mixed.filter(({ id }) => id !== alone), ...mixed.filter(({ id }) => id === alone)];
  return { ...question, options };
}

/** Only questions without conditions change places; those with conditions stay where they were declared among them. */
function keptBehind(mixed: readonly Question[], declared: readonly Question[]): Question[] {
  const named = new Set(declared.flatMap(({ when }) => when.map(({ question }) => question)));
  const stays = ({ id, when }: Question) => when.length > 0 || named.has(id);
  const moving = mixed.filter((question) => !stays(question));
  return declared.map((question) => (stays(question) ? question : (moving.shift() as Question)));
}
