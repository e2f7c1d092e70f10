import { briefTexts } from '@parindex/core/words/brief-words';
import { useNavigate } from '@tanstack/react-router';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { workbookTexts } from '../../capabilities/sheets/texts/workbook.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { useTexts } from '../../kit/language.tsx';
import { type PageAct, usePageActs } from '../../kit/page-acts.ts';
import type { SheetView } from './sheet-views.ts';
import type { useStepping } from './use-stepping.ts';

/** What can be done in an open sheet, as it is found by its name. */
export function useSheetActs(stepping: ReturnType<typeof useStepping>, workbook: ReturnType<typeof useWorkbook>): void {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const brief = useTexts(briefTexts);
  const words = useTexts(workbookTexts);
  const { shown, editable, undo } = useSheet();
  const { enters } = shown.answer;
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const show = (key: SheetView, label: string, keys = ''): PageAct => ({
    ...{ key, label, keys },
    run: () => void navigate({ search: ({ item }) => ({ view: key, ...(item === undefined ? {} : { item }) }) }),
  });
  usePageActs([
    { key: 'next open', label: texts.nextOpen, keys: 'Alt+N', run: stepping.nextOpen },
    { key: 'next', label: texts.nextItem, keys: 'Alt+↓', run: () => stepping.step(1) },
    { key: 'previous', label: texts.previousItem, keys: 'Alt+↑', run: () => stepping.step(-1) },
    ...(editable ? [{ key: 'undo', label: texts.undo, keys: 'Alt+Z', run: () => void undo() }] : []),
    show('review', frame.toReview, 'Alt+R'),
    show('list', texts.asList, 'Alt+L'),
    show('brief', brief.open),
    ...(enters === null ? [] : [show('assign', frame.assign)]),
    ...(enters === 'propose' ? [] : [show('send', frame.send)]),
    ...(enters === null ? [] : [{ key: 'download', label: words.download, also: frame.also.download, run: workbook.download }]),
    ...(editable ? [{ key: 'load', label: words.load, run: workbook.load }] : []),
    { key: 'print', label: frame.print, run: () => print() },
  ]);
}
