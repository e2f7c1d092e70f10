/** To whom the owner of a round shows its ranking while it runs, besides those who see all its sheets: nobody; each body its own place; all who take part. */
export const RANKING_SHOWN = ['overseers', 'ownPlace', 'participants'] as const;
export type RankingShown = (typeof RANKING_SHOWN)[number];

/** Which bodies are ranked: all that take part, or only those that have frozen their sheets, so that no figure moves under a place. */
export const RANKED_AMONG = ['all', 'frozen'] as const;
export type RankedAmong = (typeof RANKED_AMONG)[number];
