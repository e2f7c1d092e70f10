import './sheet.css';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCiteUploads } from '../../capabilities/sheets/cite-uploads.ts';
import { citesAnything } from '../../capabilities/sheets/cites-anything.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { SheetOnPaper } from '../../capabilities/sheets/sheet-on-paper.tsx';
import { placeOfPart, SHEET_PARTS } from '../../capabilities/sheets/sheet-parts.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { useDocuments } from '../../capabilities/sheets/use-documents.ts';
import { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { WIDE } from '../../capabilities/sheets/wide.ts';
import { Link } from '../../kit/page/link.tsx';
import { usePrinting } from '../../kit/page/printing.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ClaimedTotal } from './claimed-total.tsx';
import { ItemsView } from './items-view.tsx';
import { OtherView } from './other-view.tsx';
import { SheetHead } from './sheet-head.tsx';
import { StepState } from './step-state.tsx';
import { TakenBack } from './taken-back.tsx';
import { useSheetActs } from './use-sheet-acts.ts';
import { useStepping } from './use-stepping.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

/** The sheet on the screen: item by item, or one of its other parts, under one head. */
export function SheetView() {
  const { shown } = useSheet();
  const { item: open, view } = route.useSearch();
  // If only hidden by CSS, a hundred lines would still be rendered with each item on a phone.
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const stepping = useStepping(open);
  const workbook = useWorkbook();
  useCiteUploads();

  const printing = usePrinting();
  // Document names must be loaded when the page is printed; then they are found by the search too.
  const { documents } = useDocuments(useMemo(() => citesAnything(shown), [shown]));
  useSheetActs(view, stepping, workbook, documents);

  const printsItself = SHEET_PARTS.some(({ part, printsItself }) => part === view && printsItself);
  const isOnPaper = printing && !printsItself;
  return (
    <>
      <SheetHead view={view} item={open} wide={wide} workbook={workbook} />
      <div className="sheet">
        {isOnPaper ? <ClaimedTotal /> : null}
        <StepState />
        <TakenBack />
        {workbook.outcome}
        {stepping.noneLeft ? <NoneLeft isMineOnly={stepping.isMineOnly} item={open} /> : null}
        {isOnPaper ? <SheetOnPaper /> : null}
        <div className={printsItself ? '' : 'screen-only'}>
          {view ? <OtherView view={view} onOpen={stepping.choose} /> : <ItemsView stepping={stepping} wide={wide} />}
        </div>
      </div>
    </>
  );
}

/** The next unscored item was asked for, and there is none: what comes then. */
function NoneLeft({ isMineOnly, item }: { readonly isMineOnly: boolean; readonly item: string | undefined }) {
  const texts = useTexts(frameTexts);
  const { sheet } = useSheet();
  return (
    <Notice kind="good">
      {isMineOnly ? texts.noneLeftMine : texts.noneLeft} <Link {...placeOfPart('review', sheet, item)}>{texts.toReview}</Link>
    </Notice>
  );
}
