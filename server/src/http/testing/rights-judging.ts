import type { Role } from '@parindex/core/rights/index';
import { STEPS, type Step } from '@parindex/core/round/steps';
import type { Relation } from './rights-callers.ts';
import type { Row } from './rights-rows.ts';

const NOBODY_ELSE: readonly Role[] = [];

export function mayDo({ who }: Row, role: Role | undefined, relation: Relation): boolean {
  if (who === 'everybody') return true;
  if (role === undefined) return false;
  if (who === 'signedIn') return true;
  return (relation === 'own' ? who.own : relation === 'foreign' ? (who.foreign ?? NOBODY_ELSE) : NOBODY_ELSE).includes(role);
}

/** What is wrong with an answer, by what the matrix says; undefined where it is as it should be. */
export function wrongWith(row: Row, allowed: boolean, known: boolean, status: number): string | undefined {
  if (status >= 500) return 'failed';
  const refused = known ? status === 403 || (row.hidden === true && status === 404) : status === 401;
  if (!allowed) return refused ? undefined : 'should be refused';
  const passed = row.who === 'everybody' || (status !== 401 && status !== 403 && (status !== 404 || row.absent === true));
  return passed ? undefined : 'should be allowed';
}

/** The step from whose opening on a role at home may; undefined where it may at any time. */
const sinceOf = ({ who, since: from }: Row, role: Role): Step | undefined => from?.[role] ?? (typeof who === 'string' ? undefined : who.since?.[role]);

/** What is wrong with an answer to a role at home at that hour. */
export function wrongInTime(row: Row, role: Role, hour: number, status: number, code: unknown): string | undefined {
  const step = sinceOf(row, role);
  const waits = step !== undefined && hour <= 2 * STEPS.indexOf(step);
  const told = code === 'appraisalNotOpen' || (row.hidden === true && status === 404);
  if (waits) return told ? undefined : 'should wait';
  return code === 'appraisalNotOpen' ? 'should not wait' : wrongWith(row, true, true, status);
}

/** Documents, tables and packages that are made when somebody asks, and cost most of what a walk costs. */
export const MADE =
  /\/(report|explanation-report|brief|workbook|package|receipt|final-workbook|improvement-plan|appraisal-notices\/\w+|closing-letters|quality-workbook|result-papers|council\/[^/]+\/documents)\b/;
