import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { derivedId } from '../../../derived-id.ts';
import type { OfficialDocument } from '../../../documents/document.ts';
import { renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import type { Storage } from '../../../storage/storage.ts';
import { keepMadeFile } from '../../rounds/acts/keep-made-file.ts';
import { noticeName } from '../notice-letter.ts';
import { findNotices, insertNotices, readNotices } from '../queries/explanation.ts';

interface SentNotices {
  readonly id: string;
  readonly round: string;
  readonly stage: NoticedStage;
  readonly bodies: readonly string[];
  readonly document: { readonly number: string; readonly date: string };
  /** Of single letters, where not all have that of the document. */
  readonly numbers: readonly { readonly body: string; readonly number: string }[];
}

interface Keeping {
  readonly storage: Storage;
  /** The letters as they stand. */
  readonly make: () => Promise<readonly { readonly body: string; readonly letter: OfficialDocument }[]>;
}

/** Keeps the letters of bodies that have none yet, in both forms; whose number is corrected keeps the one that was sent. By body. */
async function keptFiles(acting: Acting, { storage, make }: Keeping, { round, stage }: SentNotices, bodies: readonly string[]): Promise<Map<string, string[]>> {
  const kept = new Map<string, string[]>();
  for (const notice of await readNotices(acting.db, round))
    if (notice.stage === stage)
      kept.set(
        notice.body,
        notice.files.map(({ id }) => id),
      );
  const missing = new Set(bodies.filter((body) => !kept.has(body)));
  if (missing.size === 0) return kept;
  for (const { body, letter } of await make()) {
    if (!missing.has(body)) continue;
    const ids: string[] = [];
    // Within the transaction, as nothing is told as sent that was not kept.
    for (const kind of ['docx', 'pdf'] as const) {
      const file = { round, kind, bytes: await renderedDocument(letter, kind), name: `${noticeName(stage, body)}.${kind}`, urged: null };
      ids.push((await keepMadeFile(acting, storage, file)).id);
    }
    kept.set(body, ids);
  }
  return kept;
}

/** The owner of a round records that bodies were sent the notice of their appraisal, numbered and signed outside: from then on they are told, and the letter is kept. */
export async function recordNotices(acting: Acting, keeping: Keeping, sent: SentNotices): Promise<Effect> {
  const { id, round, stage, bodies, document, numbers } = sent;
  const numberOf = new Map(numbers.map(({ body, number }) => [body, number]));
  const rows = [...new Set(bodies)].map((body) => ({
    id: derivedId(`${id} ${body}`),
    round_id: round,
    body_id: body,
    stage,
    document_number: numberOf.get(body) ?? document.number,
    document_date: document.date,
    recorded_by: acting.account as string,
    recorded_at: acting.receivedAt,
  }));
  const recorded = new Map(
    (
      await findNotices(
        acting.db,
        rows.map((row) => row.id),
      )
    ).map((one) => [one.id, one]),
  );
  const isOther = (row: (typeof rows)[number]) => {
    const one = recorded.get(row.id);
    return one && (one.stage !== stage || one.document_number !== row.document_number || one.document_date !== document.date);
  };
  if (rows.some(isOther)) throw new Problem('idReused', { more: { id } });
  const fresh = rows.filter((row) => !recorded.has(row.id));
  if (fresh.length === 0) return 'unchanged';
  const kept = await keptFiles(
    acting,
    keeping,
    sent,
    fresh.map((row) => row.body_id),
  );
  const filed = fresh.map((row) => ({ ...row, files: kept.get(row.body_id) ?? [] }));
  await insertNotices(acting.db, filed);
  for (const { files, ...row } of filed)
    await recordAct(acting, {
      act: 'round.notify',
      subject: `appraisalNotice:${row.id}`,
      round,
      body: row.body_id,
      content: {
        ...{ stage, number: row.document_number, date: document.date },
        stands: await readRowStates(acting.db, { appraisal_notice: [row.id], round_file: files }),
      },
    });
  return 'done';
}
