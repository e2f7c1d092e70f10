import * as fieldwork from '@parindex/core/contracts/fieldwork';
import { call } from '../../client/call.ts';
import { isRefusal, Refused, Unanswered } from '../../client/request.ts';
import type { InterviewStore, KeptReceipt } from './store.ts';

/** How a sending ended: all is there; nobody answered; somebody has to sign in, as whom the device works. */
export type SentAs = 'sent' | 'unanswered' | 'signedOut' | 'otherPerson';

/** Most visits of one request, as the contract has it. */
const MOST_VISITS = 500;

/** Sends what waits, then takes the work along anew. What the server has confirmed leaves the device, and nothing else. */
export async function sendInterviews(store: InterviewStore): Promise<SentAs> {
  // Two windows that send at once do no harm, as all is known by its id; one after the other they do not load the line twice.
  return navigator.locks.request('parindex-interviews', () =>
    send(store).catch((error: unknown): SentAs => {
      if (error instanceof Unanswered) return 'unanswered';
      if (isRefusal(error, 'notSignedIn') || isRefusal(error, 'forbidden')) return 'signedOut';
      throw error;
    }),
  );
}

async function send(store: InterviewStore): Promise<SentAs> {
  const { account } = await call(fieldwork.readInterviews);
  if (account.id !== store.account) return 'otherPerson';
  const { visits, interviews } = await store.read();
  const waiting = visits.filter(({ refused }) => !refused);
  for (let first = 0; first < waiting.length; first += MOST_VISITS) {
    const some = waiting.slice(first, first + MOST_VISITS);
    const answer = await call(fieldwork.noteVisits, { body: { sentAt: new Date().toISOString(), visits: some.map(({ refused: _, ...visit }) => visit) } });
    await store.change({
      remove: answer.kept.map((id) => ['visit', id] as const),
      put: some.flatMap((visit) => (answer.refused.includes(visit.id) ? [['visit', visit.id, { ...visit, refused: true }] as const] : [])),
    });
  }
  for (const interview of interviews.filter(({ finished }) => finished)) {
    const { id, address, seconds, answers } = interview;
    try {
      const { receipt, state, reason } = await call(fieldwork.sendInterview, { params: { id }, body: { address, seconds, answers } });
      const told: KeptReceipt = { address, receipt, setApart: state === 'setApart' ? reason : null };
      await store.change({ put: [['receipt', address, told]], remove: [['interview', address]] });
    } catch (error) {
      // What is refused stays, with the reason: its interviewer mends it, or asks who leads the survey.
      if (!(error instanceof Refused) || ['notSignedIn', 'forbidden', 'notReady', 'tooMany'].includes(error.problem.code)) throw error;
      const { title, detail } = error.problem;
      await store.change({ put: [['interview', address, { ...interview, refusal: detail ?? title }]] });
    }
  }
  // Taken along again: what was just sent is in it.
  const anew = await call(fieldwork.readInterviews);
  await store.change({ put: [['surveys', 'all', anew.surveys]] });
  return 'sent';
}
