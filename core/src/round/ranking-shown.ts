/** To whom the owner of a round shows its ranking while it runs, besides those who see all its sheets: nobody; each body its own place; all who take part. */
export const RANKING_SHOWN = ['overseers', 'ownPlace', 'participants'] as const;
export type RankingShown = (typeof RANKING_SHOWN)[number];
