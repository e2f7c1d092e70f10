import type { Language } from '@parindex/core/words/language';

/** Where a verb reads and writes; passed in, so that a verb never touches the process. */
export interface Terminal {
  readonly language: Language;
  readonly colours: boolean;
  /** Whether a person watches standard error, so that progress is worth showing. */
  readonly watched: boolean;
  /** Whether standard output is a screen. */
  readonly screen: boolean;
  readonly input: NodeJS.ReadableStream;
  /** Settings of whoever runs it: where the database is. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  write(text: string): Promise<void>;
  writeBytes(bytes: Uint8Array): Promise<void>;
  say(text: string): void;
}

export const DONE = 0;
/** The answer is no, or there are faults. */
export const FAULTY = 1;
/** Wrong use, or a file that cannot be read. */
export const WRONG_USE = 2;
export type ExitCode = typeof DONE | typeof FAULTY | typeof WRONG_USE;

/** Ends a verb with a sentence and exit status 2. */
export class WrongUse extends Error {}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], cyan: [36, 39] } as const;

export const paint = (terminal: Pick<Terminal, 'colours'>, colour: keyof typeof CODES, text: string): string =>
  terminal.colours ? `\u001B[${CODES[colour][0]}m${text}\u001B[${CODES[colour][1]}m` : text;

/** Shows how far long work has come, on one line that is overwritten; silent where nobody watches. */
export function progress(terminal: Terminal): { show(text: string): void; clear(): void } {
  let shown = 0;
  return {
    show(text) {
      const now = Date.now();
      if (!terminal.watched || now - shown < 100) return;
      shown = now;
      terminal.say(`\r\u001B[K${text}`);
    },
    clear() {
      if (shown > 0) terminal.say('\r\u001B[K');
    },
  };
}
