import type { Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { FoundEdition } from './found.ts';
import { type EditionWithSchemeRow, holdEdition } from './queries/editions.ts';

/** Locks the draft for writing; an adopted edition is refused. */
export async function holdDraft(db: Writing, found: FoundEdition): Promise<EditionWithSchemeRow> {
  const row = await holdEdition(db, found.row.id);
  if (!row) throw new Problem('notFound');
  if (row.state === 'adopted')
    throw new Problem('notNow', {
      detail: {
        vi: 'Bộ tiêu chí đã đưa vào áp dụng, không sửa được; sửa đổi là một bản mới.',
        en: 'The edition is adopted and cannot change; a correction is a new edition.',
      },
      more: { state: row.state },
    });
  return row;
}
