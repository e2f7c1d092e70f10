/** The steps of the scale of a quantity in `tokens.css`, from the least to the most. */
const LAST_STEP = 6;

/**
 * The step of a share between 0 and 1, for the attribute `data-heat`: the last one is for the whole alone, the first for nothing alone,
 * so that "all" and "none" are told from "nearly" by colour too.
 */
export function heatStep(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? LAST_STEP : 1 + Math.min(LAST_STEP - 2, Math.floor(share * (LAST_STEP - 1)));
}
