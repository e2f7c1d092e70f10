import { type Act, type Changes, isText, type Origin, type Stage, type Standing, type Target } from '@parindex/core/ledger/index';
import type { Acting } from '../../../audit/acting.ts';
import { hashOfAudit, hashOfEntry, type NewPayload, newPayload } from '../../../audit/hashing.ts';
import { citationsIn } from '../../evidence/judge-citations.ts';
import { appendEntries } from '../queries/entries.ts';
import type { CellRow, PartRow } from '../queries/sheets.ts';

/** An entry that has been judged and may be written. */
export interface EntryToWrite {
  readonly id: string;
  readonly target: Target | null;
  readonly act: Act;
  readonly stage: Stage;
  /** Left out, it is effective. */
  readonly standing?: Standing;
  readonly base: number;
  readonly changes: Changes;
  readonly points: string | null;
  readonly reason?: { readonly code: string | null; readonly text: string | undefined };
  readonly onBehalfOf?: string;
  /** The membership by which it is done; left out, that of the request. */
  readonly office?: string;
  readonly origin: Origin;
}

export interface SheetToWrite {
  readonly round: string;
  readonly body: string;
  readonly edition: string;
  /** Of the last entry. */
  readonly seq: number;
}

/** Free text goes to the payload, all else stays in the entry; a text taken away leaves its null. */
function split(changes: Changes, reasonText: string | undefined): { kept: Record<string, unknown>; texts: string[]; payload: NewPayload | undefined } {
  const kept: Record<string, unknown> = {};
  const content: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    if (isText(field) && value !== null) content[field] = value;
    else kept[field] = value;
  }
  const texts = Object.keys(content);
  if (reasonText !== undefined) content['reason.text'] = reasonText;
  return { kept, texts, payload: Object.keys(content).length === 0 ? undefined : newPayload(content) };
}

/**
 * Appends entries to a sheet that is locked, with their payloads, the cells and parts that they make and one audit row each.
 * Answers the seq of each.
 */
export async function writeEntries(
  acting: Acting,
  sheet: SheetToWrite,
  entries: readonly EntryToWrite[],
  cells: readonly CellRow[],
  held: readonly PartRow[] = [],
): Promise<number[]> {
  const { db, receivedAt, account, office } = acting;
  if (account === null || office === null) throw new Error('entries need an author in an office');
  const { round, body, edition } = sheet;
  const parts = entries.map((entry, index) => {
    const { kept, texts, payload } = split(entry.changes, entry.reason?.text);
    const seq = sheet.seq + index + 1;
    const hash = hashOfEntry({
      id: entry.id,
      round,
      body,
      seq,
      targetKind: entry.target?.kind ?? null,
      target: entry.target?.id ?? null,
      act: entry.act,
      stage: entry.stage,
      standing: entry.standing ?? 'effective',
      actor: account,
      office: entry.office ?? office,
      onBehalfOf: entry.onBehalfOf ?? null,
      receivedAt,
      base: entry.base,
      edition,
      changes: kept,
      texts,
      points: entry.points,
      reasonCode: entry.reason?.code ?? null,
      citations: citationsIn(entry.changes),
      origin: entry.origin,
      cause: null,
      payloadHash: payload?.hash ?? null,
    });
    return { entry, kept, texts, payload, seq, hash };
  });

  await appendEntries(db, round, body, {
    payloads: parts.flatMap(({ payload }) => (payload ? [{ id: payload.id, salt: payload.salt.toString('hex'), content: payload.content }] : [])),
    entries: parts.map(({ entry, kept, texts, payload, seq, hash }) => ({
      id: entry.id,
      seq,
      target_kind: entry.target?.kind ?? null,
      target: entry.target?.id ?? null,
      act: entry.act,
      stage: entry.stage,
      standing: entry.standing ?? 'effective',
      actor: account,
      office: entry.office ?? office,
      on_behalf_of: entry.onBehalfOf ?? null,
      received_at: receivedAt,
      base: entry.base,
      edition_id: edition,
      changes: kept,
      texts,
      points: entry.points,
      reason_code: entry.reason?.code ?? null,
      citations: citationsIn(entry.changes),
      origin: entry.origin,
      payload_id: payload?.id ?? null,
      payload_hash: payload?.hash.toString('hex') ?? null,
      hash: hash.toString('hex'),
    })),
    cells,
    parts: held,
    acts: parts.map(({ entry, seq, hash }) => {
      const content = { entry: entry.id, seq: String(seq), hash: hash.toString('hex') };
      const row = {
        at: receivedAt,
        actor: account,
        office: entry.office ?? office,
        act: `sheet.${entry.act}`,
        subject: `entry:${entry.id}`,
        round,
        body,
        content,
        payloadHash: null,
      };
      return { at: receivedAt, actor: account, office: row.office, act: row.act, subject: row.subject, content, hash: hashOfAudit(row).toString('hex') };
    }),
  });
  acting.recorded += entries.length;
  return parts.map(({ seq }) => seq);
}
