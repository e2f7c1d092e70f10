import { dayAfter } from '../quantity/calendar-date.ts';
import type { BodyRegistry, Decision, RegisteredBody, RelatedBody } from './types.ts';

/** One passing of work from body to body. */
export interface WorkTransfer {
  readonly body: RegisteredBody;
  /** The first day after the passing; undefined where the registry gives none. */
  readonly on: string | undefined;
  readonly partly: boolean;
  /** If the transfer is not certain: how far it is known. */
  readonly status: string | undefined;
  readonly decision: Decision | undefined;
}

/** A transfer with both its bodies. */
export interface Succession extends Omit<WorkTransfer, 'body'> {
  readonly predecessor: RegisteredBody;
  readonly successor: RegisteredBody;
}

/** The bodies whose work a body took over, each with the day and the decision. */
export const predecessorsOf = (registry: BodyRegistry, body: RegisteredBody): WorkTransfer[] =>
  kinOf(registry, body.predecessors).map((other) => ({ body: other, ...passing(registry, other, body) }));

/** The successors of a body, each with the day and the decision. */
export const successorsOf = (registry: BodyRegistry, body: RegisteredBody): WorkTransfer[] =>
  kinOf(registry, body.successors).map((other) => ({ body: other, ...passing(registry, body, other) }));

/** All transfers of a registry, in the order of the successors. */
export const successionsOf = (registry: BodyRegistry): Succession[] =>
  registry.bodies.flatMap((successor) =>
    kinOf(registry, successor.predecessors).map((predecessor) => ({ predecessor, successor, ...passing(registry, predecessor, successor) })),
  );

const kinOf = ({ byId }: BodyRegistry, kin: readonly RelatedBody[]): RegisteredBody[] => kin.flatMap(({ id }) => byId.get(id) ?? []);

/** What either end states of a transfer, otherwise derived from the bodies' days and the registry's decisions. */
function passing({ decisions }: BodyRegistry, before: RegisteredBody, after: RegisteredBody): Omit<WorkTransfer, 'body'> {
  const told = after.predecessors.find(({ id }) => id === before.id);
  const answered = before.successors.find(({ id }) => id === after.id);
  const on = told?.changedOn ?? answered?.changedOn ?? dayOfPassing(before, after);
  return {
    on,
    partly: told?.partly === true || answered?.partly === true,
    status: told?.status ?? answered?.status,
    decision: told?.decision ?? answered?.decision ?? decisions.find(({ kind, changedOn }) => kind === after.kind && changedOn === on),
  };
}

/** A successor may be older than the transfer, so the closing of the predecessor decides, if there is one. */
const dayOfPassing = (before: RegisteredBody, after: RegisteredBody): string | undefined =>
  before.closed === undefined ? after.opened : dayAfter(before.closed);
