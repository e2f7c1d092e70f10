import { texts } from '@parindex/core/words/texts';

/** The quality of appraisal, and the second marking. */
export const qualityTexts = texts({
  title: { vi: 'Chất lượng thẩm định', en: 'Quality of appraisal' },
  lead: {
    vi: 'Một phần các tiêu chí đã thẩm định được rút ngẫu nhiên để người khác chấm lại mà không biết kết quả lần đầu. Điểm chấm lại không làm thay đổi điểm của cơ quan nào.',
    en: 'A random part of what was appraised is marked again by others who do not know the first mark. No points of any body change by it.',
  },
  workbook: { vi: 'Tải bảng (XLSX)', en: 'Download (XLSX)' },
  table: { vi: 'Xem dạng bảng', en: 'As a table' },
  nothing: { vi: 'Chưa có tiêu chí nào được thẩm định ở lần đầu.', en: 'No item has been decided in the first appraisal yet.' },
  agreement: {
    title: { vi: 'Mức thống nhất giữa hai lần chấm', en: 'Agreement of the two marks' },
    none: { vi: 'Chưa có tiêu chí nào được chấm lại.', en: 'No item has been marked a second time yet.' },
    same: {
      vi: (same: string, pairs: string, apart: string) =>
        `${same}/${pairs} tiêu chí có điểm hai lần bằng nhau; bình quân hai lần lệch nhau ${apart} điểm tối đa.`,
      en: (same: string, pairs: string, apart: string) => `${same} of ${pairs} items have equal points; on the mean the two lie ${apart} of the maximum apart.`,
    },
    few: {
      vi: (least: string) => `Mới có ít hơn ${least} tiêu chí được chấm hai lần nên chưa tính hệ số thống nhất: kết quả sẽ không nói lên điều gì.`,
      en: (least: string) => `Fewer than ${least} items were marked twice: a coefficient of agreement would say nothing yet.`,
    },
    alike: {
      vi: 'Các tiêu chí được chấm hai lần có điểm giống nhau hết nên không tính được hệ số thống nhất.',
      en: 'All items that were marked twice have like points: no coefficient can be worked out.',
    },
    alpha: { vi: 'Hệ số alpha của Krippendorff', en: 'Krippendorff’s alpha' },
    alphaMeans: {
      vi: 'Bằng 1 khi hai lần chấm trùng nhau, bằng 0 khi giống như chấm ngẫu nhiên. Từ 0,8 là đủ tin cậy; từ 0,667 đến dưới 0,8 chỉ đủ để kết luận tạm thời.',
      en: '1 where both marks are the same, 0 where they are as good as chance. From 0.8 reliable; from 0.667 enough for tentative conclusions.',
    },
    intraclass: { vi: 'Hệ số tương quan nội nhóm ICC(A,1)', en: 'Intraclass correlation ICC(A,1)' },
    intraclassMeans: {
      vi: 'Phần khác biệt về điểm do bản thân các tiêu chí, không do người chấm; tính cả việc một người chấm chặt hơn người kia.',
      en: 'How much of the differences in points comes from the items and not from who marks; that one is more severe counts.',
    },
    interval: {
      vi: (low: string, high: string) => `khoảng tin cậy 95%: ${low} đến ${high}`,
      en: (low: string, high: string) => `95% interval: ${low} to ${high}`,
    },
    noInterval: { vi: 'không tính được khoảng tin cậy', en: 'no interval can be worked out' },
    wide: {
      vi: 'Số tiêu chí được chấm hai lần còn ít: khoảng tin cậy rộng, chỉ nên dùng để tham khảo.',
      en: 'Few items were marked twice: the interval is wide, and no more than a hint.',
    },
  },
  persons: {
    title: { vi: 'Mức độ chặt chẽ của từng người', en: 'Severity by appraiser' },
    paired: { vi: 'So với người chấm cùng tiêu chí', en: 'Against whoever marked the same item' },
    pairedNote: {
      vi: 'Điểm người này chấm trừ điểm người kia chấm cùng tiêu chí; bên trái vạch 0 là chấm chặt hơn.',
      en: 'Their mark less that of the other who marked the same item; left of 0 is more severe.',
    },
    moved: { vi: 'So với điểm tự chấm', en: 'Against the claim' },
    movedNote: {
      vi: 'Điểm thẩm định trừ điểm tự chấm. Mỗi người thẩm định các cơ quan, tiêu chí khác nhau nên không so sánh trực tiếp được; khi có, hãy dùng hình so với người chấm cùng tiêu chí.',
      en: 'Appraised less claimed. Everybody appraises other bodies and items, so persons cannot be compared by it; use the comparison of the same items where there is one.',
    },
    person: { vi: 'Họ và tên', en: 'Name' },
  },
  weeks: {
    title: { vi: 'Biến động theo tuần', en: 'Drift by week' },
    paired: { vi: 'Lần đầu so với chấm lại', en: 'First mark against the second' },
    pairedNote: {
      vi: 'Theo tuần thẩm định lần đầu; bên trái vạch 0 là lần đầu chặt hơn chấm lại.',
      en: 'By the week of the first mark; left of 0 the first was more severe.',
    },
    moved: { vi: 'Điểm thẩm định so với điểm tự chấm', en: 'Appraised against the claim' },
    movedNote: { vi: 'Bình quân của các tiêu chí thẩm định trong tuần.', en: 'The mean of what was decided in the week.' },
    week: { vi: 'Tuần từ', en: 'Week of' },
    weekOf: { vi: (day: string) => `Tuần từ ${day}`, en: (day: string) => `Week of ${day}` },
  },
  means: {
    describes: {
      vi: (rows: string) => `Bình quân và khoảng tin cậy 95%, tính theo tỷ lệ so với điểm tối đa: ${rows}.`,
      en: (rows: string) => `Means with their 95% intervals, as shares of the maximum: ${rows}.`,
    },
    mean: { vi: 'Bình quân', en: 'Mean' },
    low: { vi: 'Cận dưới', en: 'Low' },
    high: { vi: 'Cận trên', en: 'High' },
    count: { vi: 'Số tiêu chí', en: 'Items' },
  },
  apart: {
    title: { vi: 'Tiêu chí hai lần chấm lệch nhau nhiều nhất', en: 'Marks that lie farthest apart' },
    none: { vi: 'Không có tiêu chí nào hai lần chấm khác điểm.', en: 'No item has other points in its second mark.' },
    first: { vi: 'Lần đầu', en: 'First' },
    second: { vi: 'Chấm lại', en: 'Second' },
    by: { vi: (points: string, name: string) => `${points} (${name})`, en: (points: string, name: string) => `${points} (${name})` },
    difference: { vi: 'Chênh lệch', en: 'Difference' },
  },
  changed: {
    title: { vi: 'Tỷ lệ tiêu chí bị sửa so với tự chấm', en: 'Share of claims that were changed' },
    byBody: { vi: 'Theo cơ quan', en: 'By body' },
    byItem: { vi: 'Theo tiêu chí', en: 'By item' },
    body: { vi: 'Cơ quan', en: 'Body' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    decided: { vi: 'Đã thẩm định', en: 'Decided' },
    changed: { vi: 'Đã sửa', en: 'Changed' },
    share: { vi: 'Tỷ lệ', en: 'Share' },
    named: { vi: (code: string, title: string) => `${code}. ${title}`, en: (code: string, title: string) => `${code}. ${title}` },
  },
  draws: {
    title: { vi: 'Mẫu chấm lại', en: 'Samples' },
    none: { vi: 'Chưa rút mẫu lần nào.', en: 'Nothing has been drawn yet.' },
    at: { vi: 'Thời điểm rút', en: 'Drawn' },
    by: { vi: 'Người rút', en: 'By' },
    seed: { vi: 'Số khởi tạo ngẫu nhiên', en: 'Seed' },
    drawn: { vi: 'Số rút ra', en: 'Drawn' },
    of: { vi: (drawn: string, listed: string) => `${drawn} trong ${listed}`, en: (drawn: string, listed: string) => `${drawn} of ${listed}` },
    marked: { vi: 'Đã chấm lại', en: 'Marked' },
    nobody: {
      vi: (count: string) => `${count} tiêu chí không bố trí được người chấm lại`,
      en: (count: string) => `nobody may mark ${count} of them`,
    },
    returned: { vi: 'Tiêu chí người chấm lại đã trả lại', en: 'Handed back by their markers' },
    returnedBy: { vi: 'Người trả lại', en: 'Handed back by' },
    why: { vi: 'Lý do', en: 'Why' },
    giveAnew: {
      vi: (count: string) => `Bố trí người khác chấm lại ${count} tiêu chí`,
      en: (count: string) => `Draw other markers for ${count}`,
    },
    givenAnew: { vi: 'Đã bố trí người khác chấm lại.', en: 'Other markers are drawn.' },
    open: { vi: 'Rút mẫu', en: 'Draw a sample' },
    lead: {
      vi: (pieces: string, markers: string) =>
        `Danh sách để rút có ${pieces} tiêu chí đã thẩm định lần đầu; có ${markers} người có thể chấm lại. Không ai được giao tiêu chí mà mình đã thẩm định, xác nhận, yêu cầu giải trình, hoặc của cơ quan mà mình có xung đột lợi ích.`,
      en: (pieces: string, markers: string) =>
        `The list has ${pieces} items decided in the first appraisal; ${markers} people may mark a second time. Nobody is given what they decided, confirmed or asked about, nor a body in which they have an interest.`,
    },
    count: { vi: 'Số tiêu chí rút ra', en: 'How many items' },
    seedMore: {
      vi: 'Nên dùng một số công khai mà không ai chọn được, nêu trước khi rút, ví dụ kết quả xổ số của ngày rút mẫu. Số này được lưu lại; cùng danh sách và cùng số thì rút ra cùng một mẫu.',
      en: 'Best a public number that nobody chooses, said before, such as the day’s lottery. It is recorded: the same list and seed give the same sample.',
    },
    submit: { vi: 'Rút mẫu và giao chấm lại', en: 'Draw and give' },
    done: { vi: 'Đã rút mẫu và giao cho người chấm lại.', en: 'The sample is drawn and given.' },
  },
  marks: {
    title: { vi: 'Chấm lại độc lập', en: 'Second marking' },
    lead: {
      vi: 'Ông/Bà chấm lại các tiêu chí dưới đây theo hồ sơ tự chấm. Cho đến khi chấm xong, kết quả thẩm định lần đầu của các tiêu chí này không hiển thị với Ông/Bà ở bất kỳ trang nào.',
      en: 'You mark the items below by what their bodies claim. Until you have, the first marks are shown to you on no page.',
    },
    none: { vi: 'Ông/Bà không được giao tiêu chí nào để chấm lại.', en: 'You have been given nothing to mark a second time.' },
    left: { vi: (left: string, all: string) => `Còn ${left} trong ${all} tiêu chí.`, en: (left: string, all: string) => `${left} of ${all} items are left.` },
    state: { vi: 'Trạng thái', en: 'State' },
    given: { vi: (points: string, at: string) => `Đã chấm ${points}, lúc ${at}`, en: (points: string, at: string) => `Marked ${points}, ${at}` },
    waits: { vi: 'Chưa chấm lại', en: 'Not marked' },
    lapsed: { vi: 'Không chấm lại nữa', en: 'Not marked any more' },
    mark: { vi: 'Chấm lại', en: 'Mark' },
    next: { vi: 'Chấm lại nội dung tiếp theo', en: 'Mark the next' },
    returned: { vi: (at: string) => `Đã trả lại, lúc ${at}`, en: (at: string) => `Handed back, ${at}` },
    handBack: { vi: 'Trả lại, không chấm', en: 'Hand it back' },
    handBackTitle: { vi: 'Không chấm lại được tiêu chí này', en: 'Hand this item back' },
    handBackReason: { vi: 'Lý do không chấm lại được', en: 'Why you may not or cannot mark it' },
    handBackMore: {
      vi: 'Cơ quan chủ trì kỳ đánh giá đọc lý do và bố trí người khác. Tiêu chí đã trả lại không nhận lại được.',
      en: 'The owner of the round reads it and draws somebody else. What is handed back is not taken again.',
    },
    back: { vi: 'Danh sách chấm lại', en: 'All that you mark' },
    save: { vi: 'Ghi điểm chấm lại', en: 'Save the mark' },
    final: {
      vi: 'Điểm chấm lại không sửa được và không làm thay đổi điểm của cơ quan.',
      en: 'A second mark is not changed, and changes no points.',
    },
  },
});
