import { displayDate, displayDecimal } from '@parindex/core';
import { type Answer, type AnswerFault, fieldName, isNoOpinion, NO_OPINION_VALUE, type Option, type Question, rowsOf } from '@parindex/core/survey/index';
import { ANSWER_FAULT_SENTENCES } from '@parindex/core/words/answer-fault-words';
import { inLanguage, type Language } from '@parindex/core/words/index';
import { html, type Markup } from './html.ts';
import { SAYS } from './texts.ts';

export interface ShownQuestion {
  readonly question: Question;
  readonly answer: Answer | undefined;
  /** What was typed and could not be taken, to stand in its field again. */
  readonly typed: string | undefined;
  readonly faults: readonly AnswerFault[];
  /** Its number among the questions of the form. */
  readonly number: number;
}

/** A question with its fields: radio buttons, check boxes, a table of rows, a line. Works without script and without style. */
export function questionFields({ question, answer, typed, faults, number }: ShownQuestion, language: Language): Markup {
  const says = SAYS[language];
  const title = html`${number}. ${inLanguage(question.title, language)}${question.required ? '' : ` (${says.optional})`}`;
  const notes = [
    inLanguage(question.hint, language),
    question.kind === 'multiple' ? (question.atMost === undefined ? says.several : says.atMost(question.atMost)) : undefined,
    question.kind === 'date' ? says.dayForm : undefined,
    question.when.length > 0 ? says.onlyIf : undefined,
  ].filter((note) => note !== undefined);
  const own = faults.filter(({ row }) => row === undefined);
  const described = `m-${question.id}`;
  const under = html`${notes.map((note) => html`<p class="note">${note}</p>`)}${own.map((fault) => html`<p class="fault" id="${described}">${faultText(fault, language)}</p>`)}`;
  const mark = own.length > 0 ? html` class="wrong"` : html``;
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'multiple':
      return html`<fieldset id="c-${question.id}"${mark}><legend>${title}</legend>${under}${choices(question, answer, language)}</fieldset>`;
    case 'matrix':
      return html`<fieldset id="c-${question.id}"${mark}><legend>${title}</legend>${under}${matrix(question, answer, faults, language)}</fieldset>`;
    case 'number':
    case 'date':
    case 'text': {
      const name = fieldName(question.id);
      const value = typed ?? valueText(question, answer, language);
      const field =
        question.kind === 'text'
          ? html`<textarea id="${name}" name="${name}" rows="4" maxlength="${question.longest}">${value}</textarea>`
          : html`<input id="${name}" name="${name}" value="${value}" inputmode="${question.kind === 'number' ? 'decimal' : 'numeric'}" autocomplete="off">`;
      const unit = question.kind === 'number' ? inLanguage(question.unit, language) : undefined;
      const none = question.noOpinion ? check('radio', name, NO_OPINION_VALUE, says.noOpinion, isNoOpinion(answer)) : undefined;
      return html`<div class="question${own.length > 0 ? ' wrong' : ''}" id="c-${question.id}"><label for="${name}">${title}</label>${under}<p>${field}${unit === undefined ? '' : html` ${unit}`}</p>${none}</div>`;
    }
  }
}

export const faultText = ({ code, details }: AnswerFault, language: Language): string => ANSWER_FAULT_SENTENCES[language][code](details);

function valueText(question: Question, answer: Answer | undefined, language: Language): string {
  if (typeof answer !== 'string') return '';
  return question.kind === 'number' ? displayDecimal(answer, language) : question.kind === 'date' ? displayDate(answer) : answer;
}

const check = (type: 'radio' | 'checkbox', name: string, value: string, label: string | undefined, checked: boolean): Markup =>
  html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${checked ? html` checked` : html``}> <span>${label}</span></label>`;

function choices(question: Extract<Question, { options: Option[] }>, answer: Answer | undefined, language: Language): Markup {
  const name = fieldName(question.id);
  const type = question.kind === 'multiple' ? 'checkbox' : 'radio';
  const given = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  const options = question.options.map(({ id, title }) => check(type, name, id, inLanguage(title, language), given.includes(id)));
  return html`${options}${question.noOpinion ? check(type, name, NO_OPINION_VALUE, SAYS[language].noOpinion, isNoOpinion(answer)) : undefined}`;
}

/** A row is a group of radio buttons under its own name: on a narrow page they stand below it, without scrolling aside. */
function matrix(question: Extract<Question, { kind: 'matrix' }>, answer: Answer | undefined, faults: readonly AnswerFault[], language: Language): Markup {
  const given = rowsOf(answer);
  const rows = question.rows.map(({ id, title }) => {
    const name = fieldName(question.id, id);
    const wrong = faults.filter(({ row }) => row === id);
    const options = question.options.map((option) => check('radio', name, option.id, inLanguage(option.title, language), given[id] === option.id));
    const none = question.noOpinion
      ? check('radio', name, NO_OPINION_VALUE, SAYS[language].noOpinion, isNoOpinion(given[id]) || isNoOpinion(answer))
      : undefined;
    return html`<fieldset class="row${wrong.length > 0 ? ' wrong' : ''}"><legend>${inLanguage(title, language)}</legend>${wrong.map((fault) => html`<p class="fault">${faultText(fault, language)}</p>`)}<div class="choices">${options}${none}</div></fieldset>`;
  });
  return html`${rows}`;
}
