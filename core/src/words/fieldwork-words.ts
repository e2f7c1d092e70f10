import type { BackCheckState, BackCheckVisitOutcome } from '../survey/fieldwork/back-checks.ts';
import { ADDRESS_COLUMN_NAMES, type AddressColumn } from '../survey/fieldwork/columns.ts';
import type { AddressFault, AddressFaultCode } from '../survey/fieldwork/read-addresses.ts';
import type { Language } from './language.ts';
import { LIST_FAULT_SENTENCES } from './list-fault-words.ts';
import { OUTCOME_NAMES } from './outcome-words.ts';
import { type Names, named, type Sentences, texts } from './texts.ts';

/** What an interviewer notes of a visit. */
export const VISIT_OUTCOME_NAMES = texts<Names<BackCheckVisitOutcome>>({
  interviewed: { vi: 'Đã phỏng vấn', en: 'Interviewed' },
  appointment: { vi: 'Hẹn quay lại', en: 'Appointment' },
  absent: { vi: 'Vắng nhà', en: 'Nobody at home' },
  refusal: { vi: 'Từ chối trả lời', en: 'Refused' },
  unable: named(OUTCOME_NAMES, 'unable'),
  language: named(OUTCOME_NAMES, 'language'),
  noEligibleRespondent: named(OUTCOME_NAMES, 'noEligibleRespondent'),
  notLocated: named(OUTCOME_NAMES, 'notLocated'),
  noHousehold: named(OUTCOME_NAMES, 'noHousehold'),
  vacant: named(OUTCOME_NAMES, 'vacant'),
  other: { vi: 'Lý do khác', en: 'Other' },
  nobodyCame: { vi: 'Hộ cho biết chưa có ai đến phỏng vấn', en: 'The household says that nobody came before' },
});

/** What became of back-checks that were drawn. */
export const BACK_CHECK_STATE_NAMES = texts<Names<BackCheckState>>({
  notGiven: { vi: 'Chưa giao người phúc tra', en: 'Given to nobody yet' },
  open: { vi: 'Đang phúc tra', en: 'Open' },
  held: { vi: 'Đã phỏng vấn lại', en: 'Asked again' },
  nobodyCame: named(VISIT_OUTCOME_NAMES, 'nobodyCame'),
  notReached: { vi: 'Không gặp được', en: 'Not reached' },
  refused: { vi: 'Từ chối trả lời lại', en: 'Refused' },
  other: { vi: 'Lý do khác', en: 'Other' },
});

const columnNamed = (column: AddressColumn | null, language: Language): string => (column === null ? '' : ADDRESS_COLUMN_NAMES[language][column]);

const FAULTS = texts<Sentences<AddressFaultCode>>({
  ...LIST_FAULT_SENTENCES,
  columnMissing: { vi: ({ column }) => `Danh sách thiếu cột “${column}”.`, en: ({ column }) => `The list lacks the column “${column}”.` },
  columnUnknown: {
    vi: ({ found, at }) => `Cột ${at} có tiêu đề “${found}”, không phải cột nào của danh sách địa chỉ. Hãy sửa tiêu đề hoặc bỏ cột này.`,
    en: ({ found, at }) => `Column ${at} is headed “${found}”, which is no column of a list of addresses. Mend its head or leave it out.`,
  },
  noAddress: { vi: () => 'Danh sách không có địa chỉ nào.', en: () => 'The list has no address.' },
  unknownLetters: {
    vi: ({ text }) => `Không xác định được bảng mã của dòng này: “${text}”. Hãy lưu tệp ở dạng Unicode.`,
    en: ({ text }) => `The code of the letters of this line is not known: “${text}”. Save the file as Unicode.`,
  },
  cellEmpty: { vi: ({ column }) => `Chưa ghi “${column}”.`, en: ({ column }) => `“${column}” is not told.` },
  badMail: {
    vi: ({ found }) => `“${found}” không phải là địa chỉ thư điện tử. Cột “Điều tra viên” ghi địa chỉ thư điện tử của tài khoản.`,
    en: ({ found }) => `“${found}” is no e-mail address. The column “Interviewer” tells the address of an account.`,
  },
  badReserve: {
    vi: ({ found }) => `“${found}” không rõ là dự phòng hay không. Hãy ghi “có” hoặc để trống.`,
    en: ({ found }) => `“${found}” does not tell whether it is a reserve. Write “yes” or leave it empty.`,
  },
  householdTwice: { vi: ({ other }) => `Hộ này đã có ở dòng ${other}.`, en: ({ other }) => `This household is in line ${other} already.` },
  householdKnown: { vi: () => 'Hộ này đã có trong danh sách đã nạp.', en: () => 'This household was listed before.' },
  clusterOtherName: {
    vi: ({ found, name, other }) => `Dòng này ghi thôn, tổ dân phố là “${found}”, còn dòng ${other} cùng mã ghi là “${name}”.`,
    en: ({ found, name, other }) => `This line calls the village “${found}”, and line ${other} of the same code “${name}”.`,
  },
  clusterOfTwo: {
    vi: ({ found, name, other }) =>
      `Thôn, tổ dân phố này ở dòng ${other} do “${name}” phụ trách, dòng này lại ghi “${found}”. Mỗi thôn, tổ dân phố chỉ giao cho một điều tra viên.`,
    en: ({ found, name, other }) => `Line ${other} gives this village to “${name}”, and this line to “${found}”. A village has one interviewer.`,
  },
  clusterGiven: {
    vi: ({ found }) => `Thôn, tổ dân phố này đã giao cho điều tra viên khác, không phải “${found}”. Hãy ghi điều tra viên đó, hoặc giao lại địa bàn trước.`,
    en: ({ found }) => `This village belongs to another interviewer, not to “${found}”. Name that one, or give the village to somebody else first.`,
  },
  unknownInterviewer: {
    vi: ({ found }) => `Không có điều tra viên nào dùng địa chỉ “${found}”. Hãy mở tài khoản với vai trò “Điều tra viên” trước.`,
    en: ({ found }) => `No interviewer has the address “${found}”. Give them an account with the role “Interviewer” first.`,
  },
  interviewerOfBody: {
    vi: ({ found }) => `“${found}” là người của cơ quan được đánh giá nên không được làm điều tra viên cho cơ quan này.`,
    en: ({ found }) => `“${found}” belongs to the body that is rated, and cannot interview about it.`,
  },
});

/** A fault of a list of addresses as a sentence. */
export const addressFaultText = ({ code, column, details }: AddressFault, language: Language): string =>
  FAULTS[language][code]({ ...details, column: columnNamed(column, language) });

/** Where it is: the line and its column; empty where it is about the whole. */
export const addressFaultPlace = ({ line, column }: AddressFault, language: Language): string => {
  if (line === null) return '';
  const name = columnNamed(column, language);
  const place = language === 'vi' ? `Dòng ${line}` : `Line ${line}`;
  return name === '' ? place : language === 'vi' ? `${place}, cột “${name}”` : `${place}, column “${name}”`;
};
