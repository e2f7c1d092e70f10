import { useRef } from 'react';

/**
 * The id of what is sent. The same words keep theirs until others are sent: where the answer was lost, sending again does
 * nothing twice.
 */
export function useRequestId(): (...words: readonly unknown[]) => string {
  const last = useRef({ words: '', id: '' });
  return (...words) => {
    const said = JSON.stringify(words);
    if (last.current.words !== said) last.current = { words: said, id: crypto.randomUUID() };
    return last.current.id;
  };
}
