import { briefTexts } from '@parindex/core/words/brief-words';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { documentMore, documentName, versionOf } from '../../capabilities/evidence/document-name.ts';
import type { Documents } from '../../capabilities/sheets/cited.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { workbookTexts } from '../../capabilities/sheets/texts/workbook.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { type PageAct, usePageActs } from '../../kit/page-acts.ts';
import type { SheetView } from './sheet-views.ts';
import type { useStepping } from './use-stepping.ts';

/** What can be done in an open sheet, as it is found by its name. */
export function useSheetActs(stepping: ReturnType<typeof useStepping>, workbook: ReturnType<typeof useWorkbook>, documents: Documents): void {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const brief = useTexts(briefTexts);
  const words = useTexts(workbookTexts);
  const { language } = useLanguage();
  const { sheet, shown, editable, undo } = useSheet();
  const { enters } = shown.answer;
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const show = (key: SheetView, label: string, keys = ''): PageAct => ({
    ...{ key, label, keys },
    run: () => void navigate({ search: ({ item }) => ({ view: key, ...(item === undefined ? {} : { item }) }) }),
  });
  const ofLibrary = useMemo(
    () =>
      [...documents.values()].flatMap((document): PageAct[] => {
        if (document.held || document.gone) return [];
        const newest = versionOf(document);
        const label = documentName(document, newest, language);
        return [
          {
            ...{ key: document.id, label, also: newest ? documentMore(newest) : '', keys: frame.inLibrary, isOneOfMany: true },
            run: () => void navigate({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document', params: { ...sheet, document: document.id } }),
          },
        ];
      }),
    [documents, language, frame, navigate, sheet],
  );
  usePageActs([
    { key: 'next open', label: texts.nextOpen, keys: 'Alt+N', run: stepping.nextOpen },
    { key: 'next', label: texts.nextItem, keys: 'Alt+↓', run: () => stepping.stepTo(1) },
    { key: 'previous', label: texts.previousItem, keys: 'Alt+↑', run: () => stepping.stepTo(-1) },
    ...(editable ? [{ key: 'undo', label: texts.undo, keys: 'Alt+Z', run: () => void undo() }] : []),
    show('review', frame.toReview, 'Alt+R'),
    show('list', texts.asList, 'Alt+L'),
    show('brief', brief.open),
    ...(enters === null ? [] : [show('assign', frame.assign)]),
    ...(enters === 'propose' ? [] : [show('send', frame.send)]),
    ...(enters === null ? [] : [{ key: 'download', label: words.download, also: frame.also.download, run: workbook.download }]),
    ...(editable ? [{ key: 'load', label: words.load, run: workbook.load }] : []),
    { key: 'print', label: frame.print, run: () => print() },
    ...ofLibrary,
  ]);
}
