import { createHash } from 'node:crypto';
import { figuresOf, prepareScheme, type Scheme, scoreSheet } from '@parindex/core';
import { baselineOf } from '@parindex/core/round/index';
import { figureTypesOf } from '@parindex/core/scoring/body-inputs';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import type { BodyData } from '@parindex/core/snapshot/types';
import { dataOf, figuresBefore, type MadeUpRound } from './declare-made-up.ts';
import type { InventedRound } from './invented-rounds.ts';

/** Of the items without figures, one in so many had other points the year before. */
const CHANGED = 4;

const isChanged = (body: string, item: string): boolean => (createHash('sha256').update(`before ${body} ${item}`).digest()[0] ?? 0) % CHANGED === 0;

/**
 * What each participant scored itself the year before, by item, made up by the edition's rules: of what it declared then, as now where that
 * gives no points of its own; some items without figures as those of the participant beside it.
 */
export function pointsBefore(scheme: Scheme, round: InventedRound, madeUp: MadeUpRound): Map<string, Record<string, string>> {
  const prepared = prepareScheme(scheme);
  const types = figureTypesOf(scheme);
  const estimated = estimatedItems(prepared);
  const { participants, type } = round;
  const scoresOf = (id: string, figures: MadeUpRound['figures'][string] | undefined, before: MadeUpRound['figures'][string]) => {
    const body = { id, code: null, name: id, block: null, ranked: true, type, admission: { state: 'admitted' as const } };
    const scored = { body, figures, sheet: madeUp.sheets[dataOf(round, id)], estimates: undefined, previous: { figures: before, items: {} } };
    return new Map(scoreSheet(prepared, scored as BodyData, types, new Set()).result.items.map((item) => [item.code, item]));
  };
  const then = (id: string) => figuresBefore(round, madeUp, dataOf(round, id));
  const now = participants.map((id) => scoresOf(id, madeUp.figures[dataOf(round, id)], then(id)));
  return new Map(
    participants.map((body, at) => {
      const past = scoresOf(body, then(body), {});
      const beside = now[(at + 1) % now.length];
      const items = [...(now[at]?.values() ?? [])]
        .filter(({ code }) => !estimated.has(code))
        .map((item) => {
          const { code } = item;
          const before = past.get(code);
          if (figuresOf(prepared, code).size > 0) return before?.state === 'scored' ? before : item;
          return isChanged(body, code) ? (beside?.get(code) ?? item) : item;
        });
      return [body, baselineOf(scheme, scheme, {}, items).items];
    }),
  );
}
