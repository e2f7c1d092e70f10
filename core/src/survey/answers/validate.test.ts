import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { ANSWER_FAULT_SENTENCES } from '../../words/answer-fault-words.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import { readQuestionnaire } from '../questionnaire/read.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { edition, FORM } from '../testing/made-up-form.ts';
import { askedQuestions, withoutUnasked } from './asked.ts';
import { answersFromFields, fieldName } from './from-fields.ts';
import { ANSWER_FAULTS } from './types.ts';
import { judgeAnswers } from './validate.ts';

const form = readQuestionnaire(readYaml(FORM).value, edition(), new Faults()) as Questionnaire;
const whole = { q1: 'a', q2: 'good', used: 'no', service: { rows: { access: 's2', result: { noOpinion: true } } } };
const told = (raw: unknown, complete = true) =>
  judgeAnswers(form, raw, complete).faults.map(({ question, row, code }) => [code, question, row].filter(Boolean).join(' '));

describe('answers are judged in one place [F61]', () => {
  it('a whole form is sound, and comes out in normal form', () => {
    expect(judgeAnswers(form, { ...whole, wishes: ['open', 'staff'], idea: ' Cảm ơn ' }, true)).toEqual({
      faults: [],
      answers: { ...whole, wishes: ['staff', 'open'], idea: 'Cảm ơn' },
    });
  });

  it('everything that is missing is said at once, a row of a matrix too', () => {
    expect(told({ service: { rows: { access: 's1' } } })).toEqual(['missing q1', 'missing q2', 'missing used', 'rowMissing service result']);
  });

  it('a page is saved as far as it goes', () => {
    expect(told({ q1: 'b' }, false)).toEqual([]);
  });

  it('no opinion is an answer, where it is offered', () => {
    expect(told({ ...whole, q1: { noOpinion: true } })).toEqual([]);
    expect(told({ ...whole, q2: { noOpinion: true } })).toEqual(['noOpinionNotOffered q2']);
  });

  it('a question is asked by the answers above it, and what is not asked cannot be answered', () => {
    expect(told({ ...whole, used: 'yes' })).toEqual(['missing times']);
    expect(told({ ...whole, times: '3' })).toEqual(['notAsked times']);
    expect(told({ ...whole, used: 'yes', times: '3' })).toEqual([]);
    expect(withoutUnasked(form, { used: 'no', times: '3' })).toEqual({ used: 'no' });
  });

  it.each([
    [{ q1: 'z' }, 'unknownOption q1'],
    [{ q1: ['a'] }, 'wrongForm q1'],
    [{ nothing: 'a' }, 'unknownQuestion nothing'],
    [{ wishes: ['staff', 'open', 'attitude'] }, 'tooManyChosen wishes'],
    [{ wishes: ['staff', 'none'] }, 'aloneWithOthers wishes'],
    [{ times: '1.5' }, 'notWhole times'],
    [{ times: '0' }, 'tooSmall times'],
    [{ times: '101' }, 'tooLarge times'],
    [{ times: 'vài' }, 'notANumber times'],
    [{ since: '2026-02-30' }, 'notADate since'],
    [{ since: '2019-12-31' }, 'tooEarly since'],
    [{ since: '2027-01-01' }, 'tooLate since'],
    [{ idea: 'x'.repeat(21) }, 'tooLong idea'],
    [{ idea: 'a\u0000b' }, 'badCharacter idea'],
    [{ service: { rows: { access: 's9' } } }, 'unknownOption service access'],
    [{ service: 's1' }, 'wrongForm service'],
  ])('%j is refused: %s', (raw, fault) => expect(told(raw, false)).toEqual([fault]));

  it('fields as people type them', () => {
    const fields = {
      [fieldName('q1')]: '#noOpinion',
      [fieldName('times')]: '1.234',
      [fieldName('wishes')]: 'open',
      [fieldName('service', 'access')]: 's1',
      [fieldName('since')]: '5/3/2025',
      [fieldName('idea')]: '  ',
    };
    expect(answersFromFields(questionsOf(form), fields)).toEqual({
      q1: { noOpinion: true },
      q2: null,
      used: null,
      times: '1234',
      wishes: ['open'],
      service: { rows: { access: 's1' } },
      since: '2025-03-05',
      idea: null,
    });
  });

  it('no opinion beside an empty line is taken; what is typed goes before it', () => {
    const given = (typed: string) => answersFromFields(questionsOf(form), { [fieldName('times')]: [typed, '#noOpinion'] })['times'];
    expect([given(''), given(' '), given('3')]).toEqual([{ noOpinion: true }, { noOpinion: true }, '3']);
  });

  it('whatever is sent, judging it again changes nothing, and no fault is without its sentence', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'good', 'yes', 'no', 's1'), fc.array(fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...questionsOf(form).map(({ id }) => id), 'other'), value), fc.boolean(), (raw, complete) => {
        const { answers, faults } = judgeAnswers(form, raw, complete);
        expect(judgeAnswers(form, answers, false)).toEqual({ answers, faults: [] });
        const kept = withoutUnasked(form, answers);
        const asked = askedQuestions(form, kept).map(({ id }) => id);
        for (const id of Object.keys(kept)) expect(asked).toContain(id);
        for (const { code, details } of faults)
          for (const language of ['vi', 'en'] as const) expect(ANSWER_FAULT_SENTENCES[language][code](details)).toMatch(/^\S[^{}]*\.$/);
      }),
    );
    for (const code of ANSWER_FAULTS) expect(ANSWER_FAULT_SENTENCES.vi[code]({})).toMatch(/\.$/);
  });
});
