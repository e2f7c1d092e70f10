import { readJson } from '@parindex/core/reading/json';
import type { Raw } from '@parindex/core/reading/raw';
import { type Writable, writeJson } from '@parindex/core/reading/write-json';
import { applyOperation } from '@parindex/core/studio/operations/apply';
import { applyChanges, type Change, inverse, type Keys } from '@parindex/core/studio/operations/change';
import type { Operation, Refusal } from '@parindex/core/studio/operations/operation';
import { type Conflict, conflicts, placeAfter, rebase } from '@parindex/core/studio/operations/rebase';
import { type Stands, settle } from '@parindex/core/studio/operations/settle';
import { Refused, Unanswered } from '../../../client/request.ts';
import type { DraftWorkStore } from '../../../device/draft-work.ts';
import { readWritten, type WrittenChanges } from './written-changes.ts';

/** How long a person rests before what they wrote is saved, how soon a lost line is tried again, how often it is asked what others wrote; in milliseconds. */
export const [RESTS, TRIES_AGAIN, LOOKS] = [1_000, 3_000, 5_000];

export interface SentChanges {
  readonly id: string;
  readonly version: number;
  readonly steps: string;
}

export interface AnsweredChanges {
  readonly version: number;
  readonly others: string;
}

export interface DraftServer {
  send(changes: SentChanges): Promise<AnsweredChanges>;
  /** What was written since a version. */
  look(since: number): Promise<AnsweredChanges>;
}

/** Something that was done at once, and is undone at once. */
interface Entry {
  /** Undefined where places are no longer those of the operations: what others wrote came between, or it is undone. */
  readonly operations: readonly Operation[] | undefined;
  readonly changes: readonly Change[];
  /** What is written further in the same field becomes one with it. */
  readonly joins: string | undefined;
}

/** Where two authors stand against each other, with what each wrote. */
export interface OpenConflict {
  readonly key: string;
  readonly conflict: Conflict;
  readonly ours: Change;
  readonly theirs: Change;
  readonly by: string | null;
  readonly at: string;
}

export interface DraftState {
  readonly document: Raw;
  /** The part that is open beside the tree; follows it where it goes. */
  readonly chosen: Keys | undefined;
  readonly saving: 'saved' | 'toSave' | 'noLine' | 'undecided' | 'failed';
  /** Why nothing can be saved any more. */
  readonly error: unknown;
  /** Why the last act was not done; gone with the next. */
  readonly refusal: Refusal | undefined;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  readonly conflicts: readonly OpenConflict[];
  /** The document that both sides of the conflicts started from. */
  readonly startedFrom: Raw;
  /** What others wrote last, to be told. */
  readonly others: WrittenChanges | undefined;
  /** Whether it went on from what this device had kept, to be told. */
  readonly isResumed: boolean;
}

/** Changes as they are kept on the device, in the form in which the server tells them. */
const keptText = (changes: readonly Change[]): string => writeJson([{ in: 'document', changes }] as unknown as Writable);
const readKept = (text: string): Entry => ({ operations: undefined, changes: flat(readWritten(text)), joins: undefined });

const flat = (entries: readonly { readonly changes: readonly Change[] }[]): Change[] => entries.flatMap(({ changes }) => changes);

/** The entries as they are done after changes that were made for the same document, and those changes as they are done after the entries. */
function carried(entries: readonly Entry[], others: readonly Change[]): { readonly entries: Entry[]; readonly others: readonly Change[] } {
  let beside = others;
  const moved = entries.map((entry): Entry => {
    const changes = rebase(entry.changes, beside);
    beside = rebase(beside, entry.changes, false);
    return { operations: undefined, changes, joins: undefined };
  });
  return { entries: moved.filter(({ changes }) => changes.length > 0), others: beside };
}

/**
 * A draft as one person writes it: what they do is there at once, saved a moment later, and undone by its inverse; what others write meanwhile is
 * taken in, and where both cannot stand it waits for the person's word.
 */
export class DraftWriting {
  readonly #server: DraftServer;
  readonly #device: DraftWorkStore | undefined;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #base: Raw;
  /** The version whose document the base is: one before, as long as what others wrote is not taken in. */
  #baseVersion: number;
  #baseText: string | undefined;
  #own: Entry[] = [];
  /** What others wrote after that version and is not taken in, as conflicts are open. */
  #theirs: WrittenChanges[] = [];
  #stands = new Map<string, Stands>();
  #undo: (readonly Change[])[] = [];
  #redo: (readonly Change[])[] = [];
  #sent: (SentChanges & { readonly count: number }) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #state: DraftState;

  constructor(document: Raw, version: number, server: DraftServer, device?: DraftWorkStore) {
    this.#server = server;
    this.#device = device;
    const left = device?.left;
    this.#version = left?.version ?? version;
    this.#baseVersion = this.#version;
    this.#base = left ? readJson(left.base).value : document;
    this.#own = left?.own.map(readKept) ?? [];
    this.#sent = left?.sent;
    this.#undo = this.#own.map(({ changes }) => changes);
    const written = applyChanges(this.#base, flat(this.#own));
    this.#state = {
      ...{ document: written, chosen: undefined, saving: left ? 'toSave' : 'saved', error: undefined, refusal: undefined },
      ...{ mayUndo: left !== undefined, mayRedo: false, conflicts: [], startedFrom: this.#base, others: undefined, isResumed: left !== undefined },
    };
    if (this.#sent) void this.#send();
    else if (left) void this.save();
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#looking ??= setInterval(() => void this.#look(), LOOKS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
      void this.save();
    };
  };

  choose(chosen: Keys | undefined): void {
    this.#tell({ chosen, refusal: undefined });
  }

  /**
   * Does operations as one act, or none of them.
   * @param joins the field that is being written in: what is written there without anything between is one act
   */
  do(operations: readonly Operation[], joins?: string): Refusal | undefined {
    const last = this.#own.at(-1);
    const isJoined = joins !== undefined && last?.joins === joins && this.#own.length > (this.#sent?.count ?? 0) && this.#undo.at(-1) === last.changes;
    const start = isJoined ? applyChanges(this.#state.document, inverse(last.changes)) : this.#state.document;
    let document = start;
    const changes: Change[] = [];
    for (const operation of operations) {
      const applied = applyOperation(document, operation);
      if ('refusal' in applied) {
        this.#tell({ refusal: applied.refusal });
        return applied.refusal;
      }
      document = applied.document;
      changes.push(...applied.changes);
    }
    if (isJoined) {
      this.#own.pop();
      this.#undo.pop();
    }
    if (changes.length > 0) {
      this.#own.push({ operations, changes, joins });
      this.#undo.push(changes);
    }
    this.#redo = [];
    const chosen = this.#state.chosen && !isJoined ? placeAfter(this.#state.chosen, changes) : this.#state.chosen;
    this.#written(document, { chosen });
    return undefined;
  }

  undo(): void {
    const done = this.#undo.pop();
    if (!done) return;
    this.#redo.push(done);
    this.#apply(inverse(done));
  }

  redo(): void {
    const undone = this.#redo.pop();
    if (!undone) return;
    this.#undo.push(undone);
    this.#apply(undone);
  }

  /** A person's word on a conflict. When all are decided, what stands is written. */
  decide(key: string, stands: Stands): void {
    this.#stands.set(key, stands);
    if (this.#state.conflicts.some((each) => !this.#stands.has(each.key))) {
      this.#tell({ conflicts: this.#openConflicts() });
      return;
    }
    const [ours, theirs] = [flat(this.#own), flat(this.#theirs)];
    const changes = settle(this.#base, ours, theirs, this.#stands);
    this.#setBase(applyChanges(this.#base, theirs));
    const others = this.#theirs.at(-1);
    this.#theirs = [];
    this.#stands = new Map();
    this.#own = changes.length > 0 ? [{ operations: undefined, changes, joins: undefined }] : [];
    // What was done before a conflict was settled cannot be taken back step by step.
    [this.#undo, this.#redo] = [changes.length > 0 ? [changes] : [], []];
    const chosen = this.#state.chosen && placeAfter(this.#state.chosen, [...inverse(ours), ...theirs, ...changes]);
    this.#written(applyChanges(this.#base, changes), { chosen, others });
  }

  /** What was said of a conflict. */
  saidOf(key: string): Stands | undefined {
    return this.#stands.get(key);
  }

  /** Saves what is not saved yet; of what is on its way, no second time. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sent || this.#own.length === 0 || this.#theirs.length > 0 || this.#state.saving === 'failed') return;
    const steps = this.#own.flatMap(({ operations, changes }): unknown[] =>
      operations ? operations.map((operation) => ({ in: 'document', operation })) : [{ in: 'document', changes }],
    );
    this.#sent = { id: crypto.randomUUID(), version: this.#version, steps: writeJson(steps as Writable), count: this.#own.length };
    this.#keep();
    await this.#send();
  }

  async #send(): Promise<void> {
    const { count = 0, ...sent } = this.#sent ?? {};
    try {
      const { version, others } = await this.#server.send(sent as SentChanges);
      this.#sent = undefined;
      this.#arrived(count, version, readWritten(others));
    } catch (error) {
      if (error instanceof Unanswered) {
        this.#tell({ saving: 'noLine' });
        this.#timer = setTimeout(() => void this.#send(), TRIES_AGAIN);
        return;
      }
      this.#sent = undefined;
      const { problem } = error instanceof Refused ? error : { problem: undefined };
      if (problem && typeof problem['others'] === 'string' && typeof problem['version'] === 'number') {
        this.#version = problem['version'];
        this.#take(readWritten(problem['others']));
      } else this.#tell({ saving: 'failed', error });
    }
  }

  /** What was sent is saved: what was done since stands after it, and after what others had written. */
  #arrived(count: number, version: number, others: readonly WrittenChanges[]): void {
    const sent = this.#own.slice(0, count);
    this.#own = this.#own.slice(count);
    this.#version = version;
    // No version of the server yet, as what others wrote before it is still to be taken in.
    [this.#base, this.#baseText] = [applyChanges(this.#base, flat(sent)), undefined];
    let mine = flat(sent);
    const after = others.map((entry): WrittenChanges => {
      const changes = rebase(entry.changes, mine, false);
      mine = rebase(mine, entry.changes);
      return { ...entry, changes };
    });
    this.#take(after);
  }

  /** Takes in what others wrote after what is saved, or shows where it cannot stand beside what is not. */
  #take(written: readonly WrittenChanges[]): void {
    this.#theirs.push(...written);
    const theirs = flat(this.#theirs);
    if (conflicts(flat(this.#own), theirs).length > 0) {
      this.#tell({ saving: 'undecided', conflicts: this.#openConflicts(), startedFrom: this.#base });
      return;
    }
    const last = this.#theirs.findLast(({ changes }) => changes.length > 0);
    this.#theirs = [];
    this.#setBase(applyChanges(this.#base, theirs));
    if (theirs.length === 0) {
      this.#written(this.#state.document, {});
      return;
    }
    const { entries, others } = carried(this.#own, theirs);
    this.#own = entries;
    this.#carryHistory(others);
    const chosen = this.#state.chosen && placeAfter(this.#state.chosen, others);
    this.#written(applyChanges(this.#base, flat(entries)), { chosen, others: last });
  }

  /** What can be undone and done again goes on from the document with what others wrote; what cannot stand beside it is forgotten. */
  #carryHistory(others: readonly Change[]): void {
    const carry = (stack: readonly (readonly Change[])[]): (readonly Change[])[] => {
      let beside = others;
      const kept: (readonly Change[])[] = [];
      for (const step of stack.toReversed()) {
        if (conflicts(step, beside).length > 0) break;
        kept.unshift(rebase(step, beside));
        beside = rebase(beside, step, false);
      }
      return kept;
    };
    this.#undo = carry(this.#undo.map(inverse)).map(inverse);
    this.#redo = carry(this.#redo);
  }

  async #look(): Promise<void> {
    if (this.#sent || this.#theirs.length > 0 || this.#state.saving === 'failed' || globalThis.document?.visibilityState === 'hidden') return;
    const since = this.#version;
    try {
      const { version, others } = await this.#server.look(since);
      if (this.#sent || version <= this.#version) return;
      this.#version = version;
      this.#take(readWritten(others));
    } catch (error) {
      // Without a line it is asked again; that the draft is another now is told.
      if (!(error instanceof Unanswered) && this.#version === since && !this.#sent) this.#tell({ saving: 'failed', error });
    }
  }

  #setBase(base: Raw): void {
    if (base !== this.#base) this.#baseText = undefined;
    [this.#base, this.#baseVersion] = [base, this.#version];
  }

  /**
   * Keeps on the device what the server does not have, so that a window may close at any moment. While a conflict waits, what was kept when it came
   * up stays: sent again, it comes up again.
   */
  #keep(): void {
    if (!this.#device || this.#theirs.length > 0) return;
    if (this.#own.length === 0) {
      this.#device.keep(undefined);
      return;
    }
    this.#baseText ??= writeJson(this.#base as Writable);
    const own = this.#own.map(({ changes }) => keptText(changes));
    this.#device.keep({ version: this.#baseVersion, base: this.#baseText, own, sent: this.#sent });
  }

  /** Gives up what is not saved, on the device too. */
  forget(): void {
    clearTimeout(this.#timer);
    [this.#own, this.#theirs] = [[], []];
    this.#keep();
  }

  #openConflicts(): OpenConflict[] {
    const [ours, entries] = [flat(this.#own), this.#theirs.flatMap(({ changes, by, at }) => changes.map((change) => ({ change, by, at })))];
    return conflicts(
      ours,
      entries.map(({ change }) => change),
    ).flatMap((conflict) => {
      const [own, its] = [ours[conflict.ours], entries[conflict.theirs]];
      return own && its ? [{ key: `${conflict.ours} ${conflict.theirs}`, conflict, ours: own, theirs: its.change, by: its.by, at: its.at }] : [];
    });
  }

  #apply(changes: readonly Change[]): void {
    this.#own.push({ operations: undefined, changes, joins: undefined });
    const chosen = this.#state.chosen && placeAfter(this.#state.chosen, changes);
    this.#written(applyChanges(this.#state.document, changes), { chosen });
  }

  #written(document: Raw, also: Partial<DraftState>): void {
    const isOpen = this.#theirs.length > 0;
    const isCut = this.#state.saving === 'noLine' && this.#sent !== undefined;
    const going = this.#own.length === 0 ? 'saved' : isCut ? 'noLine' : 'toSave';
    const saving = this.#state.saving === 'failed' ? 'failed' : isOpen ? 'undecided' : going;
    this.#tell({ document, saving, refusal: undefined, conflicts: isOpen ? this.#openConflicts() : [], startedFrom: this.#base, ...also });
    this.#keep();
    if (this.#sent || isOpen) return;
    clearTimeout(this.#timer);
    if (this.#own.length > 0) this.#timer = setTimeout(() => void this.save(), RESTS);
  }

  #tell(changed: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...changed, mayUndo: this.#undo.length > 0, mayRedo: this.#redo.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}
