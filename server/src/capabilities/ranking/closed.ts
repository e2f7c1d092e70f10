export const NOT_CLOSED = {
  vi: 'Kỳ đánh giá chưa đóng nên chưa có kết quả cuối cùng.',
  en: 'The round is not closed, so that there is no final result yet.',
};
