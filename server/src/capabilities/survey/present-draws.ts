import { inLanguage, type Language } from '@parindex/core';
import type { drawUnits, sampleDesign, sampleFrame, surveyDraw } from '@parindex/core/contracts/schemas/survey-draw';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import type { DrawDesign } from '@parindex/core/survey/draw/design';
import { drawDesignTexts } from '@parindex/core/survey/draw/design-words';
import { unitName } from '@parindex/core/survey/draw/draw-words';
import type { DrawnUnit } from '@parindex/core/survey/draw/record';
import { beginning } from '@parindex/core/words/language';
import type { z } from 'zod';
import type { DesignRow, DrawRow, FrameRow, Population } from './queries/draws.ts';

/** Decimals of a chance, beside its fraction. */
export const CHANCE_PLACES = 8;

const presentDesign = (design: DrawDesign, hash: string, language: Language) => ({
  title: inLanguage(design.title, language) ?? '',
  sentences: drawDesignTexts(design, language),
  hash,
});

const presentPopulation = ({ clusters, households, strata, sample }: Population, hash: string) => ({
  ...{ hash, clusters, households, sample },
  strata: strata.map((row) => ({
    ...{ stratum: row.stratum.join(', '), units: Number(row.units), households: Number(row.households), drawn: Number(row.drawn) },
  })),
});

/** A design that was brought, in sentences. */
export const presentSampleDesign = ({ design, hash, by, at }: DesignRow, language: Language): z.output<typeof sampleDesign> => ({
  ...presentDesign(design, hash, language),
  broughtBy: by,
  broughtAt: at.toISOString(),
});

/** A frame that was brought, in numbers. */
export const presentSampleFrame = (frame: FrameRow): z.output<typeof sampleFrame> => ({
  ...{ id: frame.id, fileName: frame.fileName, broughtBy: frame.by, broughtAt: frame.at.toISOString() },
  ...presentPopulation(frame, frame.hash),
});

/** How a draw stands at a moment. */
export const stateOfDraw = ({ withdrawnAt, seed, heldAt }: DrawRow, now: Date): z.output<typeof surveyDraw>['state'] =>
  withdrawnAt !== null ? 'withdrawn' : seed !== null ? 'drawn' : now >= heldAt ? 'due' : 'declared';

/** A draw as it was declared, with what became of it. */
export const presentDraw = (draw: DrawRow, now: Date, language: Language): z.output<typeof surveyDraw> => ({
  number: draw.number,
  state: stateOfDraw(draw, now),
  design: presentDesign(draw.design, draw.designHash, language),
  frame: presentPopulation(draw, draw.frameHash),
  event: { what: draw.event, place: draw.place, at: draw.heldAt.toISOString() },
  declared: { by: draw.declaredBy, at: draw.declaredAt.toISOString() },
  result:
    draw.seed !== null && draw.enteredBy !== null && draw.enteredAt !== null
      ? {
          ...{ seed: draw.seed, attended: draw.attended ?? '', recordHash: draw.recordHash ?? '' },
          minutes: { number: draw.minutesNumber ?? '', date: draw.minutesDate ?? '' },
          ...{ by: draw.enteredBy, at: draw.enteredAt.toISOString() },
        }
      : null,
  withdrawn:
    draw.withdrawnBy !== null && draw.withdrawnAt !== null ? { reason: draw.reason ?? '', by: draw.withdrawnBy, at: draw.withdrawnAt.toISOString() } : null,
});

/** A unit of a sample, as a line of its table. */
export const presentUnit = (
  { unit, stratum, path, name, order, reserve, sample, overall }: DrawnUnit,
  language: Language,
): z.output<typeof drawUnits>['items'][number] => ({
  stage: beginning(unitName(unit, language)),
  stratum: stratum.join(', '),
  path: path.join(' / '),
  name: name ?? null,
  order: Number(order),
  ...{ reserve, sample },
  overall: { exact: overall, rounded: toDecimal(fromFraction(overall), CHANCE_PLACES, 'halfUp') },
});
