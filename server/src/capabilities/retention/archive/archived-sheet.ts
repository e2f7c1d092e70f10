import { canonicalText } from '@parindex/core';
import type { Reading } from '../../../db/transaction.ts';
import { type PackedContent, packedList } from '../../../zip/zip-entry.ts';
import { type CheckFiles, ownItemsOf } from '../../editions/checks.ts';
import { presentEntry } from '../../sheets/history.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSheet } from '../../sheets/present.ts';
import { type HistoryRow, readHistory } from '../../sheets/queries/sheets.ts';
import { scoreStage, stagesOf } from '../../sheets/sheet.ts';
import { sheetList } from './printed-sheet.ts';

const AT_A_TIME = 500;

/** All entries of a sheet, oldest first; what its departments proposed is internal to the body. */
async function wholeHistory(db: Reading, round: string, body: string): Promise<HistoryRow[]> {
  const found: HistoryRow[] = [];
  for (;;) {
    const rows = await readHistory(db, round, body, { before: found.at(-1)?.seq, limit: AT_A_TIME, proposals: [] });
    found.push(...rows);
    if (rows.length < AT_A_TIME) return found.toReversed();
  }
}

export interface ArchivedSheet {
  readonly files: readonly PackedContent[];
  readonly entries: number;
}

/** A sheet in its present state, printable and in canonical JSON, and its history with who, when and why, one line an entry. */
export async function archiveSheet(db: Reading, { place, edition, sheet, beside }: OpenSheet, checks: CheckFiles, moment: Date): Promise<ArchivedSheet> {
  const scores = new Map(stagesOf(sheet).map((stage) => [stage, scoreStage(edition, place, sheet, stage, beside)]));
  const own = ownItemsOf(checks, edition);
  const history = await wholeHistory(db, place.round, place.body);
  return {
    entries: history.length,
    files: [
      ...(await packedList('Bảng chấm điểm', sheetList(edition, own, place.name, place.year, scores))),
      {
        path: 'Bảng chấm điểm.json',
        content: Buffer.from(`${canonicalText(presentSheet(edition, own, place, sheet, scores, beside, 'vi', moment))}\n`),
      },
      { path: 'Lịch sử chấm điểm.jsonl', content: Buffer.from(history.map((row) => `${canonicalText(presentEntry(row))}\n`).join('')) },
    ],
  };
}
