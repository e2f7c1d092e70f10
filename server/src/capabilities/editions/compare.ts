import type { Language, Scheme } from '@parindex/core';
import { type ToldComparison, tellComparison } from '@parindex/core/studio/comparing/told-comparison';
import type { Compared } from '../../documents/comparison-document.ts';
import { Problem } from '../../http/problems.ts';
import { checkEdition } from './check.ts';
import type { EditionWithSchemeRow } from './queries/editions.ts';

/** The scheme of an edition; a draft with faults cannot be compared, and it is said which of the two it is. */
async function soundScheme(row: EditionWithSchemeRow): Promise<Scheme> {
  const { scheme } = await checkEdition(row);
  if (scheme) return scheme;
  throw new Problem('notNow', {
    detail: {
      vi: `Bản dự thảo ${row.id} còn lỗi nên chưa so sánh được; đề nghị sửa hết lỗi của bản dự thảo này trước.`,
      en: `The draft ${row.id} still has faults and cannot be compared; mend its faults first.`,
    },
    more: { edition: row.id },
  });
}

/** An edition compared with an earlier one, in words. */
export const compareRows = async (earlier: EditionWithSchemeRow, later: EditionWithSchemeRow, language: Language): Promise<ToldComparison> =>
  tellComparison(await soundScheme(earlier), await soundScheme(later), language);

/** Both as they are printed beside one another. */
export const printedBeside = async (earlier: EditionWithSchemeRow, later: EditionWithSchemeRow): Promise<Compared> => ({
  before: { scheme: await soundScheme(earlier), isDraft: earlier.state === 'draft' },
  after: { scheme: await soundScheme(later), isDraft: later.state === 'draft' },
});
