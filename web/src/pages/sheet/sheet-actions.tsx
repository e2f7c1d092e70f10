import { Button } from '@mantine/core';
import { briefTexts } from '@parindex/core/words/brief-words';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { partTexts } from '../../capabilities/sheets/texts/parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { Freezing } from '../../capabilities/submissions/freezing.tsx';
import { useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import type { SheetView } from './sheet-views.ts';

interface SheetActionsProps {
  readonly view: SheetView | undefined;
  /** Opens a view, or returns to the items if it is open. */
  readonly onToggle: (view: SheetView) => void;
}

/** Actions on the whole sheet. */
export function SheetActions({ view, onToggle }: SheetActionsProps) {
  const texts = useTexts(sheetTexts);
  const brief = useTexts(briefTexts);
  const assign = useTexts(partTexts);
  const { sheet, shown } = useSheet();
  return (
    <>
      <Button variant="default" onClick={() => onToggle('list')}>
        {view === 'list' ? texts.asItems : texts.asList}
      </Button>
      <Button variant="default" onClick={() => onToggle('review')}>
        {view === 'review' ? texts.asItems : texts.review}
      </Button>
      <Button variant="default" onClick={() => onToggle('brief')}>
        {view === 'brief' ? texts.asItems : brief.open}
      </Button>
      {shown.answer.enters !== null ? (
        <Button variant="default" onClick={() => onToggle('assign')}>
          {view === 'assign' ? texts.asItems : assign.open}
        </Button>
      ) : null}
      {shown.answer.enters === 'propose' ? null : (
        <Button variant="default" onClick={() => onToggle('send')}>
          {view === 'send' ? texts.asItems : texts.toSend}
        </Button>
      )}
      <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={sheet} variant="default">
        {texts.toDocuments}
      </LinkButton>
      <Freezing />
    </>
  );
}
