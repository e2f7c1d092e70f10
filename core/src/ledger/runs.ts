import type { FractionText } from '../scoring/result.ts';
import { type Act, type Changes, type FieldValue, isRemark, type Origin, STAGES, type Stage, type Standing, type Target, targetKey } from './entry.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** An entry as in the answer of a sheet's history. */
export interface HistoryEntry {
  readonly id: string;
  readonly seq: number;
  readonly target: Target | null;
  readonly act: Act;
  readonly stage: Stage;
  readonly standing: Standing;
  readonly actor: Person;
  readonly role: string;
  readonly onBehalfOf: Person | null;
  /** A moment in ISO form. */
  readonly receivedAt: string;
  readonly edition: string;
  readonly changes: Readonly<Record<string, unknown>>;
  /** Fields whose text was lawfully erased. */
  readonly erased: readonly string[];
  readonly points: FractionText | null;
  readonly reason: { readonly code: string | null; readonly text: string | null };
  readonly origin: Origin;
}

/** The value of a field before or after, as far as the loaded history shows. */
export type FieldState =
  | { readonly is: 'value'; readonly value: Exclude<FieldValue, null> }
  | { readonly is: 'absent' }
  | { readonly is: 'erased' }
  /** The loaded history begins later, or another edition lies between. */
  | { readonly is: 'unknown' };

export interface FieldChange {
  readonly field: string;
  readonly before: FieldState;
  readonly after: FieldState;
}

/** What one person entered at one moment, from one source, on one item or figure: no field twice, so that every value that stood is told. */
export interface Run {
  readonly target: Target | null;
  readonly act: Act;
  readonly stage: Stage;
  readonly standing: Standing;
  readonly actor: Person;
  readonly role: string;
  readonly onBehalfOf: Person | null;
  readonly origin: Origin;
  readonly at: string;
  /** In their order. */
  readonly entries: readonly { readonly id: string; readonly seq: number }[];
  /** By field; `before` and `after` are the same where it was entered again as it stood. */
  readonly changes: readonly FieldChange[];
  readonly points: FractionText | null;
  readonly reason: HistoryEntry['reason'];
}

/**
 * The entries of a sheet's history, in any order, as runs, newest first. Entries stand together where they came in one
 * save: the same moment, person, membership, source, act, stage and reason, on the same target, each on fields of its own.
 * `fromStart`: the history is complete, so that a field not seen before was empty; otherwise the value before the first
 * entry is unknown.
 */
export function runsOf(entries: readonly HistoryEntry[], { fromStart }: { fromStart: boolean }): Run[] {
  const runs: OpenRun[] = [];
  const open = new Map<string, OpenRun>();
  let seen = new FieldHistory(fromStart);
  let edition: string | undefined;
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    // A takeover moves fields: the values before it follow from the mapping, not from these entries.
    if (edition !== undefined && entry.edition !== edition) seen = new FieldHistory(false);
    edition = entry.edition;
    if (!entry.target) open.clear();
    const key = entry.target ? targetKey(entry.target) : '';
    const last = entry.target ? open.get(key) : undefined;
    const run = last && belongsTo(last, entry) ? last : { entries: [], changes: new Map<string, FieldChange>() };
    if (run !== last) {
      runs.push(run);
      open.set(key, run);
    }
    run.entries.push(entry);
    for (const [field, after] of changesOf(entry)) {
      run.changes.set(field, { field, before: isRemark(entry.act) ? { is: 'absent' } : seen.at(entry, field), after });
    }
    seen.add(entry);
  }
  return runs.map(closed).sort((a, b) => lastSeq(b) - lastSeq(a));
}

interface OpenRun {
  readonly entries: HistoryEntry[];
  readonly changes: Map<string, FieldChange>;
}

function belongsTo({ entries, changes }: OpenRun, entry: HistoryEntry): boolean {
  const last = entries.at(-1) as HistoryEntry;
  return signature(entry) === signature(last) && changesOf(entry).every(([field]) => !changes.has(field));
}

const signature = ({ actor, role, onBehalfOf, act, stage, standing, edition, reason, receivedAt, origin }: HistoryEntry): string =>
  JSON.stringify([receivedAt, origin, actor.id, role, onBehalfOf?.id, act, stage, standing, edition, reason.code, reason.text]);

const lastSeq = ({ entries }: Run): number => entries.at(-1)?.seq ?? 0;

function closed({ entries, changes }: OpenRun): Run {
  const last = entries.at(-1) as HistoryEntry;
  const { target, act, stage, standing, actor, role, onBehalfOf, reason, origin } = last;
  return {
    target,
    act,
    stage,
    standing,
    actor,
    role,
    onBehalfOf,
    origin,
    at: last.receivedAt,
    entries: entries.map(({ id, seq }) => ({ id, seq })),
    changes: [...changes.values()],
    points: last.points,
    reason,
  };
}

/** Whether a field was entered again as it stood. */
export function isAsBefore({ before, after }: FieldChange): boolean {
  if (before.is === 'value' && after.is === 'value') return JSON.stringify(before.value) === JSON.stringify(after.value);
  return before.is === 'absent' && after.is === 'absent';
}

function changesOf({ changes, erased }: HistoryEntry): [string, FieldState][] {
  const told = Object.entries(changes as Changes).map(([field, value]): [string, FieldState] => [
    field,
    value === null ? { is: 'absent' } : { is: 'value', value },
  ]);
  return [...told, ...erased.map((field): [string, FieldState] => [field, { is: 'erased' }])];
}

/** The value of each field after the entries so far, by stage: like the fold, but distinguishing erased and unknown values. */
class FieldHistory {
  readonly #fromStart: boolean;
  readonly #stages = new Map<string, Map<string, FieldState>>();

  constructor(fromStart: boolean) {
    this.#fromStart = fromStart;
  }

  #fields(stage: Stage, target: Target): Map<string, FieldState> {
    const key = `${stage} ${targetKey(target)}`;
    const fields = this.#stages.get(key) ?? new Map<string, FieldState>();
    this.#stages.set(key, fields);
    return fields;
  }

  /** The value of a field at the entry's stage: each stage lies over the earlier ones. */
  at({ target, stage }: HistoryEntry, field: string): FieldState {
    if (!target) return { is: 'unknown' };
    // If older entries are missing, a later stage may hold something unseen, so only the stage itself counts.
    const stages = this.#fromStart ? STAGES.slice(0, STAGES.indexOf(stage) + 1).reverse() : [stage];
    for (const each of stages) {
      const found = this.#fields(each, target).get(field);
      if (found) return found;
    }
    return { is: this.#fromStart ? 'absent' : 'unknown' };
  }

  add(entry: HistoryEntry): void {
    const { target, stage, standing, act } = entry;
    if (standing !== 'effective' || !target || isRemark(act)) return;
    if (this.#fromStart && stage !== 'claimed') this.#pin(entry, target);
    const own = this.#fields(stage, target);
    for (const [field, after] of changesOf(entry)) own.set(field, after);
  }

  /** Like the fold: a verdict keeps everything it saw except the justification. */
  #pin(entry: HistoryEntry, target: Target): void {
    const earlier = STAGES.slice(0, STAGES.indexOf(entry.stage));
    const fields = new Set(earlier.flatMap((stage) => [...this.#fields(stage, target).keys()]));
    fields.delete('justification');
    const pinned = [...fields].map((field) => [field, this.at(entry, field)] as const).filter(([, stood]) => stood.is !== 'absent');
    for (const [field, stood] of pinned) this.#fields(entry.stage, target).set(field, stood);
  }
}
