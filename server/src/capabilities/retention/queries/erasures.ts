import type { CopyState, ErasureKind, erasureRecord, RemovalReach } from '@parindex/core/contracts/schemas/index';
import type { DocumentClass } from '@parindex/core/evidence/document-classes';
import type { Role, SecondPersonDecision } from '@parindex/core/rights/index';
import { type Insertable, sql } from 'kysely';
import type { z } from 'zod';
import { membershipNamed, namedBody, person, utc } from '../../../db/fragments.ts';
import { takeLockOf } from '../../../db/locks.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type ErasureRecord = z.output<typeof erasureRecord>;

interface Performed {
  readonly by: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

export interface ErasureRow {
  readonly id: string;
  readonly kind: ErasureKind;
  readonly round: { readonly id: string; readonly title: string };
  readonly roundOwner: string;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly documents: readonly string[];
  readonly reason: string;
  readonly asked: Performed;
  readonly decided: (Performed & { readonly decision: SecondPersonDecision; readonly note: string | null }) | null;
  readonly record: ErasureRecord | null;
  readonly reach: RemovalReach | null;
}

const decidedBy = (who: 'asked' | 'decided') => sql`'by', ${person(sql.ref<string>(`e.${who}_by`))}, 'role', ${sql.ref(`${who}.role`)},
    'body', CASE WHEN ${sql.ref(`${who}.body_id`)} IS NOT NULL THEN ${namedBody(sql.ref(`${who}.body_id`))} END, 'at', ${utc(sql.ref(`e.${who}_at`))}`;

const erasures = (db: Reading, kind: ErasureKind) =>
  db
    .selectFrom('erasure as e')
    .innerJoin('round as r', 'r.id', 'e.round_id')
    .leftJoinLateral(membershipNamed(sql.ref('e.asked_office')).as('asked'), (join) => join.onTrue())
    .leftJoinLateral(membershipNamed(sql.ref('e.decided_office')).as('decided'), (join) => join.onTrue())
    .select(({ ref }) => [
      'e.id',
      'e.kind',
      sql<ErasureRow['round']>`json_build_object('id', r.id, 'title', r.title)`.as('round'),
      'r.owner_body as roundOwner',
      sql<ErasureRow['body']>`CASE WHEN e.body_id IS NOT NULL THEN ${namedBody(sql.ref('e.body_id'))} END`.as('body'),
      'e.documents',
      'e.reason',
      sql<ErasureRow['asked']>`json_build_object(${decidedBy('asked')})`.as('asked'),
      sql<
        ErasureRow['decided']
      >`CASE WHEN ${ref('e.decision')} IS NOT NULL THEN json_build_object('decision', e.decision, 'note', e.note, ${decidedBy('decided')}) END`.as('decided'),
      'e.record',
      'e.reach',
    ])
    .where('e.kind', '=', kind);

/** An erasure by its id, if the caller may see it. */
export const findErasure = (db: Reading, kind: ErasureKind, id: string): Promise<ErasureRow | undefined> =>
  erasures(db, kind).where('e.id', '=', id).executeTakeFirst();

/** Erasures that concern the caller: open ones, or decided ones; newest first. */
export const listErasures = (db: Reading, kind: ErasureKind, decided: boolean, most: number): Promise<ErasureRow[]> =>
  erasures(db, kind)
    .where('e.decision', decided ? 'is not' : 'is', null)
    .orderBy('e.asked_at', 'desc')
    .orderBy('e.id')
    .limit(most)
    .execute();

/** Locks an erasure against another decision, until the transaction ends. */
export async function lockErasure(db: Writing, id: string): Promise<void> {
  await takeLockOf(db, 'erasure', id);
}

/** The first of the caller's memberships by which they may decide it, and so far where that is said; undefined if none. */
export async function decidingMembership(db: Reading, id: string, offices: readonly string[], reach?: RemovalReach): Promise<string | undefined> {
  const { rows } = await sql<{ office: string }>`SELECT o.office FROM unnest(${offices as string[]}::uuid[]) WITH ORDINALITY AS o (office, position)
    WHERE app.decides_erasure(${id}, o.office) ORDER BY ${reach ?? null}::text = ANY (ARRAY(SELECT f.reach FROM app.reaches_of(${id}, o.office) f)) DESC, o.position LIMIT 1`.execute(
    db,
  );
  return rows[0]?.office;
}

/** Whether one of the asker and the caller alone made the other what they are, so that they do not count as two. */
export async function isDependent(db: Reading, id: string, offices: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ dependent: boolean }>`
    SELECT coalesce(bool_or(app.dependent_in_erasure(${id}, o.office)), false) AS dependent FROM unnest(${offices as string[]}::uuid[]) AS o (office)`.execute(
    db,
  );
  return rows[0]?.dependent === true;
}

/** How far whoever decides by this membership may let a removal go. */
export interface ShownReaches {
  readonly choices: readonly {
    readonly reach: RemovalReach;
    readonly documents: number;
    readonly libraries: number;
    readonly bodies: readonly { readonly id: string; readonly name: string }[];
  }[];
  /** Libraries with the same bytes that none of them reaches. */
  readonly beyond: number;
}

export async function readReaches(db: Reading, id: string, office: string): Promise<ShownReaches | null> {
  const { rows } = await sql<{ reaches: ShownReaches | null }>`SELECT app.shown_reaches(${id}, ${office}) AS reaches`.execute(db);
  return rows[0]?.reaches ?? null;
}

export interface RemovalCopy {
  readonly removal: string;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly document: string;
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly becomes: CopyState;
}

/** Documents of the caller's bodies that hold the same bytes as something that others ask, or have asked, to remove. */
export async function copiesOfRemoved(db: Reading): Promise<RemovalCopy[]> {
  const { rows } =
    await sql<RemovalCopy>`SELECT c.removal, json_build_object('id', r.id, 'title', r.title) AS round, ${namedBody(sql.ref('c.body_id'))} AS body, c.document,
      ${utc(sql.ref('c.asked_at'))} AS "askedAt", ${utc(sql.ref('c.decided_at'))} AS "decidedAt", c.becomes
    FROM app.copies_of_removed() c JOIN round r ON r.id = c.round_id ORDER BY c.asked_at DESC, c.document`.execute(db);
  return rows;
}

/** Removals and purges that wait for a decision which one of the caller's memberships may make. */
export async function countErasuresToDecide(db: Reading, offices: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM erasure e
    WHERE e.decision IS NULL AND EXISTS (SELECT FROM unnest(${offices as string[]}::uuid[]) AS o (office) WHERE app.decides_erasure(e.id, o.office))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Rounds that the caller owns. */
export async function runRounds(db: Reading): Promise<Set<string>> {
  const { rows } = await sql<{ rounds: string[] }>`SELECT app.find_run_rounds() AS rounds`.execute(db);
  return new Set(rows[0]?.rounds);
}

export async function insertErasure(
  db: Writing,
  erasure: Omit<Insertable<Tables['erasure']>, 'decision' | 'note' | 'decided_by' | 'decided_office' | 'decided_at' | 'reach'>,
): Promise<void> {
  await db.insertInto('erasure').values(erasure).execute();
}

export interface Removable {
  readonly round: string;
  readonly body: string;
  readonly form: 'file' | 'reference' | 'secretMail';
  readonly goneFor: 'removed' | 'purged' | null;
  /** The removal that was already requested. */
  readonly open: string | null;
}

/** A document that the caller may request to be removed, whether they may read it or not. */
export async function findRemovable(db: Reading, document: string): Promise<Removable | undefined> {
  const { rows } = await sql<Removable>`SELECT f.round_id AS round, f.body_id AS body, f.form, f.gone_for AS "goneFor", f.open
    FROM app.removable(${document}) f`.execute(db);
  return rows[0];
}

/** Whether a removal may be asked for by a membership: a body never has what an appraiser brought removed. */
export async function mayAskRemoval(db: Reading, { round, body }: Removable, document: string, office: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`SELECT app.may_ask_erasure('removal', ${round}, ${body}, ${[document]}::uuid[], ${office}) AS may`.execute(db);
  return rows[0]?.may === true;
}

/** Documents of a closed round whose term is over, oldest first; none if the caller neither owns the round nor administers the installation. */
export async function dueDocuments(db: Reading, round: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ documents: string[] }>`SELECT app.due_documents(${round}, ${most}) AS documents`.execute(db);
  return rows[0]?.documents ?? [];
}

/** What an erasure deletes in the present state, locked until the transaction ends. */
export interface PreparedErasure extends Omit<ErasureRecord, 'payloads'> {
  /** Ids of the payloads deleted with it: the acts must name them all. */
  readonly payloads: readonly string[];
}

/** A document that a proposed purge would take. */
export interface PurgedDocument {
  readonly body: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** null: none was read, or it holds personal data. */
  readonly subject: string | null;
  readonly class: DocumentClass;
  readonly files: number;
  readonly bytes: number;
}

/** What a proposed purge would delete at present; only for the two people responsible, and not once it is decided. */
export async function documentsOfPurge(db: Reading, id: string): Promise<PurgedDocument[]> {
  const { rows } =
    await sql<PurgedDocument>`SELECT d.body, d.number, d.issued_on::text AS "issuedOn", d.issuer, d.subject, d.document_class AS class, d.files, d.bytes
    FROM app.documents_of_purge(${id}) d`.execute(db);
  return rows;
}

/** Locks everything that an erasure deletes and returns it; the database refuses whoever may not decide it. */
export async function prepareErasure(db: Writing, id: string, office: string, reach: RemovalReach | null): Promise<PreparedErasure> {
  const { rows } = await sql<{ prepared: PreparedErasure }>`SELECT app.prepare_erasure(${id}, ${office}, ${reach}) AS prepared`.execute(db);
  return rows[0]?.prepared as PreparedErasure;
}

/** Decides an erasure and carries it out: the database itself judges who may, and whether the acts name everything deleted. */
export async function decideErasureInDatabase(
  db: Writing,
  id: string,
  office: string,
  {
    decision,
    note,
    record,
    reach,
  }: { readonly decision: SecondPersonDecision; readonly note: string | null; readonly record: ErasureRecord | null; readonly reach: RemovalReach | null },
): Promise<void> {
  await sql`SELECT app.decide_erasure(${id}, ${office}, ${decision}, ${note}, ${record === null ? null : JSON.stringify(record)}::jsonb, ${reach})`.execute(db);
}
