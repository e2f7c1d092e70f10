import type { LegalBasis } from './types.ts';

/** A plan or guidance of one year says so: "… Chỉ số cải cách hành chính năm 2022". The year in the name of a law is another matter, and so is a span ("đến năm 2030"). */
const OF_ONE_YEAR = /(?:chỉ số|kế hoạch|tự đánh giá)[^.;]*\s(?<!(?:đến|từ)\s)năm (\d{4})(?!\d)/iu;

const keyOf = (number: string): string => number.replaceAll(/\s/gu, '').toLocaleUpperCase('vi');

/**
 * The grounds of an edition that a round of a year stands on: not those of another year, as an edition outlives the plan and the
 * guidance of the year that it was issued in, and not those that the round files itself, by number.
 */
export function standingBases(bases: readonly LegalBasis[], year: number, filed: readonly string[]): LegalBasis[] {
  const replaced = new Set(filed.map(keyOf));
  return bases.filter(({ number, title }) => {
    const of = OF_ONE_YEAR.exec(title?.['vi'] ?? '')?.[1];
    return !replaced.has(keyOf(number)) && (of === undefined || Number(of) === year);
  });
}
