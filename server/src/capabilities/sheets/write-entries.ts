import { type Changes, CITATIONS, citationsIn, isText, type Origin, type Sheet } from '@parindex/core/ledger/index';
import type { Acting } from '../../audit/acting.ts';
import { hashOfAudit, hashOfEntry, type NewPayload, newPayload } from '../../audit/hashing.ts';
import type { EntryCommand, EntryContent } from './act-description.ts';
import type { OpenSheet } from './open-sheet.ts';
import { appendEntries } from './queries/entries.ts';
import { cellsOf, changedIn, partsOf } from './rebuild.ts';

/** A checked entry, ready to be written. */
interface EntryToWrite extends Omit<EntryCommand, 'changes'>, EntryContent {
  readonly seq: number;
  readonly points: string | null;
  readonly origin: Origin;
}

/** Free text goes into the payload, everything else stays in the entry; a cleared text leaves its null. */
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

/** Appends entries to a locked sheet, with their payloads, the changed cells and parts, and one audit row each. */
export async function writeEntries(
  acting: Acting,
  { place, edition: { id: edition }, sheet }: OpenSheet,
  after: Sheet,
  entries: readonly EntryToWrite[],
): Promise<void> {
  const changed = changedIn(sheet, after);
  const { db, receivedAt, account, membership } = acting;
  if (account === null || membership === null) throw new Error('entries need an author in an office');
  const { round, body } = place;
  const rows = entries.map((entry) => {
    const { kept, texts, payload } = split(entry.changes, entry.reason?.text);
    const hash = hashOfEntry({
      id: entry.id,
      round,
      body,
      seq: entry.seq,
      targetKind: entry.target?.kind ?? null,
      target: entry.target?.id ?? null,
      act: entry.act,
      stage: entry.stage,
      standing: entry.standing,
      actor: account,
      office: entry.membership ?? membership,
      onBehalfOf: null,
      receivedAt,
      base: entry.base,
      edition,
      changes: kept,
      texts,
      points: entry.points,
      reasonCode: entry.reason?.code ?? null,
      citations: citationsIn(entry.changes[CITATIONS]),
      origin: entry.origin,
      cause: entry.cause ?? null,
      payloadHash: payload?.hash ?? null,
    });
    return { entry, kept, texts, payload, hash };
  });

  await appendEntries(db, round, body, {
    payloads: rows.flatMap(({ entry: { act, stage }, payload }) =>
      payload ? [{ id: payload.id, salt: payload.salt.toString('hex'), stage: act === 'reply' ? act : stage, content: payload.content }] : [],
    ),
    entries: rows.map(({ entry, kept, texts, payload, hash }) => ({
      id: entry.id,
      seq: entry.seq,
      target_kind: entry.target?.kind ?? null,
      target: entry.target?.id ?? null,
      act: entry.act,
      stage: entry.stage,
      standing: entry.standing,
      actor: account,
      office: entry.membership ?? membership,
      on_behalf_of: null,
      received_at: receivedAt,
      base: entry.base,
      edition_id: edition,
      changes: kept,
      texts,
      points: entry.points,
      reason_code: entry.reason?.code ?? null,
      citations: citationsIn(entry.changes[CITATIONS]),
      origin: entry.origin,
      cause: entry.cause ?? null,
      payload_id: payload?.id ?? null,
      payload_hash: payload?.hash.toString('hex') ?? null,
      hash: hash.toString('hex'),
    })),
    cells: cellsOf(changed),
    parts: partsOf(changed),
    acts: rows.map(({ entry, hash }) => {
      const content = { entry: entry.id, seq: String(entry.seq), hash: hash.toString('hex') };
      const row = {
        at: receivedAt,
        actor: account,
        office: entry.membership ?? membership,
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
  for (const { act } of entries) acting.recorded?.add(`sheet.${act}`);
}
