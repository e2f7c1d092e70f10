import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { AttributeDialog } from './attribute-dialog.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { CloseDialog } from './close-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import type { Body } from './queries/bodies.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { SuccessionDialog } from './succession-dialog.tsx';
import { bodyTexts } from './texts/body.ts';

const CHANGES = ['rename', 'attributes', 'editNote', 'succession', 'close'] as const;
type Change = (typeof CHANGES)[number];

const DIALOGS: Readonly<Record<Change, (props: ChangeDialogProps) => React.JSX.Element>> = {
  rename: RenameDialog,
  attributes: AttributeDialog,
  editNote: NoteDialog,
  succession: SuccessionDialog,
  close: CloseDialog,
};

/** What an administrator may change of a body, each from a day on. */
export function BodyChanges({ body }: { body: Body }) {
  const texts = useTexts(bodyTexts);
  const [change, setChange] = useState<Change>();
  const [done, setDone] = useState<Change>();
  const Dialog = change && DIALOGS[change];
  return (
    <Section title={texts.changes} lead={texts.changesLead}>
      <Outcome done={done ? (done === 'succession' ? texts.successionSaved : texts.saved) : undefined} />
      <Group gap="xs">
        {CHANGES.map((one) => (
          <Button
            key={one}
            variant="default"
            onClick={() => {
              setDone(undefined);
              setChange(one);
            }}
          >
            {texts[one]}
          </Button>
        ))}
      </Group>
      {Dialog ? (
        <Dialog
          body={body}
          onClose={() => setChange(undefined)}
          onDone={() => {
            setChange(undefined);
            setDone(change);
          }}
        />
      ) : null}
    </Section>
  );
}
