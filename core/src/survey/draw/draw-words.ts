import { counted, type Language, quote } from '../../words/language.ts';
import { type InBoth, type Sentences, texts } from '../../words/texts.ts';
import { CLUSTER, HOUSEHOLD } from './design.ts';
import { LONGEST_SEED } from './seed.ts';
import type { DrawDifference, DrawDifferenceCode, VerifiedDraw } from './verify.ts';

/** What the stages that every frame has are called; others bear the name of their column. */
export const STAGE_UNIT_NAMES: Readonly<Record<string, InBoth>> = {
  [CLUSTER]: { vi: 'thôn, tổ dân phố', en: 'cluster' },
  [HOUSEHOLD]: { vi: 'hộ', en: 'household' },
};

/** What a stage's unit is called. */
export const unitName = (unit: string | undefined, language: Language): string =>
  unit !== undefined && Object.hasOwn(STAGE_UNIT_NAMES, unit) ? (STAGE_UNIT_NAMES[unit] as InBoth)[language] : quote(unit ?? '');

const FIELD_NAMES = texts({
  order: { vi: 'số thứ tự', en: 'order' },
  reserve: { vi: 'đơn vị dự phòng', en: 'reserve' },
  sample: { vi: 'thuộc mẫu', en: 'in the sample' },
  name: { vi: 'tên', en: 'name' },
  probability: { vi: 'xác suất được chọn ở giai đoạn', en: 'probability at its stage' },
  overall: { vi: 'xác suất được chọn chung', en: 'probability over all stages' },
});
const fieldName = (field: string | undefined, language: Language): string => FIELD_NAMES[language][field as keyof (typeof FIELD_NAMES)['vi']];

const stratumVi = (stratum: string | undefined) => (stratum ? `Tầng ${quote(stratum)}` : 'Dàn mẫu');
const stratumEn = (stratum: string | undefined) => (stratum ? `The stratum ${quote(stratum)}` : 'The frame');

/** Why a draw cannot be held, and how a record of one differs from the draw worked out again. */
export const DRAW_SENTENCES = texts<Sentences<DrawDifferenceCode>>({
  seedEmpty: {
    vi: () => 'Chưa có số khởi tạo ngẫu nhiên (do việc rút thăm công khai ấn định).',
    en: () => 'There is no seed (the text fixed by a public act).',
  },
  seedTooLong: { vi: () => `Số khởi tạo ngẫu nhiên dài quá ${LONGEST_SEED} ký tự.`, en: () => `The seed is longer than ${LONGEST_SEED} characters.` },
  seedNotNfc: { vi: () => 'Số khởi tạo ngẫu nhiên không ở dạng Unicode dựng sẵn (NFC).', en: () => 'The seed is not in Unicode composed form (NFC).' },
  seedControl: { vi: () => 'Số khởi tạo ngẫu nhiên có ký tự không hiển thị.', en: () => 'The seed holds characters that are not shown.' },
  seedPadded: { vi: () => 'Số khởi tạo ngẫu nhiên có khoảng trắng ở đầu hoặc cuối.', en: () => 'The seed begins or ends with a space.' },
  columnsDiffer: {
    vi: ({ found, expected }) => `Dàn mẫu được đọc theo các cột ${quote(found ?? '')}, thiết kế mẫu cần các cột ${quote(expected ?? '')}.`,
    en: ({ found, expected }) => `The frame was read by the columns ${quote(found ?? '')}, the design needs ${quote(expected ?? '')}.`,
  },
  stratumNotInFrame: {
    vi: ({ stratum }) => `Thiết kế mẫu nêu tầng ${quote(stratum ?? '')}, dàn mẫu không có tầng này.`,
    en: ({ stratum }) => `The design names the stratum ${quote(stratum ?? '')}, which the frame does not have.`,
  },
  countMissing: {
    vi: ({ stratum }) => `Thiết kế mẫu chưa nêu số đơn vị cần chọn của tầng ${quote(stratum ?? '')}.`,
    en: ({ stratum }) => `The design does not say how many units are drawn in the stratum ${quote(stratum ?? '')}.`,
  },
  deviationMissing: {
    vi: ({ stratum }) => `Thiết kế mẫu chưa nêu độ lệch chuẩn của tầng ${quote(stratum ?? '')}.`,
    en: ({ stratum }) => `The design gives no standard deviation for the stratum ${quote(stratum ?? '')}.`,
  },
  tooFewUnits: {
    vi: ({ stratum, wanted, has }) => `${stratumVi(stratum)} chỉ có ${has} đơn vị chọn được, cần ${wanted}.`,
    en: ({ stratum, wanted, has }) => `${stratumEn(stratum)} has only ${has} units that can be drawn, ${wanted} are wanted.`,
  },
  minimaOverTotal: {
    vi: ({ wanted, has }) => `Mức tối thiểu của các tầng cộng lại là ${has}, vượt cỡ mẫu ${wanted}.`,
    en: ({ wanted, has }) => `The minima of the strata add up to ${has}, more than the sample of ${wanted}.`,
  },
  totalOverFrame: {
    vi: ({ wanted, has }) => `Dàn mẫu chỉ có ${has} đơn vị chọn được, cỡ mẫu cần ${wanted}.`,
    en: ({ wanted, has }) => `The frame has only ${has} units that can be drawn, the sample takes ${wanted}.`,
  },
  hashDiffers: {
    vi: ({ found, expected }) => `Mã kiểm tra toàn vẹn ghi trong biên bản là ${found}, tính từ nội dung là ${expected}.`,
    en: ({ found, expected }) => `The record says its hash is ${found}, its content gives ${expected}.`,
  },
  frameDiffers: {
    vi: ({ found, expected }) => `Dàn mẫu không phải dàn mẫu đã dùng: biên bản ghi mã ${found}, dàn mẫu này có mã ${expected}.`,
    en: ({ found, expected }) => `The frame is not the one that was drawn from: the record says ${found}, this frame is ${expected}.`,
  },
  designDiffers: {
    vi: ({ found, expected }) => `Mã của thiết kế mẫu ghi trong biên bản là ${found}, tính từ thiết kế là ${expected}.`,
    en: ({ found, expected }) => `The record says the design’s hash is ${found}, the design gives ${expected}.`,
  },
  strataDiffer: {
    vi: ({ found, expected }) => `Số liệu theo tầng khác: biên bản ghi ${found}, tính lại được ${expected}.`,
    en: ({ found, expected }) => `The numbers of the strata differ: the record has ${found}, worked out again they are ${expected}.`,
  },
  shortDiffer: {
    vi: ({ found, expected }) => `Danh sách đơn vị không đủ số cần lấy khác: biên bản ghi ${found}, tính lại được ${expected}.`,
    en: ({ found, expected }) => `The list of units with too few within differs: the record has ${found}, worked out again it is ${expected}.`,
  },
  unitMissing: {
    vi: ({ unit, path }) => `Biên bản thiếu đơn vị được chọn: ${unitName(unit, 'vi')} ${path}.`,
    en: ({ unit, path }) => `The record lacks a unit that was drawn: ${unitName(unit, 'en')} ${path}.`,
  },
  unitAdded: {
    vi: ({ unit, path }) => `Biên bản có đơn vị không được chọn: ${unitName(unit, 'vi')} ${path}.`,
    en: ({ unit, path }) => `The record has a unit that was not drawn: ${unitName(unit, 'en')} ${path}.`,
  },
  unitDiffers: {
    vi: ({ unit, path, field, found, expected }) =>
      `Đơn vị ${unitName(unit, 'vi')} ${path}: ${fieldName(field, 'vi')} ghi ${quote(found ?? '')}, tính lại được ${quote(expected ?? '')}.`,
    en: ({ unit, path, field, found, expected }) =>
      `The unit ${unitName(unit, 'en')} ${path}: ${fieldName(field, 'en')} is ${quote(found ?? '')} in the record, ${quote(expected ?? '')} worked out again.`,
  },
  unitsOutOfOrder: {
    vi: () => 'Các đơn vị trong biên bản không đứng theo thứ tự chọn.',
    en: () => 'The units of the record do not stand in the order of the draw.',
  },
});

const MORE = texts({
  more: {
    vi: (count: number) => `Còn ${count} điểm khác nhau không nêu ở đây.`,
    en: (count: number) => `${counted(count, 'more difference is', 'more differences are')} not listed here.`,
  },
});

/** One difference, or one reason why a draw cannot be held, as a sentence. */
export const drawDifferenceText = ({ code, details }: DrawDifference, language: Language): string => DRAW_SENTENCES[language][code](details);

/** All differences of a record as sentences; the last says how many more there are. */
export const verifiedDrawTexts = ({ differences, more }: VerifiedDraw, language: Language): string[] => [
  ...differences.map((each) => drawDifferenceText(each, language)),
  ...(more > 0 ? [MORE[language].more(more)] : []),
];
