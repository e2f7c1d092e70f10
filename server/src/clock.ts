/** The one clock of a process: time is passed in, so that a story can set it. */
export interface Clock {
  now(): Date;
}
