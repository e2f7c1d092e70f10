import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useTexts } from '../../kit/language.tsx';
import { PageTab, PageTabs } from '../../kit/page-tabs.tsx';

interface SheetTabsProps {
  readonly sheet: SheetKey;
  /** The item that one was at; kept in each part, so that one comes back to it. */
  readonly item: string | undefined;
  /** Whether the items' own part is open, with a document beside it too. */
  readonly isAtItems?: boolean;
  readonly enters: 'declare' | 'propose' | null;
  readonly counts?: { readonly items: ReactNode; readonly review: ReactNode };
}

const SHEET = '/lam-viec/ky-danh-gia/$round/bang-diem/$body';

/** The parts of a sheet, in the order of the work; each has an address. */
export function SheetTabs({ sheet, item, isAtItems = false, enters, counts }: SheetTabsProps) {
  const texts = useTexts(frameTexts);
  const at = item === undefined ? {} : { item };
  const place = useLocation({ select: ({ href }) => href });
  // Where they scroll sideways, the open one is in sight.
  useEffect(() => {
    const open = document.querySelector<HTMLElement>('.sheet-bar .page-tab[aria-current="page"]');
    const row = open?.parentElement;
    if (open && row) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.clientWidth) / 2;
  }, [place]);
  return (
    <PageTabs label={texts.parts}>
      <PageTab
        to={SHEET}
        params={sheet}
        search={at}
        activeOptions={{ exact: true }}
        {...(isAtItems ? { 'aria-current': 'page' as const } : {})}
        label={texts.items}
        count={counts?.items}
      />
      <PageTab to={SHEET} params={sheet} search={{ view: 'list', ...at }} label={texts.list} />
      <PageTab to={SHEET} params={sheet} search={{ view: 'review', ...at }} label={texts.review} count={counts?.review} />
      {enters === null ? null : <PageTab to={SHEET} params={sheet} search={{ view: 'assign', ...at }} label={texts.assign} />}
      <PageTab to={`${SHEET}/tai-lieu`} params={sheet} search={item === undefined ? {} : { from: item }} label={texts.documents} />
      {enters === 'propose' ? null : <PageTab to={SHEET} params={sheet} search={{ view: 'send', ...at }} label={texts.send} />}
    </PageTabs>
  );
}
