import { dayBefore } from '../quantity/calendar-date.ts';
import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { booleanShape, type Draft, list, object, required, text, withDefault } from '../reading/shape.ts';
import { judged } from './change.ts';
import type { Placed } from './placed.ts';
import { day, decided } from './shape.ts';
import type { BodyRegistry, Decision, RegisteredBody, RelatedBody } from './types.ts';

/** Bodies pass their work to others on a day, by a decision. */
export interface SuccessionAct {
  predecessors: string[];
  successors: string[];
  /** The first day after the passing. */
  changedOn: string;
  decision: Decision;
  /** Only a part of the work passes: the predecessors stay. */
  partly: boolean;
}

const actShape = object<SuccessionAct>({
  predecessors: required(list(text)),
  successors: required(list(text)),
  changedOn: required(day),
  decision: required(decided),
  partly: withDefault(booleanShape, () => false),
});

/**
 * The bodies after a transfer of work, or undefined with all its faults: the predecessors end on the day before (unless
 * only a part passes), and both ends are linked. It judges whatever can be read; form is left to the schema.
 */
export function recordSuccession(stored: readonly RegisteredBody[], raw: Raw, faults: Faults): BodyRegistry | undefined {
  const act = actShape.read(raw, ROOT, new Faults());
  if (!act) return undefined;
  const bodies = new Map(stored.map((body) => [body.id, body]));
  const before = knownOf(act, 'predecessors', bodies, faults);
  const after = knownOf(act, 'successors', bodies, faults);
  const { changedOn } = act;
  if (changedOn === undefined) return undefined;
  if (!checkDays(act, before, after, bodies, faults)) return undefined;
  const told = { partly: act.partly === true, changedOn, ...(act.decision ? { decision: act.decision as Decision } : {}) };
  for (const predecessor of before.keys()) {
    for (const [successor, place] of after)
      link(bodies, predecessor, successor, told, () => faults.add('duplicateId', at(ROOT, 'successors', place), { found: successor }));
    if (!told.partly) close(bodies, predecessor, dayBefore(changedOn), act.decision as Decision | undefined);
  }
  const placed = [...bodies.values()].map((body): Placed => ({ body, path: at(ROOT, 'stored', body.id), stored: true }));
  const registry = judged(
    placed,
    ([list, id, end]) => {
      const place = list === 'stored' && end === 'predecessors' ? after.get(String(id)) : undefined;
      return place === undefined ? undefined : ['successors', place];
    },
    faults,
  );
  return faults.none ? registry : undefined;
}

type ById = Map<string, RegisteredBody>;

/** The existing bodies of one side, each with its position. */
function knownOf(act: Draft<SuccessionAct>, side: 'predecessors' | 'successors', bodies: ById, faults: Faults): Map<string, number> {
  const known = new Map<string, number>();
  act[side]?.forEach((id, index) => {
    if (id === undefined) return;
    const where = at(ROOT, side, index);
    if (known.has(id)) faults.add('duplicateId', where, { found: id });
    else if (!bodies.has(id)) faults.add('unknownId', where, { found: id });
    else known.set(id, index);
  });
  return known;
}

/** Predecessors must exist until the day before, successors on the day. */
function checkDays(act: Draft<SuccessionAct>, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, bodies: ById, faults: Faults): boolean {
  const day = act.changedOn as string;
  const last = dayBefore(day);
  let sound = true;
  const fault = (side: string, place: number, found: string, expected: string) => {
    faults.add('outOfRange', at(ROOT, side, place), { found, expected });
    sound = false;
  };
  for (const [id, place] of before) {
    const { opened, closed } = bodies.get(id) as RegisteredBody;
    if (opened !== undefined && opened > last) fault('predecessors', place, `${id}: ${opened}`, `≤ ${last}`);
    else if (closed !== undefined && (closed < last || (act.partly !== true && closed !== last))) fault('predecessors', place, `${id}: ${closed}`, last);
  }
  for (const [id, place] of after) {
    const { opened, closed } = bodies.get(id) as RegisteredBody;
    if (opened !== undefined && opened > day) fault('successors', place, `${id}: ${opened}`, `≤ ${day}`);
    else if (closed !== undefined && closed < day) fault('successors', place, `${id}: ${closed}`, `≥ ${day}`);
  }
  return sound;
}

function link(bodies: ById, predecessor: string, successor: string, told: Omit<RelatedBody, 'id'>, again: () => void): void {
  const [one, other] = [bodies.get(predecessor), bodies.get(successor)];
  if (!one || !other) return;
  if (one.successors.some(({ id }) => id === successor)) {
    again();
    return;
  }
  bodies.set(predecessor, { ...one, successors: [...one.successors, { id: successor, ...told }] });
  const taking = bodies.get(successor) as RegisteredBody;
  bodies.set(successor, { ...taking, predecessors: [...taking.predecessors, { id: predecessor, ...told }] });
}

function close(bodies: ById, id: string, lastDay: string, decision: Decision | undefined): void {
  const body = bodies.get(id) as RegisteredBody;
  const closedBy = body.closedBy ?? decision;
  bodies.set(id, { ...body, closed: lastDay, ...(closedBy ? { closedBy } : {}) });
}
