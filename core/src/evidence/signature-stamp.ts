import type { Segment } from './page-line.ts';
import { foldedLine } from './plain-line.ts';

/** What the stamp of a digital signature says of itself (signing software by Decree 30/2020/NĐ-CP, Annex I, and PDF readers). */
const STAMP =
  /^(?:(?:nguoi|ngay|thoi gian|gio) ky\b|(?:duoc )?ky (?:so )?boi\b|chu ky so\b|ky so\b|(?:digitally )?signed by\b|signature (?:not )?(?:verified|valid|yet)|signing (?:time|date)|e-?mail ?:|co quan ?:|don vi ?:|chuc vu ?:|thoi gian ?:|serial\b|date ?: ?\d|reason ?:|location ?:|\d{1,2}[./-]\d{1,2}[./-]\d{4},? \d{1,2}:\d{2})/;
/** A stamp's letters are smaller than the page's. */
const SMALLER = 0.8;
/** How far below a line of the stamp its next line begins, in its heights. */
const NEXT_LINE = 1.8;

/** Whether a plain line is one of the stamp of a digital signature. */
export const isStampLine = (text: string): boolean => STAMP.test(foldedLine(text));

/** A page's segments without the stamps of digital signatures, their continued small lines among them. */
export function withoutStamps(segments: readonly Segment[]): Segment[] {
  const heights = segments.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const stamp: Segment[] = [];
  const kept: Segment[] = [];
  for (const segment of segments) {
    const follows = stamp.some(
      (above) =>
        segment.height < usual * SMALLER &&
        segment.y - above.y <= above.height * NEXT_LINE &&
        segment.left < above.right + above.height &&
        segment.right > above.left - above.height,
    );
    if (follows || isStampLine(segment.text)) stamp.push(segment);
    else kept.push(segment);
  }
  return kept;
}
