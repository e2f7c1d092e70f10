import type { PaperItem } from '@parindex/core/council/papers';
import type { AgendaState, SessionState } from '@parindex/core/council/session-states';
import type { Choice, CouncilPosition, Presence, Proposal, SessionWay, VoteWay } from '@parindex/core/council/votes';
import type { Stage } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import type { ProposedTarget } from '../../../db/column-types.ts';
import { count, lastName, type Named, namedBody, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface SessionRow {
  readonly id: string;
  readonly round: string;
  readonly number: number;
  readonly version: number;
  readonly state: SessionState;
  readonly way: SessionWay;
  readonly startsAt: Date | null;
  readonly place: string | null;
  readonly chair: Named | null;
  readonly secretary: Named | null;
  readonly openedAt: Date | null;
  readonly concludedAt: Date | null;
  readonly minutesRead: boolean;
}

export interface MemberRow {
  readonly person: Named;
  readonly position: CouncilPosition;
  readonly presence: Presence;
  readonly absence: string | null;
  readonly post: string | null;
  readonly agency: string | null;
}

export interface AgendaRow {
  readonly id: string;
  readonly body: Named;
  readonly item: string;
  readonly proposal: Proposal;
  readonly words: string | null;
  readonly targets: readonly ProposedTarget[];
  readonly ballot: number;
  readonly state: AgendaState;
  readonly entry: string | null;
}

export interface VoteRow {
  readonly item: string;
  readonly ballot: number;
  readonly person: Named;
  readonly choice: Choice;
  readonly opinion: string | null;
  readonly way: VoteWay;
  /** Of a written ballot: its scanned copy, and who entered it. */
  readonly file: Named | null;
  readonly enteredBy: Named;
  /** What stood before them; null of votes of before that was kept. */
  readonly seen: string | null;
}

/** Sessions of a round, or one, the newest first. */
export function readSessions(db: Reading, round: string, id?: string): Promise<SessionRow[]> {
  let query = db
    .selectFrom('council_session as s')
    .select(({ ref }) => [
      's.id',
      's.round_id as round',
      's.number',
      's.version',
      sql<SessionState>`s.state`.as('state'),
      sql<SessionWay>`s.way`.as('way'),
      's.starts_at as startsAt',
      's.place',
      person(ref('s.chair')).as('chair'),
      person(ref('s.secretary')).as('secretary'),
      's.opened_at as openedAt',
      's.concluded_at as concludedAt',
      's.minutes_read as minutesRead',
    ])
    .where('s.round_id', '=', round);
  if (id !== undefined) query = query.where('s.id', '=', id);
  return query.orderBy('s.number', 'desc').execute();
}

/** The members of a session: who presides over the council first. */
export function readMembers(db: Reading, session: string): Promise<MemberRow[]> {
  return db
    .selectFrom('council_member as m')
    .select(({ ref }) => [
      person(ref('m.account_id')).as('person'),
      sql<CouncilPosition>`m.position`.as('position'),
      sql<Presence>`m.presence`.as('presence'),
      'm.absence',
      'm.post',
      'm.agency',
    ])
    .where('m.session_id', '=', session)
    .orderBy(sql`array_position(ARRAY['chair', 'deputy', 'member'], m.position)`)
    .orderBy('m.account_id')
    .execute();
}

/** The council of a round as it stands on the day of a session, whoever was invited. */
export async function readCouncilOf(db: Reading, session: string): Promise<Named[]> {
  const { rows } = await sql<Named>`SELECT c.account_id AS id, c.name FROM app.council_of(${session}) c ORDER BY c.name, c.account_id`.execute(db);
  return rows;
}

/** The agenda of a session, in its order. */
export function readAgenda(db: Reading, session: string): Promise<AgendaRow[]> {
  return db
    .selectFrom('council_item as i')
    .select(({ ref }) => [
      'i.id',
      namedBody(ref('i.body_id')).as('body'),
      'i.item',
      sql<Proposal>`i.proposal`.as('proposal'),
      'i.words',
      'i.targets',
      'i.ballot',
      sql<AgendaState>`i.state`.as('state'),
      'i.entry_id as entry',
    ])
    .where('i.session_id', '=', session)
    .orderBy('i.place')
    .orderBy('i.id')
    .execute();
}

/** How many items of a session are kept from the asker, as they have a cause of their own in the body. */
export async function countItemsKept(db: Reading, session: string): Promise<number> {
  const { rows } = await sql<{ kept: number }>`SELECT app.items_kept_from_asker(${session}) AS kept`.execute(db);
  return rows[0]?.kept ?? 0;
}

/** The votes of a session that the asker sees, earlier ones too. */
export function readVotes(db: Reading, session: string): Promise<VoteRow[]> {
  return db
    .selectFrom('council_vote as v')
    .innerJoin('council_item as i', 'i.id', 'v.item_id')
    .select(({ ref }) => [
      'v.item_id as item',
      'v.ballot',
      person(ref('v.account_id')).as('person'),
      sql<Choice>`v.choice`.as('choice'),
      'v.opinion',
      sql<VoteWay>`v.way`.as('way'),
      sql<Named | null>`(SELECT json_build_object('id', f.id, 'name', f.name) FROM round_file f WHERE f.id = ${ref('v.file_id')})`.as('file'),
      person(ref('v.entered_by')).as('enteredBy'),
      'v.seen',
    ])
    .where('i.session_id', '=', session)
    .orderBy('v.voted_at')
    .orderBy('v.account_id')
    .execute();
}

/** Scanned copies of the ballots of a round’s sessions, in their order, each ballot of an item by itself. */
export const readScannedBallots = (db: Reading, round: string) =>
  db
    .selectFrom('council_vote as v')
    .innerJoin('council_item as i', 'i.id', 'v.item_id')
    .innerJoin('council_session as s', 's.id', 'i.session_id')
    .select(({ ref }) => [
      's.number as session',
      person(ref('v.account_id')).as('person'),
      lastName(ref('i.body_id')).as('body'),
      'i.item',
      sql<string>`v.file_id`.as('file'),
      'v.voted_at as at',
    ])
    .where('s.round_id', '=', round)
    .where('v.file_id', 'is not', null)
    .orderBy('s.number')
    .orderBy('i.place')
    .orderBy('v.account_id')
    .orderBy('v.ballot')
    .execute();

/** How many items each session of a round has, how many are concluded on, and on how many the asker may vote and has not. */
export async function readAgendaCounts(
  db: Reading,
  round: string,
  account: string,
): Promise<ReadonlyMap<string, { readonly items: number; readonly concluded: number; readonly waiting: number }>> {
  const rows = await db
    .selectFrom('council_item as i')
    .select([
      'i.session_id as session',
      count().as('items'),
      count(sql`i.state = 'concluded'`).as('concluded'),
      count(sql`app.may_vote(i.id, i.ballot, ${account}, 'self') AND NOT EXISTS (
        SELECT FROM council_vote v WHERE v.item_id = i.id AND v.ballot = i.ballot AND v.account_id = ${account})`).as('waiting'),
    ])
    .where('i.round_id', '=', round)
    .groupBy('i.session_id')
    .execute();
  return new Map(rows.map(({ session, ...counts }) => [session, counts]));
}

export interface SessionOfMember extends Pick<SessionRow, 'number' | 'startsAt'> {
  readonly round: { readonly id: string; readonly title: string };
  readonly state: 'convened' | 'held';
  /** Items on which they may vote and have not. */
  readonly waiting: number;
}

/** Sessions that are convened or held, in whatever round, of which somebody is a member. */
export async function readSessionsOf(db: Reading, account: string): Promise<SessionOfMember[]> {
  const { rows } = await sql<SessionOfMember>`
    SELECT json_build_object('id', r.id, 'title', r.title) AS round, s.number, s.state, s.starts_at AS "startsAt",
      (SELECT count(*)::int FROM council_item i WHERE i.session_id = s.id AND app.may_vote(i.id, i.ballot, m.account_id, 'self')
        AND NOT EXISTS (SELECT FROM council_vote v WHERE v.item_id = i.id AND v.ballot = i.ballot AND v.account_id = m.account_id)) AS waiting
    FROM council_member m JOIN council_session s ON s.id = m.session_id AND s.state IN ('convened', 'held') JOIN round r ON r.id = s.round_id AND r.state = 'open'
    WHERE m.account_id = ${account} ORDER BY s.starts_at, s.id`.execute(db);
  return rows;
}

/** Of whom sessions of a round can be made. */
export async function readCouncilPeople(
  db: Reading,
  round: string,
): Promise<{ readonly members: (Named & { readonly agency: string | null })[]; readonly secretariat: Named[] }> {
  const { rows } = await sql<{ id: string; name: string; role: string; agency: string | null }>`
    SELECT p.account_id AS id, p.name, p.role, (SELECT ${lastName(sql.ref('a.body_id'))} FROM app.agencies_of_council(${round}) a WHERE a.account_id = p.account_id) AS agency
    FROM app.council_people(${round}) p ORDER BY p.name COLLATE "vi-x-icu", p.account_id`.execute(db);
  const of = (wanted: string) => rows.filter(({ role }) => role === wanted);
  return {
    members: of('council').map(({ id, name, agency }) => ({ id, name, agency })),
    secretariat: of('owner').map(({ id, name }) => ({ id, name })),
  };
}

/** Members of a session who do not vote on the sheet of a body, as they have a cause of their own in it; by body. */
export async function readBarred(db: Reading, session: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ account: string; body: string }>`
    SELECT DISTINCT b.account_id AS account, b.body_id AS body FROM app.barred_members(${session}) b`.execute(db);
  return new Map([...Map.groupBy(rows, ({ body }) => body)].map(([body, of]) => [body, new Set(of.map(({ account }) => account))]));
}

/** Items that other sessions which are not over have on their agenda, as body/item. */
export async function readElsewhere(db: Reading, round: string, session: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('council_item as i')
    .innerJoin('council_session as s', 's.id', 'i.session_id')
    .select(['i.body_id', 'i.item'])
    .where('i.round_id', '=', round)
    .where('i.session_id', '<>', session)
    .where('s.state', '<>', 'concluded')
    .where('i.state', 'in', ['open', 'closed'])
    .execute();
  return new Set(rows.map(({ body_id, item }) => `${body_id}/${item}`));
}

/** Items of a round that other sessions have concluded on, as body/item. */
export async function readConcludedElsewhere(db: Reading, round: string, session: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('council_item as i')
    .select(['i.body_id', 'i.item'])
    .where('i.round_id', '=', round)
    .where('i.session_id', '<>', session)
    .where('i.state', '=', 'concluded')
    .execute();
  return new Set(rows.map(({ body_id, item }) => `${body_id}/${item}`));
}

/** What a session concluded on an item, as its entry says. */
export interface Conclusion {
  readonly points: string | null;
  /** null where it was lawfully erased. */
  readonly reason: string | null;
}

/** What a session concluded, by item of its agenda: of that session, whatever became of the item later. */
export async function readConclusions(db: Reading, session: string): Promise<ReadonlyMap<string, Conclusion>> {
  const { rows } = await sql<Conclusion & { item: string }>`
    SELECT i.id AS item, n.points, l.content->>'reason.text' AS reason
    FROM council_item i JOIN entry n ON n.id = i.entry_id LEFT JOIN payload l ON l.id = n.payload_id WHERE i.session_id = ${session}`.execute(db);
  return new Map(rows.map(({ item, points, reason }) => [item, { points, reason }]));
}

export interface VerdictOnItem {
  readonly body: string;
  readonly item: string;
  readonly stage: Stage;
  readonly at: Date;
  readonly by: string;
  readonly points: string | null;
  /** Of the list of reasons. */
  readonly code: string | null;
  /** In words; null where there was none, or it was lawfully erased. */
  readonly reason: string | null;
}

/** All verdicts on items of these bodies, in the order in which they were given. */
export async function readVerdictsOfAgenda(db: Reading, round: string, bodies: readonly string[]): Promise<VerdictOnItem[]> {
  const { rows } = await sql<VerdictOnItem>`
    SELECT n.body_id AS body, n.target AS item, n.stage, n.received_at AS at, w.name AS by, n.points, n.reason_code AS code, l.content->>'reason.text' AS reason
    FROM entry n JOIN LATERAL app.person_names(ARRAY[n.actor]) w ON true LEFT JOIN payload l ON l.id = n.payload_id
    WHERE n.round_id = ${round} AND n.body_id = ANY (${[...bodies]}::text[]) AND n.target_kind = 'item' AND n.stage <> 'claimed' AND NOT app.is_remark(n.act) AND n.standing = 'effective'
    ORDER BY n.body_id, n.seq`.execute(db);
  return rows;
}

interface SessionPlan {
  readonly way: SessionWay;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly chair: string | null;
  readonly secretary: string | null;
}

const planColumns = ({ way, startsAt, place, chair, secretary }: SessionPlan) => ({ way, starts_at: startsAt, place, chair, secretary });

/** Adds a session under the next number of its round, whose plan is locked. */
export async function insertSession(db: Writing, id: string, round: string, plan: SessionPlan, account: string, at: Date): Promise<void> {
  await db
    .insertInto('council_session')
    .values({
      ...{ id, round_id: round, ...planColumns(plan), made_by: account, made_at: at },
      number: sql`(SELECT coalesce(max(s.number), 0) + 1 FROM council_session s WHERE s.round_id = ${round})`,
    })
    .execute();
}

export async function updateSession(db: Writing, id: string, plan: SessionPlan): Promise<void> {
  await db.updateTable('council_session').set(planColumns(plan)).where('id', '=', id).execute();
}

/** A session seen before is not the same any more. */
export async function countSessionOn(db: Writing, id: string): Promise<void> {
  await db.updateTable('council_session').set({ version: sql`version + 1` }).where('id', '=', id).execute();
}

const endingOf = (at: Date, ending: SessionEnding | undefined) =>
  ending === undefined
    ? { concluded_at: at }
    : { concluded_at: ending.ended ?? at, minutes_read: ending.minutesRead, ...(ending.began === null ? {} : { opened_at: ending.began }) };

/** What the minutes say of a session that ends. */
export interface SessionEnding {
  /** null: when it was opened here. */
  readonly began: string | null;
  /** null: at the moment of the act. */
  readonly ended: string | null;
  readonly minutesRead: boolean;
}

export async function setSessionState(db: Writing, id: string, state: SessionState, at: Date, ending?: SessionEnding): Promise<void> {
  await db
    .updateTable('council_session')
    .set({ state, version: sql`version + 1`, ...(state === 'held' ? { opened_at: at } : {}), ...(state === 'concluded' ? endingOf(at, ending) : {}) })
    .where('id', '=', id)
    .execute();
}

interface NewMember extends Omit<MemberRow, 'person'> {
  readonly account: string;
}

/** Replaces the members of a session. */
export async function replaceMembers(db: Writing, session: string, members: readonly NewMember[]): Promise<void> {
  await db.deleteFrom('council_member').where('session_id', '=', session).execute();
  if (members.length === 0) return;
  await db
    .insertInto('council_member')
    .values(
      members.map(({ account, position, presence, absence, post, agency }) => ({
        session_id: session,
        account_id: account,
        position,
        presence,
        absence,
        post,
        agency,
      })),
    )
    .execute();
}

interface NewAgendaItem {
  readonly id: string;
  readonly body: string;
  readonly item: string;
  readonly proposal: Proposal;
  readonly words: string | null;
  readonly targets: readonly ProposedTarget[];
}

export async function insertAgendaItem(db: Writing, round: string, session: string, place: number, of: NewAgendaItem): Promise<void> {
  const { id, body, item, proposal, words, targets } = of;
  await db
    .insertInto('council_item')
    .values({ id, round_id: round, session_id: session, place, body_id: body, item, proposal, words, targets: JSON.stringify(targets) })
    .execute();
}

export async function updateAgendaItem(db: Writing, place: number, { id, proposal, words, targets }: NewAgendaItem): Promise<void> {
  await db
    .updateTable('council_item')
    .set({ place, proposal, words, targets: JSON.stringify(targets) })
    .where('id', '=', id)
    .execute();
}

/** An item that was concluded on keeps everything but its place in the order. */
export async function removeAgendaItem(db: Writing, id: string): Promise<void> {
  await db.deleteFrom('council_item').where('id', '=', id).execute();
}

export async function setAgendaState(db: Writing, id: string, state: AgendaState, ballot: number): Promise<void> {
  await db.updateTable('council_item').set({ state, ballot }).where('id', '=', id).execute();
}

export async function setConcluded(db: Writing, id: string, entry: string): Promise<void> {
  await db.updateTable('council_item').set({ state: 'concluded', entry_id: entry }).where('id', '=', id).execute();
}

interface NewVote {
  readonly item: string;
  readonly ballot: number;
  readonly account: string;
  readonly choice: Choice;
  readonly opinion: string | null;
  readonly way: VoteWay;
  /** Of a written ballot. */
  readonly file: string | null;
  /** What stood before them. */
  readonly seen: string;
  readonly by: string;
  readonly at: Date;
}

/** A member's one vote; it replaces the one before. */
export async function putVote(db: Writing, { item, ballot, account, choice, opinion, way, file, seen, by, at }: NewVote): Promise<void> {
  await db
    .insertInto('council_vote')
    .values({ item_id: item, ballot, account_id: account, choice, opinion, way, file_id: file, seen, entered_by: by, voted_at: at })
    .onConflict((held) =>
      held.columns(['item_id', 'ballot', 'account_id']).doUpdateSet({ choice, opinion, way, file_id: file, seen, voted_at: at, entered_by: by }),
    )
    .execute();
}

/** The papers of a session as they were kept when it was convened. */
export interface KeptPapers {
  readonly convenedAt: Date;
  readonly files: readonly { readonly id: string; readonly kind: 'docx' | 'pdf'; readonly sha256: string }[];
  readonly items: readonly PaperItem[];
}

/** Those of its last convening; undefined where there are none, or the asker may not see them whole. */
export async function readKeptPapers(db: Reading, session: string): Promise<KeptPapers | undefined> {
  const { rows } = await sql<KeptPapers>`
    SELECT p.convened_at AS "convenedAt", p.items,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'sha256', encode(f.sha256, 'hex')) ORDER BY f.kind), '[]') FROM round_file f WHERE f.id = ANY (p.files)) AS files
    FROM council_paper p WHERE p.session_id = ${session} ORDER BY p.convened_at DESC LIMIT 1`.execute(db);
  return rows[0];
}

export async function insertKeptPapers(
  db: Writing,
  { id, session, files, items, by, at }: { id: string; session: string; files: readonly string[]; items: readonly PaperItem[]; by: string; at: Date },
): Promise<void> {
  await db
    .insertInto('council_paper')
    .values({ id, session_id: session, convened_at: at, convened_by: by, files: [...files], items: JSON.stringify(items) })
    .execute();
}
