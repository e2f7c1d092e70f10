import * as fieldwork from '@parindex/core/contracts/fieldwork';
import { call } from '../../client/call.ts';
import { isRefusal, Refused, Unanswered } from '../../client/request.ts';
import { readSession } from '../../client/session.ts';
import type { InterviewStore, KeptReceipt } from './store.ts';

/** How a sending ended: all is there; nobody answered; somebody has to sign in, as whom the device works; they are an interviewer no more. */
export type SentAs = 'sent' | 'unanswered' | 'signedOut' | 'otherPerson' | 'noRole';

/** Most visits of one request, as the contract has it. */
const MOST_VISITS = 500;

/** Longer than this nobody waits for an answer that may have been lost: all of it may be sent again. In milliseconds. */
const LONGEST_SENDING = 60_000;
const inTime = () => AbortSignal.timeout(LONGEST_SENDING);

/** Whether it is for nothing to send more now; else what was refused stays alone, and all other goes. */
const endsSending = (error: unknown): boolean =>
  !(error instanceof Refused) || ['notSignedIn', 'forbidden', 'notReady', 'tooMany'].includes(error.problem.code);

/** Sends what waits, then takes the work along anew. What the server has confirmed leaves the device, and nothing else. */
export async function sendInterviews(store: InterviewStore): Promise<SentAs> {
  // Two windows that send at once do no harm, as all is known by its id; one after the other they do not load the line twice.
  return navigator.locks.request('parindex-interviews', () =>
    send(store).catch((error: unknown): SentAs => {
      if (error instanceof Unanswered) return 'unanswered';
      if (isRefusal(error, 'notSignedIn')) return 'signedOut';
      if (isRefusal(error, 'forbidden')) return 'noRole';
      throw error;
    }),
  );
}

async function send(store: InterviewStore): Promise<SentAs> {
  const session = await readSession();
  if (!session) return 'signedOut';
  if (session.person.id !== store.account) return 'otherPerson';
  const { visits, interviews } = await store.read();
  // They stay until what the server tells has them too: a line that breaks in between would take them from the page.
  const arrived: string[] = [];
  const waiting = visits.filter(({ refused }) => !refused);
  for (let first = 0; first < waiting.length; first += MOST_VISITS) {
    const some = waiting.slice(first, first + MOST_VISITS);
    try {
      const answer = await call(fieldwork.noteVisits, {
        signal: inTime(),
        body: { sentAt: new Date().toISOString(), visits: some.map(({ refused: _, ...visit }) => visit) },
      });
      arrived.push(...answer.kept);
      await store.change({
        put: some.flatMap((visit) => (answer.refused.includes(visit.id) ? [['visit', visit.id, { ...visit, refused: true }] as const] : [])),
      });
    } catch (error) {
      // They are told to wait still; the interviews do not wait for them.
      if (endsSending(error)) throw error;
    }
  }
  for (const interview of interviews.filter(({ finished }) => finished)) {
    const { id, address, seconds, answers } = interview;
    try {
      const { receipt, reason } = await call(fieldwork.sendInterview, { params: { id }, body: { address, seconds, answers }, signal: inTime() });
      const told: KeptReceipt = { address, receipt, setApart: reason };
      await store.change({ put: [['receipt', address, told]], remove: [['interview', address]] });
    } catch (error) {
      // What is refused stays, with the reason. Answers that are wrong are mended, and the interview is finished anew; all else is tried again with the next sending.
      if (!(error instanceof Refused) || endsSending(error)) throw error;
      const { code, title, detail } = error.problem;
      await store.change({ put: [['interview', address, { ...interview, finished: code !== 'faulty', refusal: detail ?? title }]] });
    }
  }
  // Taken along again: what was just sent is in it.
  const anew = await call(fieldwork.readInterviews);
  await store.change({ put: [['surveys', 'all', anew.surveys]], remove: arrived.map((id) => ['visit', id] as const) });
  return 'sent';
}
