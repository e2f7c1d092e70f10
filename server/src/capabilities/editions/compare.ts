import type { Language, Scheme } from '@parindex/core';
import { tellComparison } from '@parindex/core/studio/comparing/told-comparison';
import type { Compared } from '../../documents/comparison-document.ts';
import { Problem } from '../../http/problems.ts';
import { checkEdition } from './check.ts';
import type { EditionWithSchemeRow } from './queries/editions.ts';

/** An edition as it is compared, with how many faults it has. A draft is compared as soon as its form is whole; else it is said which of the two it is. */
async function comparable(row: EditionWithSchemeRow): Promise<{ readonly scheme: Scheme; readonly faults: number }> {
  const { scheme, form, faults } = await checkEdition(row);
  const compared = scheme ?? form;
  if (compared) return { scheme: compared, faults: faults.filter((fault) => fault.in === 'document').length };
  throw new Problem('notNow', {
    detail: {
      vi: `Bản dự thảo ${row.id} còn mục chưa có điểm, cách tính hoặc nội dung bắt buộc khác nên chưa so sánh được; đề nghị bổ sung trước.`,
      en: `Parts of the draft ${row.id} still lack points, a rule or something else that each must have, so it cannot be compared yet.`,
    },
    more: { edition: row.id },
  });
}

const shown = ({ id, title, state }: EditionWithSchemeRow, faults: number) => ({ id, title, state, faults });

/** An edition compared with an earlier one, in words. */
export async function compareRows(earlier: EditionWithSchemeRow, later: EditionWithSchemeRow, language: Language) {
  const [before, after] = [await comparable(earlier), await comparable(later)];
  return { before: shown(earlier, before.faults), after: shown(later, after.faults), ...tellComparison(before.scheme, after.scheme, language) };
}

/** Both as they are printed beside one another. */
export async function printedBeside(earlier: EditionWithSchemeRow, later: EditionWithSchemeRow): Promise<Compared> {
  const [before, after] = [await comparable(earlier), await comparable(later)];
  return { before: { ...before, isDraft: earlier.state === 'draft' }, after: { ...after, isDraft: later.state === 'draft' } };
}
