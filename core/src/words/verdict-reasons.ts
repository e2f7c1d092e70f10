import { texts } from './texts.ts';

/** Why an appraiser or the council decides otherwise than claimed: the choice that is offered; what exactly is said in words beside it. */
export const verdictReasons = texts({
  noEvidence: { vi: 'Không có tài liệu kiểm chứng', en: 'There is no evidence' },
  unfitEvidence: { vi: 'Tài liệu kiểm chứng không phù hợp với nội dung tiêu chí', en: 'The evidence does not fit the item' },
  notEnoughEvidence: { vi: 'Tài liệu kiểm chứng chưa đủ', en: 'The evidence is not enough' },
  outsidePeriod: { vi: 'Kết quả, tài liệu ngoài thời gian đánh giá', en: 'Results or evidence are outside the assessed period' },
  wrongFigure: { vi: 'Số liệu kê khai chưa chính xác', en: 'The declared figure is not right' },
  officialFigure: { vi: 'Theo số liệu chính thức của cơ quan quản lý', en: 'By the official figure of the body in charge' },
  wrongRule: { vi: 'Áp dụng chưa đúng cách chấm điểm', en: 'The rule was not applied as it stands' },
  late: { vi: 'Thực hiện chậm so với thời hạn quy định', en: 'Done later than was due' },
  confirmed: { vi: 'Đúng là không phát sinh', en: 'Nothing arose, indeed' },
  arose: { vi: 'Có phát sinh, phải được đánh giá', en: 'It did arise, and is assessed' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
});
