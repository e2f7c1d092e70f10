import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useExplains } from '../../capabilities/explanation/use-explains.ts';
import { placeOfPart, SHEET_PARTS, type SheetPart } from '../../capabilities/sheets/sheet-parts.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { PageTab, PageTabs } from '../../kit/page/page-tabs.tsx';
import { useTexts } from '../../kit/words/language.tsx';

interface SheetTabsProps {
  readonly sheet: SheetKey;
  /** The item that one was at; kept in each part, so that one comes back to it. */
  readonly item: string | undefined;
  /** Whether the items' own part is open, with a document beside it too. */
  readonly isAtItems?: boolean;
  readonly enters: 'declare' | 'propose' | null;
  readonly counts?: { readonly [part in SheetPart]?: ReactNode };
}

/** The parts of a sheet, in the order of the work; each has an address. */
export function SheetTabs({ sheet, item, isAtItems = false, enters, counts }: SheetTabsProps) {
  const texts = useTexts(frameTexts);
  const explains = useExplains(sheet);
  const place = useLocation({ select: ({ href }) => href });
  // Where they scroll sideways, the open one is in sight.
  useEffect(() => {
    const open = document.querySelector<HTMLElement>('.sheet-bar .page-tab[aria-current="page"]');
    const row = open?.parentElement;
    if (open && row) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.clientWidth) / 2;
  }, [place]);
  return (
    <PageTabs label={texts.parts}>
      {SHEET_PARTS.filter(({ part, shown }) => part !== 'brief' && shown({ enters, explains })).map(({ part }) => (
        <PageTab
          key={part}
          {...placeOfPart(part, sheet, item)}
          activeOptions={{ exact: part === 'items' }}
          {...(part === 'items' && isAtItems ? { 'aria-current': 'page' as const } : {})}
          label={texts[part]}
          count={counts?.[part]}
        />
      ))}
    </PageTabs>
  );
}
