import { inLanguage, schemeNames } from '@parindex/core';
import { ITEM_WORKBOOK_FORMAT, type ItemLine, itemForm, itemWorkbookLayout } from '@parindex/core/imports/item-workbook/index';
import { type FieldValue, fieldsAt } from '@parindex/core/ledger/index';
import { answerForms } from '@parindex/core/rules/answer-form';
import { VERDICT_NAMES } from '@parindex/core/words/conclusions';
import { runningText } from '@parindex/core/words/item-state';
import { ITEM_WORKBOOK_TEXTS } from '@parindex/core/words/item-workbook-words';
import type { Reading } from '../../../db/transaction.ts';
import { momentText } from '../../../documents/moment-text.ts';
import { writeForm } from '../../../documents/xlsx.ts';
import { readyEdition } from '../../editions/ready.ts';
import type { BoardRound } from '../../progress/queries/board.ts';
import { readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import { readFiguresOfItem } from '../figures-of-item.ts';
import { type AppraisalReader, readItemAppraisal } from '../read-appraisal.ts';

/** One item over all bodies that the asker may read as an appraiser, as a workbook to fill in; undefined where the item is not appraised. */
export async function makeItemWorkbook(db: Reading, plan: BoardRound, code: string, reader: AppraisalReader): Promise<Uint8Array | undefined> {
  const appraisal = await readItemAppraisal(db, plan, code, reader);
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const form = itemForm(edition.scheme, answerForms(edition.prepared), code);
  if (!appraisal || !form) return undefined;
  const { language } = reader;
  const figures = await readFiguresOfItem(db, plan.round, edition, code, language);
  const terms = await readAppraisalTerms(db, plan.round);
  const texts = ITEM_WORKBOOK_TEXTS[language];
  const madeAt = reader.moment.toISOString();
  const bodies = appraisal.rows.map((row): ItemLine => {
    const sheet = figures.sheetOf(row.body.id);
    return {
      body: row.body,
      seq: row.seq,
      claimed: runningText(row.claimed, edition.scheme, language),
      now: row.verdict === 'waiting' ? '' : runningText(row.now, edition.scheme, language),
      verdict: VERDICT_NAMES[language][row.verdict],
      claimedOf: (target, field) => fieldsAt(sheet, 'claimed', target)[field],
      official: (figure) => {
        const known = row.figures.find((one) => one.figure === figure)?.official;
        return known ? { value: known.value as FieldValue, source: known.source, date: known.date } : undefined;
      },
    };
  });
  const left = appraisal.ownCauses.map(({ body }) => body.name);
  return writeForm(
    itemWorkbookLayout(form, schemeNames(edition.scheme, language), {
      about: { format: ITEM_WORKBOOK_FORMAT, round: plan.round, item: code, edition: edition.id, editionHash: plan.editionHash, madeAt },
      facts: [
        ['round', plan.title],
        ['item', `${code}. ${appraisal.item.title}`],
        ['edition', inLanguage(edition.scheme.title, language) ?? ''],
        ['madeAt', momentText(madeAt)],
      ],
      lines: [`${plan.title}, ${momentText(madeAt)}`, ...(left.length > 0 ? [texts.left(left.join(', '))] : [])],
      reasons: terms.reasons.filter(({ retired }) => !retired),
      bodies,
    }),
  );
}
