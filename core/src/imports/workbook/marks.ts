/** The mark in the hidden corner of each of our sheets, whatever their name. */
export const SHEET_MARKS = { items: 'parindex-items', figures: 'parindex-figures', about: 'parindex-about' } as const;

/** The same of a workbook of one item over all bodies. */
export const ITEM_MARKS = { bodies: 'parindex-item-bodies', about: 'parindex-item-about' } as const;
