import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import { emptyObject, type Raw } from '../reading/raw.ts';
import type { Cell } from './cell.ts';
import { checkChanges, type EntryRules } from './check-changes.ts';
import { STAGES, type Stage, type Target } from './entry.ts';
import { isText } from './fields.ts';
import { fieldsAt, type Sheet } from './fold.ts';
import { type DroppedFields, moveColumns, type TakeoverMapping, withoutFields } from './takeover.ts';

/** Placeholder for a reason whose text was lawfully erased: its state remains valid. */
const ERASED = '—';

/** The contents of a cell as changes that could be sent again; removed fields are null. */
function asChanges({ fields, seqs }: Cell, standing: Cell['fields']): Record<string, Raw> {
  const changes = emptyObject() as Record<string, Raw>;
  for (const field in seqs) changes[field] = (fields[field] as Raw | undefined) ?? null;
  if (changes['state'] && !changes['reason'] && !standing['reason']) changes['reason'] = ERASED;
  return changes;
}

/** The fields of a moved cell that the new edition refuses. Removing one may make another faulty, so this repeats until there are none. */
function refusedFields(entryRules: EntryRules, moved: Cell, standing: Cell['fields'], stage: Stage): string[] {
  const refused: string[] = [];
  for (let cell: Cell | undefined = moved; cell; cell = withoutFields(moved, refused)) {
    const faults = new Faults();
    checkChanges(entryRules, cell.target, standing, asChanges(cell, standing), stage, ROOT, faults);
    if (faults.none) break;
    const named = new Set(faults.list.flatMap(({ keys: [part, field] }) => (part === 'changes' && typeof field === 'string' ? [field] : [])));
    const written = Object.keys(cell.seqs);
    const faulty = written.filter((field) => named.has(field));
    const declared = written.filter((field) => !isText(field));
    // A fault without a field of the cell results from the combination with earlier stages: then none of its fields can stay.
    const [first] = [faulty, declared, written].filter((fields) => fields.length > 0);
    refused.push(...(first ?? []));
  }
  return refused;
}

/** What a sheet loses in a takeover: fields at each stage whose values the new rules do not accept. */
export function droppedBy(sheet: Sheet, mapping: TakeoverMapping, entryRules: EntryRules): DroppedFields[] {
  const columns = moveColumns(sheet.columns, mapping);
  const dropped: DroppedFields[] = [];
  for (const [index, stage] of STAGES.entries()) {
    const before = STAGES[index - 1];
    for (const [key, cell] of [...columns[stage]]) {
      const standing = before ? fieldsAt({ ...sheet, columns }, before, cell.target) : {};
      const fields = refusedFields(entryRules, cell, standing, stage);
      if (fields.length === 0) continue;
      dropped.push({ stage, target: cell.target, fields });
      const left = withoutFields(cell, fields);
      if (left) columns[stage].set(key, left);
      else columns[stage].delete(key);
    }
  }
  return dropped;
}

/** Targets of the old edition with a value at some stage of a sheet. */
export function heldTargets(sheet: Sheet): Target[] {
  const held = new Map<string, Target>();
  for (const stage of STAGES) {
    for (const [key, { target, fields }] of sheet.columns[stage]) if (Object.keys(fields).length > 0) held.set(key, target);
  }
  return [...held.values()];
}
