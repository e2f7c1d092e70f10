import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '../../kit/form-dialog.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Assignment, partsChanged, takePartsBack } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';

interface TakeBackDialogProps {
  readonly assignments: readonly Assignment[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes parts back from departments: asked once more, as what was only proposed counts for nothing then. */
export function TakeBackDialog({ assignments, onDone, onClose }: TakeBackDialogProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () =>
      takePartsBack(
        sheet,
        assignments.map(({ id }) => id),
      ),
    onSuccess: onDone,
    onSettled: () => partsChanged(client, sheet),
  });
  return (
    <FormDialog
      title={texts.takeBackTitle(formatCount(assignments.length, language))}
      submit={texts.takeBack}
      pending={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{texts.takeBackMore}</Text>
    </FormDialog>
  );
}
