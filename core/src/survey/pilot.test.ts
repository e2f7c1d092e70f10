import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readYaml } from '../reading/yaml.ts';
import { askedQuestions } from './answers/asked.ts';
import { judgeAnswers } from './answers/validate.ts';
import { QUESTION_OUTCOMES, triedAnswers, triedForm } from './pilot.ts';
import { questionsOf } from './questionnaire/placed-questions.ts';
import { readQuestionnaire } from './questionnaire/read.ts';
import type { Questionnaire } from './questionnaire/types.ts';
import { edition, FORM } from './testing/made-up-form.ts';

const questionnaire = readQuestionnaire(readYaml(FORM).value, edition(), new Faults()) as Questionnaire;
const form = triedForm(questionnaire);
const REMARK = 'pilot-remark';
const whole = {
  q1: { noOpinion: true as const },
  q2: 'good',
  used: 'no',
  service: { rows: { access: 's2', result: { noOpinion: true as const } } },
  idea: 'Cảm ơn',
};

describe('[F68] a questionnaire on trial', () => {
  it('asks for a remark at its end, which no questionnaire asks itself, and need not be given', () => {
    expect(questionsOf(form).map(({ id }) => id)).toEqual([...questionsOf(questionnaire).map(({ id }) => id), REMARK]);
    expect(judgeAnswers(form, whole, true).faults).toEqual([]);
  });

  it('leaves of a form that was sent what became of each question that was asked, and the remark', () => {
    expect(triedAnswers(form, { ...whole, [REMARK]: 'Câu 2 khó hiểu' })).toEqual({
      outcomes: { q1: 'noOpinion', q2: 'answered', used: 'answered', wishes: 'left', service: 'noOpinion', since: 'left', idea: 'answered' },
      remark: 'Câu 2 khó hiểu',
    });
    expect(triedAnswers(form, { service: { rows: { access: 's2' } } }).outcomes).toMatchObject({ service: 'left' });
  });

  it('and never what was answered', () => {
    const text = fc.stringMatching(/^[a-z]{8,12}$/);
    fc.assert(
      fc.property(text, text, fc.constantFrom('yes', 'no'), fc.constantFrom('a', 'b'), (idea, remark, used, q1) => {
        const answers = { ...whole, q1, used, idea: `x${idea}`, times: '73', since: '2021-07-09', [REMARK]: remark };
        const { outcomes, remark: kept } = triedAnswers(form, answers);
        expect(kept).toBe(remark);
        for (const given of [`x${idea}`, '73', '2021-07-09']) expect(JSON.stringify(outcomes)).not.toContain(given);
        expect(Object.keys(outcomes)).toEqual(
          askedQuestions(form, answers)
            .map(({ id }) => id)
            .filter((id) => id !== REMARK),
        );
        expect(Object.values(outcomes).every((outcome) => QUESTION_OUTCOMES.includes(outcome))).toBe(true);
      }),
    );
  });
});
