import { makePdf } from '../../../file-inspection/testing/pdf.ts';

/** A PDF of plain lines from the top left on, one list a page; in any letter of Vietnamese. */
export const pdfOf = (pages: readonly { readonly lines: readonly string[] }[]): Buffer =>
  makePdf({ pages: pages.map(({ lines }) => lines.map((text, index) => ({ text, x: 72, y: 780 - index * 20 }))) });
