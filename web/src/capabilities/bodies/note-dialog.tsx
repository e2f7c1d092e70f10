import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

/** The note, and whether the body is ranked; neither is dated. */
export function NoteDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const [note, setNote] = useState(body.note ?? '');
  const [ranked, setRanked] = useState(body.ranked);
  const change = useBodyChange(body, onDone);
  return (
    <FormDialog title={texts.editNote} submit={texts.save} act={change} onSubmit={() => change.mutate({ note: note.trim() || null, ranked })} onClose={onClose}>
      <Textarea
        label={texts.note}
        description={texts.noteMore}
        rows={3}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={texts.ranked}
        value={String(ranked)}
        onChange={({ currentTarget }) => setRanked(currentTarget.value === 'null' ? null : currentTarget.value === 'true')}
        data={[
          { value: 'null', label: texts.unknown },
          { value: 'true', label: texts.isRanked },
          { value: 'false', label: texts.isNotRanked },
        ]}
      />
    </FormDialog>
  );
}
