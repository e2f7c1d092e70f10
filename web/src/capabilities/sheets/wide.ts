/** From this width on, there is room beside the item. */
export const WIDE = '(min-width: 62em)';
