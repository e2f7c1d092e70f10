import { kindOfNumber } from '@parindex/core/evidence/document-kinds';
import { inWords } from './document.ts';

/** A document as others cite it; null where it is not known. */
export interface CitedDocument {
  /** "12/KH-UBND". */
  readonly number: string | null;
  /** yyyy-mm-dd. */
  readonly date: string | null;
  /** Who issued it: "Bộ trưởng Bộ Nội vụ". */
  readonly issuer: string | null;
  /** Its subject (trích yếu): "phê duyệt Đề án …". */
  readonly subject: string | null;
}

const small = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** A number with its kind: "Kế hoạch số 12/KH-UBND"; a number without letters of a kind is that of a letter. */
export const numberWithKind = (number: string): string => `${kindOfNumber(number) ?? 'Công văn'} số ${number}`;

/** A document cited in full: "Quyết định số 876/QĐ-BNV ngày 10 tháng 11 năm 2022 của Bộ trưởng Bộ Nội vụ phê duyệt Đề án …"; undefined without number and subject. */
export function citedInFull({ number, date, issuer, subject }: CitedDocument): string | undefined {
  if (number === null) return subject === null ? undefined : [subject, date && inWords(date), issuer && `của ${issuer}`].filter(Boolean).join(' ');
  return [numberWithKind(number), date && inWords(date), issuer && `của ${issuer}`, subject && small(subject)].filter(Boolean).join(' ');
}
