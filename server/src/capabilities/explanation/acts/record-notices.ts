import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import { noticeName, type SentLetter } from '@parindex/core/submissions/notice-name';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { derivedId } from '../../../derived-id.ts';
import type { OfficialDocument } from '../../../documents/document.ts';
import { renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import type { Storage } from '../../../storage/storage.ts';
import { keepMadeFile, renamedFile } from '../../rounds/acts/keep-made-file.ts';
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

/** Keeps letters in both forms under the names that they were sent by; whose number is corrected keeps the bytes that were sent. Ids of files by body. */
async function keptFiles(
  acting: Acting,
  { storage, make }: Keeping,
  { round, stage }: SentNotices,
  letters: readonly (SentLetter & { readonly body: string })[],
): Promise<Map<string, string[]>> {
  const before = new Map((await readNotices(acting.db, round)).flatMap((notice) => (notice.stage === stage ? [[notice.body, notice.files] as const] : [])));
  const made = letters.some(({ body }) => !before.has(body)) ? new Map((await make()).map(({ body, letter }) => [body, letter])) : new Map();
  const kept = new Map<string, string[]>();
  for (const { body, ...sent } of letters) {
    const ids: string[] = [];
    const nameOf = (kind: string) => `${noticeName(stage, body, sent)}.${kind}`;
    const letter = made.get(body);
    // Within the transaction, as nothing is told as sent that was not kept.
    for (const file of before.get(body) ?? []) ids.push(await renamedFile(acting, { ...file, round, name: nameOf(file.kind) }));
    if (letter && !before.has(body))
      for (const kind of ['docx', 'pdf'] as const) {
        const file = { round, kind, bytes: await renderedDocument(letter, kind), name: nameOf(kind), urged: null };
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
  const letters = fresh.map((row) => ({ body: row.body_id, number: row.document_number, date: document.date }));
  const kept = await keptFiles(acting, keeping, sent, letters);
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
