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

/** What a delivery says, whatever the form and the lines in which it came. */
const hashOf = ({ table, source, date, vintage }: ToUpload): Buffer =>
  createHash('sha256')
    .update(canonicalText({ source, date, vintage, rows: table.rows.map(({ cells }) => cells) } as never))
    .digest();

/** Keeps figures from elsewhere until an owner of the round agrees to them. The same content sent again is the delivery that it was. */
export async function uploadBatch(acting: Acting, delivery: ToUpload) {
  const id = randomUUID();
  const hash = hashOf(delivery);
  const kept = await insertBatch(acting.db, { ...delivery, id, hash, account: acting.account as string, at: acting.receivedAt });
  // What is known was recorded when it came first.
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
