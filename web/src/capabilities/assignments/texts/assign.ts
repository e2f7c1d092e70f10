import { texts } from '@parindex/core/words/texts';

/** Where a body gives parts of its sheet to departments. */
export const assignTexts = texts({
  title: { vi: 'Phân công cho đơn vị, cá nhân', en: 'Given to departments and persons' },
  lead: {
    vi: 'Nội dung đã giao do đơn vị nhập dưới dạng đề xuất; chỉ tính vào bảng chấm điểm khi lãnh đạo đơn vị đã duyệt. Số liệu của tiêu chí đi theo tiêu chí, trừ khi được giao riêng.',
    en: 'What a department has in hand it enters as a proposal; it counts once the department’s leader has approved it. Figures go along with their item unless they are given by themselves.',
  },
  leadFrozen: {
    vi: 'Bảng chấm điểm đã chốt số liệu hoặc đã gửi, nên không giao thêm được nội dung nào. Dưới đây là nội dung đã giao.',
    en: 'The sheet is frozen or sent, so nothing more can be given. This is what was given.',
  },
  leadReading: { vi: 'Nội dung cơ quan đã giao cho các đơn vị, và mức độ hoàn thành.', en: 'What the body has given to departments, and how far it has come.' },
  none: { vi: 'Cơ quan chưa giao nội dung nào', en: 'The body has given nothing away' },
  choose: { vi: 'Chọn tiêu chí hoặc số liệu dưới đây, rồi giao cho đơn vị.', en: 'Choose items or figures below, then give them to a department.' },
  domain: { vi: (title: string) => `Chọn cả lĩnh vực ${title}`, en: (title: string) => `Choose the whole domain ${title}` },
  given: { vi: (given: string, all: string) => `đã giao ${given}/${all}`, en: (given: string, all: string) => `${given} of ${all} given` },
  figures: { vi: (count: string) => `Giao riêng từng số liệu (${count})`, en: (count: string) => `Give single figures (${count})` },
  held: {
    vi: (department: string, person: string | null, due: string | null) =>
      `${department}${person === null ? '' : ` (${person})`}${due === null ? '' : `, hạn ${due}`}`,
    en: (department: string, person: string | null, due: string | null) =>
      `${department}${person === null ? '' : ` (${person})`}${due === null ? '' : `, due ${due}`}`,
  },
  selected: { vi: (count: string) => `Đã chọn ${count} nội dung`, en: (count: string) => `${count} chosen` },
  clear: { vi: 'Bỏ chọn', en: 'Choose none' },
  give: { vi: 'Giao cho đơn vị', en: 'Give to a department' },
  giveTitle: { vi: (count: string) => `Giao ${count} nội dung`, en: (count: string) => `Give ${count} parts` },
  giveMore: { vi: 'Nội dung đang giao cho đơn vị khác sẽ chuyển sang đơn vị này.', en: 'What another department has in hand passes over to this one.' },
  department: { vi: 'Đơn vị', en: 'Department' },
  itself: { vi: (body: string) => `${body} (tự thực hiện)`, en: (body: string) => `${body} (itself)` },
  person: { vi: 'Cá nhân thực hiện', en: 'Who does it there' },
  anybody: { vi: 'Đơn vị tự phân công', en: 'The department decides' },
  due: { vi: 'Hạn gửi', en: 'Due' },
  dueMore: { vi: 'Để trống nếu theo hạn chung của kỳ đánh giá.', en: 'Empty: as the round’s own calendar says.' },
  note: { vi: 'Ghi chú cho đơn vị', en: 'Note to the department' },
  takeBack: { vi: 'Thu hồi', en: 'Take back' },
  takeBackTitle: { vi: (count: string) => `Thu hồi ${count} nội dung đã giao`, en: (count: string) => `Take back ${count} parts` },
  takeBackMore: {
    vi: 'Nội dung đã duyệt vẫn tính vào bảng chấm điểm. Nội dung mới đề xuất, chưa duyệt thì không tính.',
    en: 'What was approved stays in the sheet. What was only proposed does not count.',
  },
  asBefore: { vi: 'Như kỳ trước', en: 'As in an earlier round' },
  asBeforeTitle: { vi: 'Phân công như kỳ trước', en: 'Give as in an earlier round' },
  asBeforeMore: {
    vi: 'Chọn kỳ đánh giá để lấy lại phân công của cơ quan. Chưa có gì được giao trước khi Ông/Bà xem lại và bấm giao.',
    en: 'Choose the round whose assignments are taken up. Nothing is given before you have seen it and say so.',
  },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  noRounds: { vi: 'Chưa có kỳ đánh giá nào khác.', en: 'There is no other round.' },
  noAssignments: { vi: 'Kỳ này không có phân công nào dùng lại được.', en: 'Nothing of that round can be taken up.' },
  unread: {
    vi: 'Cơ quan không tham gia kỳ này, hoặc Ông/Bà không xem được phân công của kỳ này.',
    en: 'The body took no part in that round, or you cannot see its assignments.',
  },
  left: {
    vi: (count: string) => `${count} phân công không dùng lại được: tiêu chí, số liệu hoặc đơn vị không còn, hoặc nội dung đang được giao.`,
    en: (count: string) => `${count} cannot be taken up: the item, figure or department is there no more, or is in somebody’s hands now.`,
  },
  what: { vi: 'Nội dung', en: 'What' },
  chain: {
    title: { vi: 'Quy trình duyệt', en: 'Chain of approval' },
    lead: {
      vi: 'Chuyên viên nhập; lãnh đạo đơn vị duyệt; lãnh đạo phê duyệt của cơ quan chốt số liệu. Cơ quan có thể thêm:',
      en: 'A specialist enters; the department’s leader approves; the head of the body freezes. The body can add:',
    },
    division: {
      vi: 'Trưởng phòng thông qua trước khi lãnh đạo đơn vị duyệt',
      en: 'The head of the division passes it before the department’s leader approves',
    },
    review: {
      vi: 'Cơ quan rà soát sau khi lãnh đạo đơn vị duyệt; chưa rà soát thì chưa chốt được số liệu',
      en: 'The body reviews what the leader has approved; without it the sheet cannot be frozen',
    },
    save: { vi: 'Lưu quy trình duyệt', en: 'Save the chain' },
    saved: { vi: 'Đã lưu quy trình duyệt.', en: 'The chain was saved.' },
    told: { vi: (steps: string) => `Quy trình duyệt: ${steps}.`, en: (steps: string) => `Chain of approval: ${steps}.` },
    steps: {
      entered: { vi: 'chuyên viên nhập', en: 'a specialist enters' },
      division: { vi: 'trưởng phòng thông qua', en: 'the head of the division passes' },
      leader: { vi: 'lãnh đạo đơn vị duyệt', en: 'the department’s leader approves' },
      review: { vi: 'cơ quan rà soát', en: 'the body reviews' },
      head: { vi: 'lãnh đạo phê duyệt chốt số liệu', en: 'the head freezes' },
    },
  },
});
