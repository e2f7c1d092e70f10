import { columnName } from '../../imports/workbook/cells.ts';
import { searchKey } from '../../text/search-key.ts';
import { UNSEEN } from '../../text/unseen-characters.ts';
import type { RespondentFault, RespondentFaultCode, RespondentNotice } from './faults.ts';
import type { Head } from './head.ts';
import { readMailAddress } from './mail-address.ts';
import { readPhone } from './phone.ts';
import { RESPONDENT_COLUMNS, type Respondent, type RespondentColumn, type RespondentGroup, type RespondentRow } from './types.ts';

/** Most characters of a cell. */
const MOST_CHARACTERS: Readonly<Record<RespondentColumn, number>> = {
  number: 20,
  name: 200,
  position: 500,
  unit: 500,
  group: 500,
  phone: 100,
  mail: 300,
  address: 500,
  note: 2_000,
};

const SPACE = /\s+/gu;
const NOTHING = /^[-–—.…]*$/;
/** How a spreadsheet takes a text for a formula when the list is opened: = and @ at once, + and - before the name of something. */
const FORMULA = /^(?:[=@]|[+-]\p{L}[^(|!]*[(|!])/u;
const BEYOND_ASCII = /\P{ASCII}/u;

/** What a line says, faults and all; the respondent stands where there is no fault. */
export interface ReadLine {
  readonly respondent: Omit<Respondent, 'group'> & { readonly group: string | null };
  readonly faults: readonly RespondentFault[];
  readonly notices: readonly RespondentNotice[];
}

interface LineRules {
  readonly head: Head;
  readonly groups: readonly RespondentGroup[];
  /** The group of the whole file. */
  readonly group: string | null;
}

const few = (text: string): string => text.slice(0, 100);

const titlesOf = (groups: readonly RespondentGroup[]): Record<string, string> => ({
  groupsVi: groups.map(({ title }) => title.vi).join('; '),
  groupsEn: groups.map(({ title }) => title.en).join('; '),
});

const groupsNamed = (text: string, groups: readonly RespondentGroup[]): RespondentGroup[] =>
  groups.filter(({ id, title }) => [id, title.vi, title.en].some((name) => searchKey(name) === searchKey(text)));

/** Whether a row of a list has nothing but its number in it. */
export const isBlank = (row: RespondentRow, { places }: Head): boolean =>
  !row.formulas?.length && row.cells.every((cell, place) => place === places.get('number') || NOTHING.test(cell.trim()));

/**
 * Reads one line of a list, with all that is wrong in it. `isRead` tells whether its letters are known: where they are not, only what is
 * plain ASCII is judged, as all else would be called wrong for what it does not say.
 */
export function readLine(row: RespondentRow, { head, groups, group }: LineRules, isRead: boolean): ReadLine {
  const faults: RespondentFault[] = [];
  const notices: RespondentNotice[] = [];
  const fault = (code: RespondentFaultCode, column: RespondentColumn | null, details: Record<string, string> = {}): null => {
    faults.push({ line: row.line, column, code, details });
    return null;
  };
  const unread = new Set<RespondentColumn>();
  /** The text of a cell; null where it has none, or none that is taken. */
  const text = (column: RespondentColumn): string | null => {
    const place = head.places.get(column);
    const cell = place === undefined ? '' : (row.cells[place] ?? '');
    const taken = (code: RespondentFaultCode, details: Record<string, string> = {}): null => {
      unread.add(column);
      return fault(code, column, details);
    };
    if (place !== undefined && (row.formulas?.includes(place) || FORMULA.test(cell.trimStart()))) return taken('formulaCell');
    if (!isRead && BEYOND_ASCII.test(cell)) {
      unread.add(column);
      return null;
    }
    if (UNSEEN.test(cell)) return taken('controlCharacter');
    const plain = cell.normalize('NFC').replace(SPACE, ' ').trim();
    if (plain.length > MOST_CHARACTERS[column]) return taken('textTooLong', { found: String(plain.length), limit: String(MOST_CHARACTERS[column]) });
    return NOTHING.test(plain) ? null : plain;
  };
  const beyond = row.cells.findIndex((cell, place) => place >= head.width && cell.trim() !== '');
  if (beyond >= 0) fault('cellBeyond', null, { at: columnName(beyond + 1) });

  const read = Object.fromEntries(RESPONDENT_COLUMNS.slice(1).map((column) => [column, text(column)])) as Record<RespondentColumn, string | null>;
  const { name, position, unit, address, note } = read;
  if (head.places.has('name') && !unread.has('name') && !/\p{L}/u.test(name ?? '')) fault('nameEmpty', 'name');

  const groupOf = (): string | null => {
    if (unread.has('group')) return null;
    if (read.group === null) return group ?? (head.places.has('group') ? fault('groupMissing', 'group', titlesOf(groups)) : null);
    const found = groupsNamed(read.group, groups);
    if (found.length === 1) return (found[0] as RespondentGroup).id;
    return fault(found.length === 0 ? 'groupUnknown' : 'groupAmbiguous', 'group', { found: few(read.group), ...titlesOf(found.length === 0 ? groups : found) });
  };
  const phoneOf = (): string | null => {
    if (read.phone === null) return null;
    const phone = readPhone(read.phone);
    if (phone.kind === 'refused') return fault(phone.reason, 'phone', { found: few(read.phone) });
    if (phone.zeroAdded) notices.push({ line: row.line, column: 'phone', code: 'phoneZeroAdded', details: { found: read.phone } });
    return phone.phone;
  };
  const mailOf = (): string | null => (read.mail === null ? null : (readMailAddress(read.mail) ?? fault('badMail', 'mail', { found: few(read.mail) })));
  const [groupId, phone, mail] = [groupOf(), phoneOf(), mailOf()];
  const ways = (['phone', 'mail', 'address'] as const).filter((column) => head.places.has(column));
  // A way that is told wrongly has its own fault.
  if (ways.length > 0 && ways.every((column) => read[column] === null && !unread.has(column))) fault('noWay', null);
  return { respondent: { line: row.line, name: name ?? '', position, unit, group: groupId, phone, mail, address, note }, faults, notices };
}
