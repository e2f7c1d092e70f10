import type { newAssignments } from '@parindex/core/contracts/schemas/index';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import { allows, explanationAllows } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { AssignmentNow, SheetAssignments } from '../../sheets/assigned.ts';
import type { AssignmentRow } from '../../sheets/queries/assigned.ts';
import { findExplanationState } from '../../sheets/queries/explanation-states.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { targetOf } from '../../sheets/sent-entry.ts';
import { endAssignments, findAssignments, insertAssignments, writeChain } from '../queries/assignments.ts';

type NewAssignments = z.output<typeof newAssignments>;

const isSame = (stored: AssignmentRow, place: SheetPlace, wanted: NewAssignments, target: Target): boolean =>
  stored.round === place.round &&
  stored.body === place.body &&
  stored.matter === wanted.matter &&
  stored.kind === target.kind &&
  stored.target === target.id &&
  stored.to.id === wanted.to &&
  (stored.person?.id ?? undefined) === wanted.person &&
  stored.due?.getTime() === (wanted.due === undefined ? undefined : Date.parse(wanted.due));

/** Assigns items and figures to a department, taking them from whoever had them. The same again changes nothing. */
export async function assign(acting: Acting, place: SheetPlace, assigned: readonly AssignmentNow[], wanted: NewAssignments): Promise<Effect> {
  refuseClosed(place);
  // Whoever got it could enter nothing.
  if (wanted.matter === 'sheet') {
    if (!allows(place.state, 'propose')) throw new Problem('sheetFrozen');
  } else {
    const state = await findExplanationState(acting.db, place.round, place.body);
    if (!explanationAllows(state, 'proposeReply')) throw new Problem('explanationFrozen', { more: { state } });
  }
  const { db, receivedAt } = acting;
  const stored = new Map(
    (
      await findAssignments(
        db,
        wanted.targets.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  for (const { id, ...target } of wanted.targets) {
    const there = stored.get(id);
    if (there && !isSame(there, place, wanted, targetOf(target))) throw new Problem('idReused', { more: { id } });
  }
  const fresh = wanted.targets.filter(({ id }) => !stored.has(id)).map(({ id, ...target }) => ({ id, target: targetOf(target) }));
  if (fresh.length === 0) return 'unchanged';
  const keys = new Set(fresh.map(({ target }) => targetKey(target)));
  const passed = assigned.filter(({ matter, now }) => matter === wanted.matter && keys.has(targetKey(now))).map(({ id }) => id);
  await endAssignments(db, passed, acting.account as string, receivedAt);
  const { round, body, edition } = place;
  const payload = wanted.note === undefined ? undefined : await keepPayload(acting, { note: wanted.note }, { round, body, inside: true });
  await insertAssignments(
    db,
    { round, body, edition },
    fresh.map(({ id, target }) => ({
      ...{ id, matter: wanted.matter, target, to: wanted.to, person: wanted.person ?? null },
      ...{ due: wanted.due === undefined ? null : new Date(wanted.due), payload: payload?.id ?? null },
    })),
    acting.account as string,
    receivedAt,
  );
  await recordAct(acting, {
    act: 'assignment.give',
    subject: `sheet:${round}/${body}`,
    round,
    body,
    content: {
      to: wanted.to,
      targets: fresh.map(({ target }) => target),
      stands: await readRowStates(db, { assignment: [...passed, ...fresh.map(({ id }) => id)] }),
    },
    ...(payload ? { payload } : {}),
  });
  return 'done';
}

/** Takes assignments back: what was approved stays in the sheet; what was only proposed stays there without counting. */
export async function takeAssignmentsBack(acting: Acting, place: SheetPlace, assigned: readonly AssignmentNow[], ids: readonly string[]): Promise<Effect> {
  refuseClosed(place);
  const wanted = new Set(ids);
  const ending = assigned.filter(({ id }) => wanted.has(id));
  if (ending.length === 0) {
    const known = await findAssignments(acting.db, ids);
    if (known.length < wanted.size || known.some(({ round, body }) => round !== place.round || body !== place.body)) throw new Problem('notFound');
    return 'unchanged';
  }
  await endAssignments(
    acting.db,
    ending.map(({ id }) => id),
    acting.account as string,
    acting.receivedAt,
  );
  const { round, body } = place;
  await recordAct(acting, {
    act: 'assignment.takeBack',
    subject: `sheet:${round}/${body}`,
    round,
    body,
    content: { targets: ending.map(({ now }) => now), stands: await readRowStates(acting.db, { assignment: ending.map(({ id }) => id) }) },
  });
  return 'done';
}

/** Sets who approves parts besides their leaders'. */
export async function setChain(
  acting: Acting,
  place: SheetPlace,
  { chain: standing }: SheetAssignments,
  id: string,
  wanted: { readonly division: boolean; readonly review: boolean; readonly version: number },
): Promise<void> {
  refuseClosed(place);
  const { round, body } = place;
  const row = standing.id ?? id;
  const isWritten =
    wanted.version === standing.version && (await writeChain(acting.db, { ...wanted, id: row, round, body }, acting.account as string, acting.receivedAt));
  if (!isWritten) throw new Problem('staleVersion', { more: { version: standing.version, current: standing } });
  await recordAct(acting, {
    act: 'assignment.setChain',
    subject: `sheet:${round}/${body}`,
    round,
    body,
    content: { division: wanted.division, review: wanted.review, stands: await readRowStates(acting.db, { approval_chain: [row] }) },
  });
}
