import type { ReviewPhrases } from './review-phrases.ts';

export const reviewVi: ReviewPhrases = {
  unanswered: (missing) => `Chưa trả lời; còn thiếu ${missing}.`,
  incomplete: (missing) => `Đã trả lời một phần; còn thiếu ${missing}.`,
  notApproved: (departments, standing) =>
    ({
      none: `Đã giao cho ${departments}; đơn vị chưa gửi số liệu.`,
      entered: `${departments} đã nhập, chờ lãnh đạo đơn vị duyệt; chưa duyệt thì chưa tính vào bảng điểm.`,
      passed: `Trưởng phòng thuộc ${departments} đã thông qua, chờ lãnh đạo đơn vị duyệt; chưa duyệt thì chưa tính vào bảng điểm.`,
      returned: `Đã trả lại ${departments}; đơn vị chưa gửi lại.`,
      approved: `${departments} đã duyệt; chờ rà soát theo quy trình duyệt của cơ quan.`,
      changed: `Đã ghi khác với nội dung ${departments} duyệt; chờ rà soát theo quy trình duyệt của cơ quan.`,
      reviewed: `${departments} đã duyệt và đã được rà soát.`,
    })[standing ?? 'none'],
  partOverWhole: (part, partValue, whole, wholeValue) => `${part} là ${partValue}, lớn hơn ${whole} là ${wholeValue}; bộ phận không thể lớn hơn tổng số.`,
  divisionByZero: (figures) => `Phép tính có mẫu số bằng 0 nên chưa tính được điểm; đề nghị kiểm tra lại ${figures}.`,
  percentOutOfRange: (figure, value) => `${figure} là ${value}%, ngoài khoảng từ 0% đến 100%.`,
  dateOutsideYear: (figure, value, first, last) => `${figure} là ngày ${value}, ngoài khoảng từ ${first} đến ${last}.`,
  figureFarFromPast: (figure, now, before, difference, more) =>
    `${figure} là ${now}, ${more ? 'tăng' : 'giảm'} ${difference} so với năm trước (${before}); đề nghị kiểm tra lại hoặc giải trình.`,
  pointsWithoutProof: (points) => `Tự chấm ${points} nhưng chưa dẫn tài liệu kiểm chứng và chưa có giải trình.`,
  pointsFarFromPast: (now, before) => `Tự chấm ${now}, năm trước ${before}.`,
  pastOverWhole: (figure) => `Số liệu năm trước ${figure} lớn hơn tổng số của nó nên chưa tính được điểm; đề nghị báo cơ quan chủ trì kỳ đánh giá.`,
  documentHint: (name, text) => `${name}: ${text}`,
};
