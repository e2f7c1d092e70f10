import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import type { Draft } from '../../reading/shape.ts';
import { NO_OPINION, NOT_ANSWERED } from './check-form.ts';
import { placedQuestions } from './placed-questions.ts';
import type { AskedWhen, Question, Questionnaire } from './types.ts';

/** What an answer to a question may be, as far as conditions can tell; undefined: no condition may name it. */
function possibleAnswers(question: Draft<Question>): string[] | undefined {
  if (question.kind !== 'single' && question.kind !== 'multiple' && question.kind !== 'scale') return undefined;
  return [
    ...(question.options ?? []).flatMap((option) => option?.id ?? []),
    ...(question.noOpinion ? [NO_OPINION] : []),
    ...(question.required === false ? [NOT_ANSWERED] : []),
  ];
}

/**
 * A condition names an earlier question with options, and answers that it can have; a question whose conditions, with those of the questions they name,
 * cannot all hold is stranded. Exact for questions with one answer; of several answers each may be given beside the others.
 */
export function checkSkips(draft: Draft<Questionnaire>, path: Path, faults: Faults): void {
  const earlier = new Map<string, Draft<Question>>();
  /** All that must hold for a question to be asked: its own conditions and those of the questions they name. */
  const needed = new Map<string, AskedWhen[]>();
  for (const { question, path: where } of placedQuestions(draft, path)) {
    const own: AskedWhen[] = [];
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
      own.push({ question: condition.question, is }, ...(needed.get(condition.question) ?? []));
    });
    if (question.id === undefined) continue;
    if (!canHold(own, earlier)) faults.add('questionStranded', at(where, 'when'), { found: question.id });
    earlier.set(question.id, question);
    needed.set(question.id, own);
  }
}

function canHold(conditions: readonly AskedWhen[], questions: ReadonlyMap<string, Draft<Question>>): boolean {
  const left = new Map<string, string[]>();
  for (const { question, is } of conditions) {
    if (questions.get(question)?.kind === 'multiple') continue;
    const before = left.get(question);
    left.set(question, before ? before.filter((answer) => is.includes(answer)) : is);
  }
  return [...left.values()].every((answers) => answers.length > 0);
}
