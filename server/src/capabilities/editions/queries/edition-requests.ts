import type { AccountRequestDecision } from '@parindex/core/accounts/account-request';
import type { EditionRequestKind } from '@parindex/core/contracts/schemas/index';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import type { Role, SecondPersonDecision } from '@parindex/core/rights/index';
import { SECOND_PERSON_DAYS } from '@parindex/core/rights/second-person';
import { sql } from 'kysely';
import { membershipNamed, type Named, namedBody, performed, person } from '../../../db/fragments.ts';
import { decidableBy } from '../../../db/second-person.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { DocumentRow } from '../../../http/take-document.ts';

export interface EditionFileRow extends DocumentRow {
  readonly edition: string;
  readonly broughtBy: string;
  readonly broughtAt: Date;
}

/** A decision by its id, as far as the asker may read it. */
export const findEditionFile = (db: Reading, id: string): Promise<EditionFileRow | undefined> =>
  db
    .selectFrom('edition_file as f')
    .select(({ ref }) => [
      'f.id',
      'f.edition_id as edition',
      'f.name',
      sql<FileKind>`f.kind`.as('kind'),
      'f.bytes',
      sql<string>`encode(${ref('f.sha256')}, 'hex')`.as('sha256'),
      'f.scanned',
      'f.brought_by as broughtBy',
      'f.brought_at as broughtAt',
    ])
    .where('f.id', '=', id)
    .executeTakeFirst();

export async function insertEditionFile(db: Writing, { id, edition, name, kind, bytes, sha256, scanned, broughtBy, broughtAt }: EditionFileRow): Promise<void> {
  await db
    .insertInto('edition_file')
    .values({
      ...{ id, edition_id: edition, name, kind, bytes, sha256: Buffer.from(sha256, 'hex'), scanned },
      ...{ brought_by: broughtBy, brought_at: broughtAt },
    })
    .execute();
}

export interface EditionRequestRow {
  readonly id: string;
  readonly edition: string;
  readonly kind: EditionRequestKind;
  readonly version: number;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly file: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly replacedBy: string | null;
  readonly reason: string | null;
  readonly askedBy: Named;
  readonly askedAt: Date;
  readonly role: Role;
  readonly body: Named | null;
  readonly lapsesAt: Date;
  readonly decision: AccountRequestDecision | null;
  readonly note: string | null;
  readonly decided: { readonly by: Named; readonly at: string } | null;
}

/** What was asked for of an edition, the newest first. */
export function readEditionRequests(db: Reading, edition: string, id?: string): Promise<EditionRequestRow[]> {
  let query = db
    .selectFrom('edition_request as q')
    .leftJoinLateral(membershipNamed(sql.ref('q.asked_office')).as('o'), (join) => join.onTrue())
    .select(({ ref }) => [
      'q.id',
      'q.edition_id as edition',
      sql<EditionRequestKind>`q.kind`.as('kind'),
      'q.edition_version as version',
      'q.decision_number as decisionNumber',
      'q.decision_date as decisionDate',
      'q.file_id as file',
      'q.effective_from as effectiveFrom',
      'q.effective_to as effectiveTo',
      'q.replaced_by as replacedBy',
      'q.reason',
      person(ref('q.asked_by')).as('askedBy'),
      'q.asked_at as askedAt',
      sql<Role>`o.role`.as('role'),
      sql<Named | null>`CASE WHEN o.body_id IS NULL THEN NULL ELSE ${namedBody(sql.ref('o.body_id'))} END`.as('body'),
      'q.lapses_at as lapsesAt',
      sql<AccountRequestDecision | null>`q.decision`.as('decision'),
      'q.note',
      performed(ref('q.decided_by'), ref('q.decided_at')).as('decided'),
    ])
    .where('q.edition_id', '=', edition);
  if (id !== undefined) query = query.where('q.id', '=', id);
  return query.orderBy('q.asked_at', 'desc').orderBy('q.id').execute();
}

export interface WaitingEditionRequest extends Pick<EditionRequestRow, 'id' | 'kind' | 'reason' | 'askedBy' | 'askedAt' | 'lapsesAt'> {
  readonly edition: { readonly id: string; readonly title: string };
}

/** What waits of any edition for a decision by one of these offices, the first to lapse first. */
export function readWaitingEditionRequests(db: Reading, offices: readonly string[]): Promise<WaitingEditionRequest[]> {
  return db
    .selectFrom('edition_request as q')
    .innerJoin('edition as e', (join) => join.onRef('e.id', '=', 'q.edition_id').onRef('e.version', '=', 'q.edition_version'))
    .select(({ ref }) => [
      'q.id',
      sql<EditionRequestKind>`q.kind`.as('kind'),
      sql<WaitingEditionRequest['edition']>`json_build_object('id', e.id, 'title', coalesce(e.title->>'vi', e.id))`.as('edition'),
      'q.reason',
      person(ref('q.asked_by')).as('askedBy'),
      'q.asked_at as askedAt',
      'q.lapses_at as lapsesAt',
    ])
    .where('q.decision', 'is', null)
    .where(({ ref }) => decidableBy('edition', ref('q.id'), offices))
    .orderBy('q.lapses_at')
    .orderBy('q.id')
    .execute();
}

/** Whether this can be asked for of an edition as it stands. */
export async function canRequest(db: Reading, kind: EditionRequestKind, edition: string): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`SELECT app.can_request_of_edition(${kind}, ${edition}) AS can`.execute(db);
  return rows[0]?.can === true;
}

export interface NewEditionRequestRow
  extends Pick<
    EditionRequestRow,
    'id' | 'edition' | 'kind' | 'version' | 'decisionNumber' | 'decisionDate' | 'file' | 'effectiveFrom' | 'effectiveTo' | 'replacedBy' | 'reason'
  > {
  readonly account: string;
  readonly office: string;
  readonly at: Date;
}

export async function insertEditionRequest(db: Writing, row: NewEditionRequestRow): Promise<void> {
  await db
    .insertInto('edition_request')
    .values({
      ...{ id: row.id, edition_id: row.edition, kind: row.kind, edition_version: row.version, reason: row.reason },
      ...{ decision_number: row.decisionNumber, decision_date: row.decisionDate, file_id: row.file },
      ...{ effective_from: row.effectiveFrom, effective_to: row.effectiveTo, replaced_by: row.replacedBy },
      ...{ asked_by: row.account, asked_office: row.office, asked_at: row.at },
      lapses_at: sql`app.moment() + make_interval(days => ${SECOND_PERSON_DAYS})`,
    })
    .execute();
}

/** What the server made of the texts of an edition that is adopted. */
export interface AdoptedForm {
  /** The normal form. */
  readonly scheme: string;
  readonly hash: string;
  readonly casesRun: number;
  readonly key: string;
  readonly signature: Buffer;
}

export interface DecidedRequest {
  readonly id: string;
  readonly office: string;
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
  readonly form: AdoptedForm | undefined;
}

/** Decides a request and carries it out: the database judges both persons by itself. */
export async function decideInDatabase(db: Writing, { id, office, decision, note, form }: DecidedRequest): Promise<void> {
  await sql`SELECT app.decide_edition_request(${id}, ${office}, ${decision}, ${note}, ${form?.scheme ?? null}::json, ${form?.hash ?? null}, ${form?.casesRun ?? null}::integer,
    ${form?.key ?? null}, ${form?.signature ?? null}::bytea)`.execute(db);
}

export async function stopInDatabase(db: Writing, id: string, note: string | null): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`SELECT app.stop_edition_request(${id}, ${note}) AS stopped`.execute(db);
  return rows[0]?.stopped === true;
}

/** Whether a decision was brought, or anything asked for, of an edition: what is kept of that keeps the draft too. */
export async function hasRequests(db: Reading, edition: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`SELECT EXISTS (SELECT FROM edition_file WHERE edition_id = ${edition}) AS has`.execute(db);
  return rows[0]?.has === true;
}
