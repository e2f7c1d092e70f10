import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import type { Draft } from '../../reading/shape.ts';
import { NO_OPINION, NOT_ANSWERED } from './check-form.ts';
import { placedQuestions } from './placed-questions.ts';
import type { Question, Questionnaire } from './types.ts';

/** What an answer to a question may be, as far as conditions can tell; undefined: no condition may name it. */
function possibleAnswers(question: Draft<Question>): string[] | undefined {
  if (question.kind !== 'single' && question.kind !== 'multiple' && question.kind !== 'scale') return undefined;
  return [
    ...(question.options ?? []).flatMap((option) => option?.id ?? []),
    ...(question.noOpinion ? [NO_OPINION] : []),
    ...(question.required === false ? [NOT_ANSWERED] : []),
  ];
}

/** Of each question with one answer, those that may still be given. */
type Needed = Map<string, readonly string[]>;

function narrow(needed: Needed, question: string, is: readonly string[]): void {
  const before = needed.get(question);
  needed.set(question, before ? before.filter((answer) => is.includes(answer)) : is);
}

/**
 * A condition names an earlier question with options, and answers that it can have; a question whose conditions, with those of the questions they name,
 * cannot all hold is stranded. Exact for questions with one answer; of several answers each may be given beside the others.
 */
export function checkSkips(draft: Draft<Questionnaire>, path: Path, faults: Faults): void {
  const earlier = new Map<string, Draft<Question>>();
  /** All that must hold for a question to be asked: its own conditions and those of the questions they name. */
  const needed = new Map<string, Needed>();
  for (const { question, path: where } of placedQuestions(draft, path)) {
    const own: Needed = new Map();
    question.when?.forEach((condition, index) => {
      const place = at(where, 'when', index);
      if (condition?.question === undefined) return;
      const on = earlier.get(condition.question);
      const possible = on && possibleAnswers(on);
      if (!on || !possible) {
        faults.add('unknownId', at(place, 'question'), { found: condition.question });
        return;
      }
      const is = condition.is?.flatMap((answer) => answer ?? []) ?? [];
      condition.is?.forEach((answer, position) => {
        if (answer !== undefined && !possible.includes(answer)) faults.add('unknownId', at(place, 'is', position), { found: answer });
      });
      if (on.kind !== 'multiple') narrow(own, condition.question, is);
      for (const [above, answers] of needed.get(condition.question) ?? []) narrow(own, above, answers);
    });
    if (question.id === undefined) continue;
    if ([...own.values()].some((answers) => answers.length === 0)) faults.add('questionStranded', at(where, 'when'), { found: question.id });
    earlier.set(question.id, question);
    needed.set(question.id, own);
  }
}
