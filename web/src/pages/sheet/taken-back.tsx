import { targetKey } from '@parindex/core/ledger/entry';
import { itemsUsing } from '@parindex/core/scoring/affected-items';
import { useState } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';

/** Tells a department which of its parts were taken back while it had the sheet open. */
export function TakenBack() {
  const texts = useTexts(sheetTexts);
  const { shown, names } = useSheet();
  const mine = shown.answer.parts.filter((part) => part.mine);
  const [had, setHad] = useState(mine);
  const present = new Set(mine.map(targetKey));
  const known = new Set(had.map(targetKey));
  if (mine.some((part) => !known.has(targetKey(part)))) setHad([...had, ...mine.filter((part) => !known.has(targetKey(part)))]);
  const gone = had.filter((part) => !present.has(targetKey(part)));
  if (gone.length === 0) return null;
  const items = gone.flatMap(({ kind, id }) => (kind === 'item' ? [id] : []));
  // An item is given with its figures.
  const figures = gone.filter(({ kind, id }) => kind === 'figure' && !itemsUsing(shown.rules.prepared, id).some((code) => items.includes(code)));
  const told = [...items.map(texts.takenBackItem), ...figures.map(({ id }) => `“${names.figureTitle(id)}”`)];
  return <Notice kind="warning">{texts.takenBack(told.join(', '))}</Notice>;
}
