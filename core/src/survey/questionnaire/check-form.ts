import * as exact from '../../quantity/rational.ts';
import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import type { Draft } from '../../reading/shape.ts';
import { placedQuestions } from './placed-questions.ts';
import type { Questionnaire } from './types.ts';

/** Longest that a text may be asked for. */
const LONGEST_TEXT = 5000;

/** Days for which contact data may be kept: ten years. */
const LONGEST_KEPT = 3_650;

/** What `is` of a condition may name beside options. */
export const NO_OPINION = 'noOpinion';
export const NOT_ANSWERED = 'notAnswered';

/** Ids that stand twice, texts that nothing says, bounds that exclude each other, a shuffled order without its seed. */
export function checkForm(draft: Draft<Questionnaire>, path: Path, faults: Faults): void {
  unique(draft.pages, (index) => at(path, 'pages', index, 'id'), faults);
  const questions = placedQuestions(draft, path);
  const seen = new Set<string>();
  for (const { question, path: where } of questions) {
    if (question.id !== undefined) {
      if (seen.has(question.id)) faults.add('duplicateId', at(where, 'id'), { found: question.id });
      seen.add(question.id);
    }
    if (!question.title && !faults.has(at(where, 'title'))) faults.add('missingKey', at(where, 'title'), { key: 'title' });
    if (question.kind === 'single' || question.kind === 'multiple' || question.kind === 'scale' || question.kind === 'matrix') {
      const { options } = question;
      unique(options, (index) => at(where, 'options', index, 'id'), faults);
      if ((options?.length ?? 0) < 2 && !faults.has(at(where, 'options'))) faults.add('outOfRange', at(where, 'options'), { expected: '≥ 2' });
      options?.forEach((option, index) => {
        if (option?.id === NO_OPINION || option?.id === NOT_ANSWERED) faults.add('notAllowedHere', at(where, 'options', index, 'id'), { found: option.id });
      });
    }
    if (question.kind === 'matrix') {
      unique(question.rows, (index) => at(where, 'rows', index, 'id'), faults);
      question.rows?.forEach((row, index) => {
        if (row && !row.title) faults.add('missingKey', at(where, 'rows', index, 'title'), { key: 'title' });
      });
    }
    if (question.kind === 'multiple') {
      if (question.alone !== undefined && !question.options?.some((option) => option?.id === question.alone))
        faults.add('unknownId', at(where, 'alone'), { found: question.alone });
      if (question.atMost !== undefined && question.options && Number(question.atMost) > question.options.length)
        faults.add('outOfRange', at(where, 'atMost'), { found: question.atMost, expected: `≤ ${question.options.length}` });
    }
    if (question.kind === 'number' && question.least !== undefined && question.most !== undefined) {
      if (exact.compare(exact.fromText(question.least), exact.fromText(question.most)) > 0)
        faults.add('outOfRange', at(where, 'most'), { found: question.most, expected: `≥ ${question.least}` });
    }
    if (question.kind === 'date' && question.from !== undefined && question.to !== undefined && question.from > question.to)
      faults.add('outOfRange', at(where, 'to'), { found: question.to, expected: `≥ ${question.from}` });
    if (question.kind === 'text' && Number(question.longest) > LONGEST_TEXT)
      faults.add('outOfRange', at(where, 'longest'), { found: question.longest ?? '', expected: `≤ ${LONGEST_TEXT}` });
  }
  const shuffled = draft.pages?.some((page) => page?.shuffled) || questions.some(({ question }) => 'shuffled' in question && question.shuffled);
  if (shuffled && draft.seed === undefined) faults.add('missingKey', at(path, 'seed'), { key: 'seed' });
  const kept = draft.consent?.keptDays;
  if (kept !== undefined && (Number(kept) < 0 || Number(kept) > LONGEST_KEPT))
    faults.add('outOfRange', at(path, 'consent', 'keptDays'), { found: kept, expected: `0…${LONGEST_KEPT}` });
}

function unique(parts: readonly ({ id?: string | undefined } | undefined)[] | undefined, where: (index: number) => Path, faults: Faults): void {
  const seen = new Set<string>();
  parts?.forEach((part, index) => {
    if (part?.id === undefined) return;
    if (seen.has(part.id)) faults.add('duplicateId', where(index), { found: part.id });
    seen.add(part.id);
  });
}
