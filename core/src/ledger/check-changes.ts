import type { Faults } from '../reading/faults.ts';
import { Faults as FaultList } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { emptyObject, isObject, type Raw } from '../reading/raw.ts';
import { checkFigures, checkSheet, type Declarable } from '../snapshot/check-body.ts';
import type { BodyShapes } from '../snapshot/shape.ts';
import type { DeclaredFigure, SheetEntry } from '../snapshot/types.ts';
import type { Cell } from './cell.ts';
import { checkCitations } from './citations.ts';
import type { Changes, FieldValue, Stage, Target } from './entry.ts';
import { CITATIONS, fieldsOfEntry, isField, isText, sheetEntryOf, TEXT_LIMITS } from './fields.ts';

/** What the ledger needs of a scheme: what may be declared, and in which form. */
export interface EntryRules {
  readonly known: Declarable;
  readonly shapes: BodyShapes;
}

/**
 * Checks the changes of one entry against the present values: unknown targets and fields, malformed values, answers that
 * the rule does not accept, texts that are too long. Adds all faults, with paths under `path`; returns the changes with
 * numbers as shortest texts, or undefined if there are faults.
 */
export function checkChanges(
  entryRules: EntryRules,
  target: Target,
  standing: Cell['fields'],
  raw: Raw,
  stage: Stage,
  path: Path,
  faults: Faults,
): Changes | undefined {
  const own = new FaultList();
  const targetPath = at(path, target.kind);
  const known = target.kind === 'item' ? entryRules.known.items.has(target.id) : entryRules.known.figures.has(target.id);
  if (!known) own.add('unknownId', targetPath, { found: target.id });
  const changesPath = at(path, 'changes');
  if (!isObject(raw)) own.add('wrongType', changesPath, { expected: 'object' });
  // A body must change something; an appraiser may accept the values as they are.
  else if (stage === 'claimed' && Object.keys(raw).length === 0) own.add('outOfRange', changesPath, { expected: '≥ 1' });
  const changes = isObject(raw) && known ? judged(entryRules, target, standing, raw as Record<string, Raw>, stage, changesPath, own) : undefined;
  faults.addAll(own);
  return own.none ? changes : undefined;
}

function judged(entryRules: EntryRules, target: Target, standing: Cell['fields'], raw: Record<string, Raw>, stage: Stage, path: Path, faults: Faults): Changes {
  const after = emptyObject() as Record<string, Raw>;
  for (const field in standing) after[field] = standing[field] as Raw;
  for (const field in raw) {
    const value = raw[field] as Raw;
    if (!isField(target.kind, field)) faults.add('unknownKey', at(path, field), { key: field });
    else if (value === null) delete after[field];
    else if (field === CITATIONS) {
      checkCitations(value, at(path, field), faults);
      after[field] = value;
    } else if (isText(field)) {
      if (textIsFine(value, at(path, field), TEXT_LIMITS[field] as number, faults)) after[field] = value;
    } else after[field] = value;
  }
  judgeState(entryRules, target, raw['state'], after['state'], stage, at(path, 'state'), faults);
  const read = target.kind === 'item' ? readItem(entryRules, target.id, after, path, faults) : readFigure(entryRules, target.id, after, path, faults);
  const changes = emptyObject() as Record<string, FieldValue>;
  for (const field in raw) changes[field] = raw[field] === null ? null : (read[field] ?? (raw[field] as FieldValue));
  return changes;
}

/**
 * A body claims that nothing arose (`notApplicable`), where the scheme lets it; whether it counts is decided at a later
 * stage, by the same word. A claim that stands already, from before an edition said so, is no obstacle to other changes.
 */
function judgeState({ known }: EntryRules, { id }: Target, sent: Raw | undefined, after: Raw | undefined, stage: Stage, path: Path, faults: Faults): void {
  const words = stage === 'claimed' ? ['notApplicable'] : ['notApplicable', 'notAccepted'];
  if (after === 'claimedNotApplicable' || (after === 'notAccepted' && stage === 'claimed'))
    faults.add('unknownValue', path, { found: after, expected: words.join(', ') });
  if (stage === 'claimed' && sent === 'notApplicable' && known.items.get(id)?.item.notArisen === undefined) faults.add('notApplicableRefused', path);
}

function textIsFine(value: Raw, path: Path, limit: number, faults: Faults): boolean {
  if (typeof value !== 'string') {
    faults.add('wrongType', path, { expected: 'text' });
    return false;
  }
  if (value.length > limit) faults.add('textTooLong', path, { found: String(value.length), expected: String(limit) });
  return value.length <= limit;
}

/** Faults of the snapshot's reader, attributed to the field of the value. */
function retell(inner: FaultList, fieldOf: (keys: readonly (string | number)[]) => (string | number)[], path: Path, faults: Faults): void {
  for (const { code, keys, details } of inner.list) faults.add(code, at(path, ...fieldOf(keys)), details);
}

function readItem({ known, shapes }: EntryRules, code: string, after: Record<string, Raw>, path: Path, faults: Faults): Record<string, FieldValue> {
  const { justification, [CITATIONS]: _, ...declared } = after;
  const entry = sheetEntryOf(declared as never) as unknown as Raw | undefined;
  // A reason requires a state, and a state a reason.
  const reason = declared['reason'];
  if (declared['state'] !== undefined && (typeof reason !== 'string' || reason.trim() === '')) faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
  if (declared['state'] === undefined && reason !== undefined) faults.add('notAllowedHere', at(path, 'reason'), { key: 'reason' });
  const texts = justification === undefined ? {} : { justification: justification as string };
  if (entry === undefined) return texts;
  const inner = new FaultList();
  const sheet = shapes.sheet.read({ [code]: entry } as Raw, ROOT, inner);
  if (sheet) checkSheet(sheet as never, ROOT, known, inner);
  retell(inner, ([, ...keys]) => itemField(keys), path, faults);
  const read = sheet?.[code];
  return { ...(read ? fieldsOfEntry(read as SheetEntry) : {}), ...texts };
}

/** answer/conditions/x → "answer.conditions.x"; answer/checks/2 → "answer.checks", 2 */
function itemField(keys: readonly (string | number)[]): (string | number)[] {
  const [first, second, third, ...rest] = keys;
  if (first !== 'answer' || second === undefined) return [...keys];
  if (second === 'conditions' && third !== undefined) return [`answer.conditions.${third}`, ...rest];
  return [`answer.${second}`, ...(third === undefined ? [] : [third]), ...rest];
}

function readFigure({ known, shapes }: EntryRules, id: string, all: Record<string, Raw>, path: Path, faults: Faults): Record<string, FieldValue> {
  const { [CITATIONS]: _, ...after } = all;
  // A fault of a figure is reported at its value.
  if (after['value'] === undefined && Object.keys(after).length > 0) faults.add('missingKey', at(path, 'value'), { key: 'value' });
  if (after['value'] === undefined) return {};
  const inner = new FaultList();
  const figures = shapes.figures.read({ [id]: after } as Raw, ROOT, inner);
  if (figures) checkFigures(figures as never, ROOT, known, inner);
  retell(inner, ([, ...keys]) => keys, path, faults);
  return { ...(figures?.[id] as DeclaredFigure | undefined) };
}
