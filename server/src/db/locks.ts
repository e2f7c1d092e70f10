/** Numbers of PostgreSQL's advisory locks: any that nothing else uses, each for one thing. */
export const LOCKS = {
  /** Making roles and databases on a server. */
  preparing: 7_061_876,
  /** Bringing the database to the newest form. */
  migrating: 7_061_891,
  /** Changing bodies: all of them are judged together. */
  changingBodies: 7_061_877,
  /** Making the next block of the trail. */
  sealing: 7_061_878,
  /** Ending administrators: one must be left. */
  administrators: 7_061_879,
  /** Making the reminders that are due. */
  reminding: 7_061_890,
} as const;
