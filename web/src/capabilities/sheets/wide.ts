/** From this width on, something stands beside the item. */
export const WIDE = '(min-width: 62em)';
