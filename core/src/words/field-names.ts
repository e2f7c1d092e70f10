import type { Fault } from '../reading/faults.ts';
import { type Language, PHRASES } from './index.ts';
import { texts } from './texts.ts';

/**
 * What each field of a request is called, by the key under which the contracts know it: a fault names its place by these,
 * never by the key. A key that means several things has the name that fits all of them.
 */
export const FIELD_NAMES = texts({
  access: { vi: 'Người được xem', en: 'Who sees it' },
  account: { vi: 'Người dùng', en: 'Person' },
  act: { vi: 'Việc thực hiện', en: 'Act' },
  actor: { vi: 'Người thực hiện', en: 'Who did it' },
  after: { vi: 'Phần tiếp theo của danh sách', en: 'The part of the list that follows' },
  among: { vi: 'Cơ quan được xếp hạng', en: 'Bodies that are ranked' },
  answers: { vi: 'Số phiếu', en: 'Number of answers' },
  as: { vi: 'Dạng tệp', en: 'Form of the file' },
  assertion: { vi: 'Xác nhận bằng khóa bảo mật', en: 'Proof by security key' },
  attestation: { vi: 'Đăng ký khóa bảo mật', en: 'Registration of the security key' },
  attestationObject: { vi: 'Dữ liệu của khóa bảo mật', en: 'Data of the security key' },
  attribute: { vi: 'Thông tin của cơ quan', en: 'Attribute of the body' },
  attributes: { vi: 'Các thông tin của cơ quan', en: 'Attributes of the body' },
  authenticatorData: { vi: 'Dữ liệu của khóa bảo mật', en: 'Data of the security key' },
  base: { vi: 'Phiên bản đã xem', en: 'Version that was seen' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  block: { vi: 'Khối', en: 'Block' },
  bodies: { vi: 'Các cơ quan', en: 'Bodies' },
  body: { vi: 'Cơ quan', en: 'Body' },
  by: { vi: 'Người hoặc cách thực hiện', en: 'By whom or how' },
  bytes: { vi: 'Dung lượng tệp', en: 'Size of the file' },
  cases: { vi: 'Ví dụ tính điểm', en: 'Cases' },
  changedOn: { vi: 'Ngày có hiệu lực', en: 'In force from' },
  changes: { vi: 'Nội dung cập nhật', en: 'Changes' },
  chosen: { vi: 'Các dòng được chọn', en: 'Rows chosen' },
  citations: { vi: 'Tài liệu kiểm chứng được dẫn', en: 'Documents cited' },
  class: { vi: 'Nhóm tài liệu', en: 'Class of documents' },
  clientData: { vi: 'Dữ liệu của khóa bảo mật', en: 'Data of the security key' },
  close: { vi: 'Chấm dứt hoạt động', en: 'End of the body' },
  closed: { vi: 'Ngày chấm dứt hoạt động', en: 'Day on which it ended' },
  closes: { vi: 'Thời điểm đóng', en: 'When it closes' },
  code: { vi: 'Mã', en: 'Code' },
  codes: { vi: 'Mã số', en: 'Codes' },
  comment: { vi: 'Ý kiến', en: 'Comment' },
  copyFrom: { vi: 'Kỳ đánh giá được sao chép', en: 'Round to copy from' },
  csv: { vi: 'Tệp CSV', en: 'CSV file' },
  current: { vi: 'Mã xác thực hiện tại', en: 'Present code' },
  date: { vi: 'Ngày', en: 'Date' },
  day: { vi: 'Ngày', en: 'Day' },
  days: { vi: 'Các ngày', en: 'Days' },
  deadlineAct: { vi: 'Việc phải xong trước hạn', en: 'What must be done by the deadline' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  decisions: { vi: 'Các quyết định', en: 'Decisions' },
  decisionDate: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  delivery: { vi: 'Đợt số liệu', en: 'Import batch' },
  depth: { vi: 'Số cấp hiển thị', en: 'Levels shown' },
  difficulties: { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' },
  digest: { vi: 'Bản xem trước đã đồng ý', en: 'Preview agreed to' },
  division: { vi: 'Qua trưởng phòng', en: 'Through the head of a division' },
  document: { vi: 'Văn bản, tài liệu', en: 'Document' },
  documents: { vi: 'Các tài liệu', en: 'Documents' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  domainOwners: { vi: 'Phân công thẩm định', en: 'Shares of appraisal' },
  dryRun: { vi: 'Chỉ xem trước', en: 'Preview only' },
  due: { vi: 'Hạn hoàn thành', en: 'Due date' },
  edition: { vi: 'Bộ tiêu chí', en: 'Edition' },
  effectiveFrom: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  effectiveTo: { vi: 'Có hiệu lực đến ngày', en: 'In force until' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  entries: { vi: 'Các nội dung cập nhật', en: 'Entries' },
  exclusions: { vi: 'Danh sách loại trừ', en: 'Exclusions' },
  expiresAt: { vi: 'Thời điểm hết hạn', en: 'Expires at' },
  facts: { vi: 'Thông tin của tài liệu', en: 'Facts of the document' },
  field: { vi: 'Nội dung cần sửa', en: 'What is to be corrected' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  figures: { vi: 'Các số liệu', en: 'Figures' },
  file: { vi: 'Tệp', en: 'File' },
  files: { vi: 'Các tệp', en: 'Files' },
  form: { vi: 'Hình thức', en: 'Form' },
  format: { vi: 'Định dạng', en: 'Format' },
  from: { vi: 'Từ ngày', en: 'From' },
  full: { vi: 'Tên đầy đủ', en: 'Full name' },
  group: { vi: 'Nhóm trả lời', en: 'Respondents' },
  guide: { vi: 'Hướng dẫn theo vai trò', en: 'Guide of a role' },
  head: { vi: 'Chức vụ người đứng đầu', en: 'Position of the head' },
  id: { vi: 'Mã', en: 'Id' },
  ids: { vi: 'Các mã', en: 'Ids' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  item: { vi: 'Tiêu chí', en: 'Item' },
  items: { vi: 'Các tiêu chí', en: 'Items' },
  justification: { vi: 'Giải trình', en: 'Justification' },
  kind: { vi: 'Loại', en: 'Kind' },
  lastDay: { vi: 'Ngày cuối cùng', en: 'Last day' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  limit: { vi: 'Số dòng tối đa', en: 'Most rows' },
  mails: { vi: 'Các thư', en: 'Mails' },
  mapping: { vi: 'Bảng chuyển mã', en: 'Mapping' },
  membership: { vi: 'Vai trò', en: 'Role' },
  memberships: { vi: 'Các vai trò', en: 'Roles' },
  mentions: { vi: 'Người được nhắc tên', en: 'Persons mentioned' },
  name: { vi: 'Tên', en: 'Name' },
  names: { vi: 'Tên', en: 'Names' },
  new: { vi: 'Mật khẩu mới', en: 'New password' },
  notSecret: { vi: 'Cam kết không chứa bí mật nhà nước', en: 'Declaration that it holds no state secret' },
  note: { vi: 'Ghi chú, ý kiến', en: 'Note' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  old: { vi: 'Mật khẩu cũ', en: 'Old password' },
  on: { vi: 'Tại ngày', en: 'On the day' },
  opened: { vi: 'Ngày thành lập', en: 'First day' },
  opens: { vi: 'Thời điểm mở', en: 'When it opens' },
  origin: { vi: 'Cách nhập', en: 'How it was entered' },
  others: { vi: 'Các phiên đăng nhập khác', en: 'Other sessions' },
  ownerBody: { vi: 'Cơ quan chủ trì', en: 'Owner' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Body above' },
  parents: { vi: 'Cơ quan cấp trên', en: 'Bodies above' },
  part: { vi: 'Phần của kế hoạch', en: 'Part of the plan' },
  participants: { vi: 'Các cơ quan tham gia', en: 'Participants' },
  partly: { vi: 'Chỉ một phần', en: 'Only in part' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  person: { vi: 'Người được giao', en: 'Person' },
  personal: { vi: 'Kèm tài liệu có dữ liệu cá nhân', en: 'With personal data' },
  personalData: { vi: 'Có dữ liệu cá nhân', en: 'Holds personal data' },
  place: { vi: 'Địa danh', en: 'Place' },
  position: { vi: 'Chức vụ', en: 'Position' },
  predecessors: { vi: 'Cơ quan tiền thân', en: 'Predecessors' },
  proposals: { vi: 'Kiến nghị, đề xuất', en: 'Proposals' },
  q: { vi: 'Từ khóa tìm kiếm', en: 'Words looked for' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  ranked: { vi: 'Xếp hạng', en: 'Ranked' },
  rankingShown: { vi: 'Phạm vi xem xếp hạng', en: 'Who sees the ranking' },
  reach: { vi: 'Phạm vi gỡ bỏ', en: 'Reach' },
  reader: { vi: 'Người được chỉ định xem', en: 'Named reader' },
  reason: { vi: 'Lý do', en: 'Reason' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  redacted: { vi: 'Đã che dữ liệu cá nhân', en: 'Personal data blacked out' },
  region: { vi: 'Vùng', en: 'Region' },
  regions: { vi: 'Vùng', en: 'Regions' },
  release: { vi: 'Lần công bố', en: 'Release' },
  request: { vi: 'Đề nghị', en: 'Request' },
  review: { vi: 'Cơ quan rà soát', en: 'The body reviews' },
  role: { vi: 'Vai trò', en: 'Role' },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  rows: { vi: 'Các dòng', en: 'Rows' },
  scopes: { vi: 'Phạm vi của mã truy cập', en: 'Scopes of the token' },
  search: { vi: 'Từ khóa tìm kiếm', en: 'Words looked for' },
  seconds: { vi: 'Thời gian theo dõi', en: 'Seconds to watch' },
  sending: { vi: 'Lần gửi', en: 'Sending' },
  short: { vi: 'Tên ngắn', en: 'Short name' },
  signature: { vi: 'Chữ ký', en: 'Signature' },
  signedAs: { vi: 'Thể thức ký', en: 'How it is signed' },
  signer: { vi: 'Người ký', en: 'Signatory' },
  sort: { vi: 'Tên để sắp xếp', en: 'Name to sort by' },
  source: { vi: 'Nguồn, văn bản', en: 'Source' },
  sourceFigure: { vi: 'Số liệu của cấp dưới', en: 'Figure below' },
  sourceRound: { vi: 'Kỳ đánh giá của cấp dưới', en: 'Round below' },
  stage: { vi: 'Giai đoạn chấm điểm', en: 'Stage' },
  state: { vi: 'Trạng thái', en: 'State' },
  step: { vi: 'Bước', en: 'Step' },
  steps: { vi: 'Các bước', en: 'Steps' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  submissions: { vi: 'Các nội dung trình', en: 'What is submitted' },
  successors: { vi: 'Cơ quan kế thừa', en: 'Successors' },
  sum: { vi: 'Tổng đã xem', en: 'Sum that was seen' },
  target: { vi: 'Tiêu chí, số liệu', en: 'Item or figure' },
  targets: { vi: 'Các tiêu chí, số liệu', en: 'Items and figures' },
  text: { vi: 'Nội dung', en: 'Text' },
  thread: { vi: 'Trao đổi', en: 'Thread' },
  title: { vi: 'Tên', en: 'Title' },
  to: { vi: 'Đến ngày, người hoặc đơn vị nhận', en: 'Until, or to whom' },
  toEdition: { vi: 'Phiên bản mới của bộ tiêu chí', en: 'Later edition' },
  token: { vi: 'Mã của liên kết', en: 'Token of the link' },
  tokens: { vi: 'Các mã truy cập', en: 'Tokens' },
  told: { vi: 'Hệ quả đã xác nhận', en: 'Consequences confirmed' },
  transports: { vi: 'Cách kết nối của khóa bảo mật', en: 'Connections of the security key' },
  type: { vi: 'Loại hình cơ quan', en: 'Type of the body' },
  unit: { vi: 'Đơn vị soạn thảo', en: 'Drafting unit' },
  until: { vi: 'Thời hạn', en: 'Until' },
  upload: { vi: 'Tệp đang tải lên', en: 'Upload' },
  validFrom: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
  validTo: { vi: 'Có hiệu lực đến ngày', en: 'Valid until' },
  value: { vi: 'Giá trị', en: 'Value' },
  version: { vi: 'Phiên bản đã xem', en: 'Version that was seen' },
  vintage: { vi: 'Kỳ số liệu', en: 'Vintage' },
  without: { vi: 'Không tính cơ quan chưa có số liệu', en: 'Without who is missing' },
  year: { vi: 'Năm', en: 'Year' },
  years: { vi: 'Số năm', en: 'Years' },
  absence: { vi: 'Lý do vắng mặt', en: 'Reason of absence' },
  agenda: { vi: 'Chương trình phiên họp', en: 'Agenda' },
  chair: { vi: 'Người chủ trì', en: 'Who presides' },
  choice: { vi: 'Biểu quyết', en: 'Vote' },
  member: { vi: 'Thành viên', en: 'Member' },
  members: { vi: 'Các thành viên', en: 'Members' },
  move: { vi: 'Việc thực hiện', en: 'Act' },
  opinion: { vi: 'Ý kiến', en: 'Opinion' },
  presence: { vi: 'Điểm danh', en: 'Who attends' },
  proposal: { vi: 'Đề xuất', en: 'Proposal' },
  secretary: { vi: 'Thư ký', en: 'Secretary' },
  session: { vi: 'Phiên họp', en: 'Session' },
  startsAt: { vi: 'Ngày, giờ họp', en: 'Day and hour' },
  way: { vi: 'Hình thức họp', en: 'How it is held' },
  words: { vi: 'Nội dung đề xuất', en: 'Proposal in words' },
});

const PARTS = texts({
  nth: { vi: (name: string, number: string) => `${name} (thứ ${number})`, en: (name: string, number: string) => `${name} (no. ${number})` },
  answer: { vi: 'Nội dung tự chấm', en: 'Answer' },
});

type Keys = readonly (string | number)[];

/** What a field of a request is called; undefined for what is none: the id of a figure, a code of an item. */
export function fieldNamed(key: string, language: Language): string | undefined {
  if (key === 'answer' || key.startsWith('answer.')) return PARTS[language].answer;
  return Object.hasOwn(FIELD_NAMES[language], key) ? FIELD_NAMES[language][key as keyof (typeof FIELD_NAMES)['vi']] : undefined;
}

/** Where a fault of a request stands, in words: "Các cơ quan tham gia (thứ 4) – Khối"; empty for the request as a whole. */
export function fieldPlace(keys: Keys, language: Language): string {
  const parts: string[] = [];
  for (const key of keys) {
    const last = parts.length - 1;
    if (typeof key === 'number') {
      if (last >= 0) parts[last] = PARTS[language].nth(parts[last] as string, String(key + 1));
      continue;
    }
    const name = fieldNamed(key, language);
    if (name !== undefined) parts.push(name);
  }
  return parts.join(' – ');
}

/** A key, or several "a | b", as the sentence of a fault names it; what has no name stays as it was sent. */
export const keysNamed = (keys: string, language: Language): string =>
  keys
    .split(' | ')
    .map((key) => fieldNamed(key, language) ?? key)
    .join(' | ');

/** A fault in what somebody filled in, as a sentence: fields by their names. Of a file that people write by its keys, PHRASES tell them. */
export function fieldFaultText({ code, details }: Pick<Fault, 'code' | 'details'>, language: Language): string {
  const { key } = details;
  return PHRASES[language].fault[code](key === undefined ? details : { ...details, key: keysNamed(key, language) });
}
