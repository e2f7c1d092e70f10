import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { insertQuestion, lockOpenQuestion, type NewQuestionRow, type QuestionRow, writeAnswer } from '../queries/notices.ts';
import { publishNotice, type ToPublish } from './publish-notice.ts';

/** A body asks the owner of its round. The same request again changes nothing; another one under the same id is refused. */
export async function askQuestion(acting: Acting, question: Omit<NewQuestionRow, 'account' | 'at'>, stored: QuestionRow | undefined): Promise<Effect> {
  if (stored) {
    const same = stored.round.id === question.round && stored.body.id === question.body && stored.item === question.item && stored.text === question.text;
    if (!same || stored.askedBy.id !== acting.account) throw new Problem('idReused');
    return 'unchanged';
  }
  await insertQuestion(acting.db, { ...question, account: acting.account as string, at: acting.receivedAt });
  await tell(acting, 'question.ask', question);
  return 'done';
}

/** The owner answers for all to read, in words that do not reveal who asked. */
export async function answerQuestion(acting: Acting, question: QuestionRow, notice: ToPublish): Promise<Effect> {
  if (question.answer !== null && question.answer !== notice.id) throw new Problem('notNow', { more: { answer: question.answer } });
  if (question.answer === null && !(await lockOpenQuestion(acting.db, question.id))) throw new Problem('notNow');
  const effect = await publishNotice(acting, notice);
  if (question.answer !== null) return effect;
  // The id of something that is already published cannot be an answer.
  if (effect === 'unchanged') throw new Problem('idReused');
  await writeAnswer(acting.db, question.id, notice.id);
  await tell(acting, 'question.answer', { id: question.id, round: question.round.id, body: question.body.id, item: question.item, text: question.text });
  return 'done';
}

type RecordedQuestion = Pick<NewQuestionRow, 'id' | 'round' | 'body' | 'item' | 'text'>;

/** Only the body and the owners of the round know who asks, so the text is stored as internal. */
async function tell(acting: Acting, act: 'question.ask' | 'question.answer', { id, round, body, item, text }: RecordedQuestion): Promise<void> {
  await recordAct(acting, {
    act,
    subject: `question:${id}`,
    round,
    body,
    content: { item, stands: await readRowStates(acting.db, { question: [id] }) },
    payload: await keepPayload(acting, { text }, { round, body, inside: true }),
  });
}
