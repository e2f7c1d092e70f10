import type { Faults } from '../reading/faults.ts';
import { at } from '../reading/path.ts';
import { inCircles } from './circles.ts';
import { existenceOf, inBoth, type Period, periodsOf, periodText } from './periods.ts';
import type { DraftBody, Placed } from './placed.ts';

type ById = ReadonlyMap<string, DraftBody>;

/** Parents must exist, as long as their children refer to them, and on no day may a body be above itself. */
export function checkParents(placed: readonly Placed[], byId: ById, faults: Faults): void {
  for (const one of placed) if (one.body.parents?.length) checkLives(one, byId, faults);
  const arrows = new Map(placed.map(({ body }) => [body.id ?? '', (body.parents ?? []).flatMap((parent) => parent?.id ?? [])]));
  const suspects = inCircles(arrows);
  for (const { body, path } of placed) {
    if (body.id === undefined || !suspects.has(body.id)) continue;
    periodsOf(body.parents, existenceOf(body)).forEach((period, index) => {
      const parent = body.parents?.[index]?.id;
      if (period && parent !== undefined && leadsTo(body.id as string, parent, period, byId, suspects, new Set()))
        faults.add('cycle', at(path, 'parents', index, 'id'), { found: parent });
    });
  }
}

function checkLives({ body, path }: Placed, byId: ById, faults: Faults): void {
  periodsOf(body.parents, existenceOf(body)).forEach((period, index) => {
    const id = body.parents?.[index]?.id;
    if (id === undefined) return;
    const where = at(path, 'parents', index, 'id');
    const parent = byId.get(id);
    if (!parent) faults.add('unknownId', where, { found: id });
    else if (period) {
      const life = existenceOf(parent);
      if (period.from < life.from || period.end > life.end)
        faults.add('outOfRange', where, { found: id, expected: periodText({ from: parent.opened, closed: parent.closed }) });
    }
  });
}

/** Whether a body is below a given one within a period. */
function leadsTo(sought: string, id: string, within: Period, byId: ById, suspects: ReadonlySet<string>, passed: ReadonlySet<string>): boolean {
  if (id === sought) return true;
  const body = byId.get(id);
  if (!body || !suspects.has(id) || passed.has(id)) return false;
  const further = new Set(passed).add(id);
  return periodsOf(body.parents, existenceOf(body)).some((period, index) => {
    const days = period && inBoth(period, within);
    const parent = body.parents?.[index]?.id;
    return days !== undefined && parent !== undefined && leadsTo(sought, parent, days, byId, suspects, further);
  });
}
