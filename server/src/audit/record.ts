import type { RecordedAct } from '@parindex/core/words/acts';
import type { TrailKey } from '@parindex/core/words/trail-keys';
import type { TrailSubject } from '@parindex/core/words/trail-subjects';
import type { Acting } from './acting.ts';
import { hashOfAudit, type NewPayload, newPayload } from './hashing.ts';

/** What an act tells: under keys that have a name for those who read the trail. */
export type TrailContent = { readonly [K in TrailKey]?: unknown };

export interface ActToRecord {
  /** "round.open", "person.invite", …: thing and verb. */
  readonly act: RecordedAct;
  /** The object of the act: "round:minh-hoa-2022". */
  readonly subject: TrailSubject;
  readonly round?: string;
  readonly body?: string;
  /** What must never be lost: ids, numbers, codes, dates. */
  readonly content?: TrailContent;
  /** What may lawfully be erased later: names, addresses, free text, values before and after. */
  readonly erasable?: TrailContent;
  /** A payload that is stored already because another row refers to it too. */
  readonly payload?: NewPayload;
}

interface PayloadPlace {
  readonly round: string | undefined;
  readonly body: string | undefined;
  /** Visible only to people of the body, whatever else others see of the round. */
  readonly inside?: boolean;
}

/** Stores what may lawfully be erased later, apart from the rows that refer to it. */
export async function keepPayload(
  { db }: Acting,
  erasable: Readonly<Record<string, unknown>>,
  { round, body, inside = false }: PayloadPlace,
): Promise<NewPayload> {
  const payload = newPayload(erasable);
  await db
    .insertInto('payload')
    .values({
      id: payload.id,
      round_id: round ?? null,
      body_id: body ?? null,
      salt: payload.salt,
      content: JSON.stringify(payload.content),
      purged_by_act: null,
      kept_inside: inside,
    })
    .execute();
  return payload;
}

/** Writes the audit row of an act in the same transaction, so that both are committed or neither. */
export async function recordAct(acting: Acting, { act, subject, round, body, content = {}, erasable, payload: kept }: ActToRecord): Promise<void> {
  const payload = kept ?? (erasable && (await keepPayload(acting, erasable, { round, body })));
  const row = {
    at: acting.receivedAt,
    actor: acting.account,
    office: acting.membership,
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
  acting.recorded?.add(act);
}
