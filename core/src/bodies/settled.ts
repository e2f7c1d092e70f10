import { dayBefore } from '../quantity/calendar-date.ts';
import { successionsOf } from './lineage.ts';
import type { BodyRegistry, Dated, RegisteredBody, RelatedBody } from './types.ts';

/** Each member of a dated list ends where stated, otherwise on the day before the next begins. */
const ended = <T extends Dated>(list: readonly T[]): T[] =>
  list.map((member, index) => {
    const next = list[index + 1]?.from;
    return member.to !== undefined || next === undefined ? member : { ...member, to: dayBefore(next) };
  });

/** All bodies of a registry in stored form: ends written out, each transfer stated in full at both ends. */
export function settledBodies(registry: BodyRegistry): RegisteredBody[] {
  const kin = new Map(registry.bodies.map(({ id }) => [id, { predecessors: [] as RelatedBody[], successors: [] as RelatedBody[] }]));
  for (const { predecessor, successor, partly, status, on, decision } of successionsOf(registry)) {
    const told = {
      partly,
      ...(status === undefined ? {} : { status }),
      ...(on === undefined ? {} : { changedOn: on }),
      ...(decision === undefined ? {} : { decision: { number: decision.number, date: decision.date } }),
    };
    kin.get(successor.id)?.predecessors.push({ id: predecessor.id, ...told });
    kin.get(predecessor.id)?.successors.push({ id: successor.id, ...told });
  }
  const byId = (one: RelatedBody, other: RelatedBody) => (one.id < other.id ? -1 : 1);
  return registry.bodies.map((body) => ({
    ...body,
    names: ended(body.names),
    codes: ended(body.codes),
    regions: ended(body.regions),
    blocks: ended(body.blocks),
    parents: ended(body.parents),
    predecessors: (kin.get(body.id)?.predecessors ?? []).toSorted(byId),
    successors: (kin.get(body.id)?.successors ?? []).toSorted(byId),
  }));
}
