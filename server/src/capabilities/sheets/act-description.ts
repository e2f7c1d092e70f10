import type { Act, Changes, Conflict, Origin, Sheet, Stage, Standing, Target } from '@parindex/core/ledger/index';

/** What a person or a program sends, to be done to a sheet. */
export interface EntryCommand {
  /** Made by the sender, so that a repetition is recognised. */
  readonly id: string;
  readonly act: Act;
  /** Null: the sheet as a whole. */
  readonly target: Target | null;
  /** The last entry that was seen. */
  readonly base: number;
  /** As sent; absent if the changes follow from the act itself. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
  readonly reason?: { readonly code: string | null; readonly text: string | undefined } | undefined;
  /** The entry that it belongs to: of a figure the verdict that changes it. */
  readonly cause?: string | undefined;
}

/** The effect of a command. */
export interface EntryContent {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly changes: Changes;
  /** The membership it is done by; absent: that of the request. */
  readonly membership?: string;
}

/** The description of an act on a sheet: everything in which it differs from the others. `appendToSheet` does what they share. */
export interface ActDescription<C extends EntryCommand = EntryCommand> {
  readonly origin: Origin;
  /** Refuses what may not be done now: because of the round, the sheet's state, the calendar, or the rights on the targets. */
  admit(commands: readonly C[], moment: Date): void;
  contentOf(command: C): EntryContent;
  /** What others wrote after the command's base and it would overwrite. */
  conflictsOf?(command: C, content: EntryContent): readonly (Conflict & { readonly stage?: Stage })[];
  /** Refuses what is impossible in the sheet's present state, once it is certain that all of it was seen. */
  judge?(command: C, content: EntryContent): void;
  /** The sheet for computing points, if not the one that counts: a department's proposals laid over it. */
  scored?(sheet: Sheet): Sheet;
}

/** The effect of an act on the whole sheet: only its state changes. */
export const OF_THE_WHOLE: EntryContent = { stage: 'claimed', standing: 'effective', changes: {} };
