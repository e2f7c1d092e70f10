import type { Proposal } from '@parindex/core/council/votes';
import type { Sent } from '../../client/request.ts';
import type { Disputes } from '../explanation/queries/explanation.ts';

type Dispute = Disputes['items'][number];

/** Whether what a body contests is on no agenda, or was put off. */
export const isWaiting = ({ agenda }: Dispute): boolean => agenda === null || agenda.state === 'putOff';

/** What bodies contest as items of an agenda. */
export const agendaOf = (disputes: readonly Dispute[], proposal: Proposal): Sent<'councilSessionChange'>['agenda'] =>
  disputes.map(({ body, item }) => ({ item: crypto.randomUUID(), body: body.id, code: item.code, proposal, words: null, targets: [] }));
