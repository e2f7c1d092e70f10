import { blockOn, codeOn, type Dated, existsOn, nameOn, type RegisteredBody, regionOn } from '@parindex/core/bodies/index';
import type { Reading } from '../../db/transaction.ts';
import { type BecameRow, type BodyListRow, findBodiesAbove, findSuccessors, type NamedBody, readNamedBodies, type StoredBody } from './queries/bodies.ts';

const decisionOrNull = (number: string | null | undefined, date: string | null | undefined) =>
  number || date ? { number: number ?? null, date: date ?? null } : null;

const presentBecame = ({ id, kind, name, changedOn, number, date, partly }: BecameRow) => ({
  body: { id, kind, name },
  changedOn,
  decision: decisionOrNull(number, date),
  partly,
});

/** Bodies in a list; closed ones with their successors. */
export async function presentBodyRows(db: Reading, rows: readonly BodyListRow[]) {
  const became = Map.groupBy(
    await findSuccessors(
      db,
      rows.filter(({ closed }) => closed !== null).map(({ id }) => id),
    ),
    ({ predecessor }) => predecessor,
  );
  return rows.map(({ id, kind, version, exists, opened, closed, name, short, type, code, parent, foundName, foundFrom, foundTo }) => ({
    ...{ id, kind, version, exists, opened, closed, name: { full: name, short }, type, code, parent },
    found: foundName === null ? null : { full: foundName, from: foundFrom, to: foundTo },
    became: (became.get(id) ?? []).map(presentBecame),
  }));
}

const dates = ({ from, to, basis, status }: Dated) => ({
  from: from ?? null,
  to: to ?? null,
  basis: basis ?? null,
  status: status ?? null,
});

/** A body with all its dated values, and its state on a day (yyyy-mm-dd). */
export async function presentBody(db: Reading, body: StoredBody, day: string) {
  const kin = [...body.predecessors, ...body.successors].map(({ id }) => id);
  const aboveIds = existsOn(body, day) ? await findBodiesAbove(db, body.id, day) : [];
  const names = new Map((await readNamedBodies(db, [...new Set([...kin, ...aboveIds, ...body.parents.map(({ id }) => id)])], day)).map((one) => [one.id, one]));
  const named = (id: string): NamedBody => names.get(id) ?? { id, kind: body.kind, name: id };
  const passings = (list: RegisteredBody['predecessors']) =>
    list.map(({ id, partly, changedOn, decision, status }) => ({
      body: named(id),
      changedOn: changedOn ?? null,
      decision: decisionOrNull(decision?.number, decision?.date),
      partly,
      status: status ?? null,
    }));
  return {
    ...{ id: body.id, kind: body.kind, version: body.version },
    ...{ opened: body.opened ?? null, openedBy: body.openedBy ?? null, closed: body.closed ?? null, closedBy: body.closedBy ?? null },
    ...{ ranked: body.ranked ?? null, note: body.note ?? null },
    names: body.names.map((name) => ({ ...dates(name), full: name.full, short: name.short, sort: name.sort, type: name.type ?? null })),
    codes: body.codes.map((one) => ({ ...dates(one), code: one.code })),
    regions: body.regions.map((one) => ({ ...dates(one), name: one.name })),
    blocks: body.blocks.map((one) => ({ ...dates(one), name: one.name })),
    parents: body.parents.map((one) => ({ ...dates(one), body: named(one.id) })),
    predecessors: passings(body.predecessors),
    successors: passings(body.successors),
    onDay: {
      day,
      exists: existsOn(body, day),
      name: nameOn(body, day)?.full ?? null,
      type: nameOn(body, day)?.type ?? null,
      code: codeOn(body, day) ?? null,
      region: regionOn(body, day) ?? null,
      block: blockOn(body, day) ?? null,
      above: aboveIds.map(named),
    },
  };
}
