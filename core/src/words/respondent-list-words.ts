import type { RespondentFault, RespondentFaultCode, RespondentNotice, RespondentNoticeCode } from '../survey/respondents/faults.ts';
import type { ReplacementFault, ReplacementFaultCode, ReplacementReason } from '../survey/respondents/replacement.ts';
import type { RespondentColumn } from '../survey/respondents/types.ts';
import type { OldEncoding } from '../text/old-encodings/readings.ts';
import type { Language } from './language.ts';
import { LIST_FAULT_SENTENCES } from './list-fault-words.ts';
import { type Names, type Sentences, texts } from './texts.ts';

/** How the columns of a list of respondents are headed. */
export const RESPONDENT_COLUMN_NAMES = texts<Names<RespondentColumn>>({
  number: { vi: 'STT', en: 'No.' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  unit: { vi: 'Đơn vị công tác', en: 'Unit' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  mail: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ nhận thư', en: 'Address' },
  note: { vi: 'Ghi chú', en: 'Note' },
});

/** What the codes of old texts are called. */
export const OLD_ENCODING_NAMES = texts<Names<OldEncoding>>({
  tcvn3: { vi: 'TCVN3 (ABC)', en: 'TCVN3 (ABC)' },
  vni: { vi: 'VNI', en: 'VNI' },
  windows1258: { vi: 'Windows-1258', en: 'Windows-1258' },
  utf8Twice: { vi: 'UTF-8 bị mã hóa hai lần', en: 'UTF-8 encoded twice' },
  ethForD: { vi: 'Unicode nhưng dùng chữ Ð của tiếng Iceland thay cho chữ Đ', en: 'Unicode with the Icelandic Ð for Đ' },
});

const columnNamed = (column: string | undefined, language: Language): string => RESPONDENT_COLUMN_NAMES[language][column as RespondentColumn] ?? String(column);
const encodingsNamed = (encodings: string | undefined, language: Language): string =>
  (encodings ?? '')
    .split(', ')
    .map((encoding) => OLD_ENCODING_NAMES[language][encoding as OldEncoding] ?? encoding)
    .join(', ');

const FAULTS = texts<Sentences<RespondentFaultCode>>({
  ...LIST_FAULT_SENTENCES,
  columnMissing: {
    vi: ({ column }) => `Danh sách thiếu cột “${columnNamed(column, 'vi')}”.`,
    en: ({ column }) => `The list lacks the column “${columnNamed(column, 'en')}”.`,
  },
  columnUnknown: {
    vi: ({ found, at }) => `Cột ${at} có tiêu đề “${found}”, không phải cột nào của mẫu danh sách. Hãy sửa tiêu đề hoặc bỏ cột này.`,
    en: ({ found, at }) => `Column ${at} is headed “${found}”, which is no column of the form. Mend its head or leave it out.`,
  },
  noWayColumn: {
    vi: () => 'Danh sách phải có ít nhất một trong các cột “Điện thoại”, “Thư điện tử”, “Địa chỉ nhận thư”.',
    en: () => 'The list needs at least one of the columns “Phone”, “E-mail”, “Address”.',
  },
  noRespondents: { vi: () => 'Danh sách không có người nào.', en: () => 'The list names nobody.' },
  nameEmpty: { vi: () => 'Chưa ghi họ và tên.', en: () => 'The name is not told.' },
  groupMissing: {
    vi: ({ groupsVi }) => `Chưa ghi nhóm đối tượng. Các nhóm đối tượng của kỳ điều tra: ${groupsVi}.`,
    en: ({ groupsEn }) => `The group is not told. The groups of the survey: ${groupsEn}.`,
  },
  groupUnknown: {
    vi: ({ found, groupsVi }) => `Không có nhóm đối tượng “${found}”. Các nhóm đối tượng của kỳ điều tra: ${groupsVi}.`,
    en: ({ found, groupsEn }) => `There is no group “${found}”. The groups of the survey: ${groupsEn}.`,
  },
  groupAmbiguous: {
    vi: ({ found, groupsVi }) => `“${found}” có thể là nhiều nhóm đối tượng: ${groupsVi}. Hãy ghi mã của nhóm.`,
    en: ({ found, groupsEn }) => `“${found}” may be several groups: ${groupsEn}. Write the id.`,
  },
  badPhone: {
    vi: ({ found }) =>
      `“${found}” không phải là số điện thoại hợp lệ tại Việt Nam. Hãy ghi một số duy nhất: số di động gồm 10 chữ số, số cố định gồm 11 chữ số kể cả mã vùng.`,
    en: ({ found }) => `“${found}” is no telephone number of Viet Nam. Write one number: a mobile has 10 digits, a landline 11 with its area code.`,
  },
  formerPhone: {
    vi: ({ found }) => `“${found}” là số di động 11 chữ số, không còn sử dụng từ năm 2018. Hãy ghi số 10 chữ số.`,
    en: ({ found }) => `“${found}” is a mobile number of 11 digits, out of use since 2018. Write the one of 10 digits.`,
  },
  badMail: { vi: ({ found }) => `“${found}” không phải là địa chỉ thư điện tử hợp lệ.`, en: ({ found }) => `“${found}” is no e-mail address.` },
  noWay: {
    vi: () => 'Không có cách nào gửi phiếu: chưa ghi điện thoại, thư điện tử hoặc địa chỉ nhận thư.',
    en: () => 'There is no way to send the questionnaire: neither phone, e-mail nor address is told.',
  },
  phoneTwice: {
    vi: ({ line, other }) => `Dòng ${line} và dòng ${other} có cùng số điện thoại.`,
    en: ({ line, other }) => `Lines ${line} and ${other} have the same telephone number.`,
  },
  mailTwice: {
    vi: ({ line, other }) => `Dòng ${line} và dòng ${other} có cùng địa chỉ thư điện tử.`,
    en: ({ line, other }) => `Lines ${line} and ${other} have the same e-mail address.`,
  },
  personTwice: {
    vi: ({ line, other }) => `Dòng ${line} và dòng ${other} ghi cùng một người: trùng họ và tên, chức vụ và đơn vị công tác.`,
    en: ({ line, other }) => `Lines ${line} and ${other} name the same person: name, position and unit are alike.`,
  },
  phoneKnown: {
    vi: () => 'Số điện thoại này là của một người đã có trong danh sách của kỳ điều tra.',
    en: () => 'Somebody who is already on the list of the survey has this telephone number.',
  },
  mailKnown: {
    vi: () => 'Địa chỉ thư điện tử này là của một người đã có trong danh sách của kỳ điều tra.',
    en: () => 'Somebody who is already on the list of the survey has this e-mail address.',
  },
  personKnown: {
    vi: () => 'Người này đã có trong danh sách của kỳ điều tra: trùng họ và tên, chức vụ và đơn vị công tác.',
    en: () => 'This person is already on the list of the survey: name, position and unit are alike.',
  },
  twoReadings: {
    vi: ({ readings }) => `Không xác định được bảng mã của dòng này; nội dung có thể là “${readings}”. Hãy gõ lại dòng này bằng phông chữ Unicode.`,
    en: ({ readings }) => `The code of this line cannot be told; it may say “${readings}”. Type it anew in Unicode.`,
  },
  notVietnamese: {
    vi: ({ words }) => `Dòng này có chữ không phải chữ tiếng Việt trong bất kỳ bảng mã nào${words ? `: ${words}` : ''}. Hãy gõ lại bằng phông chữ Unicode.`,
    en: ({ words }) => `The line has letters that are Vietnamese in no code${words ? `: ${words}` : ''}. Type it anew in Unicode.`,
  },
  mixedEncodings: {
    vi: ({ words }) => `Một số từ có vẻ được gõ bằng phông chữ cũ, phần còn lại thì không: ${words}. Hãy gõ lại các từ này bằng phông chữ Unicode.`,
    en: ({ words }) => `Some words seem to be typed in an old font and the rest is not: ${words}. Type them anew in Unicode.`,
  },
  lostLetters: {
    vi: () => 'Một số chữ có dấu đã bị mất khi lưu tệp (thay bằng dấu “?” hoặc “�”) và không thể khôi phục. Hãy xuất lại tệp từ bản gốc.',
    en: () => 'Letters with marks were lost when the file was saved (“?” or “�” is in their place) and cannot be brought back. Export it anew.',
  },
  tooLittle: {
    vi: ({ words, readings }) =>
      `Từ “${words}” có thể được gõ bằng phông chữ cũ (khi đó nội dung là “${readings}”), cũng có thể là tên nước ngoài. Hãy gõ lại bằng phông chữ Unicode hoặc xác nhận giữ nguyên.`,
    en: ({ words, readings }) =>
      `“${words}” may be typed in an old font (it then says “${readings}”), and may be a foreign name. Type it anew in Unicode, or confirm it as it stands.`,
  },
});

const NOTICES = texts<Sentences<RespondentNoticeCode>>({
  converted: {
    vi: ({ encodings, text, capitals }) =>
      `Dòng này được gõ bằng bảng mã ${encodingsNamed(encodings, 'vi')} và đã được chuyển sang Unicode: “${text}”. Hãy đối chiếu với bản gốc.${
        capitals ? ' Chữ hoa có dấu do phông chữ tạo ra nên được chuyển thành chữ thường.' : ''
      }`,
    en: ({ encodings, text, capitals }) =>
      `The line was in ${encodingsNamed(encodings, 'en')} and was converted to Unicode: “${text}”. Compare it with the original.${
        capitals ? ' Capitals with marks were made by the font, and are small letters now.' : ''
      }`,
  },
  phoneZeroAdded: {
    vi: ({ found }) => `Số điện thoại “${found}” bị mất số 0 ở đầu, thường do bảng tính; đã thêm lại số 0.`,
    en: ({ found }) => `The telephone number “${found}” had lost its leading 0, as spreadsheets do; it was put back.`,
  },
  likePerson: {
    vi: ({ line, other }) =>
      `Dòng ${line} và dòng ${other} có họ tên chỉ khác nhau ở dấu, cùng chức vụ và đơn vị công tác. Hãy kiểm tra có phải cùng một người không.`,
    en: ({ line, other }) =>
      `The names of lines ${line} and ${other} differ in their marks alone; position and unit are alike. See whether they are one person.`,
  },
  likeKnownPerson: {
    vi: () =>
      'Trong danh sách của kỳ điều tra đã có người có họ tên chỉ khác ở dấu, cùng chức vụ và đơn vị công tác. Hãy kiểm tra có phải cùng một người không.',
    en: () => 'Somebody on the list of the survey has a name that differs in its marks alone, and position and unit alike. See whether they are one person.',
  },
});

/** Why a list of respondents, or a line of it, is not taken. */
export const respondentFaultText = ({ code, column, details }: RespondentFault, language: Language): string =>
  FAULTS[language][code]({ ...(column === null ? {} : { column }), ...details });

/** What is told of a list that is taken. */
export const respondentNoticeText = ({ code, details }: RespondentNotice, language: Language): string => NOTICES[language][code](details);

/** Why a respondent is replaced. */
export const REPLACEMENT_REASON_NAMES = texts<Names<ReplacementReason>>({
  movedPost: { vi: 'Chuyển công tác', en: 'Moved to another post' },
  retired: { vi: 'Nghỉ hưu', en: 'Retired' },
  longSickLeave: { vi: 'Nghỉ ốm dài ngày', en: 'On long sick leave' },
  studiesAway: { vi: 'Đi học tập trung dài hạn', en: 'Away for studies' },
  refused: { vi: 'Từ chối trả lời', en: 'Refused to answer' },
});

const REPLACEMENT = texts<Sentences<ReplacementFaultCode>>({
  reasonNotDeclared: {
    vi: ({ reason }) =>
      `Lý do “${REPLACEMENT_REASON_NAMES.vi[reason as ReplacementReason] ?? reason}” không thuộc các trường hợp được thay thế đã quy định cho kỳ điều tra.`,
    en: ({ reason }) =>
      `“${REPLACEMENT_REASON_NAMES.en[reason as ReplacementReason] ?? reason}” is no reason that was declared for replacements in this survey.`,
  },
  hasAnswered: { vi: () => 'Người này đã trả lời phiếu nên không được thay thế.', en: () => 'This person has answered and is not replaced.' },
  alreadyReplaced: { vi: () => 'Người này đã được thay thế trước đó.', en: () => 'This person was replaced before.' },
  samePerson: { vi: () => 'Người thay thế chính là người được thay thế.', en: () => 'The replacement is the very person to be replaced.' },
  otherGroup: {
    vi: () => 'Người thay thế phải thuộc cùng nhóm đối tượng với người được thay thế.',
    en: () => 'The replacement must be of the same group of respondents.',
  },
  otherUnit: {
    vi: () => 'Người thay thế phải công tác tại cùng đơn vị với người được thay thế.',
    en: () => 'The replacement must be of the same unit.',
  },
  alreadyChosen: {
    vi: () => 'Người thay thế đã có trong danh sách người được điều tra của kỳ này.',
    en: () => 'The replacement is already among the respondents of this survey.',
  },
  noneLeft: {
    vi: ({ limit }) => `Đơn vị đã thay thế đủ ${limit} người của nhóm đối tượng này theo quy định.`,
    en: ({ limit }) => `The unit has made all ${limit} replacements of this group that the rule allows.`,
  },
});

/** Why a replacement is not made. */
export const replacementFaultText = ({ code, details }: ReplacementFault, language: Language): string => REPLACEMENT[language][code](details);
