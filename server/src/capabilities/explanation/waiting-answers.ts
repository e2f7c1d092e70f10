import type { Reading } from '../../db/transaction.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { counting, kindOf } from './explained-items.ts';
import { readReasons, readRemarks } from './queries/explanation.ts';

/** Tells whether a body's explanation of an item waits for the second appraisal: it explains in an explanation that was sent, and nobody has decided on it there since. */
export type AnswerWaits = (body: string, item: string) => boolean;

/** Explanations that wait for the second appraisal, as far as the reader is told of them: in a round, or of one body. */
export async function readWaitingAnswers(db: Reading, round: string, body?: string): Promise<AnswerWaits> {
  const said = counting(await readRemarks(db, round, body), await readExplanationStates(db, round, body));
  const replies = said.filter((remark) => remark.act === 'reply' && kindOf(remark) === 'explains');
  if (replies.length === 0) return () => false;
  const decided = new Map(
    (await readReasons(db, round, 'vi', body)).filter(({ stage }) => stage === 'second').map(({ body: whose, item, seq }) => [`${whose} ${item}`, seq]),
  );
  const waiting = new Set(
    replies.filter(({ body: whose, item, seq }) => seq > (decided.get(`${whose} ${item}`) ?? 0)).map(({ body: whose, item }) => `${whose} ${item}`),
  );
  return (whose, item) => waiting.has(`${whose} ${item}`);
}
