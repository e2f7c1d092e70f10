import { texts } from '@parindex/core/words/texts';

/** Many files as one: the evidence of a sheet, the archive of a closed round. */
export const packageTexts = texts({
  start: { vi: 'Tải xuống', en: 'Download' },
  started: {
    vi: 'Tệp ZIP đang được tải xuống; Ông/Bà theo dõi ở mục tải xuống của trình duyệt. Tệp chỉ đầy đủ khi trình duyệt báo đã tải xong.',
    en: 'The ZIP is on its way; see the downloads of your browser. It is whole only when the browser says that it is done.',
  },
  personal: { vi: 'Kèm tài liệu có dữ liệu cá nhân', en: 'With documents that hold personal data' },
  personalMore: {
    vi: 'Chỉ những tài liệu mà Ông/Bà được xem; mỗi lượt tải được ghi vào nhật ký.',
    en: 'Only those that you may see; the audit trail tells of each download.',
  },
  evidence: {
    open: { vi: 'Tải gói tài liệu', en: 'Download all documents' },
    title: { vi: 'Tải gói tài liệu kiểm chứng', en: 'Download all evidence of this sheet' },
    holds: {
      vi: 'Một tệp ZIP gồm mục lục, các tệp xếp theo lĩnh vực và tiêu chí đã dẫn, và mã kiểm tra toàn vẹn SHA-256 của từng tệp.',
      en: 'One ZIP with a list, the files by domain and item that cites them, and the SHA-256 of each file.',
    },
    lacks: {
      vi: 'Không kèm: tệp của tài liệu có dữ liệu cá nhân (trừ khi chọn dưới đây), tệp chờ quét hoặc có mã độc, tài liệu đã gỡ bỏ hoặc đã hủy. Các tài liệu này, cùng tài liệu chỉ dẫn theo số, ký hiệu và tài liệu gửi theo đường văn thư mật, chỉ được ghi trong mục lục. Tài liệu đã rút khỏi kho hoặc đang chờ quyết định gỡ bỏ không có trong gói.',
      en: 'Left out: files with personal data (unless chosen below), files that wait for their scan or are harmful, documents that were removed or purged. Of these, of documents by number alone and of papers sent by the secret mail only the list tells. Withdrawn documents, and those whose removal waits for a decision, are not in it at all.',
    },
  },
  archive: {
    section: { vi: 'Hồ sơ lưu trữ', en: 'Archive' },
    lead: {
      vi: 'Kỳ đánh giá đã đóng; toàn bộ hồ sơ của kỳ có thể tải về để nộp lưu theo quy định.',
      en: 'The round is closed; all of it can be downloaded to be filed as the rules ask.',
    },
    open: { vi: 'Tải hồ sơ lưu trữ', en: 'Download the archive' },
    title: { vi: 'Tải hồ sơ lưu trữ của kỳ đánh giá', en: 'Download the archive of this round' },
    holds: {
      vi: 'Một tệp ZIP gồm bộ tiêu chí, bảng chấm điểm và lịch sử nhập liệu của từng cơ quan, tài liệu kiểm chứng, mục lục và mã kiểm tra toàn vẹn SHA-256 của từng tệp.',
      en: 'One ZIP with the edition, each body’s sheet and its history, the evidence, a list, and the SHA-256 of each file.',
    },
    lacks: {
      vi: 'Không kèm tệp của tài liệu có dữ liệu cá nhân (trừ khi chọn dưới đây), tệp chờ quét hoặc có mã độc, và tài liệu đã gỡ bỏ hoặc đã hủy; các tài liệu này chỉ được ghi trong mục lục.',
      en: 'Left out: files with personal data (unless chosen below), files that wait for their scan or are harmful, documents that were removed or purged; of these only the list tells.',
    },
  },
});
