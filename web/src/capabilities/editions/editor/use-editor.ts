import type { Raw } from '@parindex/core/reading/raw';
import type { CheckedDraft } from '@parindex/core/studio/checking/check-draft';
import type { Keys } from '@parindex/core/studio/operations/change';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { createContext, useContext } from 'react';
import type { DraftWriting } from './draft-writing.ts';
import { keyOf } from './tree-rows.ts';

/** The draft that is being written, as the forms need it. */
export interface Editor {
  readonly writing: DraftWriting;
  readonly document: Raw;
  readonly checked: CheckedDraft;
  /** What is wrong at a place itself, in words. */
  faultAt(keys: Keys): string | undefined;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

/** The draft in whose editor this stands. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('this stands outside of the editor');
  return editor;
}

/** Writes a value under a key, as it is typed: what is typed into one field without anything between is undone at once. */
export function useSet(): (at: Keys, value: Raw | undefined) => void {
  const { writing } = useEditor();
  return (at, value) => {
    const operation: Operation = { operation: 'set', at, value };
    writing.do([operation], keyOf(at));
  };
}
