import type { Act, Changes, Conflict, Origin, Sheet, Stage, Standing, Target } from '@parindex/core/ledger/index';

/** What a person or a program sends to be done to a sheet. */
export interface EntryCommand {
  /** Made by whoever sends it, so that a repetition is recognised. */
  readonly id: string;
  readonly act: Act;
  /** Null: the sheet as a whole. */
  readonly target: Target | null;
  /** The last entry that was seen. */
  readonly base: number;
  /** As they were sent; left out where what changes follows from the act itself. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
  readonly reason?: { readonly code: string | null; readonly text: string | undefined } | undefined;
}

/** What a command comes to. */
export interface EntryContent {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly changes: Changes;
  /** The membership by which it is done; left out, that of the request. */
  readonly membership?: string;
}

/** An act on a sheet, described: all in which it differs from the others. `appendToSheet` does what they have in common. */
export interface ActDescription<C extends EntryCommand = EntryCommand> {
  readonly origin: Origin;
  /** Refuses what may not be done now: by the round, the sheet's state, the calendar, by who may touch the targets. */
  admit(commands: readonly C[], moment: Date): void;
  contentOf(command: C): EntryContent;
  /** What others wrote after the command's base and it would pass over. */
  conflictsOf?(command: C, content: EntryContent): readonly (Conflict & { readonly stage?: Stage })[];
  /** Refuses what does not hold of the sheet as it stands, once it is sure that all of it was seen. */
  judge?(command: C, content: EntryContent): void;
  /** The sheet by which points are reckoned where it is not the one that counts: a department's proposals lie over it. */
  scored?(sheet: Sheet): Sheet;
}

/** What an act on the sheet as a whole comes to: nothing in it changes but its state. */
export const OF_THE_WHOLE: EntryContent = { stage: 'claimed', standing: 'effective', changes: {} };
