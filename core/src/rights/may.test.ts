import { describe, expect, it } from 'vitest';
import { STEPS, type Step } from '../round/steps.ts';
import { actingMembership, judgeRight, type Membership, may, mayAnywhere, type Subject, stepsOf } from './may.ts';
import { isDeciding, ROLES, type Role } from './roles.ts';
import { type Permission, POLICIES } from './table.ts';

const PERMISSIONS = Object.keys(POLICIES) as Permission[];
const HOUR = 3_600_000;
const NOW = Date.parse('2023-01-15T05:00:00Z');
const iso = (moment: number) => new Date(moment).toISOString();

/** Steps of an hour each with an hour between: at 0 none has opened, at 2 i + 1 the i-th is open, at 2 i + 2 it has just closed. */
const calendarAt = (hour: number): Subject['calendar'] => ({
  steps: STEPS.map((step, i) => ({ step, opens: iso(NOW + (2 * i + 1 - hour) * HOUR), closes: iso(NOW + (2 * i + 2 - hour) * HOUR) })),
  moment: new Date(NOW),
});
const HOURS = Array.from({ length: 2 * STEPS.length + 1 }, (_, hour) => hour);

const holding = (role: Role, body: string | null = 'here'): Membership => ({ id: `${role} ${body}`, role, body });

/** The whole of a subject that one body stands to in one way. */
const subjectOf = (field: keyof Subject | undefined, hour: number): Subject => ({
  body: field === 'body' ? 'here' : 'elsewhere',
  bodiesAbove: field === 'bodiesAbove' ? ['here'] : [],
  roundOwner: field === 'roundOwner' ? 'here' : 'elsewhere',
  domainOwners: field === 'domainOwners' ? ['here'] : [],
  itsAppraisers: field === 'itsAppraisers' ? ['here'] : [],
  departments: field === 'departments' ? ['here'] : [],
  holders: field === 'holders' ? ['here'] : [],
  belowHolders: field === 'belowHolders' ? ['here'] : [],
  bringers: field === 'bringers' ? ['here'] : [],
  participants: field === 'participants' ? ['here'] : [],
  contributors: field === 'contributors' ? ['here'] : [],
  estimateReaders: field === 'estimateReaders' ? ROLES.map((role) => holding(role).id) : [],
  calendar: calendarAt(hour),
});
const FIELDS = [
  undefined,
  'body',
  'bodiesAbove',
  'roundOwner',
  'domainOwners',
  'itsAppraisers',
  'departments',
  'holders',
  'belowHolders',
  'bringers',
  'participants',
  'contributors',
  'estimateReaders',
] as const;

/** Written by hand: what an appraiser may from when appraisal opens and not before. Nothing else hangs on the opening of a step. */
const SINCE_APPRAISAL: readonly Permission[] = [
  ...(['sheet.list', 'sheet.read', 'sheet.readWhole', 'board.read', 'ranking.read', 'evidence.read', 'evidence.compare'] as const),
  ...(['comment.read', 'comment.shared', 'comment.write', 'quality.mark'] as const),
];
const begun = (step: Step, hour: number) => hour > 2 * STEPS.indexOf(step);

describe('[F53] rights', () => {
  it('hang on time for an appraiser alone, before, during and after each step: every permission × role × relation × time', () => {
    const subjects = FIELDS.map((field) => HOURS.map((hour) => subjectOf(field, hour)));
    const wrong: string[] = [];
    for (const permission of PERMISSIONS)
      for (const role of ROLES)
        for (const field of FIELDS) {
          const at = (hour: number) => may([holding(role)], permission, subjects[FIELDS.indexOf(field)]?.[hour] as Subject);
          const last = at(2 * STEPS.length);
          const waits = role === 'appraiser' && field === 'domainOwners' && SINCE_APPRAISAL.includes(permission);
          for (const hour of HOURS) if (at(hour) !== (last && (!waits || begun('appraisal', hour)))) wrong.push(`${permission} ${role} ${field} ${hour}`);
        }
    expect(wrong).toEqual([]);
  });

  it('tell an appraiser who comes early which step is waited for, and nobody else', () => {
    const appraiser = [holding('appraiser')];
    expect(judgeRight(appraiser, 'sheet.readWhole', subjectOf('domainOwners', 4))).toEqual({ refused: true, until: 'appraisal' });
    expect(judgeRight(appraiser, 'sheet.readWhole', subjectOf('roundOwner', 4))).toEqual({ refused: true, until: undefined });
    expect(judgeRight(appraiser, 'sheet.readWhole', subjectOf('domainOwners', 5))).toEqual({ by: appraiser[0] });
    // A round without a calendar has no appraisal.
    const undated = { ...subjectOf('domainOwners', 5), calendar: { steps: [], moment: new Date(NOW) } };
    expect(judgeRight(appraiser, 'sheet.read', undated)).toEqual({ refused: true, until: 'appraisal' });
  });

  it('of whoever holds several roles are those of any of them: who appraises and owns the round does not wait', () => {
    const [appraiser, owner] = [holding('appraiser'), holding('owner', 'ministry')];
    const subject = (hour: number) => ({ ...subjectOf('domainOwners', hour), roundOwner: 'ministry' });
    expect(actingMembership([appraiser, owner], 'sheet.read', subject(4))).toBe(owner);
    expect(actingMembership([appraiser, owner], 'sheet.read', subject(5))).toBe(appraiser);
  });

  it('over the whole installation reach into every round, and are no part of any body', () => {
    expect(may([holding('auditor', null)], 'sheet.read', subjectOf(undefined, 0))).toBe(true);
    expect(may([holding('clerk', null)], 'sheet.read', subjectOf('body', 0))).toBe(false);
  });

  it('that somebody could have somewhere are told from memberships alone', () => {
    expect(mayAnywhere([holding('owner')], 'round.write')).toBe(true);
    expect(mayAnywhere([holding('clerk')], 'round.write')).toBe(false);
    expect(mayAnywhere([holding('auditor')], 'audit.read')).toBe(false);
    expect(mayAnywhere([holding('auditor', null)], 'audit.read')).toBe(true);
    expect(mayAnywhere([], 'self')).toBe(true);
  });

  it('to write name the steps in which it is done', () => {
    expect(stepsOf('sheet.enter')).toEqual(['monitoring', 'selfAssessment']);
    expect(stepsOf('sheet.appraise')).toEqual(['secondAppraisal', 'appraisal']);
    expect(stepsOf('council.conclude')).toEqual(['council']);
    expect(stepsOf('sheet.reopen')).toEqual([]);
    expect(stepsOf('self')).toEqual([]);
  });

  it('[F94] of a role that two persons give reach beyond what a clerk of the same body may; those of every other do not', () => {
    // Interviewers reach the addresses alone that an owner has given them: that is the second person.
    const permissions = (role: Role) =>
      PERMISSIONS.filter(
        (permission) =>
          permission !== 'fieldwork.interview' && FIELDS.some((field) => HOURS.some((hour) => may([holding(role)], permission, subjectOf(field, hour)))),
      );
    const ofClerk = permissions('clerk');
    expect(ROLES.filter((role) => permissions(role).some((permission) => !ofClerk.includes(permission)))).toEqual(ROLES.filter(isDeciding));
  });

  it('of a department never hang on a field that is left out: what a right needs to know is asked for by its type', () => {
    // @ts-expect-error departments are missing
    may([holding('clerk')], 'sheet.read', { body: 'here', roundOwner: 'x', domainOwners: [], calendar: calendarAt(0) });
    // @ts-expect-error the calendar is missing
    may([holding('appraiser')], 'sheet.list', { roundOwner: 'x', domainOwners: ['here'] });
    expect(may([holding('clerk')], 'sheet.declare', { body: 'here' })).toBe(true);
  });
});
