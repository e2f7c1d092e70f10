import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import { answerQuestion, askQuestion } from '../capabilities/discussion/acts/ask-question.ts';
import { beginThread } from '../capabilities/discussion/acts/write-comment.ts';
import { readQuestions } from '../capabilities/discussion/queries/notices.ts';
import { changeRound } from '../capabilities/rounds/acts/change-round.ts';
import { addRoundDocument } from '../capabilities/rounds/acts/change-round-documents.ts';
import { extendStep } from '../capabilities/rounds/acts/extend-step.ts';
import { holdRound } from '../capabilities/rounds/queries/rounds.ts';
import { holdSheet } from '../capabilities/sheets/open-sheet.ts';
import type { Context } from '../context.ts';
import { idOf } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, officeOf } from './in-office.ts';
import type { InventedComment, InventedExtension, InventedQuestion, InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, workingDaysAgo } from './past-days.ts';

const DAY_MS = 86_400_000;

/** What the owner of a round does: the documents on which it stands, who sees the ranking, more time for some. */
export async function runMadeUp(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const office = await officeOf(owner, round.ownerBody, 'owner');
  const id = (what: string) => idOf(round.id, what);
  const by = (day: number, what: string, happen: Parameters<typeof actIn<unknown>>[3]): Happening => {
    const at = momentOn(day, `${round.id} ${what}`);
    return { at, happen: () => actIn(context, office, at, happen) };
  };
  const extend = ({ body, days: more, number, reason, daysAgo }: InventedExtension): Happening => {
    const day = workingDaysAgo(days, daysAgo);
    const closes = round.calendar.find(([step]) => step === 'selfAssessment')?.[2] ?? 0;
    const until = `${dayOf(days.firstStart + (closes + more) * DAY_MS)}T17:00:00+07:00`;
    return by(day, `extension ${body}`, async (acting) => {
      const held = await holdRound(acting.db, round.id);
      if (held)
        await extendStep(
          acting,
          held,
          { id: id(`extension ${body}`), step: 'selfAssessment', body, until, document: { number, date: dayOf(day) }, decision: null, reason },
          undefined,
        );
    });
  };
  return [
    ...round.documents.map(({ daysAgo, ...told }) => {
      const day = days.firstStart - daysAgo * DAY_MS;
      const document = { ...told, id: id(`document ${told.number}`), date: dayOf(day), files: [] };
      return by(day, told.number, (acting) => addRoundDocument(acting, round.id, document, undefined));
    }),
    by(days.atWork[0] as number, 'ranking', async (acting) => {
      const held = await holdRound(acting.db, round.id);
      if (held) await changeRound(acting, held, { rankingShown: round.rankingShown, secondPersonOver: round.secondPersonOver });
    }),
    ...round.extensions.map(extend),
  ];
}

/** A body asks the owner of its round, who answers on the next working day, or not yet. */
export async function questionMadeUp(context: Context, owner: pg.Pool, round: InventedRound, asked: InventedQuestion, days: PastDays): Promise<Happening[]> {
  const { from, item, text, answer, daysAgo } = asked;
  const id = idOf(`${round.id} ${from}`, `question ${item}`);
  const [clerk, runs] = [await officeOf(owner, from, 'clerk'), await officeOf(owner, round.ownerBody, 'owner')];
  const on = (count: number) => momentOn(workingDaysAgo(days, count), `${id} ${count}`);
  const asking: Happening = {
    at: on(daysAgo),
    happen: () =>
      actIn(context, clerk, on(daysAgo), async (acting) => {
        const { edition } = await holdSheet(acting.db, { round: round.id, body: from });
        await askQuestion(acting, { id, round: round.id, body: from, item, edition: edition.id, text }, undefined);
      }),
  };
  if (answer === undefined) return [asking];
  const answering: Happening = {
    at: on(daysAgo - 1),
    happen: () =>
      actIn(context, runs, on(daysAgo - 1), async (acting) => {
        const [question] = await readQuestions(acting.db, { bodies: [], owners: [round.ownerBody] }, { id, round: round.id });
        if (!question) throw new Error(`no question of ${from}`);
        const notice = { id: idOf(id, 'answer'), round: round.id, kind: 'answer', item, edition: question.edition, question: text, text: answer } as const;
        await answerQuestion(acting, question, { ...notice, docNumber: null, issuedOn: null, files: [] });
      }),
  };
  return [asking, answering];
}

/** Somebody writes at an item and names somebody else. */
export async function commentMadeUp(context: Context, owner: pg.Pool, round: InventedRound, written: InventedComment, days: PastDays): Promise<Happening> {
  const { by, at: body, item, kind, text, names, daysAgo } = written;
  const id = (what: string) => idOf(`${round.id} ${body} ${item} ${kind}`, what);
  const [author, named] = [await officeOf(owner, by.body, by.role), await officeOf(owner, names.body, names.role)];
  const at = momentOn(workingDaysAgo(days, daysAgo), id('comment'));
  const happen = () =>
    actIn(context, author, at, async (acting) => {
      const { place: sheet } = await holdSheet(acting.db, { round: round.id, body });
      const place = { sheet, thread: id('thread'), item, kind, membership: author.membership };
      await beginThread(acting, place, { id: id('comment'), text, mentions: [named.account] }, undefined);
    });
  return { at, happen };
}
