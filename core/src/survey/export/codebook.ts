import type { Title } from '../../text/title.ts';
import { inLanguage, LANGUAGES, type Language } from '../../words/language.ts';
import { NO_OPINION, NOT_ASKED } from '../estimates/counted-questions.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { ABOUT_COLUMNS, type AboutColumn, type AnswerColumn, answerColumns, freeTexts, INVALID, RESPONSE_MODES } from './columns.ts';
import {
  ABOUT_COLUMN_NAMES,
  CHOSEN_NAMES,
  CODEBOOK_TEXTS,
  LEFT_OUT_NAMES,
  type LeftOutReason,
  MISSING_NAMES,
  type MissingCode,
  RESPONSE_MODE_NAMES,
  SET_ASIDE_NAMES,
} from './export-words.ts';
import { columnTitle } from './response-lines.ts';
import { xmlElement, xmlTextElement } from './xml.ts';

/** A body with how many of the group have answered. */
export interface AnsweredBody {
  readonly id: string;
  readonly name: string;
  readonly responses: number;
}

/** A body none of whose responses is in the file, and why. */
export interface LeftOutBody extends Omit<AnsweredBody, 'responses'> {
  /** Null where fewer than the threshold. */
  readonly responses: number | null;
  readonly reason: LeftOutReason;
}

/** What a file of answers is of. */
export interface DescribedAnswers {
  readonly form: Questionnaire;
  readonly formHash: string;
  /** What the group of respondents is called. */
  readonly group: Title;
  readonly round: { readonly id: string; readonly title: string; readonly year: number; readonly owner: string };
  readonly edition: { readonly id: string; readonly hash: string };
  /** The day on which the survey was closed, yyyy-mm-dd. */
  readonly closed: string;
  /** Fewest responses of a body that may be in the file. */
  readonly threshold: number;
  readonly bodies: readonly AnsweredBody[];
  readonly leftOut: readonly LeftOutBody[];
  readonly fileName: string;
}

type ByLanguage = Readonly<Record<Language, string>>;

/** The same element once in each language. */
const inEach = (name: string, text: (language: Language) => string): string =>
  LANGUAGES.map((language) => xmlTextElement(name, text(language), { 'xml:lang': language })).join('');

/** A title, in English only where there is English. */
const titled = (name: string, titles: readonly Title[]): string =>
  LANGUAGES.filter((language) => language === 'vi' || titles.some(({ en }) => en !== undefined))
    .map((language) => xmlTextElement(name, columnTitle(titles, language), { 'xml:lang': language }))
    .join('');

/** A name of a closed set. */
const named = <K extends string>(names: { readonly [L in Language]: Readonly<Record<K, string>> }, key: K): ByLanguage => ({
  vi: names.vi[key],
  en: names.en[key],
});

const category = (code: string, label: string, attributes: Readonly<Record<string, string>> = {}): string =>
  xmlElement('catgry', attributes, xmlTextElement('catValu', code), label);

const labelled = (label: ByLanguage): string => inEach('labl', (language) => label[language]);

const missing = (code: MissingCode): string => category(code, labelled(named(MISSING_NAMES, code)), { missing: 'Y' });

type Measure = 'discrete' | 'contin';

const variable = (number: number, name: string, measure: Measure, ...parts: readonly string[]): string =>
  xmlElement('var', { ID: `V${number}`, name, files: 'F1', intrvl: measure }, ...parts);

const format = (type: 'numeric' | 'character'): string => xmlElement('varFormat', { type });

function aboutVariable(name: AboutColumn, number: number, bodies: readonly AnsweredBody[]): string {
  const label = labelled(named(ABOUT_COLUMN_NAMES, name));
  switch (name) {
    case '_id':
      return variable(number, name, 'discrete', label, format('character'));
    case '_body':
      return variable(number, name, 'discrete', label, ...bodies.map((body) => category(body.id, titled('labl', [{ vi: body.name }]))), format('character'));
    case '_mode': {
      const modes = RESPONSE_MODES.map((mode) => category(mode, labelled(named(RESPONSE_MODE_NAMES, mode))));
      return variable(number, name, 'discrete', label, ...modes, format('character'));
    }
    case '_minutes':
      return variable(number, name, 'contin', label, format('numeric'));
    case '_setAside': {
      const states = (['1', '0'] as const).map((code) => category(code, labelled(named(SET_ASIDE_NAMES, code))));
      return variable(number, name, 'discrete', label, ...states, format('character'));
    }
  }
}

function answerVariable({ name, counted, option, titles, options, noOpinion, conditional }: AnswerColumn, number: number): string {
  const categories =
    option === null
      ? options.map(({ id, title }) => category(id, titled('labl', [title])))
      : (['1', '0'] as const).map((code) => category(code, labelled(named(CHOSEN_NAMES, code))));
  return variable(
    number,
    name,
    counted.kind === 'number' ? 'contin' : 'discrete',
    titled('labl', titles),
    xmlElement('qstn', {}, titled('qstnLit', titles.slice(0, 1))),
    ...categories,
    ...(noOpinion ? [missing(NO_OPINION)] : []),
    ...(conditional ? [missing(NOT_ASKED)] : []),
    missing(INVALID),
    // A code may stand in the place of a number too.
    format('character'),
  );
}

/** What the file leaves out, and why. */
function restrictions({ form, threshold, leftOut }: DescribedAnswers, language: Language): string {
  const words = CODEBOOK_TEXTS[language];
  const free = freeTexts(form).map(({ id, title }) => `${id} (${inLanguage(title, language)})`);
  const few = leftOut.map(({ id, name, responses, reason }) =>
    [`${name} (${id}): ${words.responses(responses, threshold)}`, ...(reason === 'tooFew' ? [] : [LEFT_OUT_NAMES[language][reason]])].join(', '),
  );
  return [
    words.apart,
    words.threshold(threshold),
    few.length === 0 ? words.noneLeftOut : words.leftOut(few.join('; ')),
    ...(free.length === 0 ? [] : [words.freeTexts(free.join('; '))]),
  ].join(' ');
}

const sumOf = (bodies: readonly AnsweredBody[]): number => bodies.reduce((sum, { responses }) => sum + responses, 0);

function studyOf(of: DescribedAnswers): string {
  const { form, formHash, group, round, edition, closed } = of;
  const title = (language: Language) => CODEBOOK_TEXTS[language].title(inLanguage(form.title, language) ?? '', round.title);
  const identified = [
    ['round', round.id],
    ['edition', edition.id],
    ['editionHash', `sha256:${edition.hash}`],
    ['questionnaireHash', `sha256:${formHash}`],
  ].map(([agency = '', id = '']) => xmlTextElement('IDNo', id, { agency }));
  const titles = [xmlTextElement('titl', title('vi'), { 'xml:lang': 'vi' }), xmlTextElement('parTitl', title('en'), { 'xml:lang': 'en' })];
  return xmlElement(
    'stdyDscr',
    {},
    xmlElement(
      'citation',
      {},
      xmlElement('titlStmt', {}, ...titles, ...identified),
      xmlElement('rspStmt', {}, xmlTextElement('AuthEnty', round.owner, { 'xml:lang': 'vi' })),
    ),
    xmlElement(
      'stdyInfo',
      {},
      titled('abstract', [form.consent.purpose]),
      xmlElement(
        'sumDscr',
        {},
        xmlTextElement('timePrd', String(round.year), { event: 'single', date: String(round.year) }),
        xmlTextElement('collDate', closed, { event: 'end', date: closed }),
        xmlTextElement('nation', 'Việt Nam', { abbr: 'VN' }),
        inEach('anlyUnit', (language) => CODEBOOK_TEXTS[language].unit),
        titled('universe', [group]),
      ),
    ),
    // The schema takes a restriction once in each statement.
    xmlElement(
      'dataAccs',
      {},
      ...LANGUAGES.map((language) => xmlElement('useStmt', {}, xmlTextElement('restrctn', restrictions(of, language), { 'xml:lang': language }))),
    ),
    inEach('notes', (language) => CODEBOOK_TEXTS[language].empty),
    inEach('notes', (language) => CODEBOOK_TEXTS[language].invalid),
    inEach('notes', (language) => CODEBOOK_TEXTS[language].modes(of.threshold)),
    inEach('notes', (language) => CODEBOOK_TEXTS[language].lastLine),
  );
}

/**
 * The codebook of a file of answers as DDI-Codebook 2.5 (DDI Alliance, namespace ddi:codebook:2_5): edition and form with their hashes, how many cases, the
 * variables with labels and codes, and what was withheld. Nothing in it comes of single answers.
 */
export function codebookOf(of: DescribedAnswers): string {
  const columns = answerColumns(of.form);
  const file = xmlElement(
    'fileDscr',
    { ID: 'F1' },
    xmlElement(
      'fileTxt',
      {},
      xmlTextElement('fileName', of.fileName),
      xmlElement(
        'dimensns',
        {},
        xmlTextElement('caseQnty', String(sumOf(of.bodies))),
        xmlTextElement('varQnty', String(ABOUT_COLUMNS.length + columns.length)),
      ),
      xmlTextElement('fileType', 'text/csv', { charset: 'UTF-8' }),
    ),
  );
  const data = xmlElement(
    'dataDscr',
    {},
    ...ABOUT_COLUMNS.map((name, index) => aboutVariable(name, index + 1, of.bodies)),
    ...columns.map((column, index) => answerVariable(column, ABOUT_COLUMNS.length + index + 1)),
  );
  const book = xmlElement('codeBook', { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'vi' }, studyOf(of), file, data);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${book}\n`;
}
