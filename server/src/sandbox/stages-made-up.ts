import type { Step } from '@parindex/core/round/index';
import type pg from 'pg';
import type { Context } from '../context.ts';
import { appraisalMadeUp, interestMadeUp } from './appraise-made-up.ts';
import { closingMadeUp, councilMadeUp } from './decide-made-up.ts';
import {
  departmentsExplainMadeUp,
  disputeMadeUp,
  type Explained,
  explanationMadeUp,
  isBelieved,
  noticesMadeUp,
  secondAppraisalMadeUp,
} from './explain-made-up.ts';
import type { Happening } from './happening.ts';
import type { InventedRound, Reached } from './invented-rounds.ts';
import { markAgainMadeUp, sampleMadeUp } from './mark-again-made-up.ts';
import { oneAfterAnother, type PastDays, pastDays } from './past-days.ts';
import { sendingMadeUp } from './send-made-up.ts';

const DAY_MS = 86_400_000;

/** Stages of a round after self-assessment, in their order. */
const ON_THE_WAY: readonly Reached[] = ['appraisal', 'explanation', 'council', 'closed'];

/** The days of a step that lie before the first start, with those after it until another one opens where that is named. */
function daysOf({ calendar }: InventedRound, { firstStart }: PastDays, step: Step, upTo?: Step): PastDays {
  const times = (wanted: Step) => calendar.find(([one]) => one === wanted) as (typeof calendar)[number];
  const [, opens, closes] = times(step);
  const [from, to] = upTo === undefined ? [opens, closes] : [closes, times(upTo)[1]];
  return pastDays(firstStart + from * DAY_MS, Math.min(to, 0) - from);
}

/** On how many of the last days of self-assessment sheets are frozen and sent. */
const SENDING_DAYS = 3;

/** How many items are drawn to be marked a second time: while the appraisal runs, and once it is done, when agreement can be told. */
const SAMPLE = { small: 5, whole: 24 } as const;

/** The days on which bodies enter what they have: all that have passed, before sheets are sent where all have sent theirs. */
export function enteringDays(round: InventedRound, days: PastDays): PastDays {
  const { firstStart, atWork } = daysOf(round, days, 'selfAssessment');
  return { firstStart, atWork: round.reached === undefined ? atWork : atWork.slice(0, -SENDING_DAYS) };
}

/** In a round whose explanation runs, one body has begun, one is done, the others have not; later all are done. */
const explainedAt = (round: InventedRound, place: number): Explained =>
  round.reached !== 'explanation' ? 'sent' : ((['begun', 'sent'] as const)[place] ?? 'not');

/**
 * What happened in a round after its self-assessment, as far as it has come: sheets sent, appraised, a sample of it marked a second time, noticed, explained, appraised again, contested
 * before the council, closed. Through the regular use cases, each in the name of whoever does it.
 */
export async function stagesMadeUp(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const { participants, reached } = round;
  if (reached === undefined) return [];
  const of = (step: Step, upTo?: Step) => daysOf(round, days, step, upTo);
  const has = (stage: Reached) => ON_THE_WAY.indexOf(stage) <= ON_THE_WAY.indexOf(reached);
  const each = async (make: (body: string, place: number) => Promise<Happening[]>) => (await Promise.all(participants.map(make))).flat();
  const moments = (step: Step, upTo: Step, count: number) => oneAfterAnother(of(step, upTo), count, `${round.id} after ${step}`);

  const all = await each((body) => {
    const { firstStart, atWork } = of('selfAssessment');
    const last = { firstStart, atWork: atWork.slice(-SENDING_DAYS) };
    return sendingMadeUp(context, owner, round, body, oneAfterAnother(last, 3, `${round.id} ${body} sends`) as [Date, Date, Date]);
  });
  // While the appraisal runs, nobody has looked at the last body yet.
  const appraised = reached === 'appraisal' ? participants.slice(0, -1) : participants;
  for (const body of appraised) all.push(...(await appraisalMadeUp(context, owner, round, body, of('appraisal'))));
  if (reached === 'appraisal') all.push(await interestMadeUp(context, owner, round, participants.at(-1) as string, of('appraisal')));
  if (!has('explanation')) {
    // Drawn last: what stood before was decided without knowing.
    const drawn = new Date(Math.max(...all.map(({ at }) => at.getTime())) + 1);
    return [...all, await sampleMadeUp(context, owner, round, SAMPLE.small, drawn)];
  }
  const [drawn, marked, first] = moments('appraisal', 'explanation', 3) as [Date, Date, Date];
  all.push(await sampleMadeUp(context, owner, round, SAMPLE.whole, drawn), await markAgainMadeUp(context, owner, round, marked));
  all.push(await noticesMadeUp(context, owner, round, { stage: 'appraised', number: '21/MH-CCHC', at: first }));
  all.push(...(await each((body, place) => explanationMadeUp(context, owner, round, body, explainedAt(round, place), of('explanation')))));
  // One body at work has shared it out among its departments.
  if (reached === 'explanation') all.push(...(await departmentsExplainMadeUp(context, owner, round, participants[0] as string, of('explanation'))));
  if (!has('council')) return all;
  all.push(...(await each((body) => secondAppraisalMadeUp(context, owner, round, body, of('secondAppraisal')))));
  const contesting = participants.filter((_, place) => !isBelieved(place));
  const [second, ...disputedAt] = moments('secondAppraisal', 'council', contesting.length + 1) as [Date, ...Date[]];
  all.push(await noticesMadeUp(context, owner, round, { stage: 'second', number: '34/MH-CCHC', at: second }));
  for (const [index, body] of contesting.entries()) all.push(await disputeMadeUp(context, owner, round, body, disputedAt[index] as Date));
  all.push(...(await councilMadeUp(context, owner, round, of('council'))));
  if (has('closed')) all.push(...(await closingMadeUp(context, owner, round, of('council', 'publication'))));
  return all;
}
