import { columnName } from '../../imports/workbook/cells.ts';
import { recogniseRows } from '../../text/old-encodings/recognised-lines.ts';
import { searchKey } from '../../text/search-key.ts';
import { UNSEEN } from '../../text/unseen-characters.ts';
import { readMailAddress } from '../respondents/mail-address.ts';
import type { RespondentRow } from '../respondents/types.ts';
import { ADDRESS_COLUMNS, type AddressColumn, addressColumnOf, NEEDED_COLUMNS } from './columns.ts';

/** Most lines of one list: a province has some hundreds. */
export const MOST_ADDRESSES = 5_000;

/** A line of a list, in normal form. */
export interface ListedAddress {
  readonly line: number;
  readonly cluster: string;
  readonly clusterName: string;
  /** The household as the village's list has it: its number, or its head. */
  readonly household: string;
  readonly address: string | null;
  readonly reserve: boolean;
  /** In which order those of its village are listed, from 1; reserves by themselves. */
  readonly place: number;
  /** The mail address of the interviewer's account, in lower case. */
  readonly interviewer: string;
}

export const ADDRESS_FAULTS = [
  'noHead',
  'columnMissing',
  'columnUnknown',
  'columnTwice',
  'cellBeyond',
  'noAddress',
  'tooManyLines',
  'formulaCell',
  'unknownLetters',
  'controlCharacter',
  'textTooLong',
  'cellEmpty',
  'badMail',
  'badReserve',
  'householdTwice',
  'clusterOtherName',
  'clusterOfTwo',
  'clusterGiven',
  'unknownInterviewer',
  'interviewerOfBody',
  'householdKnown',
] as const;
export type AddressFaultCode = (typeof ADDRESS_FAULTS)[number];

export interface AddressFault {
  /** Null where it is about the whole. */
  readonly line: number | null;
  readonly column: AddressColumn | null;
  readonly code: AddressFaultCode;
  readonly details: Readonly<Record<string, string>>;
}

const MOST_CHARACTERS: Readonly<Record<AddressColumn, number>> = {
  cluster: 100,
  clusterName: 300,
  household: 300,
  address: 500,
  reserve: 20,
  interviewer: 320,
};
const YES = ['co', 'x', 'yes', '1', 'du phong', 'reserve'];
const NO = ['', 'khong', 'no', '0', '-'];

/** What tells a household apart from all others. */
export const householdKey = ({ cluster, household }: Pick<ListedAddress, 'cluster' | 'household'>): string => JSON.stringify([cluster, searchKey(household)]);

type Places = ReadonlyMap<AddressColumn, number>;

/** Reads a list of addresses from rows of which the first is the head; with any fault nothing of it is to be kept. */
export function readAddresses(rows: readonly RespondentRow[]): { readonly addresses: readonly ListedAddress[]; readonly faults: readonly AddressFault[] } {
  const faults: AddressFault[] = [];
  const fault = (line: number | null, column: AddressColumn | null, code: AddressFaultCode, details: Record<string, string> = {}): void =>
    void faults.push({ line, column, code, details });
  const [first, ...rest] = rows;
  if (!first) {
    fault(null, null, 'noHead');
    return { addresses: [], faults };
  }
  if (rest.length > MOST_ADDRESSES) {
    fault(null, null, 'tooManyLines', { limit: String(MOST_ADDRESSES) });
    return { addresses: [], faults };
  }
  const letters = recogniseRows(rows.map(({ cells, formulas }) => cells.map((cell, place) => (formulas?.includes(place) ? '' : cell))));
  const places = readHead(first, letters[0]?.cells ?? [], fault);
  const width = first.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const addresses: ListedAddress[] = [];
  const [households, names, counts] = [
    new Map<string, number>(),
    new Map<string, { name: string; interviewer: string; line: number }>(),
    new Map<string, number>(),
  ];
  rest.forEach((row, index) => {
    const recognised = letters[index + 1];
    if (row.cells.every((cell) => cell.trim() === '') && !row.formulas?.length) return;
    const before = faults.length;
    if (recognised?.kind === 'refused') fault(row.line, null, 'unknownLetters', { text: recognised.why.text.slice(0, 100) });
    const beyond = row.cells.findIndex((cell, place) => place >= width && cell.trim() !== '');
    if (beyond >= 0) fault(row.line, null, 'cellBeyond', { at: columnName(beyond + 1) });
    const read = readCells(row, recognised?.cells ?? row.cells, places, fault);
    if (faults.length > before) return;
    const { cluster, clusterName, household } = read;
    const [key, known] = [householdKey(read), names.get(cluster)];
    const twin = households.get(key);
    if (twin !== undefined) fault(row.line, 'household', 'householdTwice', { other: String(twin) });
    if (known !== undefined && known.name !== clusterName)
      fault(row.line, 'clusterName', 'clusterOtherName', { found: clusterName, name: known.name, other: String(known.line) });
    // Reserves of a village take places in one order, which two who are out at the same time could not keep.
    if (known !== undefined && known.interviewer !== read.interviewer)
      fault(row.line, 'interviewer', 'clusterOfTwo', { found: read.interviewer, name: known.interviewer, other: String(known.line) });
    if (faults.length > before) return;
    households.set(key, row.line);
    if (known === undefined) names.set(cluster, { name: clusterName, interviewer: read.interviewer, line: row.line });
    const within = JSON.stringify([cluster, read.reserve]);
    const place = (counts.get(within) ?? 0) + 1;
    counts.set(within, place);
    addresses.push({ line: row.line, ...read, household, place });
  });
  if (addresses.length === 0 && faults.length === 0) fault(null, null, 'noAddress');
  return { addresses, faults };
}

type Fault = (line: number | null, column: AddressColumn | null, code: AddressFaultCode, details?: Record<string, string>) => void;

/** Where the columns stand, from 0. Unknown heads are faults: a misspelt column would be lost silently. */
function readHead({ line }: RespondentRow, cells: readonly string[], fault: Fault): Places {
  const places = new Map<AddressColumn, number>();
  cells.forEach((cell, place) => {
    if (cell.trim() === '') return;
    const column = addressColumnOf(cell);
    const found = cell.trim().slice(0, 100);
    if (column === undefined) fault(line, null, 'columnUnknown', { found, at: columnName(place + 1) });
    else if (places.has(column)) fault(line, column, 'columnTwice', { found });
    else places.set(column, place);
  });
  for (const column of NEEDED_COLUMNS) if (!places.has(column)) fault(line, column, 'columnMissing');
  return places;
}

/** The cells of a line by their columns; what is wrong with them is told. */
function readCells({ line, formulas }: RespondentRow, cells: readonly string[], places: Places, fault: Fault): Omit<ListedAddress, 'line' | 'place'> {
  const text = (column: AddressColumn): string => {
    const place = places.get(column);
    const cell = place === undefined ? '' : (cells[place] ?? '');
    const plain = cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (place !== undefined && formulas?.includes(place)) fault(line, column, 'formulaCell');
    else if (UNSEEN.test(cell)) fault(line, column, 'controlCharacter');
    else if (plain.length > MOST_CHARACTERS[column])
      fault(line, column, 'textTooLong', { found: String(plain.length), limit: String(MOST_CHARACTERS[column]) });
    else if (plain === '' && place !== undefined && NEEDED_COLUMNS.includes(column)) fault(line, column, 'cellEmpty');
    return plain;
  };
  const read = Object.fromEntries(ADDRESS_COLUMNS.map((column) => [column, text(column)])) as Record<AddressColumn, string>;
  const said = searchKey(read.reserve);
  if (!YES.includes(said) && !NO.includes(said)) fault(line, 'reserve', 'badReserve', { found: read.reserve });
  const interviewer = readMailAddress(read.interviewer);
  if (read.interviewer !== '' && interviewer === undefined) fault(line, 'interviewer', 'badMail', { found: read.interviewer.slice(0, 100) });
  return {
    ...{ cluster: read.cluster, clusterName: read.clusterName, household: read.household, reserve: YES.includes(said) },
    ...{ address: read.address === '' ? null : read.address, interviewer: interviewer ?? '' },
  };
}
