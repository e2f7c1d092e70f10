import { dayAfter } from './dated.ts';
import type { BodyDecision, BodyRegistry, Kin, RegisteredBody } from './types.ts';

/** One passing of work from body to body. */
export interface Passing {
  readonly body: RegisteredBody;
  /** The first day after the passing; undefined where the registry gives none. */
  readonly on: string | undefined;
  readonly partly: boolean;
  /** Where it is not plainly known: how far it is. */
  readonly status: string | undefined;
  readonly decision: BodyDecision | undefined;
}

/** The bodies whose work a body took over, each with the day and the decision. */
export const predecessorsOf = (registry: BodyRegistry, body: RegisteredBody): Passing[] =>
  passings(registry, body.predecessors, (before) => dayOfPassing(before, body));

/** What became of a body: who took over its work, each with the day and the decision. */
export const successorsOf = (registry: BodyRegistry, body: RegisteredBody): Passing[] =>
  passings(registry, body.successors, (after) => dayOfPassing(body, after));

function passings({ byId, decisions }: BodyRegistry, kin: readonly Kin[], dayOf: (other: RegisteredBody) => string | undefined): Passing[] {
  return kin.flatMap(({ id, partly, status }) => {
    const body = byId.get(id);
    if (!body) return [];
    const on = dayOf(body);
    const decision = decisions.find(({ kind, changedOn }) => kind === body.kind && changedOn === on);
    return [{ body, on, partly, status, decision }];
  });
}

/** A successor may be older than the passing, so the end of the body before decides where there is one. */
const dayOfPassing = (before: RegisteredBody, after: RegisteredBody): string | undefined =>
  before.closed === undefined ? after.opened : dayAfter(before.closed);
