import { counted, type Language, quote } from '../../words/language.ts';
import { type Sentences, texts } from '../../words/texts.ts';
import type { FrameFault, FrameFaultCode, FrameFaults } from './faults.ts';

const told = (text: string | undefined): string => quote(text ?? '');

/** What is wrong with a line of a frame, in full sentences. */
export const FRAME_FAULT_SENTENCES = texts<Sentences<FrameFaultCode>>({
  columnMissing: { vi: () => 'Bảng không có cột này.', en: () => 'The table lacks this column.' },
  columnTwice: { vi: () => 'Bảng có nhiều hơn một cột mang tên này.', en: () => 'The table has more than one column of this name.' },
  cellBeyond: {
    vi: ({ found, expected }) => `Dòng có ${found} ô, nhiều hơn ${expected} cột của dòng tiêu đề.`,
    en: ({ found, expected }) => `The line has ${found} cells, the head only ${expected}.`,
  },
  noLines: { vi: () => 'Bảng không có dòng nào dưới dòng tiêu đề.', en: () => 'The table has no lines under its head.' },
  empty: { vi: () => 'Ô để trống.', en: () => 'The cell is empty.' },
  formula: {
    vi: ({ found }) => `Ô chứa công thức ${told(found)}; cần ghi giá trị.`,
    en: ({ found }) => `The cell holds a formula ${told(found)}; write its value.`,
  },
  controlCharacter: {
    vi: () => 'Ô có ký tự điều khiển (xuống dòng, tab hoặc ký tự không hiển thị).',
    en: () => 'The cell holds a control character (line break, tab or one that is not shown).',
  },
  notText: {
    vi: () => 'Ô có ký tự hỏng, hoặc có một chữ mang quá nhiều dấu.',
    en: () => 'The cell holds a broken character, or a letter with too many marks.',
  },
  tooLong: {
    vi: ({ found, expected }) => `Nội dung dài ${found} ký tự, quá ${expected}.`,
    en: ({ found, expected }) => `The text has ${found} characters, over ${expected}.`,
  },
  notWhole: {
    vi: ({ found }) => `${told(found)} không phải số nguyên viết bằng chữ số, không có dấu phân cách.`,
    en: ({ found }) => `${told(found)} is no whole number in plain digits.`,
  },
  negative: {
    vi: ({ found }) => `Số hộ không thể là số âm ${told(found)}.`,
    en: ({ found }) => `The number of households cannot be negative: ${told(found)}.`,
  },
  tooLarge: {
    vi: ({ found }) => `Số hộ ${told(found)} quá lớn: tối đa 6 chữ số.`,
    en: ({ found }) => `The number of households ${told(found)} is too large: at most 6 digits.`,
  },
  codeTwice: {
    vi: ({ found, line }) => `Mã ${told(found)} đã có ở dòng ${line}.`,
    en: ({ found, line }) => `The code ${told(found)} stands in line ${line} already.`,
  },
  stratumUnknown: {
    vi: ({ found, expected }) => `Thiết kế mẫu không có tầng ${told(found)} (các tầng: ${expected}).`,
    en: ({ found, expected }) => `The design has no stratum ${told(found)} (strata: ${expected}).`,
  },
  unitInTwoStrata: {
    vi: ({ found, line }) => `Đơn vị chọn mẫu ${told(found)} thuộc một tầng khác ở dòng ${line}.`,
    en: ({ found, line }) => `The unit ${told(found)} lies in another stratum in line ${line}.`,
  },
  clusterUnknown: {
    vi: ({ found }) => `Dàn mẫu không có thôn, tổ dân phố mang mã ${told(found)}.`,
    en: ({ found }) => `The frame has no cluster with the code ${told(found)}.`,
  },
  householdTwice: {
    vi: ({ found, line }) => `Mã hộ ${told(found)} đã có ở dòng ${line}, trong cùng thôn, tổ dân phố.`,
    en: ({ found, line }) => `The household ${told(found)} stands in line ${line} already, in the same cluster.`,
  },
  householdsDiffer: {
    vi: ({ cluster, found, expected }) => `Danh sách hộ của ${told(cluster)} có ${found} hộ, dàn mẫu ghi ${expected} hộ.`,
    en: ({ cluster, found, expected }) => `The list of ${told(cluster)} has ${found} households, the frame says ${expected}.`,
  },
});

const SAYS = texts({
  line: { vi: (line: number) => `Dòng ${line}`, en: (line: number) => `Line ${line}` },
  column: { vi: (column: string) => `, cột ${quote(column)}`, en: (column: string) => `, column ${quote(column)}` },
  more: {
    vi: (count: number) => `Còn ${count} lỗi khác không nêu ở đây.`,
    en: (count: number) => `${counted(count, 'more fault is', 'more faults are')} not listed here.`,
  },
});

/** Where in a file a fault stands: "Dòng 5, cột “Số hộ”". */
export const frameFaultPlace = ({ line, column }: FrameFault, language: Language): string =>
  `${SAYS[language].line(line)}${column === '' ? '' : SAYS[language].column(column)}`;

/** One fault with its place, as a sentence. */
export const frameFaultText = (fault: FrameFault, language: Language): string =>
  `${frameFaultPlace(fault, language)}: ${FRAME_FAULT_SENTENCES[language][fault.code](fault.details)}`;

/** All faults of a frame, each as a sentence, in the order of the lines; the last says how many more there are. */
export const frameFaultTexts = ({ faults, more }: FrameFaults, language: Language): string[] => [
  ...faults.toSorted((a, b) => a.line - b.line).map((fault) => frameFaultText(fault, language)),
  ...(more > 0 ? [SAYS[language].more(more)] : []),
];
