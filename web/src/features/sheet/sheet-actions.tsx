import { Button } from '@mantine/core';
import { useTexts } from '../../texts/language.tsx';
import { sheetTexts } from '../../texts/sheet.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Freezing } from './freezing.tsx';
import { useSheet } from './sheet-at-work.tsx';

/** How a sheet can be looked at besides item by item. */
export type SheetView = 'list' | 'review';

interface SheetActionsProps {
  readonly view: SheetView | undefined;
  /** Opens a view, or goes back to the items where it is open. */
  readonly onToggle: (view: SheetView) => void;
}

/** What one can do with the whole sheet. */
export function SheetActions({ view, onToggle }: SheetActionsProps) {
  const texts = useTexts(sheetTexts);
  const { sheet } = useSheet();
  return (
    <>
      <Button variant="default" onClick={() => onToggle('list')}>
        {view === 'list' ? texts.asItems : texts.asList}
      </Button>
      <Button variant="default" onClick={() => onToggle('review')}>
        {view === 'review' ? texts.asItems : texts.review}
      </Button>
      <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={sheet} variant="default">
        {texts.toDocuments}
      </LinkButton>
      <Freezing />
    </>
  );
}
