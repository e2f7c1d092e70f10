import { createHash } from 'node:crypto';
import { prepareScheme, type Scheme, scoreSheet } from '@parindex/core';
import { baselineOf } from '@parindex/core/round/index';
import { figureTypesOf } from '@parindex/core/scoring/body-inputs';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import type { BodyData } from '@parindex/core/snapshot/types';
import { dataOf, figuresBefore, type MadeUpRound } from './declare-made-up.ts';
import type { InventedRound } from './invented-rounds.ts';

/** One item in so many had other points the year before. */
const CHANGED = 4;

const isChanged = (body: string, item: string): boolean => (createHash('sha256').update(`before ${body} ${item}`).digest()[0] ?? 0) % CHANGED === 0;

/**
 * What each participant scored itself the year before, by item, made up: as now, but for some items those of the participant beside it, so
 * that every value is one that the edition's rules can give.
 */
export function pointsBefore(scheme: Scheme, round: InventedRound, madeUp: MadeUpRound): Map<string, Record<string, string>> {
  const prepared = prepareScheme(scheme);
  const types = figureTypesOf(scheme);
  const estimated = estimatedItems(prepared);
  const { participants, type } = round;
  const scores = participants.map((id) => {
    const data = dataOf(round, id);
    const body = { id, code: null, name: id, block: null, ranked: true, type, admission: { state: 'admitted' as const } };
    const scored = {
      body,
      figures: madeUp.figures[data],
      sheet: madeUp.sheets[data],
      estimates: undefined,
      previous: { figures: figuresBefore(round, madeUp, data), items: {} },
    };
    const { result } = scoreSheet(prepared, scored as BodyData, types, new Set());
    return result.items.filter(({ code }) => !estimated.has(code));
  });
  return new Map(
    participants.map((body, at) => {
      const beside = new Map(scores[(at + 1) % scores.length]?.map((item) => [item.code, item]));
      const items = (scores[at] ?? []).map((item) => (isChanged(body, item.code) ? (beside.get(item.code) ?? item) : item));
      return [body, baselineOf(scheme, scheme, {}, items).items];
    }),
  );
}
