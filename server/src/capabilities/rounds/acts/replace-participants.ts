import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { bodiesWithData, type ParticipantRow, putParticipants, removeParticipants } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { fillBaselines } from './fill-baselines.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Replaces the participants; a body with data in the round cannot be removed. The exclusions of removed bodies are removed too. */
export async function replaceParticipants(acting: Acting, round: RoundRow, participants: readonly ParticipantRow[]): Promise<void> {
  const { db } = acting;
  const before = await readPlan(db, round.id);
  const [had, wanted] = [new Map(before.participants.map((participant) => [participant.body, participant])), new Set(participants.map(({ body }) => body))];
  const removed = [...had.keys()].filter((body) => !wanted.has(body));
  const bodies = removed.length === 0 ? [] : await bodiesWithData(db, round.id, removed);
  if (bodies.length > 0)
    throw new Problem('notNow', {
      detail: { vi: 'Có cơ quan đã có dữ liệu trong kỳ nên không đưa ra khỏi kỳ được.', en: 'Bodies that have data in the round cannot be taken out of it.' },
      more: { bodies },
    });
  await removeParticipants(db, round.id, removed);
  await putParticipants(db, round.id, participants);
  await fillBaselines(db, round);
  await recordRoundChange(acting, round, {
    act: 'round.participants',
    confirms: ['participants'],
    touched: ['participant', 'exclusion', 'baseline'],
    content: {
      added: participants.flatMap(({ body }) => (had.has(body) ? [] : [body])),
      removed,
      changed: participants.flatMap(({ body, block, ranked }) => {
        const was = had.get(body);
        return was && (was.block !== block || was.ranked !== ranked) ? [{ body, block: [was.block, block], ranked: [was.ranked, ranked] }] : [];
      }),
      exclusionsRemoved: before.exclusions.filter(({ body }) => removed.includes(body)).map(({ body, item }) => ({ body, item })),
    },
  });
}
