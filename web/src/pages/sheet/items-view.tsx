import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStandingInRound } from '../../capabilities/rounds/pages-of-round.ts';
import { focusOnCitation } from '../../capabilities/sheets/citation-focus.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { later } from '../../kit/reading/later.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ItemPage } from './item-page.tsx';
import { ItemSteps, ItemStepsBelow } from './item-steps.tsx';
import { Outline } from './outline.tsx';
import type { useStepping } from './use-stepping.ts';

const DocumentPane = later(async () => (await import('./document-pane.tsx')).DocumentPane);
const OutlineDrawer = later(async () => (await import('./outline-drawer.tsx')).OutlineDrawer, { fallback: null, withoutLine: true });

const SheetBegins = later(async () => (await import('./sheet-begins.tsx')).SheetBegins);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

interface ItemsViewProps {
  readonly stepping: ReturnType<typeof useStepping>;
  /** Whether there is room beside the item. */
  readonly wide: boolean;
}

/** The open item, with the list of items or a document beside it where there is room. */
export function ItemsView({ stepping, wide }: ItemsViewProps) {
  const { item: open, document, version, page = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const [drawer, { open: openDrawer, close: closeDrawer }] = useDisclosure(false);
  const showPage = (to: number) => void navigate({ search: (before) => ({ ...before, page: to }), replace: true, resetScroll: false });
  const closeDocument = () => void navigate({ search: open === undefined ? {} : { item: open }, resetScroll: false });
  // Without room beside the item, a document opens in its place.
  const opened = document;
  const isOverItem = opened !== undefined && !wide;
  useReturnToCitation(open, opened);
  const { before, after, step, nextOpen, choose } = stepping;
  const outline = <Outline open={open} onOpen={choose} />;
  const isListed = open === undefined && !wide && opened === undefined;
  const isBeside = wide && opened === undefined;
  const steps = { before, after, onStep: step, onNextOpen: nextOpen, onOutline: isListed || isBeside ? undefined : openDrawer };
  return (
    <div className="sheet-columns" data-beside={isBeside ? 'outline' : wide ? 'document' : undefined} data-foot={(!wide && !isOverItem) || undefined}>
      {isBeside || isListed ? outline : null}
      {isListed || isOverItem ? null : (
        <div className="sheet-item">
          {wide ? <ItemSteps place={stepping.item?.code} {...steps} /> : null}
          <Opened stepping={stepping} />
        </div>
      )}
      {opened === undefined ? null : (
        <div className="beside">
          <DocumentPane item={open} id={opened} version={version} page={page} onPage={showPage} onClose={closeDocument} />
        </div>
      )}
      {wide || isOverItem ? null : <ItemStepsBelow {...steps} />}
      {drawer ? <OutlineDrawer open={open} onOpen={choose} onClose={closeDrawer} /> : null}
    </div>
  );
}

/** From a document that is closed the focus goes back to where it is cited. */
function useReturnToCitation(item: string | undefined, opened: string | undefined): void {
  const last = useRef({ item, opened });
  useEffect(() => {
    const { item: before, opened: closed } = last.current;
    last.current = { item, opened };
    if (closed === undefined || opened !== undefined || before !== item) return;
    const begins = document.querySelector<HTMLElement>('[data-begins]');
    const at = document.activeElement;
    if ((at === document.body || at === begins) && !focusOnCitation(closed)) begins?.focus();
  }, [item, opened]);
}

/** The open item; where none is, what to do next. */
function Opened({ stepping: { item, arriving, nextOpen } }: Pick<ItemsViewProps, 'stepping'>) {
  const texts = useTexts(sheetTexts);
  const { item: open } = route.useSearch();
  const { oversees, takesPart } = useStandingInRound(route.useParams().round) ?? {};
  if (item) return <ItemPage item={item} arriving={arriving} />;
  if (open === undefined && (oversees || takesPart)) return <SheetBegins onNextOpen={nextOpen} />;
  return (
    <Empty title={open === undefined ? texts.choose : texts.unknownItem(open)} icon={ListChecks}>
      <Button onClick={nextOpen}>{texts.nextOpen}</Button>
    </Empty>
  );
}
