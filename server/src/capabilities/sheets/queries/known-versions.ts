import { anyOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** Which versions of these documents a library holds: what a citation may point to. */
export const knownVersions = (db: Reading, round: string, body: string, ids: readonly string[]) =>
  db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.document_id as document', 'd.form', 'v.number', 'v.pages'])
    .where('d.round_id', '=', round)
    .where('d.body_id', '=', body)
    .where('d.withdrawn_at', 'is', null)
    .where('d.gone_at', 'is', null)
    .where('d.id', '=', anyOf(ids))
    .execute();
