import { bilingual } from '../../../kit/bilingual.ts';

/** Many files as one: the evidence of a sheet, the archive of a closed round. */
export const packageTexts = bilingual(
  {
    start: 'Tải xuống',
    started: 'Tệp ZIP đang được tải xuống; Ông/Bà theo dõi ở mục tải xuống của trình duyệt. Tệp chỉ đầy đủ khi trình duyệt báo đã tải xong.',
    personal: 'Kèm tài liệu có dữ liệu cá nhân',
    personalMore: 'Chỉ những tài liệu mà Ông/Bà được xem; mỗi lượt tải được ghi vào nhật ký.',
    evidence: {
      open: 'Tải gói tài liệu',
      title: 'Tải gói tài liệu kiểm chứng',
      holds: 'Một tệp ZIP gồm mục lục, các tệp xếp theo lĩnh vực và tiêu chí đã dẫn, và mã băm SHA-256 của từng tệp.',
      lacks:
        'Không kèm: tệp của tài liệu có dữ liệu cá nhân (trừ khi chọn dưới đây), tệp chờ quét hoặc có mã độc, tài liệu đã gỡ bỏ hoặc đã hủy. Các tài liệu này, cùng tài liệu chỉ dẫn theo số, ký hiệu và tài liệu gửi theo đường văn thư mật, chỉ được ghi trong mục lục. Tài liệu đã rút khỏi kho hoặc đang chờ quyết định gỡ bỏ không có trong gói.',
    },
    archive: {
      section: 'Hồ sơ lưu trữ',
      lead: 'Kỳ đánh giá đã đóng; toàn bộ hồ sơ của kỳ có thể tải về để nộp lưu theo quy định.',
      open: 'Tải hồ sơ lưu trữ',
      title: 'Tải hồ sơ lưu trữ của kỳ đánh giá',
      holds: 'Một tệp ZIP gồm bộ tiêu chí, bảng điểm và lịch sử nhập liệu của từng cơ quan, tài liệu kiểm chứng, mục lục và mã băm SHA-256 của từng tệp.',
      lacks:
        'Không kèm tệp của tài liệu có dữ liệu cá nhân (trừ khi chọn dưới đây), tệp chờ quét hoặc có mã độc, và tài liệu đã gỡ bỏ hoặc đã hủy; các tài liệu này chỉ được ghi trong mục lục.',
    },
  },
  {
    start: 'Download',
    started: 'The ZIP is on its way; see the downloads of your browser. It is whole only when the browser says that it is done.',
    personal: 'With documents that hold personal data',
    personalMore: 'Only those that you may see; the audit trail tells of each download.',
    evidence: {
      open: 'Download all documents',
      title: 'Download all evidence of this sheet',
      holds: 'One ZIP with a list, the files by domain and item that cites them, and the SHA-256 of each file.',
      lacks:
        'Left out: files with personal data (unless chosen below), files that wait for their scan or are harmful, documents that were removed or purged. Of these, of documents by number alone and of papers sent by the secret mail only the list tells. Withdrawn documents, and those whose removal waits for a decision, are not in it at all.',
    },
    archive: {
      section: 'Archive',
      lead: 'The round is closed; all of it can be downloaded to be filed as the rules ask.',
      open: 'Download the archive',
      title: 'Download the archive of this round',
      holds: 'One ZIP with the edition, each body’s sheet and its history, the evidence, a list, and the SHA-256 of each file.',
      lacks:
        'Left out: files with personal data (unless chosen below), files that wait for their scan or are harmful, documents that were removed or purged; of these only the list tells.',
    },
  },
);
