import { displayDecimal } from '@parindex/core';
import type { Change } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

const signed = (text: string, { language }: Context): string => (text.startsWith('-') || Number(text) === 0 ? '' : '+') + displayDecimal(text, language);

/** Places gained or lost in words; colour and sign say the same. */
const placesText = (places: number, { texts }: Context): string =>
  places === 0 ? texts.year.same : (places > 0 ? texts.year.up : texts.year.down)(Math.abs(places));

const toneOf = (points: string): string => (Number(points) === 0 ? 'even' : points.startsWith('-') ? 'fallen' : 'risen');

/** How a body stands against the year before; a dash where that year is not known. */
export function ChangeText({ change, before, context }: { change: Change | undefined; before: number; context: Context }) {
  const { texts } = context;
  if (!change)
    return (
      <span className="quiet" title={texts.year.changeUnknown(before)}>
        <span aria-hidden="true">–</span>
        <span className="unseen">{texts.year.changeUnknown(before)}</span>
      </span>
    );
  return (
    <span className={`change-text ${toneOf(change.points)}`}>
      {signed(change.points, context)}
      {change.places !== undefined && <small>{placesText(change.places, context)}</small>}
    </span>
  );
}
