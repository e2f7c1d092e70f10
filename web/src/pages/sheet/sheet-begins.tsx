import { Button } from '@mantine/core';
import { BesideLastYear } from '../../capabilities/ranking/against-last-year.tsx';
import { TakenOver } from '../../capabilities/rounds/taken-over.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { SheetTimeline } from '../../capabilities/sheets/sheet-timeline.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';

/** A sheet before an item is chosen: the way to what is not scored yet, its points by domain beside last year's, and how they rose. */
export function SheetBegins({ onNextOpen }: { onNextOpen: () => void }) {
  const texts = useTexts(sheetTexts);
  const { sheet, shown } = useSheet();
  return (
    <>
      <TakenOver round={sheet.round} />
      <Section title={texts.choose} actions={<Button onClick={onNextOpen}>{texts.nextOpen}</Button>}>
        {null}
      </Section>
      <BesideLastYear {...sheet} />
      <SheetTimeline {...sheet} seq={shown.answer.seq} />
    </>
  );
}
