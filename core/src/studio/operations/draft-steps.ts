import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import { isObject, type Raw } from '../../reading/raw.ts';
import { applyOperation } from './apply.ts';
import { applyChanges, type Change, valueAt } from './change.ts';
import { type Operation, type Refusal, type Renamed, readIndex, readKeys, readOperation } from './operation.ts';

/** The texts of which a draft is made. */
export const DRAFT_PARTS = ['document', 'cases'] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

/** What was done to one of the texts: an operation, or changes as they take back or repeat one. */
export type DraftStep = { readonly in: DraftPart } & ({ readonly operation: Operation } | { readonly changes: readonly Change[] });

/** The kinds of changes. */
const CHANGES = ['set', 'insert', 'remove', 'move'] as const satisfies readonly Change['change'][];

function readChange(raw: Raw, faults: Faults, path: Path): Change | undefined {
  if (!isObject(raw)) {
    faults.add('wrongType', path, { expected: 'object' });
    return undefined;
  }
  const before = faults.list.length;
  const kind = CHANGES.find((each) => each === raw['change']);
  const keys = readKeys(raw['at'] ?? null, faults, at(path, 'at'));
  const made = ((): Change | undefined => {
    switch (kind) {
      case 'set':
        return {
          change: 'set',
          at: keys ?? [],
          before: raw['before'],
          after: raw['after'],
          order: readIndex(raw['order'] ?? null, faults, at(path, 'order')) ?? 0,
        };
      case 'insert':
      case 'remove':
        if (raw['value'] === undefined) faults.add('missingKey', at(path, 'value'), { key: 'value' });
        return { change: kind, at: keys ?? [], value: raw['value'] ?? null };
      case 'move':
        return { change: 'move', at: keys ?? [], to: readKeys(raw['to'] ?? null, faults, at(path, 'to')) ?? [] };
      case undefined:
        faults.add('unknownValue', at(path, 'change'), {
          found: typeof raw['change'] === 'string' ? raw['change'].slice(0, 50) : '',
          expected: CHANGES.join(', '),
        });
        return undefined;
    }
  })();
  return faults.list.length === before ? made : undefined;
}

/** Reads changes that came from outside, or tells what is wrong with them. */
export function readChanges(raw: Raw, faults: Faults, path: Path = null): Change[] {
  if (Array.isArray(raw)) return raw.flatMap((each, index) => readChange(each, faults, at(path, index)) ?? []);
  faults.add('wrongType', path, { expected: 'list' });
  return [];
}

function readStep(raw: Raw, faults: Faults, path: Path): DraftStep | undefined {
  const part = isObject(raw) ? DRAFT_PARTS.find((each) => each === raw['in']) : undefined;
  if (!isObject(raw) || part === undefined) {
    faults.add('unknownValue', at(path, 'in'), { found: '', expected: DRAFT_PARTS.join(', ') });
    return undefined;
  }
  if (raw['changes'] !== undefined) return { in: part, changes: readChanges(raw['changes'], faults, at(path, 'changes')) };
  const operation = readOperation(raw['operation'] ?? null, faults, at(path, 'operation'));
  return operation && { in: part, operation };
}

/** Reads steps that came from outside, or tells what is wrong with each. */
export function readSteps(raw: Raw, faults: Faults, path: Path = null): DraftStep[] {
  if (Array.isArray(raw)) return raw.flatMap((each, index) => readStep(each, faults, at(path, index)) ?? []);
  faults.add('wrongType', path, { expected: 'list' });
  return [];
}

/** Why a change has no place in a document; undefined where it has. */
function placeless(document: Raw, change: Change): Refusal | undefined {
  const none: Refusal = { code: 'noSuchPlace', at: change.at, details: {} };
  const [owner, key] = [valueAt(document, change.at.slice(0, -1)), change.at.at(-1)];
  if (change.change === 'set') return isObject(owner) && typeof key === 'string' && change.order <= Object.keys(owner).length ? undefined : none;
  if (!Array.isArray(owner) || typeof key !== 'number') return none;
  if (change.change === 'insert') return key <= owner.length ? undefined : none;
  if (key >= owner.length) return none;
  if (change.change !== 'move') return undefined;
  const left = applyChanges(document, [{ change: 'remove', at: change.at, value: null }]);
  const [list, index] = [valueAt(left, change.to.slice(0, -1)), change.to.at(-1)];
  return Array.isArray(list) && typeof index === 'number' && index <= list.length ? undefined : { ...none, at: change.to };
}

/** The change with what it replaces as it stands in the document, so that it can be taken back. */
function onDocument(document: Raw, change: Change): Change {
  switch (change.change) {
    case 'set':
      return { ...change, before: valueAt(document, change.at) };
    case 'remove':
      return { ...change, value: valueAt(document, change.at) as Raw };
    case 'insert':
    case 'move':
      return change;
  }
}

/** What a step does to a document, or why it cannot be done: then nothing is changed. */
export function takeStep(
  document: Raw,
  step: DraftStep,
): { readonly document: Raw; readonly changes: readonly Change[]; readonly renamed: readonly Renamed[] } | { readonly refusal: Refusal } {
  if ('operation' in step) return applyOperation(document, step.operation);
  const changes: Change[] = [];
  let here = document;
  for (const change of step.changes) {
    const refusal = placeless(here, change);
    if (refusal) return { refusal };
    const own = onDocument(here, change);
    if (own.change === 'set' && own.before === undefined && own.after === undefined) continue;
    changes.push(own);
    here = applyChanges(here, [own]);
  }
  return { document: here, changes, renamed: [] };
}
