import { useKeptOnDevice } from '../../capabilities/sheets/kept-on-device.tsx';
import { SaveState, Undo } from '../../capabilities/sheets/save-state.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import type { SheetView } from '../../capabilities/sheets/sheet-parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { Freezing } from '../../capabilities/submissions/freezing.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { MoreMenu } from './more-menu.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { SheetPoints } from './sheet-points.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { useStepLine } from './step-state.tsx';
import { ToMend, useToMend } from './to-mend.tsx';

interface SheetHeadProps {
  readonly view: SheetView | undefined;
  readonly item: string | undefined;
  /** Whether there is room for the main act beside the parts; in its own part it stands at its step. */
  readonly wide: boolean;
  readonly workbook: ReturnType<typeof useWorkbook>;
}

/** The head of the sheet: whose it is and until when, its parts, its points, whether all is saved. */
export function SheetHead({ view, item, wide, workbook }: SheetHeadProps) {
  const texts = useTexts(sheetTexts);
  const { sheet, shown, names, editable } = useSheet();
  const { answer } = shown;
  const kept = useKeptOnDevice();
  const toMend = useToMend();
  return (
    <SheetBar
      title={texts.title(answer.body.name)}
      unseen={texts.title('')}
      of={useStepLine()}
      takesFocus={view !== undefined || names.item(item ?? '') === undefined}
      tabs={
        <SheetTabs
          sheet={sheet}
          item={item}
          isAtItems={view === undefined}
          enters={answer.enters}
          counts={{ items: <Scored />, review: toMend === undefined ? undefined : <ToMend count={toMend} /> }}
        />
      }
      acts={
        <>
          <div className="sheet-bar-standing">
            <SheetPoints />
            {editable || kept ? <SaveState /> : null}
          </div>
          {editable ? <Undo /> : null}
          {wide && view !== 'send' ? <Freezing size="compact-sm" /> : null}
          <MoreMenu item={item} workbook={workbook} />
        </>
      }
    />
  );
}

/** How many items are scored of those that the body scores itself. */
function Scored() {
  const texts = useTexts(frameTexts);
  const { language } = useLanguage();
  const { asked, answered, claims } = useSheet().shown.points.own;
  const [scored, all] = [formatCount(answered - claims, language), formatCount(asked, language)];
  return (
    <>
      <span aria-hidden="true">
        {scored}/{all}
      </span>
      <span className="unseen"> ({texts.scored(scored, all)})</span>
    </>
  );
}
