import { texts } from '@parindex/core/words/texts';

/** Closing a round by two persons, undoing that, and what an act brings with it. */
export const closingTexts = texts({
  title: { vi: 'Đóng kỳ đánh giá', en: 'Close the round' },
  lead: {
    vi: 'Sau khi đóng kỳ, các bảng chấm điểm không nhận cập nhật nữa. Việc này cần hai người của cơ quan chủ trì: một người đề nghị và nêu lý do, người kia quyết định (cơ quan chủ trì chỉ có một người thì quản trị viên quyết định); hoàn tác được cho đến khi công bố.',
    en: 'Once it is closed, nothing is written into its sheets any more. It takes two persons of the owner: one asks with a reason, the other decides (an administrator where the owner has one person alone); it can be undone until publication.',
  },
  closedLead: {
    vi: 'Kỳ đã đóng. Cho đến khi bước công bố bắt đầu, hai người của cơ quan chủ trì mở lại được, có lý do.',
    en: 'The round is closed. Until the step of publication begins, two persons of the owner can undo that, with a reason.',
  },
  openNow: {
    close: { vi: 'Nếu đóng lúc này, những việc sau chưa hoàn thành', en: 'Closed now, this would be left open' },
    undoClosing: { vi: 'Nếu mở lại lúc này, những việc sau tiếp tục ở tình trạng chưa hoàn thành', en: 'Opened again now, this would be open as it was' },
  },
  keptOpen: {
    vi: 'Chưa đóng được kỳ đánh giá: còn tiêu chí không tính được điểm, nội dung Hội đồng chưa kết luận hoặc phiên họp chưa kết thúc, như nêu ở trên.',
    en: 'The round cannot be closed yet: an item cannot be computed, the council still has to conclude, or a session is not over, as told above.',
  },
  uncomputed: {
    caption: { vi: 'Tiêu chí không tính được điểm', en: 'Items that cannot be computed' },
    lead: {
      vi: 'Cơ quan chưa gửi báo cáo thì tự sửa số liệu; đã gửi thì người thẩm định ghi số liệu đúng khi thẩm định, hoặc cơ quan chủ trì mở lại bảng chấm điểm.',
      en: 'A body that has not sent mends its figures itself; of one that has, whoever appraises enters them right, or the owner opens its sheet again.',
    },
    body: { vi: 'Cơ quan', en: 'Body' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    why: { vi: 'Lý do', en: 'Why' },
  },
  openThen: { vi: 'Việc chưa hoàn thành khi đề nghị', en: 'Left open when it was asked for' },
  nothingOpen: { vi: 'Không còn việc nào chưa hoàn thành.', en: 'Nothing is left open.' },
  known: { vi: 'Tôi đã biết những điều nêu trên', en: 'I know what is told above' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonMore: { vi: 'Lý do được ghi vào nhật ký và hiển thị cho người quyết định.', en: 'It stands in the trail, and whoever decides reads it.' },
  ask: {
    close: { vi: 'Đề nghị đóng kỳ', en: 'Ask to close the round' },
    undoClosing: { vi: 'Đề nghị mở lại kỳ', en: 'Ask to undo the closing' },
  },
  asked: {
    vi: 'Đã gửi đề nghị; người thứ hai (cơ quan chủ trì chỉ có một người thì quản trị viên) sẽ quyết định.',
    en: 'It is asked for; a second person decides, an administrator where the owner has one person alone.',
  },
  carryOut: {
    close: { vi: 'Đồng ý đóng kỳ', en: 'Agree, and close the round' },
    undoClosing: { vi: 'Đồng ý mở lại kỳ', en: 'Agree, and undo the closing' },
  },
  computing: {
    vi: (computed: string, bodies: string) =>
      `Đang tính kết quả cuối cùng: ${computed} trên ${bodies} cơ quan. Có thể rời trang này; việc đóng kỳ vẫn tiếp tục.`,
    en: (computed: string, bodies: string) =>
      `The final result is being computed: ${computed} of ${bodies} bodies. You may leave this page; the closing goes on.`,
  },
  computingBar: { vi: 'Số cơ quan đã tính kết quả', en: 'Bodies whose result is computed' },
  stopped: { vi: 'Đã rút đề nghị.', en: 'The request is withdrawn.' },
  refused: { vi: 'Đã ghi nhận không đồng ý; kỳ đánh giá được giữ nguyên.', en: 'It is refused; the round stays as it is.' },
  closed: { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' },
  openAgain: { vi: 'Kỳ đánh giá đã mở lại.', en: 'The round is open again.' },
  consequences: { vi: 'Cần xác nhận đã biết trước khi thực hiện', en: 'To be confirmed before it is done' },
  agree: { vi: 'Đã biết, vẫn thực hiện', en: 'I know; do it' },
});
