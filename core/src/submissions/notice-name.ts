import { displayDate } from '../quantity/display.ts';
import type { NoticedStage } from '../round/told-verdicts.ts';

/** Number and day of a letter that was sent. */
export interface SentLetter {
  readonly number: string;
  readonly date: string;
}

/** Number and day in words that stand in the name of a file: "số 123-TB-SNV ngày 02-12-2026". */
export const sentName = ({ number, date }: SentLetter): string =>
  `số ${number.replaceAll(/[^\p{L}\p{N}]+/gu, '-')} ngày ${displayDate(date).replaceAll('/', '-')}`;

/** What the file of a notice of the appraisal is called, without ending: with its number and day once these are recorded. */
export const noticeName = (stage: NoticedStage, of: string, sent?: SentLetter | null): string =>
  [
    'thong-bao-tham-dinh',
    ...(stage === 'second' ? ['lan-hai'] : []),
    of,
    ...(sent ? [sentName(sent).replace('số', 'so').replace('ngày', 'ngay').replaceAll(' ', '-')] : []),
  ].join('-');
