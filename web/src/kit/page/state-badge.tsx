import type { ReactNode } from 'react';

/** What a state asks of the reader: to act; it is well, it may go wrong, it went wrong; nothing. */
export type Tone = 'act' | 'good' | 'warn' | 'bad' | 'quiet';

/** A state in a word, never truncated; its colour only underlines the word. */
export const StateBadge = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className="badge" data-tone={tone}>
    {children}
  </span>
);
