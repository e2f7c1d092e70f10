import { csvLine } from '../../text/csv-line.ts';
import type { Title } from '../../text/title.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { askedQuestions } from '../answers/asked.ts';
import type { Answers } from '../answers/types.ts';
import { answerTo, NO_OPINION, NOT_ASKED } from '../estimates/counted-questions.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { ABOUT_COLUMNS, type AnswerColumn, answerColumns, INVALID, type ResponseMode } from './columns.ts';
import { ABOUT_COLUMN_NAMES, CHOSEN_NAMES, MISSING_NAMES, RESPONSE_MODE_NAMES, SET_ASIDE_NAMES } from './export-words.ts';

/** A response as it is kept once its survey is closed, without a way back to who gave it. */
export interface ClosedResponse {
  readonly id: string;
  readonly body: string;
  /** Null, as are the minutes: so few of its group about its body answered in one mode that it would lead to them. */
  readonly mode: ResponseMode | null;
  /** In steps of five, at most 60. */
  readonly minutes: number | null;
  /** Whether a reviewer has set it aside: it is in no count and no estimate. */
  readonly setAside: boolean;
  readonly answers: Answers;
  /** What a paper form gives no valid answer to: questions, or rows of a matrix as "matrix.row". */
  readonly invalid: readonly string[];
}

/** How responses are told: by the codes of the form, or by its words in a language. */
export type LineForm = 'codes' | { readonly words: Language; readonly bodyName: (id: string) => string };

/** What a cell holds: an option's id, a number, a day, 1 or 0 where several may be chosen, "#notAsked", "#noOpinion", "#invalid"; nothing where nothing was answered. */
function codeOf({ counted, option }: AnswerColumn, { answers, invalid }: ClosedResponse, asked: ReadonlySet<string>): string {
  if (!asked.has(counted.question)) return NOT_ASKED;
  const answer = answerTo(counted, answers);
  if (answer === undefined) return invalid.includes(counted.id) ? INVALID : '';
  if (Array.isArray(answer)) return answer.length === 0 ? '' : option !== null && answer.includes(option) ? '1' : '0';
  if (typeof answer === 'object') return 'noOpinion' in answer ? NO_OPINION : '';
  return answer;
}

/** The words of a question with those of its row or option. */
export const columnTitle = (titles: readonly Title[], language: Language): string => titles.map((title) => inLanguage(title, language)).join(' – ');

function wordOf({ option, options }: AnswerColumn, code: string, language: Language): string {
  if (code === NOT_ASKED || code === NO_OPINION || code === INVALID) return MISSING_NAMES[language][code];
  if (option !== null && (code === '1' || code === '0')) return CHOSEN_NAMES[language][code];
  return inLanguage(options.find(({ id }) => id === code)?.title, language) ?? code;
}

/** A table of answers: its head, and the cells of each response. */
interface ResponseTable {
  readonly head: readonly string[];
  /** The places of columns in which numbers are asked for; another text may stand there too. */
  readonly numbers: ReadonlySet<number>;
  cells(response: ClosedResponse): (string | number)[];
}

/** Responses to a form as rows of a table. @param form in normal form @param as by codes, or by words for those who read */
export function responseTable(form: Questionnaire, as: LineForm): ResponseTable {
  const columns = answerColumns(form);
  const codes = (response: ClosedResponse) => {
    const asked = new Set(askedQuestions(form, response.answers).map(({ id }) => id));
    return columns.map((column) => codeOf(column, response, asked));
  };
  const numbers = new Set(columns.flatMap(({ counted }, index) => (counted.kind === 'number' ? [ABOUT_COLUMNS.length + index] : [])));
  if (as === 'codes')
    return {
      numbers,
      head: [...ABOUT_COLUMNS, ...columns.map(({ name }) => name)],
      cells: (response) => [response.id, response.body, response.mode ?? '', response.minutes ?? '', response.setAside ? '1' : '0', ...codes(response)],
    };
  const { words: language, bodyName } = as;
  return {
    numbers,
    head: [...ABOUT_COLUMNS.map((name) => ABOUT_COLUMN_NAMES[language][name]), ...columns.map(({ titles }) => columnTitle(titles, language))],
    cells: (response) => [
      ...[response.id, bodyName(response.body), response.mode === null ? '' : RESPONSE_MODE_NAMES[language][response.mode], response.minutes ?? ''],
      SET_ASIDE_NAMES[language][response.setAside ? '1' : '0'],
      ...codes(response).map((code, index) => wordOf(columns[index] as AnswerColumn, code, language)),
    ],
  };
}

/** The lines of a file of answers to one form. */
interface ResponseLines {
  readonly head: string;
  line(response: ClosedResponse): string;
  /**
   * The last line: how many responses there are, and the hash of all bytes before it, which are known only then. As wide as the others, so that the file stays
   * a table; whoever checks it takes this line away and hashes the rest.
   */
  last(rows: number, sha256: string): string;
}

/** The same as lines of CSV. */
export function responseLines(form: Questionnaire, as: LineForm): ResponseLines {
  const { head, cells } = responseTable(form, as);
  return {
    head: csvLine(head),
    line: (response) => csvLine(cells(response)),
    last: (rows, sha256) => csvLine([`# rows ${rows}, sha256 ${sha256}`, ...head.slice(1).map(() => '')]),
  };
}
