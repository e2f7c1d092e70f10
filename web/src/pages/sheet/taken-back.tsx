import { type Target, targetKey } from '@parindex/core/ledger/entry';
import { isAsked } from '@parindex/core/rules/answer-form';
import { itemsUsing } from '@parindex/core/scoring/affected-items';
import { useState } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import type { ShownSheet } from '../../capabilities/sheets/shown-sheet.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';

const LeftWithoutField = later(async () => (await import('../../capabilities/sheets/left-without-field.tsx')).LeftWithoutField, { fallback: null });

/** Whether an item has the field now: one that its answer does not ask for, or that belongs to a value which is not there, is on no page. */
const isOnPage = (shown: ShownSheet, target: Target, field: string): boolean =>
  [...shown.rules.forms].some(([code, { fields }]) =>
    fields.some(
      (one) =>
        // The tick of a claim stands with its reason.
        one.field === (field === 'state' ? 'reason' : field) &&
        targetKey(one.target) === targetKey(target) &&
        isAsked(one, shown.score(code).result.explanation.case, shown.cell(target)['answer.level']) &&
        (one.use !== 'provenance' || shown.cell(target)['value'] !== undefined),
    ),
  );

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
  const { sheet } = useSheet();
  const left = (
    <LeftWithoutField
      sheet={sheet}
      hasField={(target, field) => isOnPage(shown, target, field)}
      figureTitle={(id) => (shown.rules.scheme.figures.some((figure) => figure.id === id) ? names.figureTitle(id) : undefined)}
    />
  );
  if (gone.length === 0) return left;
  const items = gone.flatMap(({ kind, id }) => (kind === 'item' ? [id] : []));
  // An item is given with its figures.
  const figures = gone.filter(({ kind, id }) => kind === 'figure' && !itemsUsing(shown.rules.prepared, id).some((code) => items.includes(code)));
  const told = [...items.map(texts.takenBackItem), ...figures.map(({ id }) => `“${names.figureTitle(id)}”`)];
  return (
    <>
      <Notice kind="warning">{texts.takenBack(told.join(', '))}</Notice>
      {left}
    </>
  );
}
