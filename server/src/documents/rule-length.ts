// Advance widths of Times New Roman Bold in thousandths of its size, A to Z and a to z; marks above and below letters add nothing.
const CAPITALS = [722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667];
const SMALL = [500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444];
const OTHER: Readonly<Record<string, number>> = { ' ': 250, '-': 333, '–': 500, ',': 250, '.': 250, Đ: 722, đ: 556 };
const DIGIT = 500;

function widthOf(sign: string): number {
  const other = OTHER[sign];
  if (other !== undefined) return other;
  const code = sign.charCodeAt(0);
  return CAPITALS[code - 65] ?? SMALL[code - 97] ?? DIGIT;
}

/** How wide a line of bold letters is, in points. */
export const boldWidth = (text: string, size: number): number =>
  ([...text.normalize('NFD').replaceAll(/\p{M}/gu, '')].reduce((sum, sign) => sum + widthOf(sign), 0) * size) / 1000;

/** The share of a line of text that the rule below it takes: between a third and a half (Nghị định 30/2020/NĐ-CP). */
export const RULE_SHARE = 0.4;

/** The length of the rule below lines of bold letters, in points; a line is never wider than the column that breaks it. */
export const ruleBelow = (lines: readonly string[], size: number, column: number): number =>
  RULE_SHARE * Math.min(column, Math.max(0, ...lines.map((line) => boldWidth(line, size))));

/** How many lines a text takes in a column, in points: words go whole to the next line. Measured as bold letters, so that there is never less room than it takes. */
export function linesIn(text: string, size: number, column: number): number {
  const space = boldWidth(' ', size);
  return text.split('\n').reduce((lines, paragraph) => {
    let [taken, used] = [1, 0];
    for (const word of paragraph.split(' ')) {
      const width = boldWidth(word, size);
      if (used > 0 && used + space + width > column) [taken, used] = [taken + 1, 0];
      // What is longer than a line is broken within.
      taken += Math.max(0, Math.ceil(width / column) - 1);
      used = used === 0 ? width % column : used + space + width;
    }
    return lines + taken;
  }, 0);
}
