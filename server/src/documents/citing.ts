import { kindOfNumber } from '@parindex/core/evidence/document-kinds';
import { standingBases } from '@parindex/core/scheme/standing-bases';
import type { LegalBasis } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/language';
import { type Block, inWords } from './document.ts';

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

/** The kind of a document (loại văn bản) by its number; without letters of a kind it is a letter. */
export const kindByNumber = (number: string): string => kindOfNumber(number) ?? 'Công văn';

/** A number with its kind: "Kế hoạch số 12/KH-UBND". */
export const numberWithKind = (number: string): string => `${kindByNumber(number)} số ${number}`;

/** A subject as a list of documents has it (tên loại và trích yếu): "Quyết định ban hành Kế hoạch …", "Công văn hướng dẫn …". */
export function subjectWithKind(number: string, subject: string): string {
  const kind = kindByNumber(number);
  return small(subject).startsWith(small(kind)) ? subject : `${kind} ${small(subject)}`;
}

/** A document cited in full: "Quyết định số 876/QĐ-BNV ngày 10 tháng 11 năm 2022 của Bộ trưởng Bộ Nội vụ phê duyệt Đề án …"; undefined without number and subject. */
export function citedInFull({ number, date, issuer, subject }: CitedDocument): string | undefined {
  if (number === null) return subject === null ? undefined : [subject, date && inWords(date), issuer && `của ${issuer}`].filter(Boolean).join(' ');
  return [numberWithKind(number), date && inWords(date), issuer && `của ${issuer}`, subject && small(subject)].filter(Boolean).join(' ');
}

/** A basis of a scheme in full: number, day, issuer and subject, as far as they are known. */
export const basisInFull = ({ number, date, title }: LegalBasis): string =>
  [numberWithKind(number), date && inWords(date), inLanguage(title, 'vi')].filter(Boolean).join(' ');

/** What documents of a round stand on: its plan (null where none is kept), and what its edition is based on. */
export interface RoundBases {
  readonly round: { readonly title: string; readonly year: number };
  readonly plan: CitedDocument | null;
  readonly bases: readonly LegalBasis[];
}

/** The plan that is carried out: that of the round, or else that of the year among the grounds of the edition, or the round by its name. */
export function planInFull({ round, plan, bases }: RoundBases): string {
  const ofYear = standingBases(bases, round.year, []).find(({ title }) => /ban hành kế hoạch/iu.test(title?.['vi'] ?? ''));
  return (plan && citedInFull(plan)) ?? (ofYear && basisInFull(ofYear)) ?? `kế hoạch của “${round.title}”`;
}

interface Ground {
  /** What is said of it at the head of a document. */
  readonly by: 'Căn cứ' | 'Thực hiện';
  readonly cited: string;
}

/** What a document stands on: the decisions on the index, the plan of the round, guidance of the year. */
export function groundsOf({ round, plan, guidance, bases }: RoundBases & { readonly guidance: readonly CitedDocument[] }): Ground[] {
  const filed = [...(plan ? [plan] : []), ...guidance].flatMap(({ number }) => number ?? []);
  return [
    ...standingBases(bases, round.year, filed).map((basis): Ground => ({ by: 'Căn cứ', cited: basisInFull(basis) })),
    ...(plan ? [{ by: 'Căn cứ', cited: citedInFull(plan) ?? '' } as const] : []),
    ...guidance.map((letter): Ground => ({ by: 'Thực hiện', cited: citedInFull(letter) ?? '' })),
  ];
}

/** The same, a line each. */
export const groundLines = (of: Parameters<typeof groundsOf>[0]): string[] => groundsOf(of).map(({ by, cited }) => `${by} ${cited}`);

/** Grounds as a document has them above its body: in italics, each on a line, ending with ";" and the last with ".". */
export const groundBlocks = (lines: readonly string[]): Block[] =>
  lines.map((line, index) => ({ kind: 'paragraph', style: 'italic', text: `${line}${index === lines.length - 1 ? '.' : ';'}` }));
