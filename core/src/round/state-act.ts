/** A line of a table of states and acts: what is not in such a table cannot be done. */
export interface StateAct<State extends string> {
  /** The states in which it may be done. */
  readonly from: readonly State[];
  /** The state that it leads to; absent where that stays what it is. */
  readonly to?: State;
}
