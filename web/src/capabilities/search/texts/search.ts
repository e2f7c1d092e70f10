import { texts } from '@parindex/core/words/texts';
import { formatDay } from '../../../kit/words/format.ts';

export const searchTexts = texts({
  invitation: { vi: 'Tìm kiếm tiêu chí, cơ quan, tài liệu…', en: 'Search for an item, a body, a document…' },
  title: { vi: 'Tìm kiếm', en: 'Search' },
  label: { vi: 'Nội dung cần tìm', en: 'What to search for' },
  hint: { vi: 'Gõ có dấu hoặc không dấu đều được', en: 'With or without Vietnamese marks' },
  results: { vi: 'Kết quả tìm kiếm', en: 'What was found' },
  close: { vi: 'Đóng', en: 'Close' },
  about: { vi: 'Có thể tìm:', en: 'You can search for:' },
  kinds: {
    pages: { vi: 'trang làm việc theo tên: bảng chấm điểm, kho tài liệu, ngày nghỉ…;', en: 'pages of the workspace, by name: sheet, library, days off…;' },
    acts: {
      vi: 'thao tác ở trang đang mở: in, xuất, tiêu chí chưa chấm kế tiếp, đổi ngôn ngữ, nền sáng, nền tối;',
      en: 'what can be done on this page: print, export, the next item without an answer, language, light or dark;',
    },
    bodies: { vi: 'cơ quan, đơn vị theo mọi tên đã từng có, kể cả tên viết tắt;', en: 'bodies, by any name that they have ever had, or its initials;' },
    items: { vi: 'tiêu chí theo mã hoặc theo các từ trong tên;', en: 'items, by their code or by words of their title;' },
    documents: { vi: 'văn bản theo số, ký hiệu;', en: 'documents, by their number;' },
    people: {
      vi: 'người dùng theo họ tên, thư điện tử, nếu Ông/Bà được xem danh sách người dùng.',
      en: 'people, by name or email, where you may see the list of people.',
    },
  },
  keys: { vi: 'Dùng phím ↑ ↓ để chọn, phím Enter để mở, phím Esc để đóng.', en: 'Press ↑ ↓ to choose, Enter to open, Esc to close.' },
  looking: { vi: 'Đang tìm …', en: 'Searching …' },
  none: { vi: (wanted: string) => `Không tìm thấy nội dung nào khớp với “${wanted}”.`, en: (wanted: string) => `Nothing fits “${wanted}”.` },
  noneMore: {
    vi: 'Đề nghị kiểm tra lại chính tả, hoặc chỉ gõ một từ, một phần của mã hay số văn bản.',
    en: 'Check the spelling, or type one word only, or a part of a code or a document’s number.',
  },
  count: { vi: (count: number) => `Tìm thấy ${count} kết quả.`, en: (count: number) => `${count} found.` },
  groups: {
    pages: { vi: 'Trang làm việc', en: 'Pages' },
    published: { vi: 'Trang kết quả công bố', en: 'Published results' },
    acts: { vi: 'Thao tác', en: 'Acts' },
    bodies: { vi: 'Cơ quan, đơn vị', en: 'Bodies' },
    people: { vi: 'Người dùng', en: 'People' },
    items: { vi: 'Tiêu chí', en: 'Items' },
    documents: { vi: 'Văn bản', en: 'Documents' },
  },
  firstOf: {
    vi: (group: string) => `${group} (còn kết quả khác, gõ thêm để thu hẹp)`,
    en: (group: string) => `${group} (there are more: type on to narrow them down)`,
  },
  allBodies: { vi: 'Xem tất cả cơ quan, đơn vị khớp', en: 'Show all bodies that fit' },
  allPeople: { vi: 'Xem tất cả người dùng khớp', en: 'Show all people who fit' },
  formerName: { vi: (name: string) => `Tên trước đây: ${name}`, en: (name: string) => `Formerly ${name}` },
  became: { vi: (names: string) => `Nay là ${names}`, en: (names: string) => `Now ${names}` },
  ended: {
    vi: (day: string | null) => (day ? `Kết thúc hoạt động ngày ${formatDay(day)}` : 'Không còn hoạt động'),
    en: (day: string | null) => (day ? `Ended on ${formatDay(day)}` : 'Is no more'),
  },
  outside: { vi: 'Không tham gia kỳ đánh giá nào đang mở', en: 'Takes part in no open round' },
  onlyPublished: {
    vi: 'Không tham gia kỳ đánh giá tại đây; xem kết quả đã công bố (mở ở thẻ mới)',
    en: 'Takes part in no round here; see its published results (opens in a new tab)',
  },
  also: {
    editions: {
      vi: 'soạn bộ tiêu chí, thang điểm, quy tắc chấm điểm, đưa vào áp dụng, so sánh bộ tiêu chí, ví dụ tính điểm, phụ lục',
      en: 'write a scheme, rules, adopt, compare, cases, annex',
    },
    schemeFile: { vi: 'nhập excel, nhập word, tải bảng tiêu chí lên', en: 'import, upload a table' },
    language: { vi: 'đổi ngôn ngữ, tiếng Anh', en: 'change the language, Vietnamese' },
    scheme: { vi: 'giao diện, chế độ sáng tối', en: 'light and dark mode' },
    board: { vi: 'bảng tiến độ', en: 'board' },
    ranking: { vi: 'xếp hạng tạm tính', en: 'provisional' },
    appraisal: { vi: 'hàng chờ thẩm định', en: 'verdicts' },
    council: { vi: 'phiên họp, biểu quyết', en: 'sessions, votes' },
    distribution: { vi: 'giao việc thẩm định, thành viên thẩm định', en: 'who appraises what' },
    interests: { vi: 'khai báo xung đột lợi ích', en: 'declare an interest' },
    quality: { vi: 'mức thống nhất, độ chặt chẽ, rút mẫu', en: 'agreement, severity, samples' },
    secondMarks: { vi: 'tiêu chí được giao chấm lại', en: 'what you mark again' },
    sheets: { vi: 'các bảng chấm điểm của kỳ', en: 'of all bodies' },
    evidence: { vi: 'tài liệu kiểm chứng', en: 'evidence' },
    deliveries: { vi: 'số liệu thống kê, điều tra', en: 'statistics, surveys' },
  },
  inOwnSheet: {
    vi: (body: string, round: string) => `Bảng chấm điểm của ${body}, ${round}`,
    en: (body: string, round: string) => `Sheet of ${body}, ${round}`,
  },
  inSheets: { vi: (round: string) => `Các bảng chấm điểm của ${round}`, en: (round: string) => `All sheets of ${round}` },
  inEdition: { vi: (edition: string) => `Bộ tiêu chí: ${edition}`, en: (edition: string) => `Edition: ${edition}` },
  document: {
    vi: (number: string, date: string | null) => (date ? `${number}, ngày ${formatDay(date)}` : number),
    en: (number: string, date: string | null) => (date ? `${number} of ${formatDay(date)}` : number),
  },
  cited: {
    edition: { vi: (title: string) => `Đưa vào áp dụng bộ tiêu chí: ${title}`, en: (title: string) => `Adopts the edition ${title}` },
    extension: {
      vi: (item: string | null, body: string | null, round: string) => `Gia hạn${item ? ` tiêu chí ${item}` : ''}${body ? ` cho ${body}` : ''}: ${round}`,
      en: (item: string | null, body: string | null, round: string) => `Extension${item ? ` of item ${item}` : ''}${body ? ` for ${body}` : ''}: ${round}`,
    },
    takeover: { vi: (round: string) => `Chuyển sang bộ tiêu chí mới: ${round}`, en: (round: string) => `A later edition takes over: ${round}` },
    exclusion: {
      vi: (item: string, body: string, round: string) => `Không đánh giá tiêu chí ${item} đối với ${body}: ${round}`,
      en: (item: string, body: string, round: string) => `Item ${item} does not count for ${body}: ${round}`,
    },
    handover: {
      vi: (from: string, to: string) => `Biên bản bàn giao từ ${from} cho ${to} (mở ở thẻ mới)`,
      en: (from: string, to: string) => `Record of the handover from ${from} to ${to} (opens in a new tab)`,
    },
    daysOff: { vi: (year: string) => `Lịch ngày nghỉ năm ${year}`, en: (year: string) => `Days off in ${year}` },
    body: { vi: (name: string) => `Tên gọi, tổ chức của ${name}`, en: (name: string) => `Names and organisation of ${name}` },
  },
  andMore: { vi: (count: number) => `; còn được dẫn ở ${count} nơi khác`, en: (count: number) => `; cited in ${count} more places` },
});
