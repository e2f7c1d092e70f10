import type { Language } from '@parindex/core';
import type { Names } from '@parindex/core/words/texts';
import type { AuditedTable } from '../../audit/queries/audited-tables.ts';
import type { SchemaDifference, SchemaObjectKind } from '../../db/schema-check.ts';

interface FindingDetails {
  /** An audit row. */
  readonly n?: string;
  readonly block?: number;
  readonly entry?: string;
  /** round/body */
  readonly sheet?: string;
  /** One number, or the first and the last of a gap. */
  readonly numbers?: string;
  readonly act?: string;
  /** The id of a key that signs seals. */
  readonly key?: string;
  readonly edition?: string;
  readonly register?: AuditedTable;
  /** The key of an audited table's row. */
  readonly row?: string;
  readonly columns?: readonly string[];
  /** A table, function, policy, trigger or right. */
  readonly definition?: SchemaDifference;
}

type Sentence = (told: FindingDetails) => string;

/** A row by its own name: an audit row by its number, an entry by its id. */
const row = {
  vi: ({ n, entry }: FindingDetails) => (entry === undefined ? `dòng nhật ký ${n}` : `lần cập nhật ${entry}`),
  en: ({ n, entry }: FindingDetails) => (entry === undefined ? `audit row ${n}` : `entry ${entry}`),
};

/** What a row of each audited table is called. */
const REGISTER_ROWS: Names<AuditedTable> = {
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  round_step: { vi: 'Bước', en: 'Step' },
  participant: { vi: 'Cơ quan tham gia', en: 'Participant' },
  assignment: { vi: 'Phân công', en: 'Assignment' },
  approval_chain: { vi: 'Quy trình duyệt', en: 'Chain of approval' },
  exclusion: { vi: 'Loại trừ', en: 'Exclusion' },
  domain_owner: { vi: 'Cơ quan phụ trách lĩnh vực', en: 'Owner of a domain' },
  second_marking: { vi: 'Lần rút mẫu chấm lại', en: 'Draw of a second marking' },
  second_marking_item: { vi: 'Các tiêu chí được rút', en: 'Drawn items' },
  first_mark: { vi: 'Điểm thẩm định khi rút mẫu', en: 'Marks as they were drawn' },
  second_marking_return: { vi: 'Tiêu chí chấm lại được trả lại', en: 'Item handed back' },
  second_mark: { vi: 'Điểm chấm lại', en: 'Second mark' },
  extension: { vi: 'Gia hạn', en: 'Extension' },
  takeover: { vi: 'Lần chuyển phiên bản', en: 'Takeover' },
  handover: { vi: 'Bàn giao', en: 'Handover' },
  improvement_task: { vi: 'Nhiệm vụ khắc phục', en: 'Task to mend lost points' },
  text_mask: { vi: 'Phần được che trước khi công bố', en: 'What is masked before publication' },
  membership: { vi: 'Vai trò', en: 'Membership' },
  account_request: { vi: 'Việc cần hai người', en: 'Account request' },
  document: { vi: 'Tài liệu', en: 'Document' },
  document_version: { vi: 'Phiên bản tài liệu', en: 'Version of a document' },
  erasure: { vi: 'Lần gỡ bỏ, hủy tài liệu', en: 'Erasure' },
  retention_term: { vi: 'Thời hạn bảo quản', en: 'Term of keeping' },
  frozen_report: { vi: 'Nội dung báo cáo khi chốt số liệu', en: 'What a report said as its sheet was frozen' },
  report_text: { vi: 'Nội dung khó khăn, đề xuất của báo cáo', en: 'Text of a report' },
  unsigned_permission: { vi: 'Ý kiến cho phép gửi bản chưa ký số', en: 'Permission to send without a signature' },
  sending: { vi: 'Lần gửi báo cáo', en: 'Sending' },
  appraisal_notice: { vi: 'Thông báo kết quả thẩm định', en: 'Notice of the appraisal' },
  reopening: { vi: 'Lần mở lại bảng chấm điểm', en: 'Reopening' },
  comment_thread: { vi: 'Trao đổi', en: 'Thread of comments' },
  comment: { vi: 'Ý kiến', en: 'Comment' },
  notice: { vi: 'Hướng dẫn, thông báo, giải đáp', en: 'Notice' },
  council_session: { vi: 'Phiên họp Hội đồng', en: 'Session of the council' },
  council_paper: { vi: 'Tài liệu phiên họp đã gửi thành viên', en: 'Papers of a session' },
  council_member: { vi: 'Thành viên phiên họp Hội đồng', en: 'Member of a session of the council' },
  council_item: { vi: 'Nội dung của phiên họp Hội đồng', en: 'Item on the agenda of the council' },
  council_vote: { vi: 'Phiếu biểu quyết của Hội đồng', en: 'Vote in the council' },
  notice_reading: { vi: 'Xác nhận đã đọc thông báo', en: 'Reading of a notice' },
  round_request: { vi: 'Đề nghị đóng hoặc mở lại kỳ', en: 'Request to close a round, or to undo that' },
  round_result: { vi: 'Kết quả cuối cùng của kỳ đánh giá', en: 'Final result of a round' },
  round_file: { vi: 'Tệp của kỳ đánh giá', en: 'File of a round' },
  round_document: { vi: 'Văn bản của kỳ đánh giá', en: 'Document of a round' },
  round_document_version: { vi: 'Bản của văn bản kỳ đánh giá', en: 'Version of a document of a round' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  delivery: { vi: 'Đợt số liệu', en: 'Delivery' },
  delivery_writing: { vi: 'Lần ghi đợt số liệu', en: 'Writing of a delivery' },
  estimate_entry: { vi: 'Kết quả điều tra', en: 'Mean of a survey' },
  interest: { vi: 'Khai báo xung đột lợi ích', en: 'Declared interest' },
  person_share: { vi: 'Phân công thẩm định cho từng người', en: 'Appraisal given to persons' },
  estimate_reader: { vi: 'Người được xem kết quả điều tra trước khi công bố', en: 'Who sees survey results before their release' },
  estimate_release: { vi: 'Công bố kết quả điều tra cho các cơ quan trong kỳ', en: 'Release of survey results' },
  survey: { vi: 'Điều tra xã hội học của kỳ', en: 'Survey of the round' },
  sample_draw: { vi: 'Lần chọn mẫu đã công bố', en: 'Declared draw of a sample' },
  sample_draw_result: { vi: 'Kết quả chọn mẫu', en: 'Result of a draw' },
  sample_draw_withdrawal: { vi: 'Việc hủy lần chọn mẫu', en: 'Withdrawal of a draw' },
  survey_pilot: { vi: 'Đợt điều tra thử', en: 'Pilot of a survey' },
  survey_pilot_form: { vi: 'Phiếu điều tra thử', en: 'Questionnaire on trial' },
  survey_quota: { vi: 'Hạn mức số phiếu điều tra', en: 'Quota of a survey' },
  form_review: { vi: 'Quyết định của người rà soát phiếu điều tra', en: 'Decision on a form of a survey' },
  roll_up: { vi: 'Số liệu tổng hợp', en: 'Roll-up' },
  comment_mention: { vi: 'Lượt nhắc tên', en: 'Mention' },
  edition_request: { vi: 'Đề nghị về bộ tiêu chí', en: 'Request about an edition' },
  edition_file: { vi: 'Quyết định về bộ tiêu chí', en: 'Decision on an edition' },
  edition: { vi: 'Bộ tiêu chí', en: 'Edition' },
  copied_part: { vi: 'Phần chép từ kỳ khác', en: 'Copied part' },
  body: { vi: 'Cơ quan', en: 'Body' },
  body_name: { vi: 'Tên cơ quan', en: 'Name of a body' },
  body_attribute: { vi: 'Thuộc tính cơ quan', en: 'Attribute of a body' },
  body_succession: { vi: 'Kế thừa cơ quan', en: 'Succession of bodies' },
  account: { vi: 'Tài khoản', en: 'Account' },
  baseline: { vi: 'Số liệu kỳ trước', en: 'Baseline' },
  estimate: { vi: 'Kết quả điều tra của cơ quan', en: 'Means of a body' },
  day_off: { vi: 'Ngày nghỉ', en: 'Day off' },
  content: { vi: 'Tệp đã lưu', en: 'Stored file' },
  installation: { vi: 'Loại cơ sở dữ liệu', en: 'Kind of the installation' },
};
const registerRow = ({ register, row: key }: FindingDetails, language: Language) => `${register === undefined ? '' : REGISTER_ROWS[register][language]} ${key}`;

const DEFINITIONS: Names<SchemaObjectKind> = {
  table: { vi: 'Bảng', en: 'Table' },
  columns: { vi: 'Các cột', en: 'Columns' },
  constraint: { vi: 'Ràng buộc', en: 'Constraint' },
  index: { vi: 'Chỉ mục duy nhất', en: 'Unique index' },
  trigger: { vi: 'Trigger', en: 'Trigger' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  policy: { vi: 'Chính sách truy cập theo dòng', en: 'Row security policy' },
  function: { vi: 'Hàm', en: 'Function' },
  rights: { vi: 'Quyền của vai trò', en: 'Rights of role' },
  role: { vi: 'Vai trò cơ sở dữ liệu', en: 'Database role' },
};

/** "Row security policy payload_read of payload", and how it is now where that is short. */
const definitionText = {
  vi: ({ definition }: FindingDetails) => definitionIn(definition, 'vi', definition?.kind === 'rights' ? 'trên' : 'của'),
  en: ({ definition }: FindingDetails) => definitionIn(definition, 'en', definition?.kind === 'rights' ? 'on' : 'of'),
};
const definitionIn = (definition: SchemaDifference | undefined, language: Language, of: string) =>
  definition === undefined
    ? ''
    : [DEFINITIONS[definition.kind][language], definition.name, ...(definition.of === '' ? [] : [of, definition.of])].filter((part) => part !== '').join(' ');
const nowText = ({ definition }: FindingDetails, language: Language) =>
  definition?.now === undefined || definition.now === '' ? '' : `${language === 'vi' ? '; hiện là' : '; it is now'} ${definition.now}`;

/** Everything that a check of the trail can find, in words. */
export const FINDINGS = {
  rowChanged: { vi: ({ n }) => `Dòng nhật ký ${n} đã bị sửa`, en: ({ n }) => `Audit row ${n} was changed` },
  rowRemoved: { vi: ({ n, block }) => `Dòng nhật ký ${n} của khối ${block} đã bị xóa`, en: ({ n, block }) => `Audit row ${n} of block ${block} was removed` },
  rowAdded: { vi: ({ n }) => `Dòng nhật ký ${n} đã bị chèn thêm sau khi niêm phong`, en: ({ n }) => `Audit row ${n} was added after the sealing` },
  rowTwice: { vi: ({ n }) => `Dòng nhật ký ${n} nằm trong hơn một khối`, en: ({ n }) => `Audit row ${n} stands in more than one block` },
  orderChanged: { vi: ({ block }) => `Thứ tự các dòng của khối ${block} đã bị đổi`, en: ({ block }) => `The order of the rows of block ${block} was changed` },
  rootWrong: {
    vi: ({ block }) => `Các dòng của khối ${block} không khớp với dấu niêm phong`,
    en: ({ block }) => `The rows of block ${block} do not give what was sealed`,
  },
  blockChanged: { vi: ({ block }) => `Khối ${block} đã bị sửa`, en: ({ block }) => `Block ${block} was changed` },
  blockRemoved: { vi: ({ numbers }) => `Khối ${numbers} đã bị xóa`, en: ({ numbers }) => `Block ${numbers} was removed` },
  chainBroken: {
    vi: ({ block }) => `Khối ${block} không nối tiếp khối liền trước`,
    en: ({ block }) => `Block ${block} does not follow from the block before it`,
  },
  tailCut: {
    vi: ({ block }) => `Nhật ký bị cắt đuôi: khối ${block} của dấu xác nhận nhật ký không còn`,
    en: ({ block }) => `The tail was cut: block ${block} of the anchor is gone`,
  },
  rewritten: {
    vi: ({ block }) => `Nhật ký bị viết lại: khối ${block} khác với dấu xác nhận nhật ký`,
    en: ({ block }) => `The trail was rewritten: block ${block} is not that of the anchor`,
  },
  notSigned: {
    vi: ({ numbers }) => `Khối ${numbers} không có chữ ký, dù được niêm phong sau khi đã có khóa ký`,
    en: ({ numbers }) => `Block ${numbers} has no signature, though sealed after there was a key to sign`,
  },
  signatureWrong: {
    vi: ({ block, key }) => `Chữ ký của khối ${block} không đúng với khóa ${key}`,
    en: ({ block, key }) => `The signature of block ${block} is not that of key ${key}`,
  },
  keyUnknown: {
    vi: ({ numbers, key }) => `Khối ${numbers} ký bằng khóa ${key}, không có trong thư mục khóa: không xác nhận được`,
    en: ({ numbers, key }) => `Block ${numbers} is signed by key ${key}, which is not in the folder of keys: it cannot be verified`,
  },
  keyReplaced: {
    vi: ({ block, key }) => `Khối ${block} ký bằng khóa ${key} sau khi khóa này đã được thay`,
    en: ({ block, key }) => `Block ${block} is signed by key ${key} after another had taken its place`,
  },
  notAsKeyTells: {
    vi: ({ block, key }) => `Nhật ký bị viết lại: khối ${block} khác với lúc tạo khóa ${key}`,
    en: ({ block, key }) => `The trail was rewritten: block ${block} is not what it was when key ${key} was made`,
  },
  endsBeforeKey: {
    vi: ({ block, key }) => `Nhật ký không còn khối ${block}, đã có khi tạo khóa ${key}: bị cắt đuôi, hoặc được phục hồi từ bản sao lưu cũ hơn khóa`,
    en: ({ block, key }) => `Block ${block}, which stood when key ${key} was made, is gone: the tail was cut, or a backup older than the key was restored`,
  },
  anchorForged: {
    vi: ({ block, key }) => `Chữ ký của dấu xác nhận nhật ký (khối ${block}) không đúng với khóa ${key} trong thư mục khóa`,
    en: ({ block, key }) => `The signature of the anchor (block ${block}) is not that of key ${key} in the folder of keys`,
  },
  payloadChanged: { vi: (told) => `Nội dung của ${row.vi(told)} đã bị sửa`, en: (told) => `The content of ${row.en(told)} was changed` },
  payloadRemoved: {
    vi: (told) => `Nội dung của ${row.vi(told)} đã bị xóa mà không có quyết định xóa`,
    en: (told) => `The content of ${row.en(told)} was removed without an act of purging`,
  },
  payloadMoved: {
    vi: (told) => `Nội dung của ${row.vi(told)} đã bị gán sang kỳ hoặc cơ quan khác`,
    en: (told) => `The content of ${row.en(told)} was put under another round or body`,
  },
  payloadReachChanged: {
    vi: (told) => `Phạm vi người được đọc nội dung của ${row.vi(told)} đã bị đổi`,
    en: (told) => `Who may read the content of ${row.en(told)} was changed`,
  },
  definitionMissing: {
    vi: (told) => `${definitionText.vi(told)} không còn trong cơ sở dữ liệu`,
    en: (told) => `${definitionText.en(told)} is gone from the database`,
  },
  definitionAdded: {
    vi: (told) => `${definitionText.vi(told)} không có trong phiên bản này${nowText(told, 'vi')}`,
    en: (told) => `${definitionText.en(told)} is not of this release${nowText(told, 'en')}`,
  },
  definitionChanged: {
    vi: (told) => `${definitionText.vi(told)} khác với phiên bản này${nowText(told, 'vi')}`,
    en: (told) => `${definitionText.en(told)} is not as this release makes it${nowText(told, 'en')}`,
  },
  otherRelease: {
    vi: () => 'Hàm, chính sách và bảng của cơ sở dữ liệu thuộc phiên bản khác với chương trình này: không kiểm tra được quyền trong cơ sở dữ liệu',
    en: () => 'Functions, policies and tables of the database are of another release than this program: its walls cannot be checked',
  },
  editionChanged: {
    vi: ({ edition }) => `Nội dung của bộ tiêu chí ${edition} không khớp với mã băm (SHA-256) ghi khi đưa vào áp dụng`,
    en: ({ edition }) => `The text of edition ${edition} is not what its hash tells of the adoption`,
  },
  editionSignatureWrong: {
    vi: ({ edition, key }) => `Chữ ký của bộ tiêu chí ${edition} không đúng với khóa ${key}: nội dung, quyết định hoặc thời gian áp dụng đã bị sửa`,
    en: ({ edition, key }) => `The signature of edition ${edition} is not that of key ${key}: its text, its decision or its time was changed`,
  },
  editionNotSigned: {
    vi: ({ edition }) => `Bộ tiêu chí ${edition} không có chữ ký, dù được hai người đưa vào áp dụng`,
    en: ({ edition }) => `Edition ${edition} has no signature, though two persons adopted it`,
  },
  editionKeyUnknown: {
    vi: ({ edition, key }) => `Bộ tiêu chí ${edition} ký bằng khóa ${key}, không có trong thư mục khóa: không xác nhận được`,
    en: ({ edition, key }) => `Edition ${edition} is signed by key ${key}, which is not in the folder of keys: it cannot be verified`,
  },
  editionKeyReplaced: {
    vi: ({ edition, key }) => `Bộ tiêu chí ${edition} ký bằng khóa ${key} sau khi khóa này đã được thay`,
    en: ({ edition, key }) => `Edition ${edition} is signed by key ${key} after another had taken its place`,
  },
  entryChanged: { vi: ({ entry }) => `Lần cập nhật ${entry} đã bị sửa`, en: ({ entry }) => `Entry ${entry} was changed` },
  entryUntold: { vi: ({ entry }) => `Lần cập nhật ${entry} không có trong nhật ký`, en: ({ entry }) => `Entry ${entry} is told by no audit row` },
  entryToldTwice: {
    vi: ({ entry, n }) => `Lần cập nhật ${entry} có trong nhật ký hơn một lần (dòng ${n})`,
    en: ({ entry, n }) => `Entry ${entry} is told more than once (row ${n})`,
  },
  entryToldOtherwise: {
    vi: ({ entry, n }) => `Lần cập nhật ${entry} khác với dòng nhật ký ${n} ghi về nó`,
    en: ({ entry, n }) => `Entry ${entry} is not what audit row ${n} tells of it`,
  },
  entryRemoved: {
    vi: ({ entry, n }) => `Lần cập nhật ${entry} ghi ở dòng nhật ký ${n} không còn`,
    en: ({ entry, n }) => `Entry ${entry}, told by audit row ${n}, is gone`,
  },
  seqMissing: {
    vi: ({ sheet, numbers }) => `Bảng chấm điểm ${sheet} thiếu lần cập nhật số ${numbers}`,
    en: ({ sheet, numbers }) => `Sheet ${sheet} lacks the entry with number ${numbers}`,
  },
  sheetDiffers: {
    vi: ({ sheet }) => `Bảng chấm điểm ${sheet} đang hiển thị khác với kết quả tổng hợp các lần cập nhật`,
    en: ({ sheet }) => `Sheet ${sheet} shows something else than its entries make`,
  },
  registerChanged: {
    vi: (told) => `${registerRow(told, 'vi')} khác với dòng nhật ký ${told.n} ghi về nó (${told.columns?.join(', ')})`,
    en: (told) => `${registerRow(told, 'en')} is not what audit row ${told.n} tells of it (${told.columns?.join(', ')})`,
  },
  registerRemoved: {
    vi: (told) => `${registerRow(told, 'vi')} ghi ở dòng nhật ký ${told.n} không còn`,
    en: (told) => `${registerRow(told, 'en')}, told by audit row ${told.n}, is gone`,
  },
  registerUntold: {
    vi: (told) => `${registerRow(told, 'vi')} không có trong nhật ký`,
    en: (told) => `${registerRow(told, 'en')} is told by no audit row`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Sentence>>>>;
export type FindingCode = keyof typeof FINDINGS;

/** Something that differs from what was recorded. */
export interface Finding extends FindingDetails {
  readonly code: FindingCode;
}

/** A lawful purge, reported for completeness: nothing is wrong. */
export interface Purged extends FindingDetails {
  readonly act: string;
}

/** The sentence of a finding. */
export const findingText = (finding: Finding, language: Language): string => FINDINGS[finding.code][language](finding);

/** The sentence of a purge. */
export const purgedText = (purged: Purged, language: Language): string =>
  language === 'vi'
    ? `Nội dung của ${row.vi(purged)} đã được xóa theo quyết định ghi ở dòng nhật ký ${purged.act}`
    : `The content of ${row.en(purged)}: payload purged by act ${purged.act}`;
