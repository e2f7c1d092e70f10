import type { DocumentName } from '@parindex/core/words/cited-document';
import { anyOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** Documents by id and version, as they are named; what the reader may not see is missing. */
export async function readCitedDocuments(db: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_version as v')
    .select(['v.document_id as id', 'v.number as version', 'v.doc_number as number', 'v.issued_on as date', 'v.subject'])
    .where('v.document_id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, version, ...named }) => [`${id}/${version}`, named]));
}
