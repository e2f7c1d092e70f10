import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { newEntry } from '@parindex/core/contracts/schemas/sheets';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { usePendingEdits } from '../../device/pending-edits/use-pending-edits.tsx';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { WorkbookChange, WorkbookPreview } from './queries/workbooks.ts';
import { useSheet } from './sheet-at-work.tsx';
import { workbookTexts } from './texts/workbook.ts';
import { conflictKey, entriesOf } from './workbook-entries.ts';
import { WorkbookChanges, WorkbookConflicts, WorkbookRefused } from './workbook-preview.tsx';

interface WorkbookDialogProps {
  readonly name: string;
  readonly preview: WorkbookPreview;
  readonly onClose: () => void;
}

/** The changes of a workbook, cell by cell; nothing is entered before the person confirms. */
export function WorkbookDialog({ name, preview, onClose }: WorkbookDialogProps) {
  const texts = useTexts(workbookTexts);
  const controls = useTexts(controlTexts);
  useReturnToOpener();
  const { sheet, shown, draftKey } = useSheet();
  const pendingEdits = usePendingEdits();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const { changes, conflicts, refused } = preview;
  const isKept = (conflict: (typeof conflicts)[number]) => chosen.get(conflictKey(conflict)) === 'mine';
  const undecided = conflicts.some((conflict) => !chosen.has(conflictKey(conflict)));
  const count = changes.length + conflicts.filter(isKept).length;
  const [reason, setReason] = useState('');
  const isInHand = (target: WorkbookChange['target']) => shown.answer.enters === 'declare' && shown.part(target) !== undefined;
  const asksWhy = [...changes, ...conflicts.filter(isKept)].some(({ target }) => isInHand(target));
  const enter = () => {
    for (const { target, changes: wanted, base } of entriesOf(preview, isKept)) {
      void pendingEdits.change(sheet, { target, changes: wanted, base, saw: [], origin: 'import', reason: isInHand(target) ? reason.trim() : undefined });
      // Unfinished text in these fields was shown and is replaced.
      for (const field of Object.keys(wanted)) void pendingEdits.setDraft(draftKey(target, field), null);
    }
    onClose();
  };
  const choose = (key: string, version: string) => setChosen((before) => new Map(before).set(key, version));
  return (
    <Modal opened onClose={onClose} title={texts.title(name)} size="xl" closeButtonProps={{ 'aria-label': controls.close }}>
      <Stack>
        <Text size="sm">{texts.lead}</Text>
        {changes.length + conflicts.length + refused.length === 0 ? <Notice kind="good">{texts.nothing}</Notice> : null}
        {refused.length === 0 ? null : <WorkbookRefused refused={refused} />}
        {conflicts.length === 0 ? null : <WorkbookConflicts conflicts={conflicts} chosen={chosen} onChoose={choose} />}
        {changes.length === 0 ? null : <WorkbookChanges changes={changes} />}
        {asksWhy ? (
          <ReasonInput label={texts.whyBeside} description={texts.whyBesideMore} {...limitsOf(newEntry).reason} value={reason} onChange={setReason} />
        ) : null}
        <Group>
          <Button disabled={count === 0 || undecided || (asksWhy && reason.trim() === '')} onClick={enter}>
            {texts.enter(count)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {controls.cancel}
          </Button>
          {undecided ? (
            <Text size="sm" c="dimmed">
              {texts.undecided}
            </Text>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}
