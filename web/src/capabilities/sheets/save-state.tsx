import { Button, Group, Text } from '@mantine/core';
import { useDraftCount, useLineCut } from '../../device/pending-edits/use-pending-edits.tsx';
import { useTexts } from '../../kit/language.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';

interface SaveStateProps {
  readonly onUndo: () => void;
  /** Links to an item that needs a decision. */
  readonly onShow: (target: { kind: 'item' | 'figure'; id: string }) => void;
}

/** Always visible: whether everything is saved, and what is not. */
export function SaveState({ onUndo, onShow }: SaveStateProps) {
  const texts = useTexts(sheetTexts);
  const { pending, sheet } = useSheet();
  const cut = useLineCut();
  const unfinished = useDraftCount(sheet);
  const count = (standing: string) => pending.filter((entry) => entry.standing === standing).length;
  const waiting = count('waiting');
  const stuck = pending.find(({ standing }) => standing !== 'waiting');
  const main = cut
    ? waiting > 0
      ? texts.saved.cut(waiting)
      : texts.saved.cutNone
    : waiting > 0
      ? texts.saved.sending(waiting)
      : pending.length === 0
        ? texts.saved.all
        : '';
  const more = [
    count('conflict') > 0 ? texts.saved.conflicts(count('conflict')) : '',
    count('late') > 0 ? texts.saved.late(count('late')) : '',
    count('refused') > 0 ? texts.saved.refused(count('refused')) : '',
    unfinished > 0 ? texts.saved.unfinished(unfinished) : '',
  ].filter((text) => text !== '');
  return (
    <Group gap="sm" className="screen-only">
      <Text size="sm" role="status" aria-live="polite" fw={pending.length > 0 ? 600 : 400} data-save-state={pending.length === 0 && !cut ? 'saved' : 'waiting'}>
        {[main, ...more].filter((text) => text !== '').join('. ')}
      </Text>
      {stuck ? (
        <Button size="compact-sm" variant="default" onClick={() => onShow(stuck.target)}>
          {texts.saved.show}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="subtle" onClick={onUndo}>
        {texts.undo}
      </Button>
    </Group>
  );
}
