import type { BodyProgress } from '@parindex/core/progress/index';
import type { Membership } from '@parindex/core/rights/index';
import { isNear, type TaskKind } from '@parindex/core/work/tasks';
import { iso } from '../../iso.ts';
import type { AppraisalQueue } from '../appraisal/read-appraisal.ts';
import type { Explaining } from '../explanation/explaining.ts';
import type { CountedSheetRow } from '../progress/count-sheets.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import type { readReturnedVerdicts } from './queries/work.ts';
import { type Task, TOLD, task, told } from './task.ts';

type ReturnedVerdict = Awaited<ReturnType<typeof readReturnedVerdicts>>[number];

export interface CountedProgress extends CountedSheetRow {
  readonly progress: BodyProgress;
}

interface OwnSheet extends CountedProgress {
  readonly place: SheetPlace;
  readonly toReview: number;
  /** Items that departments have in hand. */
  readonly givenAway: ReadonlySet<string>;
}

const waitsFor = ({ progress }: CountedProgress, ...kinds: readonly string[]) => progress.waits.find(({ kind }) => kinds.includes(kind));

/** What waits for somebody in the sheet of their own body: the clerk fills it in and mends it, the head freezes it, either sends it. */
export function ownSheetTasks(own: OwnSheet, roles: readonly Membership['role'][], round: Task['round'], moment: Date): Task[] {
  const { sheet, counts, progress, place, toReview, givenAway } = own;
  const [clerk, head] = [roles.includes('clerk'), roles.includes('head')];
  const { closes: until, late } = progress;
  const reopened = place.state === 'open' ? place.reopening : null;
  const about = { round, body: { id: sheet.body, name: sheet.name }, closes: iso(until), late };
  const freezes = head && waitsFor(own, 'head') !== undefined;
  // The filling-in is the clerk's: a head is told of it where it goes wrong.
  const goesWrong = late || progress.pace.kind === 'tooSlow' || isNear(until, moment.getTime());
  // A reopened sheet is open for what it was reopened for alone.
  const fills = place.state === 'open' && !reopened;
  const unanswered = waitsFor(own, 'notBegun', 'unanswered') ? counts.unanswered : [];
  return [
    ...task('freeze', freezes ? 1 : 0, about),
    ...task('reopened', reopened && !freezes ? (reopened.items?.length ?? 1) : 0, { ...about, item: reopened?.items?.[0] ?? null }),
    ...task('send', waitsFor(own, 'sending') ? 1 : 0, about),
    ...task('mend', clerk ? (waitsFor(own, 'mustMend')?.count ?? 0) : 0, about),
    ...task(clerk ? 'score' : 'unscored', !reopened && (clerk || (head && goesWrong)) ? unanswered.length : 0, {
      ...about,
      held: counts.held,
      item: unanswered.find((code) => !givenAway.has(code)) ?? unanswered[0] ?? null,
    }),
    ...task('explain', fills && (clerk || head) ? counts.mustExplain : 0, about),
    ...task('document', fills && clerk ? counts.undocumented : 0, about),
    ...task('reviewParts', toReview, about),
    ...task('partsLate', clerk ? (waitsFor(own, 'partsLate')?.count ?? 0) : 0, { ...about, late: true }),
  ];
}

/** What waits for whoever runs a round: bodies that are late, or that may be. */
export function ownerTasks(rows: readonly CountedProgress[], round: Task['round'], moment: Date): Task[] {
  const mayBeLate = ({ progress }: CountedProgress) => progress.pace.kind === 'tooSlow';
  const of = (kind: TaskKind, concerns: (row: CountedProgress) => boolean) => {
    const concerned = rows.filter((row) => concerns(row) && row.progress.late === (kind === 'overdue'));
    const ends = concerned.flatMap(({ progress: { closes } }) => closes ?? []);
    return task(kind, concerned.length, {
      ...{ round, late: kind === 'overdue', closes: ends.length === 0 ? null : iso(Math.min(...ends)) },
      first: concerned.slice(0, TOLD).map(({ sheet }) => told({ name: sheet.name })),
    });
  };
  return [
    ...of('overdue', () => true),
    ...of('notSent', ({ sheet, progress }) => sheet.state !== 'sent' && isNear(progress.closes, moment.getTime())),
    // Of those that may be late, whoever has not begun is named apart.
    ...of('tooSlow', mayBeLate),
    ...of('notBegun', (row) => mayBeLate(row) && waitsFor(row, 'notBegun') !== undefined),
  ];
}

/** What waits for a body of its explanation: items to answer; then that it is frozen, signed and sent. */
export function explainingTasks({ left, own, held, next, toTake, nextToTake, state, closes }: Explaining, body: Task['body'], round: Task['round']): Task[] {
  const about = { round, body, closes: iso(closes) };
  return [
    ...task('takeReplies', state === 'open' ? toTake : 0, { ...about, item: nextToTake }),
    ...task('answer', state === 'open' ? own : 0, { ...about, item: next }),
    ...task('awaitReplies', state === 'open' ? held : 0, about),
    ...task('sendExplanation', state === 'frozen' || (state === 'open' && left === 0) ? 1 : 0, about),
  ];
}

/**
 * What waits for an appraiser: verdicts of others of their body that need a second person; and their items of bodies that have ended
 * their self-assessment, on which nobody has decided while that is open; explanations, in the second appraisal.
 */
export function appraiserTasks({ mine, steps, bodies }: AppraisalQueue, returned: readonly ReturnedVerdict[], round: Task['round']): Task[] {
  const open = steps.filter((step) => step.open && step.step !== 'council');
  const waiting = mine && open.length > 0 ? bodies.filter(({ ready }) => ready) : [];
  const closes =
    open
      .map((step) => step.closes)
      .toSorted()
      .at(-1) ?? null;
  const sumOf = (of: (body: (typeof bodies)[number]) => number) => waiting.reduce((sum, body) => sum + of(body), 0);
  const second = open.find(({ step }) => step === 'secondAppraisal');
  const answers = mine && second ? bodies.reduce((sum, { answersWaiting }) => sum + answersWaiting, 0) : 0;
  return [
    ...task('returnedVerdicts', open.length > 0 ? returned.length : 0, {
      ...{ round, closes, body: returned[0] ? { id: returned[0].body, name: returned[0].name } : null, item: returned[0]?.item ?? null },
      first: returned.slice(0, TOLD).map(({ name, item }) => told({ name, text: item })),
    }),
    ...task('decideAnswers', answers, { round, closes: second?.closes ?? null }),
    ...task(
      'confirmVerdicts',
      sumOf(({ toConfirm }) => toConfirm),
      { round, closes },
    ),
    ...task(
      'appraise',
      sumOf(({ left }) => left),
      { round, closes },
    ),
  ];
}
