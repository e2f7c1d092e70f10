/** Steps of a quantity that tokens.css has colours for. */
const STEPS = 7;

/** The step of a share between 0 and 1: the colour of its cell, which has its number in it. */
export const heatOf = (share: number): number => Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));
