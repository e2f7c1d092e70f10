import { Text } from '@mantine/core';
import { FormDialog } from '../../kit/form-dialog.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useAct } from '../../kit/use-act.ts';
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
