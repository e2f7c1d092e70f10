import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { writeJson } from '@parindex/core/reading/write-json';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { saveFile } from '../../../kit/acts/save-file.ts';
import { AskBeforeLeaving } from '../../../kit/forms/ask-before-leaving.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import type { DraftWriting } from './draft-writing.ts';
import './editor.css';

interface SavingStateProps {
  readonly writing: DraftWriting;
  readonly onReload: () => void;
}

/** Above whatever is written of a draft: whether it is saved, what others wrote, what has to be decided, and the way back. */
export function SavingState({ writing, onReload }: SavingStateProps) {
  const texts = useTexts(editorTexts);
  const state = useSyncExternalStore(writing.subscribe, writing.state);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : undefined;
      if (!act) return;
      event.preventDefault();
      writing[act]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [writing]);
  const who = state.others?.by ?? texts.somebody;
  return (
    <>
      <AskBeforeLeaving unsaved={state.saving !== 'saved'} />
      {state.saving === 'failed' ? (
        <Notice kind="fault">
          <Text size="sm">{texts.failed}</Text>
          {state.error instanceof Error ? <Text size="sm">{state.error.message}</Text> : null}
          <Group mt="xs" gap="xs">
            <Button size="compact-sm" onClick={() => saveFile(new Blob([writeJson(state.document)], { type: 'application/json' }), texts.keptFile)}>
              {texts.keepCopy}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onReload}>
              {texts.reload}
            </Button>
          </Group>
        </Notice>
      ) : null}
      {state.isResumed ? <Notice kind="note">{texts.resumed}</Notice> : null}
      {state.others && state.conflicts.length === 0 ? <Notice kind="note">{texts.byOther(who, formatMoment(state.others.at))}</Notice> : null}
      {state.conflicts.length > 0 ? <ConflictsPanel writing={writing} state={state} /> : null}
      <div className="editor-bar">
        <Text size="sm" role="status" data-save-state={state.saving}>
          {texts.saving[state.saving]}
        </Text>
        <ActionIcon variant="default" aria-label={texts.undo} title={texts.undo} disabled={!state.mayUndo} onClick={() => writing.undo()}>
          <Undo2 size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={texts.redo} title={texts.redo} disabled={!state.mayRedo} onClick={() => writing.redo()}>
          <Redo2 size={18} aria-hidden />
        </ActionIcon>
      </div>
    </>
  );
}
