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
- muc-luc-ho-so.xlsx, muc-luc-ho-so.html: mục lục hồ sơ, mỗi cơ quan tham gia là một hồ sơ (${participants} hồ sơ). Số hồ sơ và thời hạn bảo quản để trống, do người làm lưu trữ ghi.
- bo-tieu-chi.yaml: bộ tiêu chí của kỳ đánh giá, nguyên văn.
- Mỗi hồ sơ một thư mục, gồm:
  + muc-luc-van-ban.xlsx, muc-luc-van-ban.html: mục lục văn bản trong hồ sơ. Cột "Tờ số" để trống, do người làm lưu trữ ghi.
  + bang-diem.xlsx, bang-diem.html, bang-diem.json: bảng chấm điểm khi kỳ đánh giá đã đóng.
  + lich-su-cham-diem.jsonl: lịch sử chấm điểm, mỗi dòng một lần cập nhật (ai, lúc nào, nội dung, lý do), cũ trước mới sau.
  + lan-gui.json và thư mục bao-cao-da-ky (nếu đã gửi): các lần gửi với chữ ký số đã đọc, và báo cáo đã ký, đúng từng byte như khi gửi.
  + thư mục van-ban: bản gốc các văn bản, đúng từng byte như khi nộp.
- SHA256SUMS: mã băm SHA-256 của mọi tệp. Kiểm tra bằng lệnh: sha256sum -c SHA256SUMS

${
  personal
    ? 'Gói này có thể có tài liệu chứa dữ liệu cá nhân: bảo quản theo quy định về bảo vệ dữ liệu cá nhân.'
    : 'Tài liệu có dữ liệu cá nhân không kèm trong gói này; mục lục văn bản ghi rõ từng tài liệu.'
}
Tài liệu gửi theo đường văn thư mật không có trong hệ thống, chỉ được ghi trong mục lục văn bản.
`;
