import { displayDate, displayDecimal } from '@parindex/core/quantity/display';
import { fieldName, NO_OPINION_VALUE } from '@parindex/core/survey/answers/from-fields';
import { type Answer, type AnswerFault, isNoOpinion } from '@parindex/core/survey/answers/types';
import { rowsOf } from '@parindex/core/survey/answers/validate';
import type { Question } from '@parindex/core/survey/questionnaire/types';
import { ANSWER_FAULT_SENTENCES } from '@parindex/core/words/answer-fault-words';
import { inLanguage } from '@parindex/core/words/language';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';

interface QuestionFieldsProps {
  readonly question: Question;
  readonly number: number;
  readonly answer: Answer | undefined;
  readonly faults: readonly AnswerFault[];
}

/** A question with its fields, which keep what was typed by themselves: a form reads them, as it does on the respondent's own pages. */
export function QuestionFields({ question, number, answer, faults }: QuestionFieldsProps) {
  const texts = useTexts(interviewTexts).form;
  const { language } = useLanguage();
  const title = `${number}. ${inLanguage(question.title, language)}${question.required ? '' : ` (${texts.optional})`}`;
  const own = faults.filter(({ row }) => row === undefined);
  const notes = [
    inLanguage(question.hint, language),
    question.kind === 'multiple' ? (question.atMost === undefined ? texts.several : texts.atMost(question.atMost)) : undefined,
  ].filter((note) => note !== undefined);
  const under = (
    <>
      {notes.map((note) => (
        <p key={note} className="question-note">
          {note}
        </p>
      ))}
      {own.map((fault) => (
        <Fault key={fault.code} fault={fault} />
      ))}
    </>
  );
  const name = fieldName(question.id);
  if (question.kind === 'number' || question.kind === 'date' || question.kind === 'text') {
    const value =
      typeof answer === 'string'
        ? question.kind === 'number'
          ? displayDecimal(answer, language)
          : question.kind === 'date'
            ? displayDate(answer)
            : answer
        : '';
    const unit = question.kind === 'number' ? inLanguage(question.unit, language) : undefined;
    return (
      <div className="question" id={`c-${question.id}`}>
        <label htmlFor={name}>{title}</label>
        {under}
        {question.kind === 'text' ? (
          <textarea id={name} name={name} rows={3} maxLength={Number(question.longest)} defaultValue={value} />
        ) : (
          <input id={name} name={name} inputMode={question.kind === 'number' ? 'decimal' : 'numeric'} autoComplete="off" defaultValue={value} />
        )}
        {unit === undefined ? null : <> {unit}</>}
        {question.noOpinion ? <Choice type="radio" name={name} value={NO_OPINION_VALUE} checked={isNoOpinion(answer)} label={texts.noOpinion} /> : null}
      </div>
    );
  }
  if (question.kind === 'matrix') {
    const given = rowsOf(answer);
    return (
      <fieldset className="question" id={`c-${question.id}`}>
        <legend>{title}</legend>
        {under}
        {question.rows.map((row) => (
          <fieldset key={row.id} className="question-row">
            <legend>{inLanguage(row.title, language)}</legend>
            {faults
              .filter((fault) => fault.row === row.id)
              .map((fault) => (
                <Fault key={fault.code} fault={fault} />
              ))}
            {question.options.map((option) => (
              <Choice
                key={option.id}
                type="radio"
                name={fieldName(question.id, row.id)}
                value={option.id}
                checked={given[row.id] === option.id}
                label={inLanguage(option.title, language)}
              />
            ))}
            {question.noOpinion ? (
              <Choice
                type="radio"
                name={fieldName(question.id, row.id)}
                value={NO_OPINION_VALUE}
                checked={isNoOpinion(given[row.id]) || isNoOpinion(answer)}
                label={texts.noOpinion}
              />
            ) : null}
          </fieldset>
        ))}
      </fieldset>
    );
  }
  const type = question.kind === 'multiple' ? 'checkbox' : 'radio';
  const given = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return (
    <fieldset className="question" id={`c-${question.id}`}>
      <legend>{title}</legend>
      {under}
      {question.options.map((option) => (
        <Choice key={option.id} type={type} name={name} value={option.id} checked={given.includes(option.id)} label={inLanguage(option.title, language)} />
      ))}
      {question.noOpinion ? <Choice type={type} name={name} value={NO_OPINION_VALUE} checked={isNoOpinion(answer)} label={texts.noOpinion} /> : null}
    </fieldset>
  );
}

function Fault({ fault: { code, details } }: { fault: AnswerFault }) {
  const { language } = useLanguage();
  return (
    <p className="question-fault" role="alert">
      {ANSWER_FAULT_SENTENCES[language][code](details)}
    </p>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: ReactNode;
}

const Choice = ({ type, name, value, checked, label }: ChoiceProps) => (
  <label className="question-choice">
    <input type={type} name={name} value={value} defaultChecked={checked} /> <span>{label}</span>
  </label>
);
