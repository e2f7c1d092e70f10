/** A dotless i under a diacritic: how many programs draw "ỉ" and "í" in a PDF. */
const DRAWN_I = /\u0131(?=[\u0300\u0301\u0303\u0309\u0323])/g;

/** A text in NFC with letters as typed, so that it can be searched and compared. */
export const composed = (text: string): string => text.replaceAll(DRAWN_I, 'i').normalize('NFC');
