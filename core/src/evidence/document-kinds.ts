import { searchKey } from '../text/search-key.ts';

/** A kind of document (loại văn bản), with the letters that stand for it in numbers; null where numbers have none. */
export interface DocumentKind {
  readonly name: string;
  readonly letters: string | null;
}

const kind = (name: string, letters: string | null): DocumentKind => ({ name, letters });

/**
 * Administrative documents by Article 7 and Annex III of Decree 30/2020/NĐ-CP; then legal documents, and those of the Party
 * that bodies cite beside them.
 */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  kind('Nghị quyết', 'NQ'),
  kind('Quyết định', 'QĐ'),
  kind('Chỉ thị', 'CT'),
  kind('Quy chế', 'QC'),
  kind('Quy định', 'QyĐ'),
  kind('Thông cáo', 'TC'),
  kind('Thông báo', 'TB'),
  kind('Hướng dẫn', 'HD'),
  kind('Chương trình', 'CTr'),
  kind('Kế hoạch', 'KH'),
  kind('Phương án', 'PA'),
  kind('Đề án', 'ĐA'),
  kind('Dự án', 'DA'),
  kind('Báo cáo', 'BC'),
  kind('Biên bản', 'BB'),
  kind('Tờ trình', 'TTr'),
  kind('Hợp đồng', 'HĐ'),
  kind('Công văn', null),
  kind('Công điện', 'CĐ'),
  kind('Bản ghi nhớ', 'BGN'),
  kind('Bản thỏa thuận', 'BTT'),
  kind('Giấy ủy quyền', 'GUQ'),
  kind('Giấy mời', 'GM'),
  kind('Giấy giới thiệu', 'GGT'),
  kind('Giấy nghỉ phép', 'GNP'),
  kind('Phiếu gửi', 'PG'),
  kind('Phiếu chuyển', 'PC'),
  kind('Phiếu báo', 'PB'),
  kind('Thư công', null),
  kind('Bộ luật', null),
  kind('Luật', null),
  kind('Pháp lệnh', null),
  kind('Lệnh', 'L'),
  kind('Nghị định', 'NĐ'),
  kind('Thông tư liên tịch', 'TTLT'),
  kind('Thông tư', 'TT'),
  kind('Kết luận', 'KL'),
];

/** Longest first: "Thông tư liên tịch" before "Thông tư". */
const BY_KEY = DOCUMENT_KINDS.map((each) => ({ ...each, key: searchKey(each.name) })).sort((a, b) => b.key.length - a.key.length);

/** The kind with whose name a text begins, and how long that name is in the text's search key; undefined where it begins with none. */
export function kindAtStart(text: string): { readonly name: string; readonly key: string } | undefined {
  const key = searchKey(text);
  return BY_KEY.find((each) => key === each.key || key.startsWith(`${each.key} `));
}

/** The kind whose name a text is, with or without spaces between its letters ("K Ế  H O Ạ C H"). */
export function kindNamed(text: string): string | undefined {
  const key = searchKey(text).replaceAll(' ', '');
  return BY_KEY.find((each) => each.key.replaceAll(' ', '') === key)?.name;
}

/** The kind that a number's letters tell: "12/KH-UBND" a plan; undefined where they are a body's, as those of a letter (công văn) are. */
export function kindOfNumber(number: string): string | undefined {
  const letters = /^\d+\p{L}{0,2}(?:\/(?:\d{4}\/)?|-)(\p{L}+)(?=[-/])/u.exec(number)?.[1];
  if (letters === undefined) return undefined;
  const exact = DOCUMENT_KINDS.find((each) => each.letters === letters);
  if (exact) return exact.name;
  // Without marks DA may be ĐA: only what remains one kind is told.
  const alike = DOCUMENT_KINDS.filter((each) => each.letters !== null && searchKey(each.letters) === searchKey(letters));
  return alike.length === 1 ? alike[0]?.name : undefined;
}
