import { texts } from '../texts.ts';

/** For whoever appraises domains or items. */
export const appraiserGuide = texts({
  title: { vi: 'Hướng dẫn cho người thẩm định', en: 'Guide for appraisers' },
  short: { vi: 'Người thẩm định', en: 'Appraiser' },
  lead: {
    vi: 'Người thẩm định xem số liệu, giải trình và tài liệu kiểm chứng của các cơ quan ở lĩnh vực, tiêu chí được phân công.',
    en: 'An appraiser reads figures, explanations and evidence of the bodies in the domains and items given to them.',
  },
  sections: [
    {
      title: { vi: 'Xem được gì, từ khi nào', en: 'What is seen, and since when' },
      text: {
        vi: [
          'Trước khi bước thẩm định mở, bảng chấm điểm là việc nội bộ của cơ quan và chưa xem được. Từ khi bước này mở, trang “Việc của tôi” cho biết còn bao nhiêu nội dung chờ thẩm định của các cơ quan đã kết thúc tự chấm.',
          'Trang “Thẩm định” của kỳ đánh giá nêu nội dung phải thẩm định theo cơ quan, theo tiêu chí, đã thẩm định và còn lại. Mở một cơ quan để thẩm định lần lượt các tiêu chí: nội dung tự chấm, tài liệu kiểm chứng và kết quả thẩm định ở cùng một trang; mở một tiêu chí để so sánh các cơ quan với nhau.',
        ],
        en: [
          'Until the appraisal opens, a sheet is its body’s own work and cannot be seen. From then on “My work” tells how many items of bodies that have ended their self-assessment wait for you.',
          '“Appraisal” of a round tells what is to be appraised by body and by item, what is decided and what is left. Open a body to go through its items, with claim, evidence and verdict on one page; open an item to hold the bodies against each other.',
        ],
      },
    },
    {
      title: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
      text: {
        vi: [
          'Tài liệu mở đúng trang được dẫn, ngay cạnh tiêu chí. Điểm cần xem lại của tài liệu được nêu để Ông/Bà xem xét; hệ thống không tự kết luận.',
          'Tài liệu có dữ liệu cá nhân chỉ mở cho người thẩm định tiêu chí dẫn tài liệu đó, mỗi lượt xem được ghi nhật ký. Tài liệu gửi theo đường văn thư mật được đối chiếu ngoài hệ thống, rồi ghi nhận là đã đối chiếu.',
        ],
        en: [
          'A document opens at the cited page, beside its item. What in it does not fit is told for you to judge; the product concludes nothing.',
          'What holds personal data opens to those who appraise an item that cites it, and each view is told to the trail. What came by the secret mail is compared outside the product and recorded as compared.',
        ],
      },
    },
    {
      title: { vi: 'Trao đổi với cơ quan', en: 'Talking with the body' },
      text: {
        vi: [
          'Trao đổi chung tại tiêu chí được cơ quan và người thẩm định cùng xem; trao đổi nội bộ của cơ quan thì người thẩm định không xem được.',
          'Kết quả thẩm định được báo cho cơ quan khi bước tiếp theo mở, theo lịch của kỳ.',
        ],
        en: [
          'What is shared at an item is read by the body and its appraisers; what a body says inside is read by no appraiser.',
          'A body is told what was decided once the next step opens, by the calendar of the round.',
        ],
      },
    },
  ],
});
