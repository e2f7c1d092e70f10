import type pg from 'pg';
import type { OpenDatabase } from '../capabilities/operation/open-database.ts';
import type { Context } from '../context.ts';
import { connectPool, queriesOver } from '../db/connect.ts';
import { commentMadeUp, questionMadeUp, runMadeUp } from './correspond-made-up.ts';
import { declareMadeUp, sittingsOf } from './declare-made-up.ts';
import { delegationMadeUp, reviewMadeUp } from './delegate-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, officeOf } from './in-office.ts';
import { INVENTED_ROUNDS, type InventedRound } from './invented-rounds.ts';
import { type PastDays, pastDays } from './past-days.ts';
import { sendMadeUp } from './send-made-up.ts';
import { missingRounds, setUpSandbox } from './set-up-sandbox.ts';
import { enteringDays, stagesMadeUp } from './stages-made-up.ts';
import { surveyMadeUp } from './survey-made-up.ts';

/**
 * Fills an empty sandbox: invented bodies, people and rounds with open self-assessment and invented figures. An
 * interrupted start is continued by the next; what an earlier release did not have is added.
 */
export async function fillSandbox(context: Context, root: string, database: OpenDatabase, say: (text: string) => void): Promise<void> {
  if (database.owner === undefined) return;
  const owner = connectPool(database.owner, 1);
  try {
    if (!(await isSetUp(owner))) {
      say('  Tạo dữ liệu minh họa (making the sandbox) …');
      await setUpSandbox(owner, root, context.clock.now());
    }
    for (const round of INVENTED_ROUNDS) if (round.reached === undefined) await tellPast(context, owner, round, { say });
  } finally {
    await owner.end();
  }
}

/** How often a round is told, each time from where it stopped: a machine on which much starts at once keeps printer and database waiting for too long. */
const MOST_TRIES = 8;

/** What takes its time, as reports are made: sends what has been sent, and tells the past of rounds that are further; while pages are served already. Answers how to end it: after the act that is under way. */
export function startTelling(context: Context, { owner: url }: OpenDatabase): () => Promise<void> {
  if (url === undefined) return async () => undefined;
  const owner = connectPool(url, 1);
  const ending = new AbortController();
  const tell = async (round: InventedRound) => {
    if (round.reached !== undefined) return tellPast(context, owner, round, { ending: ending.signal });
    const days = await pastDaysOf(owner, round);
    for (const body of round.frozen) if (!ending.signal.aborted) await sendMadeUp(context, owner, round, body, days);
  };
  const tellAgain = (round: InventedRound, tries = MOST_TRIES): Promise<void> =>
    tell(round).catch((error) => {
      if (ending.signal.aborted) return;
      if (tries > 1) return tellAgain(round, tries - 1);
      context.log(`the sandbox cannot tell ${round.id}:`, error);
    });
  const tellAll = async () => {
    for (const round of INVENTED_ROUNDS) if (!ending.signal.aborted) await tellAgain(round);
  };
  const told = tellAll().finally(() => owner.end());
  return () => {
    ending.abort();
    return told;
  };
}

/** When the self-assessment of a round opened; the days before the first start are counted from there. */
async function pastDaysOf(owner: pg.Pool, round: InventedRound): Promise<PastDays> {
  const { rows } = await owner.query<{ opens: Date }>(`SELECT opens FROM round_step WHERE round_id = $1 AND step = 'selfAssessment'`, [round.id]);
  const [, before = 0] = round.calendar.find(([step]) => step === 'selfAssessment') ?? [];
  return pastDays((rows[0] as { opens: Date }).opens.getTime(), -before);
}

/** All that invented people did in a round before the first start, in the order in which they did it. */
async function happeningsOf(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const declared = round.participants.map(async (body): Promise<Happening[]> => {
    const sittings = sittingsOf(round, body, enteringDays(round, days));
    if (sittings.length === 0) return [];
    const clerk = await officeOf(owner, body, 'clerk');
    return sittings.map(({ at, sitting }) => ({ at, happen: () => actIn(context, clerk, at, (acting) => declareMadeUp(acting, round, body, sitting)) }));
  });
  const all = await Promise.all([
    runMadeUp(context, owner, round, days),
    ...declared,
    surveyMadeUp(context, owner, round, days),
    stagesMadeUp(context, owner, round, days),
    ...round.reviewing.map(async (body) => [await reviewMadeUp(context, owner, round, body, days)]),
    ...round.delegations.map((given) => delegationMadeUp(context, owner, round, given, days)),
    ...round.questions.map((asked) => questionMadeUp(context, owner, round, asked, days)),
    ...round.comments.map(async (written) => [await commentMadeUp(context, owner, round, written, days)]),
  ]);
  return all.flat().toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

interface Telling {
  /** How far it has come. */
  readonly say?: (text: string) => void;
  /** Breaks it off; the next start goes on. */
  readonly ending?: AbortSignal;
}

/**
 * The past of a round, once: each thing at the moment at which it is said to have happened (decision 0097). What an interrupted start has
 * told already lies before the last thing told, and so does all of a sandbox in which people work.
 */
export async function tellPast(context: Context, owner: pg.Pool, round: InventedRound, { say, ending }: Telling = {}): Promise<void> {
  const { rows } = await owner.query<{ last: Date | null }>('SELECT max(at) AS last FROM audit WHERE round_id = $1 AND actor IS NOT NULL', [round.id]);
  const last = rows[0]?.last?.getTime() ?? Number.NEGATIVE_INFINITY;
  const happenings = (await happeningsOf(context, owner, round, await pastDaysOf(owner, round))).filter(({ at }) => at.getTime() > last);
  for (const [index, { happen }] of happenings.entries()) {
    if (ending?.aborted) return;
    if (index % 64 === 0) say?.(`  Số liệu minh họa (made-up figures): ${round.title}, ${index}/${happenings.length} …`);
    await happen();
  }
}

async function isSetUp(owner: pg.Pool): Promise<boolean> {
  const client = await owner.connect();
  try {
    return (await missingRounds(queriesOver(client))).length === 0;
  } finally {
    client.release();
  }
}
