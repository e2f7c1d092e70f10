/** Something that an invented person did before the sandbox was first started. */
export interface Happening {
  readonly at: Date;
  happen(): Promise<unknown>;
}
