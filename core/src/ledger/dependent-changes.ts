import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import type { Cell } from './cell.ts';
import { checkChanges, type EntryRules } from './check-changes.ts';
import type { Changes, FieldValue, Target } from './entry.ts';

/**
 * The changes of one item or figure with dependent ones: the state that a reason is for; everything else about a figure
 * whose value is removed; points given beside the previous level, if the new one does not accept them.
 */
export function withDependentChanges(entryRules: EntryRules, target: Target, standing: Cell['fields'], changes: Changes): Changes {
  const dependent: Record<string, FieldValue> = {};
  if (changes['reason'] !== undefined) dependent['state'] = changes['reason'] === null ? null : 'notApplicable';
  if (target.kind === 'figure' && changes['value'] === null) for (const field in standing) dependent[field] = null;
  const levelAlone = changes['answer.level'] !== undefined && changes['answer.points'] === undefined && standing['answer.points'] !== undefined;
  if (levelAlone && refusesPoints(entryRules, target, standing, { ...dependent, ...changes })) dependent['answer.points'] = null;
  return { ...dependent, ...changes };
}

function refusesPoints(entryRules: EntryRules, target: Target, standing: Cell['fields'], changes: Changes): boolean {
  const faults = new Faults();
  checkChanges(entryRules, target, standing, changes as unknown as Raw, 'claimed', ROOT, faults);
  return faults.list.some(({ keys }) => keys[1] === 'answer.points');
}
