import { type RecognisedRow, recogniseRows } from '../../text/old-encodings/recognised-lines.ts';
import type { RespondentFault, RespondentFaultCode, RespondentNotice } from './faults.ts';
import { type Head, readHead } from './head.ts';
import { KnownRespondents, type RespondentKeys, respondentKeys, type SameBy } from './keys.ts';
import { isBlank, type ReadLine, readLine } from './read-line.ts';
import type { Respondent, RespondentColumn, RespondentGroup, RespondentRow } from './types.ts';

/** Most lines of one list: more than any unit has of all groups together. */
export const MOST_LINES = 5_000;

export interface RespondentListRules {
  readonly groups: readonly RespondentGroup[];
  /** The id of the group of the whole file; null where each line tells its own. */
  readonly group: string | null;
  /** Respondents of the round that are there already. */
  readonly known: readonly RespondentKeys[];
  readonly mostLines?: number;
  /** Lines whose letters the sender has confirmed as they stand, as of a foreign name. */
  readonly asWritten?: ReadonlySet<number>;
}

export interface ReadRespondents {
  /** Those without a fault. */
  readonly respondents: readonly Respondent[];
  readonly notices: readonly RespondentNotice[];
  readonly faults: readonly RespondentFault[];
}

const SAME_IN_FILE: Readonly<Record<Exclude<SameBy, 'likePerson'>, RespondentFaultCode>> = { phone: 'phoneTwice', mail: 'mailTwice', person: 'personTwice' };
const SAME_AS_KNOWN: Readonly<Record<Exclude<SameBy, 'likePerson'>, RespondentFaultCode>> = { phone: 'phoneKnown', mail: 'mailKnown', person: 'personKnown' };
const COLUMN_OF: Readonly<Record<SameBy, RespondentColumn>> = { phone: 'phone', mail: 'mail', person: 'name', likePerson: 'name' };

/** Rows with the letters of an old font as Unicode; a formula's text is no one's writing. */
function recognisedRows(rows: readonly RespondentRow[], asWritten: ReadonlySet<number>): RecognisedRow[] {
  const isLeft = (row: RespondentRow) => asWritten.has(row.line);
  const recognised = recogniseRows(rows.map((row) => (isLeft(row) ? [] : row.cells.map((cell, place) => (row.formulas?.includes(place) ? '' : cell)))));
  return rows.map((row, index) => (isLeft(row) ? { kind: 'unicode', cells: row.cells } : (recognised[index] as RecognisedRow)));
}

/** What is told of the letters of a row. */
function tellLetters(row: RespondentRow, recognised: RecognisedRow, head: Head | null, list: { faults: RespondentFault[]; notices: RespondentNotice[] }): void {
  if (recognised.kind === 'converted') {
    const text = recognised.cells.filter((cell, place) => cell !== row.cells[place]).join(' | ');
    const details = { encodings: recognised.encodings.join(', '), text, ...(recognised.capitalsByFont ? { capitals: 'byFont' } : {}) };
    list.notices.push({ line: row.line, column: null, code: 'converted', details });
  }
  if (recognised.kind !== 'refused') return;
  const { reason, words, readings, text } = recognised.why;
  const place = recognised.cells.indexOf(text);
  const column = [...(head?.places ?? [])].find(([, at]) => at === place)?.[0] ?? null;
  list.faults.push({ line: row.line, column, code: reason, details: { words: words.join(', '), readings: readings.map(inOneLine).join('” / “') } });
}

/** Cells of a row that was judged as one text. */
const inOneLine = (text: string): string => text.replaceAll('\u001f', ' | ');

/**
 * A unit's list of respondents, read from rows of which the first is the head: in normal form, with everything that is wrong, each by line and column,
 * and what was converted. Who has a fault is not among the respondents; of two alike the later has it.
 */
export function readRespondents(rows: readonly RespondentRow[], rules: RespondentListRules): ReadRespondents {
  const list: { faults: RespondentFault[]; notices: RespondentNotice[] } = { faults: [], notices: [] };
  const whole = (code: RespondentFaultCode, details: Record<string, string> = {}) => list.faults.push({ line: null, column: null, code, details });
  const mostLines = rules.mostLines ?? MOST_LINES;
  const [first, ...rest] = rows;
  if (!first) {
    whole('noHead');
    return { respondents: [], ...list };
  }
  // Beyond the bound nothing is read, so that it bounds the work too.
  const isTooLong = rest.length > mostLines;
  if (isTooLong) whole('tooManyLines', { limit: String(mostLines) });
  const taken = isTooLong ? [first] : rows;
  const recognised = recognisedRows(taken, rules.asWritten ?? new Set());
  const [headRow, ...lineRows] = recognised as [RecognisedRow, ...RecognisedRow[]];
  tellLetters(first, headRow, null, list);
  const head = readHead(first.line, headRow.cells, rules.group !== null, headRow.kind !== 'refused');
  list.faults.push(...head.faults);

  const lines: ReadLine[] = [];
  lineRows.forEach((letters, index) => {
    const row = taken[index + 1] as RespondentRow;
    if (isBlank(row, head)) return;
    const told = { faults: [] as RespondentFault[], notices: [] as RespondentNotice[] };
    tellLetters(row, letters, head, told);
    const read = readLine({ ...row, cells: letters.cells }, { head, groups: rules.groups, group: rules.group }, letters.kind !== 'refused');
    lines.push({ respondent: read.respondent, faults: [...told.faults, ...read.faults], notices: [...told.notices, ...read.notices] });
  });
  if (!isTooLong && lines.length === 0) whole('noRespondents');
  const respondents = withoutDoubles(lines, rules.known, list);
  return { respondents, ...list };
}

/** Tells who is there twice, and gives those without any fault. */
function withoutDoubles(
  lines: readonly ReadLine[],
  known: readonly RespondentKeys[],
  list: { faults: RespondentFault[]; notices: RespondentNotice[] },
): Respondent[] {
  const [earlier, before] = [new KnownRespondents<number>(), new KnownRespondents<null>()];
  for (const keys of known) before.add(keys, null);
  return lines.flatMap(({ respondent, faults, notices }) => {
    const keys = respondentKeys(respondent);
    const { line, group } = respondent;
    const told = [...faults];
    list.notices.push(...notices);
    for (const { by, known: other } of earlier.sameAs(keys)) {
      const details = { line: String(line), other: String(other) };
      if (by === 'likePerson') list.notices.push({ line, column: COLUMN_OF[by], code: by, details });
      else told.push({ line, column: COLUMN_OF[by], code: SAME_IN_FILE[by], details });
    }
    for (const { by } of before.sameAs(keys)) {
      if (by === 'likePerson') list.notices.push({ line, column: COLUMN_OF[by], code: 'likeKnownPerson', details: {} });
      else told.push({ line, column: COLUMN_OF[by], code: SAME_AS_KNOWN[by], details: {} });
    }
    earlier.add(keys, line);
    list.faults.push(...told);
    return told.length === 0 && group !== null ? [{ ...respondent, group }] : [];
  });
}
