import { Text } from '@mantine/core';
import { useAct } from '../../kit/acts/use-act.ts';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Assignment, partsChanged, takePartsBack } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';

interface TakeBackDialogProps {
  readonly assignments: readonly Assignment[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes parts back from departments; confirmed first, as mere proposals then stop counting. */
export function TakeBackDialog({ assignments, onDone, onClose }: TakeBackDialogProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const take = useAct(
    () =>
      takePartsBack(
        sheet,
        assignments.map(({ id }) => id),
      ),
    { onDone, onEnd: (client) => partsChanged(client, sheet) },
  );
  return (
    <FormDialog
      title={texts.takeBackTitle(formatCount(assignments.length, language))}
      submit={texts.takeBack}
      act={take}
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{texts.takeBackMore}</Text>
    </FormDialog>
  );
}
