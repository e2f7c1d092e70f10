import { addressOf, type ReadWorkbook } from './cells.ts';
import { sheetsMarked } from './compare.ts';
import { ABOUT_KEYS, type AboutKey, WORKBOOK_FORMAT } from './layout.ts';
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

/** The state of the sheet that a workbook was made from; or everything that shows it belongs to another sheet, with the cell. */
export function identifyWorkbook(workbook: ReadWorkbook, place: WorkbookPlace): Identified {
  const [about, second] = sheetsMarked(workbook, SHEET_MARKS.about);
  if (!about || second) return { kind: 'refused', refused: [{ cell: null, why: why('notThisWorkbook') }] };
  const found = new Map<AboutKey, { text: string; cell: string; shown: string }>();
  const refused: WorkbookRefusal[] = [];
  for (const key of ABOUT_KEYS) {
    const named = about.cells.find((cell) => cell.column === 1 && cell.kind === 'text' && cell.text === key);
    const value = named && about.cells.find((cell) => cell.row === named.row && cell.column === VALUE_COLUMN);
    const cell = named ? addressOf(about.name, { row: named.row, column: VALUE_COLUMN }) : null;
    if (value?.kind === 'formula') refused.push({ cell, why: why('formula') });
    else if (!value || cell === null) refused.push({ cell, why: why('notThisWorkbook', { key }) });
    else
      found.set(key, {
        text: value.text.trim(),
        cell,
        shown: named && (about.cells.find((each) => each.row === named.row && each.column === SHOWN_COLUMN)?.text ?? ''),
      });
  }
  const differs = (key: AboutKey, wanted: string, code: WorkbookRefusalCode, expected: string) => {
    const said = found.get(key);
    if (said && said.text !== wanted) refused.push({ cell: said.cell, why: why(code, { found: said.shown.trim() || said.text, expected }) });
  };
  differs('format', WORKBOOK_FORMAT, 'otherFormat', WORKBOOK_FORMAT);
  differs('round', place.round, 'otherRound', place.names.round);
  differs('body', place.body, 'otherBody', place.names.body);
  differs('edition', place.edition, 'otherEdition', place.names.edition);
  // Of one name, and not the same: no hash tells anybody more.
  if (found.get('edition')?.text === place.edition) differs('editionHash', place.editionHash, 'editionChanged', place.names.edition);
  const seq = found.get('seq');
  if (seq && (!COUNT.test(seq.text) || Number(seq.text) > place.seq))
    refused.push({ cell: seq.cell, why: why('unknownVersion', { found: seq.text, expected: `≤ ${place.seq}` }) });
  if (refused.length > 0 || !seq) return { kind: 'refused', refused };
  return { kind: 'known', seq: Number(seq.text), madeAt: found.get('madeAt')?.text ?? '' };
}

/** Beside the name that people read. */
const VALUE_COLUMN = 3;
/** What people read there. */
const SHOWN_COLUMN = 4;
