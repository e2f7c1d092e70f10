import type { Item } from '@parindex/core/scheme/types';
import { nextPoints } from '@parindex/core/scoring/next-points';
import type { ItemResult } from '@parindex/core/scoring/result';
import { describeRule } from '@parindex/core/words/describe-rule';
import { explainItem } from '@parindex/core/words/explain-item';
import { nextPointsText } from '@parindex/core/words/next-points-words';
import { pointsText } from '@parindex/core/words/points-text';
import { TrendingUp } from 'lucide-react';
import { useId } from 'react';
import { RuleInWords } from '../../capabilities/sheets/rule-in-words.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

/** Beside the fields: how they become points, which band holds, what the next points want, and how these came about. */
export function ItemRule({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown, names } = useSheet();
  const id = useId();
  const { result } = shown.score(item.code);
  const previous = shown.previous({ kind: 'item', id: item.code });
  const rule = describeRule(item, names);
  const next = nextPoints(shown.rules.prepared, item.code, shown.inputs(), result);
  return (
    <section className="item-rule" aria-labelledby={id}>
      <h3 id={id}>{texts.rule}</h3>
      <RuleInWords rule={rule} holds={rowsThatHold(item, result, rule.rows.length)} />
      {next ? (
        <p className="item-next">
          <TrendingUp size={18} aria-hidden />
          <span>{nextPointsText(item, next, names).join(' ')}</span>
        </p>
      ) : null}
      {previous === null ? null : <p className="item-before">{texts.lastYearPoints(pointsText(String(previous), shown.rules.scheme, language))}</p>}
      <details open>
        <summary>{texts.why}</summary>
        <Why item={item} />
      </details>
    </section>
  );
}

/** The rows of a rule's table that the points come of: the band that was reached, the level chosen, what was ticked. */
function rowsThatHold({ rule }: Item, { explanation: { band, inputs } }: ItemResult, rows: number): readonly number[] {
  if (typeof band === 'number') return [band];
  if (band === 'otherwise') return [rows - 1];
  const { answer } = inputs;
  switch (rule.kind) {
    case 'levels':
      return rule.levels.flatMap(({ id }, index) => (id === answer?.level ? [index] : []));
    case 'checks':
    case 'deduct':
      return rule.checks.flatMap(({ id }, index) => (answer?.checks?.includes(id) ? [index] : []));
    case 'yesNo':
      return answer?.yes === undefined ? [] : [answer.yes ? 0 : 1];
    default:
      return [];
  }
}

/** How the points came about, and what they are; nothing of what is sealed, and no points where there are none yet. */
function Why({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { shown, names } = useSheet();
  if (shown.isSealed(item.code)) return <p>{texts.sealedMore}</p>;
  const { result, fault } = shown.score(item.code);
  const { inputs, steps, missing, verdict } = explainItem(item, result, names);
  // Figures that contradict each other are there, so none is missing.
  const lines = [...inputs.map(({ what, value }) => `${what}: ${value}`), ...steps, ...(fault ? [fault.message] : missing)];
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>{result.state === 'notAnswered' ? texts.noPointsYet : verdict}</strong>
      </p>
    </>
  );
}
