import { createHash, randomUUID } from 'node:crypto';
import { canonicalText } from '@parindex/core';
import type { BatchChannel } from '@parindex/core/contracts/schemas/index';
import type { BatchDefaults, ImportedTable } from '@parindex/core/imports/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { insertBatch } from '../queries/batches.ts';

export interface ToUpload extends BatchDefaults {
  readonly round: string;
  readonly cameBy: BatchChannel;
  readonly fileName: string | null;
  readonly table: ImportedTable;
}

/** The hash of what a batch says, whatever its format and lines. */
const hashOf = ({ table, source, date, vintage }: ToUpload): Buffer =>
  createHash('sha256')
    .update(canonicalText({ source, date, vintage, rows: table.rows.map(({ cells }) => cells) } as never))
    .digest();

/** Stores figures from elsewhere until an owner of the round agrees to them. The same content sent again is the same batch. */
export async function uploadBatch(acting: Acting, delivery: ToUpload) {
  const id = randomUUID();
  const hash = hashOf(delivery);
  const kept = await insertBatch(acting.db, { ...delivery, id, hash, account: acting.account as string, at: acting.receivedAt });
  // A known batch was recorded when it first arrived.
  if (!kept.known)
    await recordAct(acting, {
      act: 'delivery.bring',
      subject: `delivery:${id}`,
      round: delivery.round,
      content: {
        form: delivery.table.form,
        cameBy: delivery.cameBy,
        rows: String(delivery.table.rows.length),
        hash: hash.toString('hex'),
        stands: await readRowStates(acting.db, { delivery: [id] }),
      },
      erasable: { fileName: delivery.fileName, source: delivery.source, vintage: delivery.vintage },
    });
  return kept;
}
