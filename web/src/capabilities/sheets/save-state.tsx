import { ActionIcon, Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useLineCut } from '../../device/pending-edits/use-pending-edits.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { SHEET_KEYS } from './sheet-parts.ts';
import { sheetTexts } from './texts/sheet.ts';
import { useGoToField, useUnsaved } from './unsaved.ts';

/** Always visible: whether everything is saved, and what is not. */
export function SaveState() {
  const texts = useTexts(sheetTexts);
  const { pending, sheet, editable } = useSheet();
  const { typing, left } = useUnsaved(sheet);
  const goTo = useGoToField();
  const cut = useLineCut();
  const saved = pending.length === 0 && left.length === 0 && !typing;
  const count = (standing: string) => pending.filter((entry) => entry.standing === standing).length;
  const waiting = count('waiting');
  const stuck = pending.find(({ standing }) => standing !== 'waiting');
  const place = stuck ? { target: stuck.target, fields: Object.keys(stuck.changes) } : left[0];
  const main = cut
    ? waiting > 0
      ? texts.saved.cut(waiting)
      : texts.saved.cutNone
    : waiting > 0
      ? texts.saved.sending(waiting)
      : typing
        ? texts.saved.typing
        : saved
          ? texts.saved.all
          : '';
  const more = [
    count('conflict') > 0 ? texts.saved.conflicts(count('conflict')) : '',
    count('late') > 0 ? texts.saved.late(count('late')) : '',
    count('refused') > 0 ? texts.saved.refused(count('refused')) : '',
    left.length > 0 ? (editable ? texts.saved.unfinished(left.length) : texts.saved.tooLate(left.length)) : '',
  ].filter((text) => text !== '');
  return (
    <div className="save-state" data-long={cut || more.length > 0 || undefined}>
      <span
        role="status"
        aria-live="polite"
        style={{ fontWeight: pending.length + left.length > 0 ? 600 : 400 }}
        data-save-state={saved && !cut ? 'saved' : 'waiting'}
      >
        {[main, ...more].filter((text) => text !== '').join('. ')}
      </span>
      {place ? (
        <Button size="compact-xs" variant="default" flex="none" onClick={() => goTo(place)}>
          {texts.saved.show}
        </Button>
      ) : null}
    </div>
  );
}

/** Takes back the last entry made on this page. */
export function Undo() {
  const texts = useTexts(sheetTexts);
  const { undo } = useSheet();
  return (
    <ActionIcon variant="subtle" aria-label={texts.undo} title={`${texts.undo} (${SHEET_KEYS.undo})`} onClick={() => undo()}>
      <Undo2 size={18} aria-hidden />
    </ActionIcon>
  );
}
