import { PART_STANDING_NAMES, TIME_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

/** What departments have in hand of a sheet, and how far it has come. */
export const partTexts = texts({
  open: { vi: 'Phân công', en: 'Delegation' },
  title: { vi: 'Phân công, phê duyệt', en: 'Delegation and approval' },
  standing: PART_STANDING_NAMES,
  waitsForDivision: { vi: 'Đã trình, chờ trưởng phòng thông qua', en: 'Submitted, awaits the head of the division' },
  waitsForLeader: { vi: 'Đã trình, chờ lãnh đạo đơn vị duyệt', en: 'Submitted, awaits the department’s leader' },
  submittedMore: {
    vi: 'Đã trình lãnh đạo đơn vị. Nếu Ông/Bà sửa, nội dung được sửa phải trình lại.',
    en: 'It is before the department’s leader. What you change now has to be submitted again.',
  },
  waitsForReview: { vi: 'Lãnh đạo đơn vị đã duyệt, chờ rà soát', en: 'Approved by the department’s leader, awaits review' },
  department: { vi: 'Đơn vị', en: 'Department' },
  person: { vi: 'Cá nhân', en: 'Person' },
  due: { vi: 'Hạn', en: 'Due' },
  late: { vi: TIME_NAMES.vi.late, en: TIME_NAMES.en.late },
  note: { vi: 'Ghi chú', en: 'Note' },
  wholeItem: { vi: (code: string) => `Tiêu chí ${code}`, en: (code: string) => `Item ${code}` },
  documents: { vi: (count: string) => `${count} tài liệu kiểm chứng`, en: (count: string) => `${count} ${count === '1' ? 'document' : 'documents'}` },
  returnedBecause: { vi: (reason: string) => `Lý do trả lại: ${reason}`, en: (reason: string) => `Why it was returned: ${reason}` },
  changedBecause: { vi: (reason: string) => `Lý do điều chỉnh: ${reason}`, en: (reason: string) => `Why it was changed: ${reason}` },
  proposed: {
    title: { vi: 'Nội dung đơn vị đề xuất, chưa tính vào bảng chấm điểm', en: 'Proposed by the department, not part of the sheet yet' },
    what: { vi: 'Nội dung', en: 'What' },
    counting: { vi: 'Đang tính', en: 'Counts now' },
    proposed: { vi: 'Đơn vị đề xuất', en: 'Proposed' },
    nothing: { vi: 'Đơn vị giữ nguyên giá trị đang tính.', en: 'The department leaves the value that counts.' },
    changed: { vi: 'Giá trị đang tính do cơ quan điều chỉnh.', en: 'The value that counts was put there by the body.' },
  },
  acts: {
    accept: { vi: 'Duyệt', en: 'Approve' },
    pass: { vi: 'Thông qua', en: 'Pass' },
    submit: { vi: 'Trình lãnh đạo đơn vị', en: 'Submit to the leader' },
    recall: { vi: 'Rút lại nội dung đã trình', en: 'Recall' },
    return: { vi: 'Trả lại', en: 'Return' },
    recordDocument: { vi: 'Ghi nhận văn bản của lãnh đạo đơn vị', en: 'Record a document of the department’s leader' },
    review: { vi: 'Đã rà soát', en: 'Reviewed' },
  },
  waits: { vi: 'Còn thay đổi chưa được ghi; đề nghị chờ ghi xong rồi quyết định.', en: 'Some changes are still on their way; wait until all is saved.' },
  returnTitle: { vi: 'Trả lại cho đơn vị', en: 'Return to the department' },
  returnReason: { vi: 'Lý do trả lại', en: 'Why it is returned' },
  returnMore: {
    vi: 'Nội dung đã tính vào bảng chấm điểm (nếu có) được đưa ra khỏi bảng chấm điểm cho đến khi đơn vị gửi lại và được duyệt.',
    en: 'What counted, if anything did, leaves the sheet until the department has sent it again and it is approved.',
  },
  documentTitle: { vi: 'Lãnh đạo đơn vị đã duyệt bằng văn bản', en: 'The department’s leader has approved on paper' },
  documentMore: {
    vi: 'Ghi số, ngày của văn bản mà lãnh đạo đơn vị đã ký; nội dung đơn vị đề xuất được tính vào bảng chấm điểm.',
    en: 'Number and date of the document that the leader has signed; what the department proposes becomes part of the sheet.',
  },
  documentNumber: { vi: 'Số, ký hiệu văn bản', en: 'Number of the document' },
  documentDate: { vi: 'Ngày văn bản', en: 'Date of the document' },
  beside: { vi: 'Điều chỉnh số liệu đơn vị đề xuất', en: 'Enter something else' },
  besideReason: { vi: 'Lý do điều chỉnh', en: 'Why' },
  besideMore: {
    vi: 'Lý do đi kèm mọi thay đổi Ông/Bà ghi tại tiêu chí này; số liệu của đơn vị vẫn còn trong lịch sử, và đơn vị được báo.',
    en: 'The reason goes with every change that you enter at this item; the department’s stays in the history, and the department is told.',
  },
  besideOpen: { vi: 'Mở để điều chỉnh', en: 'Open the fields' },
  besideNow: {
    vi: (reason: string) => `Ông/Bà đang điều chỉnh số liệu đơn vị đề xuất. Lý do: ${reason}`,
    en: (reason: string) => `You are entering something else than the department. Why: ${reason}`,
  },
  besideEnd: { vi: 'Kết thúc điều chỉnh', en: 'Leave it to the department' },
  all: {
    accept: { vi: (count: string) => `Duyệt tất cả nội dung đang chờ (${count})`, en: (count: string) => `Approve all that waits (${count})` },
    submit: { vi: (count: string) => `Trình lãnh đạo đơn vị (${count})`, en: (count: string) => `Submit to the leader (${count})` },
    review: { vi: (count: string) => `Ghi đã rà soát tất cả (${count})`, en: (count: string) => `Mark all as reviewed (${count})` },
    recordDocument: {
      vi: (count: string) => `Ghi nhận văn bản cho các nội dung chưa duyệt (${count})`,
      en: (count: string) => `Record a document for what is not approved (${count})`,
    },
    titles: {
      accept: { vi: 'Nội dung chờ duyệt', en: 'What awaits approval' },
      submit: { vi: 'Trình lãnh đạo đơn vị', en: 'Submit to the department’s leader' },
      review: { vi: 'Nội dung được ghi là đã rà soát', en: 'What is marked as reviewed' },
      recordDocument: { vi: 'Nội dung được duyệt theo văn bản', en: 'What is approved by a document' },
    },
    leads: {
      accept: {
        vi: 'Đề nghị xem từng thay đổi và kết quả rà soát. Nội dung được duyệt sẽ tính vào bảng chấm điểm; nội dung phải sửa hoặc chưa trình không được chọn sẵn.',
        en: 'Look through each change and what the check says of it. What is approved becomes part of the sheet; what must be mended or was not submitted is not chosen beforehand.',
      },
      submit: {
        vi: 'Đề nghị xem từng thay đổi và kết quả rà soát trước khi trình. Nội dung đã trình rút lại được cho đến khi lãnh đạo đơn vị quyết định.',
        en: 'Look through each change and what the check says of it. What is submitted can be recalled until the leader has decided.',
      },
      review: { vi: 'Các nội dung sau đã được lãnh đạo đơn vị duyệt.', en: 'The department’s leader has approved these.' },
      recordDocument: {
        vi: 'Đề nghị xem lại từng giá trị. Sau khi ghi nhận, các giá trị này được tính vào bảng chấm điểm.',
        en: 'Look through the values. Once recorded they are part of the sheet.',
      },
    },
    none: {
      accept: { vi: 'Hiện không có nội dung nào đang chờ Ông/Bà duyệt.', en: 'Nothing awaits your approval now.' },
      submit: { vi: 'Hiện không có nội dung nào đã nhập mà chưa trình.', en: 'Nothing was entered that is not submitted.' },
    },
    leave: { vi: 'Chưa quyết định', en: 'Leave' },
    choose: { vi: (act: string, what: string) => `${act}: ${what}`, en: (act: string, what: string) => `${act}: ${what}` },
    choiceOf: { vi: (what: string) => `Quyết định đối với ${what}`, en: (what: string) => `The decision on ${what}` },
    does: {
      vi: (act: string, taken: string, returned: string | null) => `${act} (${taken})${returned === null ? '' : `, trả lại (${returned})`}`,
      en: (act: string, taken: string, returned: string | null) => `${act} (${taken})${returned === null ? '' : `, return (${returned})`}`,
    },
    missing: { vi: (count: string) => `Phần được giao còn thiếu ${count} nội dung`, en: (count: string) => `${count} of what is given to you lacks something` },
    done: { vi: 'Đã ghi nhận quyết định.', en: 'The decision was recorded.' },
    count: { vi: (all: string, chosen: string) => `${all} nội dung, chọn ${chosen}`, en: (all: string, chosen: string) => `${all} in all, ${chosen} chosen` },
  },
});
