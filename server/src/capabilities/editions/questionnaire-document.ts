import type { Language } from '@parindex/core';
import { type PrintedAnswer, type PrintedForm, type PrintedOption, type PrintedQuestion, printedForm } from '@parindex/core/survey/printing/printed-form';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { QUESTIONNAIRE_WORDS } from '@parindex/core/words/questionnaire-words';
import { type Block, heading, type OfficialDocument, type Row } from '../../documents/document.ts';

const BOX = '□';
/** As wide as the lines of an upright page. */
const WRITING_LINE = '…'.repeat(33);
const LONG_BLANK = '…'.repeat(18);
/** Shares of the width of a table: what is judged, and each box. */
const TABLE_WIDTHS = { row: 6, box: 2 };
/** Questions with more options may break over pages. */
const MOST_KEPT_TOGETHER = 12;

/** As many signs of a form's hash stand below it: enough to tell two forms apart. */
const SHOWN_OF_HASH = 16;

type Paragraph = Extract<Block, { kind: 'paragraph' }>;
const line = (text: string, looks: Omit<Paragraph, 'kind' | 'text'> = {}): Paragraph => ({ kind: 'paragraph', text, ...looks });

/** A form of the survey on paper: to be read, printed and filled in by hand. */
export function questionnaireDocument(form: Questionnaire, hash: string, language: Language): OfficialDocument {
  const printed = printedForm(form, language);
  return {
    title: [printed.name, printed.about].filter(Boolean).join(' – '),
    marks: printed.mark === undefined ? [] : [printed.mark],
    letterhead: null,
    subject: { as: 'named', name: printed.name, about: printed.about },
    to: [],
    across: false,
    size: 13,
    body: questionnaireBlocks(printed, LONG_BLANK, language),
    recipients: [],
    signatures: [],
    annexes: [],
    footer: questionnaireFooter(hash, language),
  };
}

/** What stands below each page of a form. */
export const questionnaireFooter = (hash: string, language: Language): NonNullable<OfficialDocument['footer']> => ({
  lines: [QUESTIONNAIRE_WORDS[language].identity(hash.slice(0, SHOWN_OF_HASH))],
  link: null,
});

/** A form without its name, about a body; `promised`: what whoever answers is told besides, before the questions. */
export const questionnaireBlocks = (printed: PrintedForm, body: string, language: Language, promised: readonly Block[] = []): Block[] => [
  ...opening(printed, body, language),
  ...promised,
  ...printed.parts.flatMap((part) => partOf(part, language)),
  line(QUESTIONNAIRE_WORDS[language].thanks, { style: 'centred' }),
];

/** Who asks about whom, what for, for how long, and how the form is filled in. */
function opening({ judged, introduction, purpose, kept, agrees, how }: PrintedForm, body: string, language: Language): Block[] {
  const words = QUESTIONNAIRE_WORDS[language];
  const said = (lead: string, text: string): Block => line(text, { lead: `${lead}:` });
  return [
    ...(introduction === undefined ? [] : [line(introduction)]),
    ...(judged === undefined ? [] : [said(words.about, judged)]),
    said(words.body, body),
    said(words.purpose, purpose),
    said(words.term, kept),
    ...(agrees === undefined ? [] : [said(words.agreement, `${BOX} ${agrees}`)]),
    ...(how.length === 0 ? [] : [said(words.how, how.join(' '))]),
  ];
}

function partOf({ title, introduction, questions }: PrintedForm['parts'][number], language: Language): Block[] {
  return [
    heading(title),
    ...(introduction === undefined ? [] : [line(introduction, { style: 'italic', keepNext: true })]),
    ...questions.flatMap((question) => questionOf(question, language)),
  ];
}

/** A question stays on one page with its answers, unless there are many. */
function questionOf({ id, number, title, optional, notes, skip, answer }: PrintedQuestion, language: Language): Block[] {
  const words = QUESTIONNAIRE_WORDS[language];
  const told = [...(skip === undefined ? [] : [skip]), ...notes].join(' ');
  return [
    line(optional ? `${title} (${words.optional})` : title, { lead: `${words.question(number)}.`, aside: id, keepNext: true }),
    ...(told === '' ? [] : [line(told, { style: 'italic', keepNext: true })]),
    ...answerBlocks(answer, language),
  ];
}

function answerBlocks(answer: PrintedAnswer, language: Language): Block[] {
  switch (answer.kind) {
    case 'boxes':
      return boxes(answer.options);
    case 'table':
      return [
        {
          kind: 'table',
          columns: [
            { head: QUESTIONNAIRE_WORDS[language].rows, width: TABLE_WIDTHS.row },
            ...answer.options.map(({ title }) => ({ head: title, width: TABLE_WIDTHS.box, align: 'center' as const })),
          ],
          rows: answer.rows.map(({ number, title }): Row => ({ cells: [`${number}. ${title}`, ...answer.options.map(() => BOX)] })),
        },
      ];
    case 'value':
      return kept([line(answer.blank), ...boxes(answer.options)]);
    case 'text':
      return kept([...Array.from({ length: answer.lines }, () => line(WRITING_LINE)), ...boxes(answer.options)]);
  }
}

const boxes = (options: readonly PrintedOption[]): Paragraph[] => kept(options.map(({ title }) => line(`${BOX} ${title}`)));

const kept = (lines: readonly Paragraph[]): Paragraph[] =>
  lines.map((each, index) => (lines.length <= MOST_KEPT_TOGETHER && index < lines.length - 1 ? { ...each, keepNext: true } : each));
