import { at, type Faults, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import type { changeSession as contract, draftSession as draftContract } from '@parindex/core/contracts/council';
import { agendaAllows, sessionAllows } from '@parindex/core/council/session-states';
import { type CouncilRefusal, whyNotAttend } from '@parindex/core/council/votes';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { type OpenSession, standingOf, votesOn } from '../open-session.ts';
import { readSheetsOf } from '../present-session.ts';
import { judgeProposal } from '../proposed-verdict.ts';
import {
  type AgendaRow,
  countSessionOn,
  insertAgendaItem,
  insertSession,
  readCouncilPeople,
  readElsewhere,
  readSessions,
  removeAgendaItem,
  replaceMembers,
  type SessionRow,
  updateAgendaItem,
  updateSession,
} from '../queries/council.ts';
import { refuse } from '../refuse.ts';

type Wanted = Body<typeof contract>;
type WantedItem = Wanted['agenda'][number];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Drafts a session of a round whose plan is locked. The same id again changes nothing. */
export async function draftSession(acting: Acting, round: string, { id, ...plan }: Body<typeof draftContract>): Promise<Effect> {
  const [stored] = await readSessions(acting.db, round, id);
  if (stored) {
    if (!same(planOf(stored), planWanted(plan))) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  await insertSession(acting.db, id, round, plan, acting.account as string, acting.receivedAt);
  const stands = await readRowStates(acting.db, { council_session: [id] });
  await recordAct(acting, { act: 'council.draft', subject: `councilSession:${id}`, round, content: { stands } });
  return 'done';
}

const planOf = ({ way, startsAt, place, chair, secretary }: SessionRow) => ({
  way,
  startsAt: startsAt?.getTime() ?? null,
  place,
  chair: chair?.id ?? null,
  secretary: secretary?.id ?? null,
});

const planWanted = ({ way, startsAt, place, chair, secretary }: Omit<Body<typeof draftContract>, 'id'>) => ({
  ...{ way, startsAt: startsAt === null ? null : Date.parse(startsAt), place, chair, secretary },
});

const isProposedAnew = (item: AgendaRow, { proposal, words, targets }: WantedItem): boolean =>
  item.proposal !== proposal || item.words !== words || (proposal === 'other' && !same(item.targets, targets));

/** Why what is wanted of a session cannot be: each part is changed in its own states alone. */
export function whyNotChange(open: OpenSession, wanted: Wanted): CouncilRefusal | undefined {
  const { session, members, agenda } = open;
  const named = (list: readonly Pick<Wanted['members'][number], 'account' | 'position' | 'post' | 'agency'>[]) =>
    list.map(({ account, position, post, agency }) => [account, position, post, agency]).toSorted();
  if (session.state === 'concluded') return 'notInThisState';
  const isOther =
    !same(planOf(session), planWanted(wanted)) ||
    !same(named(members.map(({ person, position, post, agency }) => ({ account: person.id, position, post, agency }))), named(wanted.members));
  if (isOther && !sessionAllows(session.state, 'plan')) return 'notInThisState';
  const attends = (account: string) => members.find(({ person }) => person.id === account);
  const attending = wanted.members.some(({ account, presence, absence }) => {
    const before = attends(account);
    return presence !== (before?.presence ?? 'expected') || absence !== (before?.absence ?? null);
  });
  if (attending && !sessionAllows(session.state, 'attend')) return 'notInThisState';
  const standing = agenda.map((item) => standingOf(open, item));
  for (const { person, presence } of members) {
    const to = wanted.members.find(({ account }) => account === person.id)?.presence;
    const why = to && whyNotAttend(session.state, { account: person.id, presence }, to, standing);
    if (why) return why;
  }
  const left = agenda.filter(({ id }) => !wanted.agenda.some(({ item }) => item === id));
  const anew = wanted.agenda.flatMap((item) => {
    const before = agenda.find(({ id }) => id === item.item);
    return before && isProposedAnew(before, item) ? [before] : [];
  });
  const ordered = same(
    agenda.map(({ id }) => id),
    wanted.agenda.map(({ item }) => item),
  );
  if (!(ordered && anew.length === 0) && !sessionAllows(session.state, 'arrange')) return 'notInThisState';
  if ([...left, ...anew].some(({ state }) => !agendaAllows(state, 'propose'))) return 'itemNotInThisState';
  if (anew.some((item) => votesOn(open, item).length > 0) || left.some(({ id }) => open.votes.some(({ item }) => item === id))) return 'votesStand';
  return undefined;
}

/** What is wrong in what is wanted of a session: people who are none of the council, bodies and items that are none, proposals outside of the rule. */
export async function judgeChange(db: Reading, open: OpenSession, wanted: Draft<Wanted>, faults: Faults): Promise<void> {
  const { round, id: session } = open.session;
  const { members: council, secretariat } = await readCouncilPeople(db, round);
  const isOf = (people: readonly { readonly id: string }[], id: string | null | undefined) =>
    id === null || id === undefined || people.some((one) => one.id === id);
  const before = (id: string | undefined) => open.members.some(({ person }) => person.id === id);
  if (!isOf(secretariat, wanted.secretary) && wanted.secretary !== open.session.secretary?.id)
    faults.add('unknownId', at(ROOT, 'secretary'), { found: String(wanted.secretary) });
  const seen = new Set<string>();
  wanted.members?.forEach(({ account, presence, absence } = {}, index) => {
    const path = at(ROOT, 'members', index);
    if (!isOf(council, account) && !before(account)) faults.add('unknownId', at(path, 'account'), { found: String(account) });
    if (account !== undefined && seen.has(account)) faults.add('duplicateId', at(path, 'account'), { found: account });
    if (account !== undefined) seen.add(account);
    if (presence === 'absent' && absence === null) faults.add('missingKey', at(path, 'absence'), { key: 'absence' });
    if (presence !== 'absent' && absence !== null && absence !== undefined) faults.add('notAllowedHere', at(path, 'absence'), { key: 'absence' });
  });
  if (wanted.chair !== null && wanted.chair !== undefined && !seen.has(wanted.chair)) faults.add('unknownId', at(ROOT, 'chair'), { found: wanted.chair });
  await judgeAgenda(db, round, session, open, wanted, faults);
}

async function judgeAgenda(db: Reading, round: string, session: string, open: OpenSession, wanted: Draft<Wanted>, faults: Faults): Promise<void> {
  const items = wanted.agenda ?? [];
  const sheets = await readSheetsOf(
    db,
    round,
    items.flatMap(({ body } = {}) => (body === undefined ? [] : [{ body: { id: body } }])),
  );
  const elsewhere = await readElsewhere(db, round, session);
  const [ids, places] = [new Set<string>(), new Set<string>()];
  items.forEach(({ item: id, body, code, proposal, words, targets } = {}, index) => {
    if (id === undefined || body === undefined || code === undefined || proposal === undefined) return;
    const path = at(ROOT, 'agenda', index);
    const sheet = sheets.get(body);
    const before = open.agenda.find((one) => one.id === id);
    const place = `${body}/${code}`;
    if (ids.has(id) || places.has(place)) faults.add('duplicateId', at(path, 'code'), { found: code });
    ids.add(id);
    places.add(place);
    if (before && (before.body.id !== body || before.item !== code)) faults.add('notAllowedHere', at(path, 'item'), { key: 'item' });
    if (!sheet) faults.add('unknownId', at(path, 'body'), { found: body });
    else if (!sheet.edition.entryRules.known.items.has(code)) faults.add('unknownId', at(path, 'code'), { found: code });
    if (!before && elsewhere.has(place)) refuse('elsewhere');
    if (proposal === 'other' && words === null) faults.add('missingKey', at(path, 'words'), { key: 'words' });
    const whole = { item: id, body, code, proposal, words: words ?? null, targets: (targets ?? []) as WantedItem['targets'] };
    // One that stands is not judged again: what it hangs on may have changed meanwhile, which it says by itself.
    if (sheet && (!before || isProposedAnew(before, whole)) && faults.none)
      faults.addAll(judgeProposal(sheet, { item: code, proposal, targets: whole.targets as AgendaRow['targets'] }));
  });
}

/** Changes a session that is held: plan, members, who attends, agenda. */
export async function changeSession(acting: Acting, open: OpenSession, wanted: Wanted): Promise<Effect> {
  const { db } = acting;
  const { round, id } = open.session;
  refuse(whyNotChange(open, wanted));
  if (sessionAllows(open.session.state, 'plan')) await updateSession(db, id, wanted);
  await replaceMembers(db, id, wanted.members);
  for (const { id: of } of open.agenda) if (!wanted.agenda.some(({ item }) => item === of)) await removeAgendaItem(db, of);
  for (const [place, item] of wanted.agenda.entries()) {
    const before = open.agenda.find(({ id: one }) => one === item.item);
    const of = { ...item, id: item.item, item: item.code, targets: item.targets as AgendaRow['targets'] };
    if (!before) await insertAgendaItem(db, round, id, place, of);
    // One that was concluded on never changes, not by its place either.
    else if (before.state !== 'concluded') await updateAgendaItem(db, place, of);
  }
  await countSessionOn(db, id);
  const stands = await readRowStates(db, { council_session: [id], council_member: [id], council_item: [id] });
  await recordAct(acting, { act: 'council.change', subject: `councilSession:${id}`, round, content: { stands } });
  return 'done';
}
