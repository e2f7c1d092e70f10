/** The one clock of a process: time is passed in, so that a story can set it. */
export interface Clock {
  now(): Date;
  /** The machine's own, which must go with the database's; a story's need not. */
  readonly ofMachine?: boolean;
}
