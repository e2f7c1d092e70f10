import { dayNumber } from '../quantity/calendar-date.ts';
import * as exact from '../quantity/rational.ts';
import { emptyObject } from '../reading/raw.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { Estimates, FigureValue, FigureValues } from '../rules/inputs.ts';
import type { Scheme } from '../scheme/types.ts';
import type { BodyData, BodyFigures, BodySheet } from '../snapshot/types.ts';

/** One body's data as rules look at it: figures as numbers, dates as days. */
export interface BodyInputs {
  readonly figures: FigureValues;
  readonly previous: FigureValues | undefined;
  readonly estimates: Estimates;
  readonly sheet: BodySheet;
}

export type FigureTypes = ReadonlyMap<string, FigureType>;

export const figureTypesOf = (scheme: Scheme): FigureTypes => new Map(scheme.figures.map(({ id, type }) => [id, type]));

function numericValue(type: FigureType | undefined, text: string | boolean): FigureValue['value'] {
  if (typeof text === 'boolean') return text;
  return type === 'date' ? (dayNumber(text) as number) : exact.fromText(text);
}

function valuesOf(figures: BodyFigures | undefined, types: FigureTypes): FigureValues {
  const values: Record<string, FigureValue> = emptyObject() as never;
  for (const id in figures) {
    const text = figures[id]?.value;
    if (text !== undefined) values[id] = { text, value: numericValue(types.get(id), text) };
  }
  return values;
}

/** Without inherited names: an id may be any text. */
const NOTHING = emptyObject() as Record<string, never>;

export const bodyInputs = (data: BodyData, types: FigureTypes): BodyInputs => ({
  figures: valuesOf(data.figures, types),
  previous: data.previous && valuesOf(data.previous.figures, types),
  estimates: data.estimates ?? NOTHING,
  sheet: data.sheet ?? NOTHING,
});
