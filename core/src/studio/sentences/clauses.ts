import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { NUMBER, numberIn } from './numbers.ts';

/** A line of what a decision says of an item's points; `points` where they stand in a cell of their own. */
export interface RuleLine {
  readonly text: string;
  readonly points?: NumberText;
}

/** "Đúng thời hạn: 0,5" as what must hold, and what it gives: points, or points that are reckoned; `text` as it was written. */
export type Clause = { readonly when: string; readonly text: string } & (
  | { readonly points: NumberText /** They are taken away. */; readonly takes?: true /** They are the most of a span. */; readonly upTo?: true }
  | { readonly reckoned: string }
);

export interface Clauses {
  readonly clauses: readonly Clause[];
  /** Lines that give no points themselves: what is measured, how, by which papers. */
  readonly others: readonly string[];
}

const BULLET = /^(?:[-–−+*•·▪]|[a-zđ]\)|\d\))\s*/u;
const WORD_FOR_GIVES = '(?:thì |sẽ )?(?:được tính|được chấm|được cộng|được|tính|đạt|chấm|cho|cộng|trừ|là)';
/** "…: 0,5", "… được 0,5 điểm", "… (0,5 điểm)", "… = 0,5". */
const WITH_POINTS = [
  new RegExp(String.raw`^(.*?)\s*(?:[:=→]|[-–−](?=\s))\s*(?:${WORD_FOR_GIVES}\s*)?([-−–]?\s?${NUMBER})\s*(?:điểm|đ)?\s*[.,]?$`, 'iu'),
  new RegExp(String.raw`^(.*?)[,:]?\s+${WORD_FOR_GIVES}\s*:?\s*(${NUMBER})\s*(?:điểm|đ)\s*[.,]?$`, 'iu'),
  new RegExp(String.raw`^(.*?)\s*\(\s*(?:${WORD_FOR_GIVES}\s*)?(${NUMBER})\s*(?:điểm|đ)\s*\)\s*[.,]?$`, 'iu'),
  new RegExp(String.raw`^(.*?)[,:]?\s+(?:thì\s+)?(${NUMBER})\s*điểm\s*[.,]?$`, 'iu'),
  new RegExp(
    String.raw`^(.*?)[,:]?\s+(?:thì\s+)?(?:số )?điểm(?: đánh giá| đạt được)?\s*(?:được\s+)?(?:tính\s+)?(?:là|bằng|=|:)\s*(${NUMBER})\s*(?:điểm|đ)?\s*[.,]?$`,
    'iu',
  ),
];
const DEFINES_LETTERS = /[,.;]?\s*(?=trong đó\s*[:,]?\s*[a-z]\s*(?:là|:|=)\s)/iu;
const DEFINES = /^(?:trong đó\s*[:,]?\s*)?[a-z]\s*(?:là|:|=)\s/iu;
/** A formula that stands on the line below the words which announce it. */
const ON_NEXT_LINE = /(công thức(?: sau)?(?: đây)?\s*:?)\s*[\r\n]+\s*(?:[-–+•]\s+)?/giu;
const TAKES = /^[\s:=→,(]*(?:thì |sẽ |bị )*(?:trừ|[-–−]\s?\d)/iu;
/** "… đến 3 điểm", "… tối đa 3 điểm": a person gives what lies below. */
const UP_TO = /(?:^|[\s:,(])(?:được |cho |chấm )?(?:đến|tới|tối đa|không quá|từ [\d.,]+ (?:điểm )?(?:đến|-))$/iu;
const SPAN = new RegExp(String.raw`từ (${NUMBER}) (?:điểm )?(?:đến|-)$`, 'iu');
const WITHOUT_ANY = /^(.*?)\s*(?:[:=→,]|[-–−](?=\s))?\s*(?:thì\s+)?(?:không (?:được )?(?:tính|chấm|có|cho) điểm|không được điểm|không điểm)\s*[.,]?$/iu;
const WITH_ALL = /^(.*?)\s*(?:[:=→,]|[-–−](?=\s))?\s*(?:thì\s+)?(?:được |đạt |tính |chấm )*(?:điểm tối đa|đủ điểm|100\s*% (?:số )?điểm(?: tối đa)?)\s*[.,]?$/iu;
const WITH_SHARE = new RegExp(
  String.raw`^(.*?)\s*(?:[:=→,]|[-–−](?=\s))?\s*(?:thì\s+)?(?:được |đạt |tính |chấm )*(${NUMBER})\s*% (?:số )?điểm(?: tối đa| chuẩn)?\s*[.,]?$`,
  'iu',
);
const RECKONED =
  /^(.*?)\s*(?:[:,]\s*|(?:thì|sẽ)\s+)?((?:số )?điểm(?: đánh giá| đạt được| được tính)?\s*=.*|(?:(?:số )?điểm(?: đánh giá| đạt được)? )?(?:được )?(?:tính|chấm)(?: điểm)? theo (?:công thức|tỷ lệ|tỉ lệ).*)$/iu;

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00A0\u2000-\u200B\u202F]/gu, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Where a sentence ends and the next case begins. */
const NEXT_CASE = /(?<=[\p{L}\d)%])[.,]\s+(?=(?:từ|dưới|trên|đạt|không|nếu|trường hợp|mỗi|cứ|còn lại|các trường hợp)(?:\s|$))|(?<=\d\s?(?:điểm|đ))\.\s+/iu;

/** What one line holds, cut where cases end; what stands in brackets is not cut. */
function partsOf(line: string): string[] {
  const cut = line.split(DEFINES_LETTERS).flatMap((part) => part.split(/;(?![^()]*\))/));
  return cut.flatMap((part) => {
    const pieces = part.split(NEXT_CASE);
    // A sentence that gives nothing is not torn from what follows in it.
    return pieces.length > 1 && pieces.every((piece) => DEFINES.test(piece.trim()) || clauseOf(piece, undefined) !== undefined) ? pieces : [part];
  });
}

const withoutBullet = (text: string): string => plain(text).replace(BULLET, '');

/** Reads one case; undefined where it gives no points. `maximum`: what "điểm tối đa" means. */
function clauseOf(text: string, maximum: NumberText | undefined): Clause | undefined {
  const said = withoutBullet(text);
  const reckoned = RECKONED.exec(said);
  if (reckoned) return { text: said, when: (reckoned[1] as string).trim(), reckoned: (reckoned[2] as string).trim() };
  const share = WITH_SHARE.exec(said);
  if (share) {
    const [each, most] = [numberIn(share[2] as string), maximum];
    if (each === undefined) return undefined;
    const points = most === undefined ? '0' : decimalOf(exact.divide(exact.multiply(exact.fromText(each), exact.fromText(most)), exact.hundred));
    return points === undefined ? undefined : { text: said, when: (share[1] as string).trim(), points };
  }
  const all = WITH_ALL.exec(said);
  if (all) return { text: said, when: (all[1] as string).trim(), points: maximum ?? '0' };
  const none = WITHOUT_ANY.exec(said);
  if (none) return { text: said, when: (none[1] as string).trim(), points: '0' };
  for (const form of WITH_POINTS) {
    const found = form.exec(said);
    const points = found ? numberIn((found[2] as string).replace(/[-−–\s]/g, '')) : undefined;
    if (found && points !== undefined) {
      const takes = TAKES.test(found[0].slice((found[1] as string).length)) || /[\s(](?:bị )?trừ$/iu.test(found[1] as string);
      const least = SPAN.exec(found[1] as string)?.[1];
      // Of a span that begins over nought the least is lost.
      if (least !== undefined && !exact.isZero(exact.fromText(numberIn(least) ?? '1'))) return undefined;
      const upTo = UP_TO.test(found[1] as string);
      const when = (found[1] as string).replace(UP_TO, '').replace(/[\s:,–-]+$/u, '');
      return { text: said, when: when.trim(), points, ...(takes && { takes }), ...(upTo && { upTo }) };
    }
  }
  return undefined;
}

/** The cases that lines hold, in their order, and what gives no points. */
export function clausesOf(lines: readonly RuleLine[], maximum: NumberText): Clauses {
  const clauses: Clause[] = [];
  const others: string[] = [];
  for (const { text, points } of lines) {
    if (points !== undefined) {
      const when = withoutBullet(text).replace(/[\s:;.,]+$/u, '');
      clauses.push({ text: `${when}: ${points.replace('.', ',')}`, when, points });
      continue;
    }
    for (const line of text.replace(ON_NEXT_LINE, '$1 ').split(/\r\n?|\n/))
      for (const part of partsOf(line)) {
        const said = withoutBullet(part);
        if (said === '') continue;
        const clause = clauseOf(said, maximum);
        if (clause) clauses.push(clause);
        else others.push(said);
      }
  }
  return { clauses, others };
}
