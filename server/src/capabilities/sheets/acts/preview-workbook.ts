import { type Language, schemeNames } from '@parindex/core';
import { moment } from '@parindex/core/contracts/schemas/index';
import {
  compareWorkbook,
  formRows,
  identifyWorkbook,
  type ReadWorkbook,
  valueText,
  type WorkbookChange,
  type WorkbookRefusal,
} from '@parindex/core/imports/workbook/index';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import { answerForms } from '@parindex/core/rules/answer-form';
import { fieldName } from '@parindex/core/words/entry-words';
import { whyText } from '@parindex/core/words/workbook-words';
import type { Reading } from '../../../db/transaction.ts';
import type { ReadyEdition } from '../../editions/ready.ts';
import { columnBefore, type Entering, isTheirs } from '../entering.ts';
import type { OpenSheet } from '../open-sheet.ts';
import { sheetAfter } from '../rebuild.ts';

/** The rows of a workbook: of the whole edition, or of what is assigned to the department. */
export function rowsFor({ scheme, prepared }: ReadyEdition, entering: Entering) {
  const { items, figures } = formRows(scheme, answerForms(prepared));
  return {
    items: items.filter(({ item }) => isTheirs(entering, { kind: 'item', id: item.code })),
    figures: figures.filter(({ figure }) => isTheirs(entering, { kind: 'figure', id: figure })),
  };
}

const told = (refused: readonly WorkbookRefusal[], language: Language) =>
  refused.map(({ cell, why }) => ({
    cell,
    code: why.code === 'rule' ? why.fault.code : why.code === 'file' ? why.reason : why.code,
    message: whyText(why, language),
  }));

const nothing = ({ sheet }: OpenSheet, refused: readonly WorkbookRefusal[], language: Language) => ({
  seq: sheet.seq,
  base: null,
  madeAt: null,
  changes: [],
  conflicts: [],
  refused: told(refused, language),
});

/** What a workbook would change in its sheet; nothing is written. */
export async function previewWorkbook(
  db: Reading,
  open: OpenSheet,
  entering: Entering,
  read: { workbook: ReadWorkbook } | { refused: WorkbookRefusal },
  language: Language,
) {
  if ('refused' in read) return nothing(open, [read.refused], language);
  const { place, edition, sheet } = open;
  const identified = identifyWorkbook(read.workbook, place);
  if (identified.kind === 'refused') return nothing(open, identified.refused, language);
  const made = identified.seq === sheet.seq ? sheet : await sheetAfter(db, place.round, place.body, identified.seq);
  const claimed = (one: typeof sheet) => {
    const column = columnBefore(one, entering);
    return (target: Target) => column.get(targetKey(target));
  };
  const { changes, conflicts, refused } = compareWorkbook(
    read.workbook,
    { entryRules: edition.entryRules, rows: rowsFor(edition, entering), now: claimed(sheet), whenMade: claimed(made), seq: identified.seq },
    language,
  );
  const names = schemeNames(edition.scheme, language);
  const shown = ({ cell, input, before, after }: WorkbookChange) => ({
    cell,
    target: input.target,
    field: input.field,
    name: fieldName(input.target, input.field, names),
    before,
    after,
    beforeText: valueText(input, before, language),
    afterText: valueText(input, after, language),
  });
  return {
    seq: sheet.seq,
    base: identified.seq,
    madeAt: moment.safeParse(identified.madeAt).data ?? null,
    changes: changes.map(shown),
    conflicts: conflicts.map((conflict) => ({ ...shown(conflict), seq: conflict.seq })),
    refused: told(refused, language),
  };
}
