import { texts } from '../texts.ts';

/** For whoever looks after people and the installation. */
export const administratorGuide = texts({
  title: { vi: 'Hướng dẫn cho quản trị viên', en: 'Guide for administrators' },
  short: { vi: 'Quản trị', en: 'Administrator' },
  lead: {
    vi: 'Quản trị viên quản lý người dùng và vai trò, danh mục cơ quan, ngày nghỉ và vận hành; không chấm điểm, không sửa số liệu.',
    en: 'Administrators look after people and roles, bodies, days off and the operation; they score nothing and change no figures.',
  },
  sections: [
    {
      title: { vi: 'Người dùng và vai trò', en: 'People and roles' },
      text: {
        vi: [
          'Mời người dùng bằng liên kết dùng một lần; mỗi người có một hoặc nhiều vai trò tại cơ quan, có ngày bắt đầu và kết thúc. Vai trò đã kết thúc vẫn được lưu. Khi một người chuyển công tác, bàn giao toàn bộ việc đang mở cho người khác.',
        ],
        en: [
          'People are invited by a one-time link; each has one or more roles at bodies, from a day to a day. Roles that ended are kept. When somebody leaves, all their open work is handed over to another person.',
        ],
      },
    },
    {
      title: { vi: 'Việc cần hai người', en: 'What takes two persons' },
      text: {
        vi: [
          'Giao vai trò quyết định, đặt lại mật khẩu và đổi thư điện tử của người giữ vai trò đó cần hai người: một người đề nghị kèm lý do, người khác quyết định. Đề nghị chờ Ông/Bà quyết định hiện trên trang “Việc của tôi”. Nên có ít nhất hai quản trị viên toàn hệ thống.',
        ],
        en: [
          'A deciding role, a reset and another address for whoever holds one take two persons: one asks with a reason, another decides. What waits for you stands on “My work”. There should be two administrators of the whole installation at least.',
        ],
      },
    },
    {
      title: { vi: 'Cơ quan, đơn vị', en: 'Bodies' },
      text: {
        vi: [
          'Tên, mã, cấp trên và khối của cơ quan đều có ngày hiệu lực. Đổi tên, sáp nhập, chia tách, kết thúc hoạt động được ghi nhận theo văn bản; số liệu các năm trước giữ nguyên tên khi đó.',
        ],
        en: [
          'Names, codes, parents and blocks are dated. Renaming, merging, splitting and closing are recorded by a document; figures of earlier years keep the name of then.',
        ],
      },
    },
    {
      title: { vi: 'Ngày nghỉ, lịch', en: 'Days off' },
      text: {
        vi: ['Ngày nghỉ lễ, ngày làm bù quyết định cách đếm ngày làm việc trong cảnh báo và dự báo. Cần cập nhật khi có thông báo nghỉ lễ của năm.'],
        en: ['Days off, and days worked instead, decide how working days are counted in warnings and predictions. Keep them up to date each year.'],
      },
    },
    {
      title: { vi: 'Gỡ bỏ, hủy tài liệu', en: 'Removals and purges' },
      text: {
        vi: [
          'Tài liệu không được phép lưu trên hệ thống phải gỡ bỏ khẩn cấp; tài liệu hết thời hạn bảo quản được hủy. Cả hai đều cần hai người; số, ngày và mã kiểm tra toàn vẹn được giữ lại.',
        ],
        en: [
          'A document that must not be here is removed at once; what no longer has to be kept is purged. Both take two persons; number, date and hash stay.',
        ],
      },
    },
    {
      title: { vi: 'Vận hành và nhật ký', en: 'Operation and trail' },
      text: {
        vi: [
          'Trang “Vận hành” cho biết tình trạng sao lưu, hàng đợi thư, kho tệp, quét mã độc và dấu xác nhận nhật ký. Thư không rõ đã gửi hay chưa phải do người quyết định. Nhật ký chỉ ghi thêm, không sửa, không xóa được.',
        ],
        en: [
          '“Operation” tells of backups, the mail queue, files, the scanner and the anchors of the trail. Whether an unsure mail is sent again is for a person to say. The trail is append-only.',
        ],
      },
    },
  ],
});
