import { type Language, schemeNames } from '@parindex/core';
import { moment as momentText } from '@parindex/core/contracts/schemas/index';
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
import { inLanguage } from '@parindex/core/words/index';
import { whyText } from '@parindex/core/words/workbook-words';
import type { Reading } from '../../../db/transaction.ts';
import { Problem, problemDetails } from '../../../http/problems.ts';
import type { ReadyEdition } from '../../editions/ready.ts';
import { columnBefore, type Entering, isTheirs } from '../entering.ts';
import { refuseOutsideTime } from '../in-time.ts';
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

/** Of a whole sheet that takes nothing now, no cell says more than the sheet. */
const OF_THE_SHEET: ReadonlySet<string> = new Set(['notNow', 'sheetFrozen']);

interface Shut {
  readonly code: string;
  readonly message: string;
}

/** Why entering a target now would be refused, as whoever enters it would be told; undefined if it would not. */
function shutNow(open: OpenSheet, { act }: Entering, target: Target, moment: Date, language: Language): Shut | undefined {
  try {
    refuseOutsideTime(open, [target], act, moment);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, title, detail } = problemDetails(error, language);
    return { code, message: detail === undefined ? title : `${title} ${detail}` };
  }
}

const nothing = ({ sheet }: OpenSheet, refused: readonly WorkbookRefusal[], language: Language) => ({
  seq: sheet.seq,
  base: null,
  madeAt: null,
  changes: [],
  conflicts: [],
  refused: told(refused, language),
});

/** What a workbook would change in its sheet, and what would be refused if it were entered now; nothing is written. */
export async function previewWorkbook(
  db: Reading,
  open: OpenSheet,
  entering: Entering,
  read: { workbook: ReadWorkbook } | { refused: WorkbookRefusal },
  language: Language,
  moment: Date,
) {
  if ('refused' in read) return nothing(open, [read.refused], language);
  const { place, edition, sheet } = open;
  const called = { round: String(place.year), body: place.name, edition: inLanguage(edition.scheme.title, language) ?? edition.id };
  const identified = identifyWorkbook(read.workbook, { ...place, names: called });
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
  const shut = new Map<string, Shut>();
  for (const { input } of [...changes, ...conflicts]) {
    const why = shutNow(open, entering, input.target, moment, language);
    if (why) shut.set(targetKey(input.target), why);
  }
  const isOpen = ({ input }: WorkbookChange) => !shut.has(targetKey(input.target));
  const whole = [...shut.values()].find(({ code }) => OF_THE_SHEET.has(code));
  const closed = [...changes, ...conflicts].flatMap(({ cell, input }) => {
    const why = shut.get(targetKey(input.target));
    return why && cell !== null ? [{ cell, ...why }] : [];
  });
  return {
    seq: sheet.seq,
    base: identified.seq,
    madeAt: momentText.safeParse(identified.madeAt).data ?? null,
    changes: changes.filter(isOpen).map(shown),
    conflicts: conflicts.filter(isOpen).map((conflict) => ({ ...shown(conflict), seq: conflict.seq })),
    refused: [...(whole ? [{ cell: null, ...whole }] : closed), ...told(refused, language)],
  };
}
