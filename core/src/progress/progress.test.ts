import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCell } from '../ledger/cell.ts';
import { fieldsAt, type Sheet } from '../ledger/fold.ts';
import { type Changes, type FoldedEntry, foldSheet, type Stage, sheetDataAt, type Target, targetKey } from '../ledger/index.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { defaultChecks } from '../review/checks.ts';
import { reviewCounts } from '../review/review-sheet.ts';
import { dayOf } from '../round/calendar.ts';
import { allows, SHEET_STATES, stateAfter } from '../round/sheet-states.ts';
import type { GrantedExtension, StepTimes } from '../round/steps.ts';
import { isWorkingDay } from '../round/working-days.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { scoreIfConfirmed } from '../scoring/claims.ts';
import { ownItems } from '../scoring/own-items.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import {
  type BodyCalendar,
  bodyProgress,
  type CountedBody,
  countSheet,
  LEAST_ANSWERED,
  LEAST_DAYS_WORKED,
  type PartOfSheet,
  type SheetCounts,
} from './index.ts';
import { type PaceInput, paceOf, workingDaysBetween } from './pace.ts';

const at = (day: string, hour = '09') => Date.parse(`${day}T${hour}:00:00+07:00`);
const DAY = 24 * 3_600_000;
const OFF = new Map([['2023-01-02', { kind: 'off' as const }]]);

/** January 2023: the self-assessment closes at the end of the 31st, appraisal follows. */
const STEPS: readonly StepTimes[] = [
  { step: 'selfAssessment', opens: at('2023-01-01', '00'), closes: at('2023-02-01', '00') },
  { step: 'appraisal', opens: at('2023-02-01', '00'), closes: at('2023-03-01', '00') },
];
const calendar = (extensions: readonly GrantedExtension[] = []): BodyCalendar => ({ steps: STEPS, extensions, daysOff: OFF });
const more = (item: string | null, until: number, body: string | null = 'tinh-minh-hoa-01'): GrantedExtension => ({
  step: 'selfAssessment',
  body,
  item,
  until,
});

const countsWith = (answered: number, asked: number): SheetCounts => ({
  domains: [{ code: '1', asked, answered, claims: 0, appraised: 0, points: '0/1', maximum: `${asked}/1`, scoredMaximum: `${answered}/1` }],
  unanswered: Array.from({ length: asked - answered }, (_, index) => `1.${answered + index + 1}`),
  held: `${asked - answered}/1`,
  ...{ mustMend: 0, mustExplain: 0, undocumented: 0 },
  points: '0/1',
  maximum: `${asked}/1`,
  scoredMaximum: `${answered}/1`,
  ifConfirmed: null,
  ifUnconfirmed: null,
});
const counted = (answered: number, changes: Partial<CountedBody> = {}): CountedBody => ({
  body: 'tinh-minh-hoa-01',
  state: 'open',
  seq: answered,
  firstAt: answered > 0 ? at('2023-01-03') : null,
  reopenedUntil: null,
  counts: countsWith(answered, 20),
  parts: [],
  ...changes,
});
const kinds = (counts: CountedBody, moment: number, extensions: readonly GrantedExtension[] = []) =>
  bodyProgress(counts, calendar(extensions), moment).waits.map(({ kind }) => kind);

describe('[F107] who is late', () => {
  it('is whoever has neither frozen nor sent by the end, to the millisecond, extensions included', () => {
    const end = at('2023-02-01', '00');
    const late = (state: CountedBody['state'], moment: number, extensions: readonly GrantedExtension[] = []) =>
      bodyProgress(counted(20, { state }), calendar(extensions), moment).late;
    expect([late('open', end - 1), late('open', end), late('frozen', end), late('sent', end)]).toEqual([false, true, false, false]);
    expect(late('open', end, [more(null, end + DAY)])).toBe(false);
    expect(late('open', end + DAY, [more(null, end + DAY)])).toBe(true);
    expect(late('open', end, [more(null, end + DAY, 'tinh-minh-hoa-02')])).toBe(true);
  });

  it('and whose sheet was reopened after the end, once the time for that is over', () => {
    const until = at('2023-02-20');
    const reopened = (moment: number) => bodyProgress(counted(19, { reopenedUntil: until }), calendar(), moment);
    expect(reopened(at('2023-02-10'))).toMatchObject({ late: false, overdue: 0, closes: until });
    expect(reopened(until)).toMatchObject({ late: true, overdue: 1 });
  });

  it('with more time for one item only: not while that item alone is left', () => {
    const moment = at('2023-02-02');
    const extensions = [more('1.20', at('2023-02-10'))];
    expect(bodyProgress(counted(19), calendar(extensions), moment)).toMatchObject({ late: false, overdue: 0, closes: at('2023-02-10') });
    expect(bodyProgress(counted(18), calendar(extensions), moment)).toMatchObject({ late: true, overdue: 1 });
  });

  it('waits for whom: clerk, departments, head, sender, appraiser; nobody before the step opens', () => {
    const moment = at('2023-01-10');
    const part = (changes: Partial<PartOfSheet>): PartOfSheet => ({
      body: 'so-minh-hoa-a',
      name: 'Sở Minh họa A',
      items: 4,
      proposed: 0,
      approved: 4,
      returned: 0,
      due: null,
      ...changes,
    });
    expect(kinds(counted(0, { seq: 0 }), at('2022-12-31'))).toEqual([]);
    expect(kinds(counted(0, { seq: 0 }), moment)).toEqual(['notBegun']);
    expect(kinds(counted(3), moment)).toEqual(['unanswered']);
    expect(kinds(counted(20), moment)).toEqual(['head']);
    expect(kinds(counted(20, { parts: [part({})] }), moment)).toEqual(['head']);
    const behind = [part({ approved: 2, proposed: 2 }), part({ approved: 3, returned: 1, due: at('2023-01-09') })];
    expect(kinds(counted(20, { parts: behind }), moment)).toEqual(['partsReturned', 'partsProposed', 'partsLate']);
    expect(kinds(counted(20, { state: 'frozen' }), moment)).toEqual(['sending']);
    expect(kinds(counted(20, { state: 'sent' }), moment)).toEqual([]);
    expect(bodyProgress(counted(20, { state: 'sent' }), calendar(), at('2023-02-02')).waits).toEqual([{ kind: 'appraisal', count: 20, domain: '1' }]);
  });
});

describe('[F107] who will be late, by pace', () => {
  const pace = (answered: number, firstAt: string, moment: string, closes = at('2023-02-01', '00')) =>
    paceOf({ answered, left: 20 - answered, opens: STEPS[0]?.opens ?? 0, closes, firstAt: at(firstAt) }, at(moment), OFF);

  it('goes by working days since the first entry', () => {
    // Tuesday the 3rd to Friday the 6th: four days; 17 days are left.
    expect(pace(5, '2023-01-03', '2023-01-06')).toEqual({ kind: 'inTime', daysWorked: 4, daysNeeded: 12, daysLeft: 17 });
    expect(pace(5, '2023-01-03', '2023-01-20')).toEqual({ kind: 'tooSlow', daysWorked: 14, daysNeeded: 42, daysLeft: 7 });
    expect(pace(5, '2023-01-18', '2023-01-20')).toMatchObject({ kind: 'tooSlow', daysWorked: 3, daysNeeded: 9, daysLeft: 7 });
    expect(pace(9, '2023-01-18', '2023-01-20')).toMatchObject({ kind: 'inTime', daysNeeded: 4 });
  });

  it('where there is too little for a pace, goes by the time gone: nothing entered after half of it, too little after three quarters', () => {
    const [opens, closes] = [STEPS[0]?.opens ?? 0, STEPS[0]?.closes ?? 0];
    const [half, quarters] = [(opens + closes) / 2, opens + ((closes - opens) * 3) / 4];
    const told = (moment: number, firstAt: number | null, answered = firstAt === null ? 0 : 4) =>
      paceOf({ answered, left: 20 - answered, opens, closes, firstAt }, moment, OFF);
    expect([told(half - 1, null).kind, told(half, null).kind]).toEqual(['unknown', 'tooSlow']);
    expect(told(half, null)).toMatchObject({ daysWorked: null, daysNeeded: null });
    for (const begun of [opens, opens - DAY]) {
      expect([told(half, begun).kind, told(quarters - 1, begun).kind, told(quarters, begun).kind]).toEqual(['unknown', 'unknown', 'tooSlow']);
    }
    // Whoever has a pace is told by it alone; whoever has nothing left is in time, and without time there is nothing to tell.
    expect([told(quarters, opens, 19).kind, told(quarters, opens, 20).kind, told(closes, null).kind]).toEqual(['inTime', 'inTime', 'none']);
    // More time for one body is time of its own.
    const extended = bodyProgress(counted(0, { seq: 0 }), calendar([more(null, closes + 10 * DAY)]), half);
    expect(extended.pace.kind).toBe('unknown');
  });

  const inputs = fc.record({ answered: fc.nat(90), left: fc.nat(90), first: fc.integer({ min: -10, max: 60 }), now: fc.integer({ min: -5, max: 60 }) });
  const input = ({ answered, left, first }: { answered: number; left: number; first: number }): PaceInput => {
    const opens = STEPS[0]?.opens ?? 0;
    return { answered, left, opens, closes: STEPS[0]?.closes ?? 0, firstAt: opens + first * DAY };
  };

  it('never guesses, and never gets worse by an answer', () => {
    fc.assert(
      fc.property(inputs, (made) => {
        const moment = (STEPS[0]?.opens ?? 0) + made.now * DAY + 1;
        const told = paceOf(input(made), moment, OFF);
        if (told.daysNeeded === 0) expect([told.kind, made.left]).toEqual(['inTime', 0]);
        else if (told.daysNeeded !== null) {
          expect(made.first).toBeGreaterThanOrEqual(0);
          expect(told.daysWorked).toBeGreaterThanOrEqual(LEAST_DAYS_WORKED);
          expect(made.answered).toBeGreaterThanOrEqual(LEAST_ANSWERED);
          expect(told.kind).toBe((told.daysNeeded ?? 0) > (told.daysLeft ?? 0) ? 'tooSlow' : 'inTime');
        } else expect(told.kind).not.toBe('inTime');
        if (made.left === 0) return;
        const after = paceOf(input({ ...made, answered: made.answered + 1, left: made.left - 1 }), moment, OFF);
        if (told.kind === 'inTime') expect(after.kind).not.toBe('tooSlow');
      }),
    );
  });

  it('counts the same working days as a calendar does', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: -3, max: 90 }), (start, length) => {
        const first = at('2022-12-01') + start * DAY;
        const days = Array.from({ length: Math.max(0, length + 1) }, (_, index) => dayOf(first + index * DAY));
        expect(workingDaysBetween(dayOf(first), dayOf(first + length * DAY), OFF)).toBe(days.filter((day) => isWorkingDay(day, OFF)).length);
      }),
    );
  });
});

const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        figures: [
          { id: 'done', type: 'count' },
          { id: 'planned', type: 'count' },
        ],
        domains: [
          domain('1', [
            item('1.1'),
            item('1.2', { rule: { kind: 'proportional', of: { ratio: ['done', 'planned'], whenNothing: 'zero', over: 'refuse' }, target: '1' } }),
          ]),
          domain('2', [
            item('2.1', { whenNotApplicable: 'reduceMaximum', notArisen: { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' } }),
            item('2.2', { source: 'statistic', rule: { kind: 'perUnit', of: { figure: 'done' }, points: '0.1' } }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;
const PREPARED = prepareScheme(SCHEME);
const CHECKS = defaultChecks(SCHEME.id);

function countsOf(sheet: Pick<Sheet, 'columns'>): SheetCounts {
  const { figures, sheet: answers } = sheetDataAt(SCHEME, sheet, 'claimed');
  const body = { id: 'minh-hoa-01', code: null, name: 'Tỉnh Minh họa 01', block: null, ranked: true, admission: { state: 'admitted' as const } };
  const data = { body, figures, sheet: answers, estimates: undefined, previous: undefined };
  const score = scoreSheet(PREPARED, data, figureTypesOf(SCHEME), new Set());
  const fields = (target: Target) => sheet.columns.claimed.get(targetKey(target))?.fields ?? {};
  const review = reviewCounts({ prepared: PREPARED, year: 2022, score, figures, previous: undefined, fields, hints: [], awaitingApproval: [] }, CHECKS);
  return countSheet({
    prepared: PREPARED,
    own: ownItems(PREPARED, CHECKS),
    score,
    confirmed: scoreIfConfirmed(PREPARED, data, figureTypesOf(SCHEME), new Set()),
    review,
    appraised: new Set([...sheet.columns.appraised.values()].map(({ target }) => target.id)),
  });
}

const step = fc.record({
  act: fc.constantFrom(
    'declare' as const,
    'declare' as const,
    'declare' as const,
    'appraise' as const,
    'freeze' as const,
    'reopen' as const,
    'propose' as const,
  ),
  target: fc.constantFrom<readonly [Target, Changes]>(
    [{ kind: 'item', id: '1.1' }, { 'answer.yes': true }],
    [{ kind: 'item', id: '1.1' }, { 'answer.yes': null }],
    [{ kind: 'figure', id: 'done' }, { value: '9' }],
    [{ kind: 'figure', id: 'done' }, { value: '11' }],
    [{ kind: 'figure', id: 'planned' }, { value: '10' }],
    [{ kind: 'figure', id: 'planned' }, { value: null }],
    [
      { kind: 'item', id: '2.1' },
      { state: 'notApplicable', reason: 'Không phát sinh (minh họa)' },
    ],
    [
      { kind: 'item', id: '2.1' },
      { state: null, reason: null, 'answer.yes': false },
    ],
  ),
});

type Walked = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a cell becomes by an act, as the server keeps it beside the ledger. */
function keptCell(kept: Sheet, { act, target: [target, changes] }: Walked, seq: number): Sheet['columns'] {
  const stage: Stage = act === 'appraise' ? 'appraised' : 'claimed';
  const { justification, ...pinned } = fieldsAt(kept, stage, target);
  const cell = changeCell(kept.columns[stage].get(targetKey(target)), target, act === 'appraise' ? pinned : changes, seq);
  return { ...kept.columns, [stage]: new Map(kept.columns[stage]).set(targetKey(target), cell) };
}

/** Random acts as a sheet's state lets them be done: the entries, and what was kept on the way. */
function walk(steps: readonly Walked[]): { entries: readonly FoldedEntry[]; kept: Sheet } {
  const entries: FoldedEntry[] = [];
  let kept: Sheet = foldSheet([]);
  for (const one of steps) {
    const { act } = one;
    if (!allows(kept.state, act)) continue;
    const whole = act === 'freeze' || act === 'reopen';
    const seq = entries.length + 1;
    entries.push({
      seq,
      act,
      stage: act === 'appraise' ? 'appraised' : 'claimed',
      standing: act === 'propose' ? 'proposed' : 'effective',
      edition: SCHEME.id,
      target: whole ? null : one.target[0],
      changes: whole || act === 'appraise' ? {} : one.target[1],
    });
    kept = { columns: whole || act === 'propose' ? kept.columns : keptCell(kept, one, seq), state: stateAfter(kept.state, act), seq, parts: kept.parts };
  }
  return { entries, kept };
}

/** Asked and answered by domain, reckoned by hand from the claimed column. */
function byHand({ columns }: Sheet) {
  const claimed = (key: string, field: string) => columns.claimed.get(key)?.fields[field];
  const [done, planned] = [claimed('figure done', 'value'), claimed('figure planned', 'value')];
  const of12 = done !== undefined && planned !== undefined && Number(done) <= Number(planned);
  // What is claimed not to have arisen is asked and has its answer, though no points.
  const of21 = claimed('item 2.1', 'state') !== undefined || claimed('item 2.1', 'answer.yes') !== undefined;
  return {
    // A claim must cite a document, and none here does.
    mustMend: (done === '11' && planned === '10' ? 1 : 0) + (claimed('item 2.1', 'state') === undefined ? 0 : 1),
    domains: [
      { asked: 2, answered: (claimed('item 1.1', 'answer.yes') === undefined ? 0 : 1) + (of12 ? 1 : 0) },
      { asked: 2, answered: (of21 ? 1 : 0) + (done === undefined ? 0 : 1) },
    ],
  };
}

describe('[F107] the board from what is kept', () => {
  it('equals a recount from the entries after every walk, and what one counts by hand', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { entries, kept } = walk(steps);
        const counts = countsOf(kept);
        expect(counts).toEqual(countsOf(foldSheet(entries)));
        expect(counts).toMatchObject(byHand(kept));
        for (const state of SHEET_STATES) {
          const progress = bodyProgress(
            { body: 'minh-hoa-01', state, seq: kept.seq, firstAt: null, reopenedUntil: null, counts, parts: [] },
            calendar(),
            at('2023-01-10'),
          );
          expect(progress.asked - progress.answered).toBe(counts.unanswered.length);
        }
      }),
    );
  });
});
