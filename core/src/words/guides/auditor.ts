import { texts } from '../texts.ts';

/** For whoever audits a round or the installation. */
export const auditorGuide = texts({
  title: { vi: 'Hướng dẫn cho người kiểm tra', en: 'Guide for auditors' },
  short: { vi: 'Người kiểm tra', en: 'Auditor' },
  lead: {
    vi: 'Người kiểm tra xem mọi việc đã làm trong kỳ đánh giá và không thay đổi được nội dung nào.',
    en: 'An auditor reads all that was done in a round and changes nothing.',
  },
  sections: [
    {
      title: { vi: 'Nhật ký', en: 'The trail' },
      text: {
        vi: [
          'Nhật ký cho biết ai, lúc nào, đã làm gì, giá trị trước và sau. Có thể lọc theo người, cơ quan, kỳ đánh giá, loại thao tác và thời gian.',
          'Nhật ký chỉ ghi thêm. Dấu xác nhận nhật ký được gửi ra ngoài hệ thống nên mọi sửa đổi, thêm, bớt đều phát hiện được.',
        ],
        en: [
          'The trail tells who did what and when, with the values before and after. It can be filtered by person, body, round, act and time.',
          'It is append-only. Its anchors go outside the product, so that whatever is changed, added or removed is found.',
        ],
      },
    },
    {
      title: { vi: 'Kỳ đánh giá', en: 'The round' },
      text: {
        vi: [
          'Người kiểm tra của cơ quan chủ trì xem được bảng tiến độ, xếp hạng tạm tính, mọi bảng chấm điểm, phân công, tài liệu kiểm chứng và lịch sử của từng tiêu chí.',
          'Tài liệu có dữ liệu cá nhân không mở cho người kiểm tra. Kết quả điều tra chưa công bố chỉ mở cho người được cơ quan chủ trì chỉ định.',
        ],
        en: [
          'An auditor of the owner reads the progress board, the provisional ranking, all sheets, what was given to departments, evidence, and the history of each item.',
          'What holds personal data does not open to auditors. Survey means that are not released open to those whom the owner has named.',
        ],
      },
    },
    {
      title: { vi: 'Kỳ đã đóng', en: 'A closed round' },
      text: {
        vi: [
          'Kỳ đã đóng tải về được thành hồ sơ lưu trữ, có danh mục và mã kiểm tra toàn vẹn của mọi tệp để đối chiếu.',
          'Biên nhận của từng báo cáo kiểm tra được bằng mã ghi trên biên nhận, không cần đăng nhập.',
        ],
        en: [
          'A closed round can be taken as an archive, with a list and the hash of each file to hold it against.',
          'The receipt of each report can be checked by its code, without signing in.',
        ],
      },
    },
  ],
});
