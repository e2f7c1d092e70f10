import type { ToldAct } from '@parindex/core/api/index';
import type { Acting } from '../acting.ts';
import { hashOfAudit, newPayload } from './hashing.ts';

export interface ActToRecord {
  /** "round.open", "person.invite", …: thing and verb. */
  readonly act: ToldAct;
  /** What it was done to: "round:minh-hoa-2022". */
  readonly subject: string;
  readonly round?: string;
  readonly body?: string;
  /** What must never be lost: ids, numbers, codes, dates. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** What may lawfully be erased one day: names, addresses, free text, values before and after. */
  readonly erasable?: Readonly<Record<string, unknown>>;
}

/** Writes the audit row of an act into the transaction that does it: they are kept or lost together. */
export async function recordAct(acting: Acting, { act, subject, round, body, content = {}, erasable }: ActToRecord): Promise<void> {
  const payload = erasable && newPayload(erasable);
  if (payload)
    await acting.db
      .insertInto('payload')
      .values({
        id: payload.id,
        round_id: round ?? null,
        body_id: body ?? null,
        salt: payload.salt,
        content: JSON.stringify(payload.content),
        purged_by_act: null,
      })
      .execute();
  const row = {
    at: acting.receivedAt,
    actor: acting.account,
    office: acting.office,
    act,
    subject,
    round: round ?? null,
    body: body ?? null,
    content,
    payloadHash: payload?.hash ?? null,
  };
  await acting.db
    .insertInto('audit')
    .values({
      at: row.at,
      actor: row.actor,
      office: row.office,
      act,
      subject,
      round_id: row.round,
      body_id: row.body,
      content: JSON.stringify(content),
      payload_id: payload?.id ?? null,
      payload_hash: row.payloadHash,
      hash: hashOfAudit(row),
    })
    .execute();
  acting.recorded += 1;
}
