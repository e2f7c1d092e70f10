import type { Title } from '../../text/title.ts';
import type { Language } from '../../words/language.ts';
import { inLanguage } from '../../words/language.ts';
import { NO_OPINION, NOT_ASKED } from '../estimates/counted-questions.ts';
import type { DescribedAnswers } from './codebook.ts';
import { ABOUT_COLUMNS, type AboutColumn, type AnswerColumn, answerColumns, INVALID, RESPONSE_MODES } from './columns.ts';
import { ABOUT_COLUMN_NAMES, CHOSEN_NAMES, MISSING_NAMES, type MissingCode, RESPONSE_MODE_NAMES, SET_ASIDE_NAMES, SYNTAX_TEXTS } from './export-words.ts';
import { columnTitle } from './response-lines.ts';

/** What SPSS takes at most of a label, in bytes of UTF-8. */
const MOST_OF_VARIABLE = 255;
const MOST_OF_VALUE = 120;
const MOST_OF_NAME = 64;
/** The last line's first cell is the longest. */
const ID_WIDTH = 120;
/** Words of the language of commands, which are no names. */
const RESERVED = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);

const MISSING_CODES = [NOT_ASKED, NO_OPINION, INVALID] as const satisfies readonly MissingCode[];
/** Numbers in the place of an answer: no option has one below 0. Where numbers are asked for, they are such as nobody answers. */
const MISSING_NUMBERS: Readonly<Record<MissingCode, string>> = { '#notAsked': '-97', '#noOpinion': '-98', '#invalid': '-99' };
const MISSING_AMOUNTS: Readonly<Record<MissingCode, string>> = { '#notAsked': '-999999997', '#noOpinion': '-999999998', '#invalid': '-999999999' };

const utf8 = new TextEncoder();

/** A text within so many bytes, in quotes; in one line, as the end of a line may end a command. */
function quoted(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const fits = (part: string) => utf8.encode(part).length <= most;
  let cut = line;
  if (!fits(line)) {
    const signs = [...line];
    while (!fits(`${signs.join('').trimEnd()}…`)) signs.pop();
    cut = `${signs.join('').trimEnd()}…`;
  }
  return `'${cut.replaceAll("'", "''")}'`;
}

interface Coded {
  readonly code: string;
  readonly number: string;
  readonly label: string;
}

interface Variable {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'coded' | 'number' | 'date';
  /** What its cells may hold, but for numbers and days. */
  readonly values: readonly Coded[];
  readonly missing: readonly Coded[];
}

const ABOUT_NAMES: Readonly<Record<AboutColumn, string>> = {
  _id: 'form_id',
  _body: 'form_body',
  _mode: 'form_mode',
  _minutes: 'form_minutes',
  _setAside: 'form_setAside',
};

function aboutVariable(column: AboutColumn, { bodies }: DescribedAnswers, language: Language): Variable {
  const of = { name: ABOUT_NAMES[column], label: ABOUT_COLUMN_NAMES[language][column], missing: [] };
  switch (column) {
    case '_id':
      return { ...of, kind: 'text', values: [] };
    case '_body':
      return { ...of, kind: 'text', values: bodies.map(({ id, name }) => ({ code: id, number: quoted(id), label: name })) };
    case '_mode':
      return { ...of, kind: 'coded', values: RESPONSE_MODES.map((code, at) => ({ code, number: String(at + 1), label: RESPONSE_MODE_NAMES[language][code] })) };
    case '_minutes':
      return { ...of, kind: 'number', values: [] };
    case '_setAside':
      return { ...of, kind: 'coded', values: (['1', '0'] as const).map((code) => ({ code, number: code, label: SET_ASIDE_NAMES[language][code] })) };
  }
}

/** A name that SPSS takes; where an id is none, the variable's in the codebook. */
function nameOf(id: string, number: number, taken: ReadonlySet<string>): string {
  const fits = /^[a-z][a-z0-9_.]*$/i.test(id) && !/[._]$/.test(id) && id.length <= MOST_OF_NAME;
  return fits && !RESERVED.has(id.toUpperCase()) && !taken.has(id.toUpperCase()) ? id : `V${number}`;
}

function answerVariable({ counted, option, options, titles }: AnswerColumn, name: string, language: Language): Variable {
  const label = columnTitle(titles, language);
  const kind = counted.kind === 'number' ? 'number' : counted.kind === 'date' ? 'date' : 'coded';
  const numbers = kind === 'coded' ? MISSING_NUMBERS : MISSING_AMOUNTS;
  const missing = MISSING_CODES.map((code) => ({ code, number: numbers[code], label: MISSING_NAMES[language][code] }));
  const word = (title: Title, code: string) => inLanguage(title, language) ?? code;
  const values =
    option === null
      ? options.map(({ id, title }, at) => ({ code: id, number: String(at + 1), label: word(title, id) }))
      : (['1', '0'] as const).map((code) => ({ code, number: code, label: CHOSEN_NAMES[language][code] }));
  return { name, label, kind, values, missing };
}

function variablesOf(of: DescribedAnswers, language: Language): Variable[] {
  const variables = ABOUT_COLUMNS.map((column) => aboutVariable(column, of, language));
  const taken = new Set(variables.map(({ name }) => name.toUpperCase()));
  answerColumns(of.form).forEach((column, index) => {
    const name = nameOf(column.name, ABOUT_COLUMNS.length + index + 1, taken);
    taken.add(name.toUpperCase());
    variables.push(answerVariable(column, name, language));
  });
  return variables;
}

/** Reads a cell, which is a text in the file, as what it is. */
function reading({ name, kind, values, missing }: Variable, cell: string): string[] {
  const coded = [...values, ...missing].map(({ code, number }) => `(${quoted(code)}=${number})`).join(' ');
  switch (kind) {
    case 'text':
      return [];
    case 'coded':
      return [`RECODE ${cell} ${coded} INTO ${name}.`];
    case 'number':
      return [`RECODE ${cell} ${coded === '' ? '' : `${coded} `}(CONVERT) INTO ${name}.`];
    case 'date':
      return [
        `IF (INDEX(${cell}, '#') NE 1 AND ${cell} NE '') ${name} = NUMBER(${cell}, SDATE10).`,
        ...missing.map(({ code, number }) => `IF (${cell} EQ ${quoted(code)}) ${name} = ${number}.`),
        `FORMATS ${name} (SDATE10).`,
      ];
  }
}

/** A command whose parts stand in lines of their own; none where there are none. */
const command = (head: string, parts: readonly string[]): string[] => (parts.length === 0 ? [] : [`${head}\n  ${parts.join('\n  ')}.`]);

/** A comment, which its first full stop at the end of a line would end. */
const comment = (text: string): string => `* ${text.replaceAll(/\s+/g, ' ').replace(/[.\s]+$/, '')}.`;

/**
 * Commands for SPSS, and PSPP, that read the file of codes as the codebook describes it: options as numbers with their words, in the place of an answer numbers
 * that are missing values with theirs, and leave a .sav.
 */
export function spssSyntaxOf(of: DescribedAnswers, language: Language): string {
  const texts = SYNTAX_TEXTS[language];
  const variables = variablesOf(of, language);
  const cells = variables.map(({ name, kind }, index) => (kind === 'text' ? name : `@cell${index + 1}`));
  const widths = variables.map(({ kind, values, missing }, at) =>
    at === 0 ? ID_WIDTH : Math.max(kind === 'coded' || kind === 'text' ? 1 : 40, ...[...values, ...missing].map(({ code }) => utf8.encode(code).length)),
  );
  const read = variables.flatMap((variable, index) => reading(variable, cells[index] as string));
  const file = of.fileName;
  return [
    '* Encoding: UTF-8.',
    comment(texts.about(inLanguage(of.form.title, language) ?? '', of.round.title)),
    comment(texts.use(file)),
    comment(texts.count(of.bodies.reduce((sum, { responses }) => sum + responses, 0))),
    'SET DECIMAL=DOT.',
    `GET DATA /TYPE=TXT /FILE=${quoted(file)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS="," /QUALIFIER='"' /VARIABLES=\n  ${cells
      .map((cell, index) => `${cell} A${widths[index]}`)
      .join('\n  ')}.`,
    comment(texts.lastLine),
    "SELECT IF (INDEX(form_id, '#') NE 1).",
    ...read,
    ...command(
      'VARIABLE LABELS',
      variables.map(({ name, label }) => `${name} ${quoted(label, MOST_OF_VARIABLE)}`),
    ),
    ...command(
      'VALUE LABELS',
      variables
        .filter(({ values, missing }) => values.length + missing.length > 0)
        .map(
          ({ name, values, missing }, at) =>
            `${at === 0 ? '' : '/'}${name} ${[...values, ...missing].map(({ number, label }) => `${number} ${quoted(label, MOST_OF_VALUE)}`).join(' ')}`,
        ),
    ),
    ...variables
      .filter(({ missing }) => missing.length > 0)
      .map(({ name, missing }) => `MISSING VALUES ${name} (${missing.map(({ number }) => number).join(', ')}).`),
    ...command(
      'FORMATS',
      [variables.filter(({ kind }) => kind === 'coded').map(({ name }) => name)].map((names) => `${names.join(' ')} (F4.0)`),
    ),
    'EXECUTE.',
    ...command(
      'DELETE VARIABLES',
      cells.filter((cell) => cell.startsWith('@')),
    ),
    `SAVE OUTFILE=${quoted(file.replace(/\.csv$/, '.sav'))}.`,
    '',
  ].join('\n');
}
