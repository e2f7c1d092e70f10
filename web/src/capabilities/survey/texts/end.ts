import { texts } from '@parindex/core/words/texts';

/** The end of a survey, and its estimates. */
export const endTexts = texts({
  title: { vi: 'Kết thúc điều tra', en: 'End of the survey' },
  lead: {
    vi: 'Sau khi kết thúc, phần mềm không nhận thêm phiếu, đếm lại toàn bộ phiếu rồi xóa mối liên hệ giữa người trả lời và câu trả lời. Việc này không hoàn tác được.',
    en: 'Once ended, no form is taken any more; all forms are counted anew, and the tie between persons and answers is destroyed. This cannot be undone.',
  },
  reason: { vi: 'Lý do kết thúc sớm', en: 'Why it ends early' },
  reasonMore: { vi: 'Bước điều tra chưa hết hạn nên phải nêu lý do.', en: 'The step of the survey is not over yet, so a reason is needed.' },
  undecided: {
    vi: (count: string) =>
      `Còn ${count} phiếu cần rà soát chưa có quyết định; sau khi kết thúc, các phiếu này được tính vào kết quả và không quyết định lại được.`,
    en: (count: string) => `Nobody has decided on ${count} forms that were noticed: once ended they count, and nothing more is decided.`,
  },
  awaited: {
    vi: (count: string) =>
      `Điều tra viên đã ghi phỏng vấn xong ${count} hộ nhưng máy chủ chưa nhận được phiếu. Nếu kết thúc bây giờ, các phiếu này không được tính.`,
    en: (count: string) => `Interviewers have noted ${count} interviews of which nothing has come. If the survey ends now they do not count.`,
  },
  toInterviews: { vi: 'Xem theo điều tra viên', en: 'See by interviewer' },
  toReviews: { vi: 'Rà soát các phiếu này', en: 'Review them' },
  act: { vi: 'Kết thúc điều tra', en: 'End the survey' },
  ending: {
    vi: 'Đã thôi nhận phiếu. Phần mềm đang đếm các phiếu còn lại; trang này cần được mở lại sau ít phút.',
    en: 'No form is taken any more. What is left is being counted; please open this page again in some minutes.',
  },
  paper: {
    open: {
      vi: (entered: string, untyped: string) =>
        `Phiếu giấy chưa được tính: ${entered} phiếu chưa nhập đủ hai lần hoặc chưa đối chiếu, ${untyped} phiếu đã thu về nhưng chưa nhập. Kết thúc điều tra thì các phiếu này không được tính.`,
      en: (entered: string, untyped: string) =>
        `Paper forms that are not counted: ${entered} typed once or not reconciled, ${untyped} back and not typed. They will not count once the survey is ended.`,
    },
    left: {
      vi: (entered: string, untyped: string) =>
        `Phiếu giấy không được tính: ${entered} phiếu chưa nhập đủ hai lần hoặc chưa đối chiếu, ${untyped} phiếu đã thu về nhưng chưa nhập.`,
      en: (entered: string, untyped: string) => `Paper forms that were not counted: ${entered} typed once or not reconciled, ${untyped} back and not typed.`,
    },
    see: { vi: 'Xem phiếu giấy', en: 'See the paper forms' },
  },
  estimates: {
    title: { vi: 'Kết quả điều tra', en: 'Estimates' },
    lead: {
      vi: 'Kết quả được tính từ số đếm của các phiếu, thành một đợt số liệu chờ đồng ý. Kết quả chỉ hiển thị với cơ quan chủ trì cho đến khi được công bố.',
      en: 'The estimates are worked out from the counts of the forms, as a delivery that waits for agreement. They are sealed until they are released.',
    },
    act: { vi: 'Tính kết quả điều tra', en: 'Work out the estimates' },
    made: { vi: (count: string) => `Đã tính ${count} kết quả.`, en: (count: string) => `${count} estimates were worked out.` },
    protected: {
      vi: (count: string, threshold: string) =>
        `${count} kết quả không được tính vì nhóm có ít hơn ${threshold} phiếu; tiêu chí liên quan được tính theo quy định của bộ tiêu chí về số liệu chưa có.`,
      en: (count: string, threshold: string) =>
        `${count} were left out, as fewer than ${threshold} of the group have answered; what hangs on them is scored as the scheme says of figures that are not there.`,
    },
    absent: {
      vi: (count: string) =>
        `${count} kết quả chưa có vì nhóm chưa có ý kiến đánh giá; tiêu chí liên quan được tính theo quy định của bộ tiêu chí về số liệu chưa có.`,
      en: (count: string) =>
        `${count} are not there, as nobody of the group has answered; what hangs on them is scored as the scheme says of figures that are not there.`,
    },
    setAside: {
      vi: (count: string) => `Kết quả không tính ${count} phiếu đã được quyết định không đưa vào tổng hợp.`,
      en: (count: string) => `${count} forms were set aside and are not in it.`,
    },
    toDelivery: { vi: 'Xem đợt số liệu và đồng ý', en: 'See the delivery and agree' },
  },
});
