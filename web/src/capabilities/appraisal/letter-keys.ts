import { useEffect } from 'react';

/** Whether a key goes into a field, a choice or a dialog. */
const isWriting = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input:not([type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="combobox"]') !== null;

/** Whether something is being filled in beside the verdict, which going on would throw away. */
const isFillingIn = (): boolean => document.querySelector('.desk-verdict form:not(.verdict)') !== null;

/** Binds plain letters, wherever nobody is writing; a choice by radio buttons is no writing. */
export function useLetterKeys(acts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = acts[event.key.toLowerCase()];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || isFillingIn()) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
