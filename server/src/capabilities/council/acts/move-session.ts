import { beginsVote, whyNotMove, whyNotMoveItem } from '@parindex/core/council/session-move';
import { AGENDA_ACTS, type AgendaMove, SESSION_ACTS, type SessionMove } from '@parindex/core/council/session-states';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { itemOf, movingOf, type OpenSession, standingOf } from '../open-session.ts';
import { whatStands } from '../present-session.ts';
import { countSessionOn, readConcludedElsewhere, readElsewhere, type SessionEnding, setAgendaState, setSessionState } from '../queries/council.ts';
import { refuse } from '../refuse.ts';

/** Keeps the papers of the session that is convened. */
export type KeepPapers = () => Promise<{ readonly papers: string; readonly files: readonly string[] }>;

/** Moves a session that is held on, or back, as the table of its states has it; where it is convened its papers are kept, where it ends, what its minutes say of that. */
export async function moveSession(acting: Acting, open: OpenSession, move: SessionMove, keep: KeepPapers, ending?: SessionEnding): Promise<Effect> {
  const { id, round, state } = open.session;
  refuse(whyNotMove(movingOf(open), move));
  const kept = move === 'convene' ? await keep() : undefined;
  await setSessionState(acting.db, id, SESSION_ACTS[move].to ?? state, acting.receivedAt, ending);
  const stands = await readRowStates(acting.db, { council_session: [id], ...(kept ? { council_paper: [id], round_file: [...kept.files] } : {}) });
  await recordAct(acting, { act: 'council.move', subject: `councilSession:${id}`, round, content: { move, stands } });
  return 'done';
}

/** Moves an item of the agenda of such a session on. */
export async function moveAgendaItem(acting: Acting, open: OpenSession, item: string, move: AgendaMove): Promise<Effect> {
  const { id, round } = open.session;
  const row = itemOf(open, item);
  const stands = move === 'closeVote' ? await whatStands(acting.db, round, row) : undefined;
  refuse(whyNotMoveItem(movingOf(open), standingOf(open, row, stands), move));
  // What was put off may stand on another agenda by now, or have been concluded on there: of one item there is one conclusion.
  if (move === 'takeUp') {
    const place = `${row.body.id}/${row.item}`;
    if ((await readElsewhere(acting.db, round, id)).has(place)) refuse('elsewhere');
    if ((await readConcludedElsewhere(acting.db, round, id)).has(place)) refuse('concludedElsewhere');
  }
  await setAgendaState(acting.db, item, AGENDA_ACTS[move].to ?? row.state, beginsVote(move) ? row.ballot + 1 : row.ballot);
  await countSessionOn(acting.db, id);
  const rows = await readRowStates(acting.db, { council_session: [id], council_item: [id] });
  const { body, item: code } = row;
  await recordAct(acting, { act: 'council.moveItem', subject: `councilSession:${id}`, round, body: body.id, content: { item: code, move, stands: rows } });
  return 'done';
}
