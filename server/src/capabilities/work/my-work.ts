import { inLanguage, type Language, type Scheme } from '@parindex/core';
import { counts } from '@parindex/core/ledger/part';
import { lowest, shareOverBodies } from '@parindex/core/progress/over-bodies';
import { bodiesAtWork, type Membership, may } from '@parindex/core/rights/index';
import { isOpen, type Step } from '@parindex/core/round/index';
import { byUrgency, type RoundPhase, stepNow } from '@parindex/core/work/tasks';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { iso } from '../../iso.ts';
import { readQueue } from '../appraisal/read-appraisal.ts';
import { type DepartmentsLoad, readDepartmentsLoad } from '../assignments/departments-load.ts';
import { readBodiesAbove } from '../bodies/queries/bodies.ts';
import { readyEdition } from '../editions/ready.ts';
import { readExplaining } from '../explanation/explaining.ts';
import { readReplyLoad } from '../explanation/reply-load.ts';
import { readCountedSheets } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import { type BoardRound, findBoardRound, sheetsReadOnce } from '../progress/queries/board.ts';
import { boardCalendar, progressOf } from '../progress/read-board.ts';
import type { RankingMaking } from '../ranking/making.ts';
import { readOwnPlace } from '../ranking/own-place.ts';
import { presentReopening, presentSteps } from '../sheets/present.ts';
import { findSheetPlaces } from '../sheets/queries/sheets.ts';
import { loadTasks, replyTasks } from './load-tasks.ts';
import { personTasks } from './person-tasks.ts';
import { bodyNames, countToReview, findWork, itemsGivenAway, readReturnedVerdicts, type WorkRow } from './queries/work.ts';
import { appraiserTasks, type CountedProgress, explainingTasks, ownerTasks, ownSheetTasks } from './round-tasks.ts';
import { type Task, task, type WorkItem } from './task.ts';

interface MyWork {
  readonly parts: number;
  readonly tasks: readonly Task[];
  readonly items: readonly WorkItem[];
}

export const NO_WORK: MyWork = { parts: 0, tasks: [], items: [] };

/** Rounds that are over, as many as are told. */
const MOST_OVER = 6;

/** Whether somebody has work in a round by a membership in this body. */
const concerns = (membership: Membership, { body, owns, appraises, takesPart }: WorkRow): boolean =>
  membership.body === body &&
  may([membership], 'round.work', { roundOwner: owns ? body : null, domainOwners: appraises ? [body] : [], participants: takesPart ? [body] : [] });

const phaseOf = ({ state, steps, takesPart, sheetState }: Pick<WorkRow, 'state' | 'steps' | 'takesPart' | 'sheetState'>, moment: Date): RoundPhase => {
  const explains = steps.some(
    ({ step, opens, closes }) => step === 'explanation' && Date.parse(opens) <= moment.getTime() && moment.getTime() < Date.parse(closes),
  );
  if (state === 'closed' || (takesPart && sheetState === 'sent' && !explains)) return 'over';
  return state === 'open' && steps.some(({ opens }) => Date.parse(opens) <= moment.getTime()) ? 'running' : 'ahead';
};

/** The calendar of a round, without extensions. */
const stepsOfRound = (row: Pick<WorkRow, 'state' | 'steps'>, moment: Date): WorkItem['steps'] =>
  row.steps.map(({ step, opens, closes }) => {
    const times = { step: step as Step, opens: Date.parse(opens), closes: Date.parse(closes) };
    return {
      step: times.step,
      opens: iso(times.opens),
      closes: iso(times.closes),
      open: row.state === 'open' && isOpen(times, [], '', null, moment.getTime()),
    };
  });

interface InRound {
  readonly tasks: readonly Task[];
  readonly items: readonly WorkItem[];
}

/** What somebody has to do in a round by memberships in one body, and how far it is. */
async function workInRound(
  db: Reading,
  row: WorkRow,
  { account, memberships }: Pick<Caller, 'account' | 'memberships'>,
  making: RankingMaking,
  language: Language,
  moment: Date,
): Promise<InRound> {
  const round = { id: row.round, title: row.title };
  const phase = phaseOf(row, moment);
  const items = (of: Pick<WorkItem, 'sheet' | 'place' | 'bodies' | 'steps'>) =>
    memberships.map(
      ({ role }): WorkItem => ({ ...of, round: { ...round, year: row.year }, phase, role, office: { id: row.body, name: row.name }, parts: null }),
    );
  const bare = { sheet: null, place: null, bodies: null, steps: stepsOfRound(row, moment) };
  const plan = row.state === 'open' ? await findBoardRound(db, row.round) : undefined;
  if (!plan) {
    const late = may(memberships, 'improvement.write', row) ? row.lateTasks : 0;
    return { tasks: task('improve', late, { round, body: { id: row.body, name: row.name }, late: true }), items: items(bare) };
  }
  const calendar = { steps: plan.steps, moment };
  const seesAll = may(memberships, 'sheet.list', { roundOwner: row.owns ? row.body : null, domainOwners: row.appraises ? [row.body] : [], calendar });
  const declares = may(memberships, 'sheet.declare', row) && row.takesPart;
  if (!seesAll && !declares) return { tasks: [], items: items(bare) };
  const rows = await readProgress(db, plan, seesAll ? undefined : [row.body], making, moment);
  const own = declares ? rows.find(({ sheet }) => sheet.body === row.body) : undefined;
  const ofSheet = own ? await workInOwnSheet(db, own, plan, memberships, round, moment) : undefined;
  const explaining = declares ? await readExplaining(db, plan, row.body, making, moment) : undefined;
  const all = seesAll ? rows : [];
  return {
    tasks: [
      ...(ofSheet?.tasks ?? []),
      ...(explaining ? explainingTasks(explaining, { id: row.body, name: row.name }, round) : []),
      ...(may(memberships, 'round.urge', { roundOwner: plan.owner }) ? ownerTasks(all, round, moment) : []),
      ...(seesAll && memberships.some(({ role }) => role === 'appraiser')
        ? appraiserTasks(
            await readQueue(db, plan, { account, memberships, making, moment, language: 'vi' }, 'decidable'),
            await readReturnedVerdicts(db, row.round, account),
            round,
          )
        : []),
    ],
    items: items({
      sheet: ofSheet?.sheet ?? null,
      place:
        own && memberships.some(({ role }) => role === 'head')
          ? await readOwnPlace(db, plan, { ...own.sheet, closes: own.progress.closes }, making, moment)
          : null,
      bodies: seesAll ? bodiesInRound(all, (await readyEdition(db, plan.edition, plan.editionHash)).scheme, language) : null,
      steps: ofSheet?.steps ?? bare.steps,
    }),
  };
}

/** How far the bodies of a round are, all together. */
function bodiesInRound(rows: readonly CountedProgress[], { domains }: Pick<Scheme, 'domains'>, language: Language): WorkItem['bodies'] {
  const many = (concerns: (row: CountedProgress) => boolean) => rows.filter(concerns).length;
  const sumOf = (counts: readonly { readonly asked: number; readonly answered: number }[]) => ({
    asked: counts.reduce((sum, { asked }) => sum + asked, 0),
    answered: counts.reduce((sum, { answered }) => sum + answered, 0),
  });
  const parts = domains.map(({ code, title }) => {
    const counts = rows.flatMap(({ counts: of }) => of.domains.filter((domain) => domain.code === code));
    return { code, title: inLanguage(title, language) ?? code, ...sumOf(counts), share: shareOverBodies(counts, 'progress') };
  });
  const [least] = lowest(parts);
  return {
    all: rows.length,
    sent: many(({ sheet }) => sheet.state === 'sent'),
    frozen: many(({ sheet }) => sheet.state === 'frozen'),
    toFreeze: many(({ progress }) => progress.waits.some(({ kind }) => kind === 'head')),
    late: many(({ progress }) => progress.late),
    ...sumOf(rows.map(({ progress }) => progress)),
    appraised: rows.reduce((sum, { progress }) => sum + progress.appraised, 0),
    lowest: least ? { code: least.code, title: least.title, asked: least.asked, answered: least.answered } : null,
  };
}

async function readProgress(
  db: Reading,
  plan: BoardRound,
  bodies: readonly string[] | undefined,
  making: BoardMaking,
  moment: Date,
): Promise<CountedProgress[]> {
  const calendar = boardCalendar(plan);
  return (await readCountedSheets(db, plan, { bodies }, making)).map((row) => ({ ...row, progress: progressOf(row, calendar, moment.getTime()) }));
}

async function workInOwnSheet(
  db: Reading,
  own: CountedProgress,
  { edition, editionHash, round: id }: BoardRound,
  memberships: readonly Membership[],
  round: Task['round'],
  moment: Date,
) {
  const { sheet, counts: counted, progress, parts } = own;
  const [place] = await findSheetPlaces(db, id, sheet.body);
  if (!place) return undefined;
  const { rounding } = (await readyEdition(db, edition, editionHash)).scheme;
  const given = parts.length > 0;
  const beside = {
    toReview: given ? await countToReview(db, id, sheet.body) : 0,
    givenAway: given ? await itemsGivenAway(db, id, sheet.body) : new Set<string>(),
  };
  const roles = memberships.map(({ role }) => role);
  const { asked, answered, claims } = progress;
  return {
    tasks: ownSheetTasks({ ...own, ...beside, place }, roles, round, moment),
    steps: presentSteps(place, moment),
    sheet: {
      own: { asked, answered, claims, points: counted.points, maximum: counted.maximum },
      ...{ rounding, state: place.state, sentUnsigned: place.sentUnsigned },
      toFreeze: progress.waits.some(({ kind }) => kind === 'head'),
      reopened: presentReopening(place) !== null,
    },
  };
}

/** The rounds in which somebody's departments have parts, by the membership with which they work on them. */
function itemsOfLoad({ items, places }: DepartmentsLoad, memberships: readonly Membership[], names: ReadonlyMap<string, string>, moment: Date): WorkItem[] {
  const atWork = memberships.find(({ body }) => body !== null && names.has(body));
  const name = names.get(atWork?.body ?? '');
  if (!atWork?.body || name === undefined) return [];
  const office = { id: atWork.body, name };
  return places.flatMap((place): WorkItem[] => {
    const given = items.filter(({ round, body }) => round.id === place.round && body.id === place.body);
    const [first] = given;
    if (!first) return [];
    return [
      {
        ...{ round: first.round, phase: phaseOf({ state: 'open', steps: place.steps, takesPart: false, sheetState: null }, moment) },
        ...{ role: atWork.role, office, sheet: null, place: null, bodies: null, steps: presentSteps(place, moment) },
        parts: { of: first.body, given: given.length, approved: given.filter(({ standing }) => standing !== null && counts({ standing })).length },
      },
    ];
  });
}

/** For somebody without any work of their own: the rounds of the bodies above, which may give them some. */
async function roundsAbove(db: Reading, memberships: readonly Membership[], names: ReadonlyMap<string, string>, moment: Date): Promise<WorkItem[]> {
  const above = await readBodiesAbove(db, [...names.keys()]);
  const found = await findWork(db, [...new Set([...above.values()].flat())]);
  return memberships.flatMap(({ role, body }) => {
    const name = body === null ? undefined : names.get(body);
    if (body === null || name === undefined) return [];
    const near = found.filter((row) => row.takesPart && row.state === 'open' && above.get(body)?.includes(row.body));
    return near.map(
      (row): WorkItem => ({
        ...{ round: { id: row.round, title: row.title, year: row.year }, phase: phaseOf({ ...row, takesPart: false }, moment) },
        ...{ role, office: { id: body, name }, sheet: null, place: null, bodies: null, steps: stepsOfRound(row, moment) },
        parts: { of: { id: row.body, name: row.name }, given: 0, approved: 0 },
      }),
    );
  });
}

const PHASES: readonly RoundPhase[] = ['running', 'ahead', 'over'];

/** Those that run, the first to end first; those that have not begun, the first to begin first; the newest of those that are over. */
function inOrder(items: readonly WorkItem[], moment: number): WorkItem[] {
  const time = ({ phase, steps }: WorkItem) => {
    const step = stepNow(steps, moment);
    return step === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(phase === 'ahead' ? step.opens : step.closes);
  };
  const sorted = items.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (a.phase === 'over' ? time(b) - time(a) : time(a) - time(b)));
  const over = sorted.filter(({ phase }) => phase === 'over');
  return sorted.filter((item) => item.phase !== 'over' || over.indexOf(item) < MOST_OVER);
}

/** What waits for somebody, the most urgent first, and the rounds in which they hold an office or have a part. */
export async function readMyWork(db: Reading, caller: Caller, kept: RankingMaking, language: Language, moment: Date): Promise<MyWork> {
  const making = { ...kept, readSheets: sheetsReadOnce() };
  const { account, memberships } = caller;
  const rows = await findWork(
    db,
    memberships.flatMap(({ body }) => body ?? []),
  );
  const tasks: Task[] = await personTasks(db, caller);
  const items: WorkItem[] = [];
  for (const row of rows) {
    const by = memberships.filter((membership) => concerns(membership, row));
    if (by.length === 0) continue;
    const inRound = await workInRound(db, row, { account, memberships: by }, making, language, moment);
    tasks.push(...inRound.tasks);
    items.push(...inRound.items);
  }
  const load = await readDepartmentsLoad(db, memberships, language, moment);
  tasks.push(...loadTasks(load, { account, roles: memberships.map(({ role }) => role) }, moment));
  tasks.push(...replyTasks(await readReplyLoad(db, memberships, kept.checks, moment), { account, roles: memberships.map(({ role }) => role) }));
  if (items.length === 0 || load.items.length > 0) {
    const names = await bodyNames(db, bodiesAtWork(memberships));
    items.push(...itemsOfLoad(load, memberships, names, moment));
    if (items.length === 0) items.push(...(await roundsAbove(db, memberships, names, moment)));
  }
  return { parts: load.items.length, tasks: tasks.toSorted(byUrgency(moment.getTime())), items: inOrder(items, moment.getTime()) };
}
