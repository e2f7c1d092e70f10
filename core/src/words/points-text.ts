import { displayDecimal, displayFraction } from '../quantity/display.ts';
import type { NumberText } from '../quantity/number-text.ts';
import { fromFraction, fromText, toDecimal } from '../quantity/rational.ts';
import type { Scheme } from '../scheme/types.ts';
import type { FractionText } from '../scoring/result.ts';
import type { OwnPoints } from '../scoring/sheet-points.ts';
import { counted, type Language } from './language.ts';
import { texts } from './texts.ts';

/** How a scheme rounds. */
export type Rounding = Pick<Scheme, 'rounding'>;

/** Points of a sum or a heading, rounded once to the places of the scheme: "56,80". All their digits stand in the explanation alone. */
export const pointsText = (points: FractionText | NumberText, scheme: Rounding, language: Language): string =>
  displayDecimal(roundedPoints(points, scheme), language);

/** Points, computed or given as those of the year before are, rounded once to the places of the scheme as a number text: "56.80". */
export const roundedPoints = (points: FractionText | NumberText, { rounding }: Rounding): NumberText =>
  toDecimal(points.includes('/') ? fromFraction(points) : fromText(points), Number(rounding.places), rounding.mode);

/** Points over the maximum that they are part of: "56,80/68". */
export const pointsOver = (
  { points, maximum }: { readonly points: FractionText | null; readonly maximum: FractionText },
  scheme: Rounding,
  language: Language,
): string => `${points === null ? '–' : pointsText(points, scheme, language)}/${displayFraction(maximum, language)}`;

const COUNTS = texts({
  left: { vi: (left: number) => `còn ${left} nội dung chưa chấm`, en: (left: number) => `${counted(left, 'item')} not scored yet` },
  scored: {
    vi: (scored: number, asked: number, claims: number) =>
      `đã tự chấm ${scored}/${asked} nội dung${claims > 0 ? `, đề nghị không đánh giá ${claims} nội dung` : ''}`,
    en: (scored: number, asked: number, claims: number) =>
      `${scored} of ${counted(asked, 'item')} scored${claims > 0 ? `, ${claims} claimed not to have arisen` : ''}`,
  },
  of: {
    vi: (scored: number, asked: number, claims: number) => `${scored}/${asked}${claims > 0 ? ` + ${claims} đề nghị không đánh giá` : ''}`,
    en: (scored: number, asked: number, claims: number) => `${scored}/${asked}${claims > 0 ? ` + ${claims} claimed not to have arisen` : ''}`,
  },
  part: {
    vi: (points: string, scored: number, asked: number, claims: number) =>
      `${points} điểm · đã chấm ${scored}/${asked}${claims > 0 ? `, ${claims} đề nghị không đánh giá` : ''}`,
    en: (points: string, scored: number, asked: number, claims: number) =>
      `${points} points · ${scored}/${asked} scored${claims > 0 ? `, ${claims} claimed not to have arisen` : ''}`,
  },
});

const IF_CONFIRMED = texts({
  text: { vi: (points: string) => `nếu được xác nhận: ${points}`, en: (points: string) => `if confirmed: ${points}` },
});

/** The second reading beside a body's points, where it claims that something did not arise: "nếu được xác nhận: 57,30/60". */
export const ifConfirmedText = (own: OwnPoints, scheme: Rounding, language: Language): string => IF_CONFIRMED[language].text(pointsOver(own, scheme, language));

const IF_UNCONFIRMED = texts({
  text: {
    vi: (points: string) => `nếu mẫu số bằng 0 không được xác nhận: ${points}`,
    en: (points: string) => `if denominators of 0 are not confirmed: ${points}`,
  },
});

/** The second reading where full points come of 0 of 0: "nếu mẫu số bằng 0 không được xác nhận: 20,63/34". */
export const ifUnconfirmedText = (own: OwnPoints, scheme: Rounding, language: Language): string =>
  IF_UNCONFIRMED[language].text(pointsOver(own, scheme, language));

interface Readings {
  readonly ifConfirmed: OwnPoints | null;
  readonly ifUnconfirmed: OwnPoints | null;
}

/** Both second readings of a body's points, those that there are; empty where it claims nothing and has nothing of 0 of 0. */
export const readingsText = ({ ifConfirmed, ifUnconfirmed }: Readings, scheme: Rounding, language: Language): string =>
  [
    ...(ifConfirmed ? [ifConfirmedText(ifConfirmed, scheme, language)] : []),
    ...(ifUnconfirmed ? [ifUnconfirmedText(ifUnconfirmed, scheme, language)] : []),
  ].join('; ');

type Counted = Pick<OwnPoints, 'asked' | 'answered' | 'claims'>;

/** How many items a body has still to score itself, as every place says it: "còn 39 nội dung chưa chấm". */
export const leftText = ({ asked, answered }: Omit<Counted, 'claims'>, language: Language): string => COUNTS[language].left(asked - answered);

/** How many it has scored, and apart from them how many it says not to have arisen: "đã tự chấm 30/69 nội dung, đề nghị không đánh giá 2 nội dung". */
export const scoredText = ({ asked, answered, claims }: Counted, language: Language): string => COUNTS[language].scored(answered - claims, asked, claims);

/** The same in columns: "30/69 + 2 đề nghị không đánh giá". */
export const scoredOf = ({ asked, answered, claims }: Counted, language: Language): string => COUNTS[language].of(answered - claims, asked, claims);

/** The same where there is room for figures alone, with what "+2" means said beside the table: "30/69 (+2)". */
export const scoredShort = ({ asked, answered, claims }: Counted): string => `${answered - claims}/${asked}${claims > 0 ? ` (+${claims})` : ''}`;

/** A domain or criterion in few words: "5,90/9,5 điểm · đã chấm 7/10". */
export const partText = (own: OwnPoints, scheme: Rounding, language: Language): string =>
  COUNTS[language].part(pointsOver(own, scheme, language), own.answered - own.claims, own.asked, own.claims);
