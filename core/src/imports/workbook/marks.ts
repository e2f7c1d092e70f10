/** The mark in the hidden corner of each of our sheets, whatever their name. */
export const SHEET_MARKS = { items: 'parindex-items', figures: 'parindex-figures', about: 'parindex-about' } as const;
