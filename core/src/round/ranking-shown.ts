import type { SheetState } from './sheet-states.ts';

/** To whom the owner of a round shows its ranking while it runs, besides those who see all its sheets: nobody; each body its own place; all who take part. */
export const RANKING_SHOWN = ['overseers', 'ownPlace', 'participants'] as const;
export type RankingShown = (typeof RANKING_SHOWN)[number];

/**
 * Whether a body that is shown its own place alone is told it: once its sheet is sent, or is frozen when its time to declare is over. What could
 * be changed again would tell the points of those beside it, as the place moves with them. @param closes its last deadline
 */
export const tellsOwnPlace = (state: SheetState, closes: number | null, moment: number): boolean =>
  state === 'sent' || (state === 'frozen' && closes !== null && closes <= moment);

/** Which bodies are ranked: all that take part, or only those that have frozen their sheets, so that no figure moves under a place. */
export const RANKED_AMONG = ['all', 'frozen'] as const;
export type RankedAmong = (typeof RANKED_AMONG)[number];
