import { MARKS } from '../../../documents/document.ts';
import { momentText } from '../../../documents/moment-text.ts';

interface ReadmeAbout {
  readonly title: string;
  readonly owner: string;
  readonly year: number;
  readonly closedAt: string;
  readonly madeAt: string;
  readonly participants: number;
  readonly personal: boolean;
  readonly illustrative: boolean;
}

/** The introduction for whoever opens the archive. */
export const archiveReadme = ({ title, owner, year, closedAt, madeAt, participants, personal, illustrative }: ReadmeAbout): string =>
  `HỒ SƠ LƯU TRỮ KỲ ĐÁNH GIÁ
${illustrative ? `\n${MARKS.invented}\n` : ''}
${title} (năm ${year})
Cơ quan chủ trì: ${owner}
Kỳ đánh giá đóng lúc ${momentText(closedAt)}; hồ sơ được xuất lúc ${momentText(madeAt)}.

Trong gói này có:
- Mục lục hồ sơ.xlsx, Mục lục hồ sơ.html: hồ sơ chung của kỳ đánh giá và mỗi cơ quan tham gia một hồ sơ (${participants} cơ quan). Số, ký hiệu hồ sơ và thời hạn bảo quản để trống, do người làm lưu trữ ghi.
- Bộ tiêu chí.docx: bộ tiêu chí của kỳ đánh giá để đọc và in; Bộ tiêu chí.yaml: nguyên văn mà hệ thống đã dùng để tính điểm.
- Thư mục "Hồ sơ chung của kỳ đánh giá": kế hoạch, hướng dẫn, quyết định, công văn đôn đốc và thông báo có văn bản (tệp gốc trong thư mục "Văn bản"), biên bản đóng kỳ đánh giá (nếu hệ thống có lưu đề nghị đóng kỳ), biên bản các phiên họp Hội đồng, dự thảo Tờ trình và Quyết định phê duyệt kết quả và bộ số liệu dùng để tính kết quả (nếu có kết quả chốt khi đóng kỳ), sổ gia hạn, sổ thông báo kết quả thẩm định, sổ mở lại bảng chấm điểm và cho phép gửi báo cáo không ký số. Công văn đôn đốc do hệ thống lập được lưu nguyên văn, chưa ký, chưa cấp số; bản đã phát hành chỉ có khi cơ quan chủ trì đưa vào danh mục văn bản của kỳ.
- Mỗi cơ quan một thư mục, gồm:
  + Mục lục văn bản.xlsx, Mục lục văn bản.html: mục lục văn bản trong hồ sơ. Ngày của báo cáo đã gửi là ngày ký, hoặc ngày gửi nếu không có chữ ký số. Cột "Tờ số" để trống, do người làm lưu trữ ghi.
  + Báo cáo tự đánh giá (hệ thống lập).docx: báo cáo theo bảng chấm điểm khi kỳ đánh giá đã đóng.
  + Thư mục "Báo cáo đã gửi" (nếu đã gửi): mọi báo cáo đã gửi, có ký số hoặc không ký số theo ý kiến cho phép, đúng từng byte như khi gửi; Các lần gửi báo cáo.xlsx, .html, .json: các lần gửi với chữ ký số đã đọc.
  + Bảng chấm điểm.xlsx, Bảng chấm điểm.html, Bảng chấm điểm.json: bảng chấm điểm khi kỳ đánh giá đã đóng.
  + Lịch sử chấm điểm.jsonl: lịch sử chấm điểm, mỗi dòng một lần cập nhật (ai, lúc nào, nội dung, lý do), cũ trước mới sau.
  + Thư mục "Văn bản": bản gốc các văn bản, đúng từng byte như khi nộp.
- SHA256SUMS: mã kiểm tra toàn vẹn SHA-256 của mọi tệp. Kiểm tra bằng lệnh: sha256sum -c SHA256SUMS

${
  personal
    ? 'Gói này có thể có tài liệu chứa dữ liệu cá nhân: bảo quản theo quy định về bảo vệ dữ liệu cá nhân.'
    : 'Tài liệu có dữ liệu cá nhân không kèm trong gói này; mục lục văn bản ghi rõ từng tài liệu.'
}
Tài liệu gửi theo đường văn thư mật không có trong hệ thống, chỉ được ghi trong mục lục văn bản.
`;
