/** A mistake planted in one implementation, to see that the comparison would find it. */
export interface Mutant {
  /** Below the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly what: string;
}

/** The text with the mistake in it, or why it cannot be planted. */
export function planted(text: string, { find, replace }: Mutant): { text: string } | { fault: string } {
  const times = text.split(find).length - 1;
  return times === 1 ? { text: text.replace(find, () => replace) } : { fault: `its text stands ${times} times in the file` };
}
