import { addressOf, type ReadWorkbook } from './cells.ts';
import { sheetsMarked } from './compare.ts';
import { ABOUT_KEYS, WORKBOOK_FORMAT } from './layout.ts';
import { SHEET_MARKS } from './marks.ts';
import { type WorkbookRefusal, type WorkbookRefusalCode, why } from './refusals.ts';

/** The sheet that a workbook must belong to. */
export interface WorkbookPlace {
  readonly round: string;
  readonly body: string;
  readonly edition: string;
  readonly editionHash: string;
  /** Of the sheet's last entry. */
  readonly seq: number;
  /** What people call it. */
  readonly names: { readonly round: string; readonly body: string; readonly edition: string };
}

export type Identified =
  | { readonly kind: 'known'; readonly seq: number; readonly madeAt: string }
  | { readonly kind: 'refused'; readonly refused: readonly WorkbookRefusal[] };

const COUNT = /^(?:0|[1-9]\d{0,9})$/;

/** What a workbook says of its origin, with the cell and what people read there. */
interface Said {
  readonly text: string;
  readonly cell: string;
  readonly shown: string;
}

/** The origin of a workbook, read by the names under which it is stored; and everything that shows that it is none of this place. */
export function readOrigin<K extends string>(workbook: ReadWorkbook, mark: string, keys: readonly K[]) {
  const refused: WorkbookRefusal[] = [];
  const found = new Map<K, Said>();
  const [about, second] = sheetsMarked(workbook, mark);
  if (!about || second) refused.push({ cell: null, why: why('notThisWorkbook') });
  for (const key of about && !second ? keys : []) {
    const named = about?.cells.find((cell) => cell.column === 1 && cell.kind === 'text' && cell.text === key);
    const value = named && about?.cells.find((cell) => cell.row === named.row && cell.column === VALUE_COLUMN);
    const cell = named && about ? addressOf(about.name, { row: named.row, column: VALUE_COLUMN }) : null;
    if (value?.kind === 'formula') refused.push({ cell, why: why('formula') });
    else if (!value || cell === null) refused.push({ cell, why: why('notThisWorkbook', { key }) });
    else {
      const shown = about?.cells.find((each) => each.row === value.row && each.column === SHOWN_COLUMN)?.text ?? '';
      found.set(key, { text: value.text.trim(), cell, shown });
    }
  }
  return {
    refused,
    said: (key: K): Said | undefined => found.get(key),
    /** Refuses what is of another place. */
    mustBe(key: K, wanted: string, code: WorkbookRefusalCode, expected: string): void {
      const told = found.get(key);
      if (told && told.text !== wanted) refused.push({ cell: told.cell, why: why(code, { found: told.shown.trim() || told.text, expected }) });
    },
  };
}

/** The state of the sheet that a workbook was made from; or everything that shows it belongs to another sheet, with the cell. */
export function identifyWorkbook(workbook: ReadWorkbook, place: WorkbookPlace): Identified {
  const { refused, said, mustBe } = readOrigin(workbook, SHEET_MARKS.about, ABOUT_KEYS);
  mustBe('format', WORKBOOK_FORMAT, 'otherFormat', WORKBOOK_FORMAT);
  mustBe('round', place.round, 'otherRound', place.names.round);
  mustBe('body', place.body, 'otherBody', place.names.body);
  mustBe('edition', place.edition, 'otherEdition', place.names.edition);
  // Of one name, and not the same: no hash tells anybody more.
  if (said('edition')?.text === place.edition) mustBe('editionHash', place.editionHash, 'editionChanged', place.names.edition);
  const seq = said('seq');
  if (seq && !isKnownSeq(seq.text, place.seq)) refused.push({ cell: seq.cell, why: why('unknownVersion', { found: seq.text, expected: `≤ ${place.seq}` }) });
  if (refused.length > 0 || !seq) return { kind: 'refused', refused };
  return { kind: 'known', seq: Number(seq.text), madeAt: said('madeAt')?.text ?? '' };
}

/** Whether a text is the number of an entry that a sheet had. */
export const isKnownSeq = (text: string, last: number): boolean => COUNT.test(text) && Number(text) <= last;

/** Beside the name that people read. */
const VALUE_COLUMN = 3;
/** What people read there. */
const SHOWN_COLUMN = 4;
