import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { documentMore, documentName, versionOf } from '../../capabilities/evidence/document-name.ts';
import { useExplains } from '../../capabilities/explanation/use-explains.ts';
import type { Documents } from '../../capabilities/sheets/cited.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { placeOfPart, SHEET_KEYS, SHEET_PARTS, type SheetView } from '../../capabilities/sheets/sheet-parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { type PageAct, usePageActs } from '../../kit/acts/page-acts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { useStepping } from './use-stepping.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

/** What can be done in an open sheet, as it is found by its name. */
export function useSheetActs(
  view: SheetView | undefined,
  stepping: ReturnType<typeof useStepping>,
  workbook: ReturnType<typeof useWorkbook>,
  documents: Documents,
): void {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const { sheet, shown, editable, undo } = useSheet();
  const { enters } = shown.answer;
  const explains = useExplains(sheet);
  const { item } = route.useSearch();
  const navigate = useNavigate();
  const parts = SHEET_PARTS.filter(({ part, shown }) => part !== 'items' && shown({ enters, explains })).map(({ part, keys }): PageAct => {
    // The keys that lead to a part lead back from it too.
    const to = part === view ? 'items' : part;
    return { key: part, label: frame[to], also: frame.also[to], keys, run: () => void navigate(placeOfPart(to, sheet, item)) };
  });
  const ofLibrary = useMemo(
    () =>
      [...documents.values()].flatMap((document): PageAct[] => {
        if (document.held || document.gone) return [];
        const newest = versionOf(document);
        const label = documentName(document, newest, language);
        return [
          {
            ...{ key: document.id, label, also: newest ? documentMore(newest) : '', more: frame.inLibrary, isOneOfMany: true },
            run: () => void navigate({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document', params: { ...sheet, document: document.id } }),
          },
        ];
      }),
    [documents, language, frame, navigate, sheet],
  );
  usePageActs([
    { key: 'next open', label: texts.nextOpen, keys: SHEET_KEYS.nextOpen, run: stepping.nextOpen },
    { key: 'next', label: texts.nextItem, keys: SHEET_KEYS.next, run: () => stepping.stepTo(1) },
    { key: 'previous', label: texts.previousItem, keys: SHEET_KEYS.previous, run: () => stepping.stepTo(-1) },
    ...(editable ? [{ key: 'undo', label: texts.undo, keys: SHEET_KEYS.undo, run: () => void undo() }] : []),
    ...parts,
    ...(enters === null ? [] : [{ key: 'download', label: frame.download, also: frame.also.download, run: workbook.download }]),
    ...(editable ? [{ key: 'load', label: frame.load, run: workbook.load }] : []),
    { key: 'print', label: frame.print, run: () => print() },
    ...ofLibrary,
  ]);
}
