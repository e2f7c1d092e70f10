import { useRef } from 'react';

/** The id of a request. The same content keeps its id until other content is sent, so that sending again after a lost answer does nothing twice. */
export function useRequestId(): (...words: readonly unknown[]) => string {
  const last = useRef({ words: '', id: '' });
  return (...words) => {
    const said = JSON.stringify(words);
    if (last.current.words !== said) last.current = { words: said, id: crypto.randomUUID() };
    return last.current.id;
  };
}
