/** What a declared figure can be. */
export const FIGURE_TYPES = ['count', 'amount', 'number', 'date', 'yesNo'] as const;
export type FigureType = (typeof FIGURE_TYPES)[number];
