import { texts } from '@parindex/core/words/texts';

/** What the numbered places of a sketch are, in their order, by route. */
export const pageSketchTexts = texts({
  title: { vi: 'Sơ đồ trang, các vị trí được đánh số', en: 'The page in outline, with numbered places' },
  places: {
    '/lam-viec/ky-danh-gia/$round': {
      vi: [
        'Thời gian còn lại của bước đang mở.',
        'Số cơ quan đã gửi, đã chốt, đang tự chấm, quá hạn, có nguy cơ chậm; chọn để xem danh sách.',
        'Tiến độ nhập theo thời gian.',
        'Công việc đang chờ ai.',
        'Từng cơ quan theo lĩnh vực: ô càng đậm, tiến độ hoặc điểm càng cao.',
        'Tiêu chí bị trừ nhiều điểm nhất.',
      ],
      en: [
        'The time left in the step that is open.',
        'Bodies that have sent, frozen, are at work, are late or may be; each leads to its list.',
        'What was entered over time.',
        'Whom the work waits for.',
        'Bodies by domain: the darker, the further, or the more points.',
        'The items by which most points are lost.',
      ],
    },
    '/lam-viec/ky-danh-gia/$round/tien-do': {
      vi: [
        'Lọc theo trạng thái, thời hạn, lĩnh vực; tìm theo tên cơ quan.',
        'Tên cơ quan: chọn để xem đến từng tiêu chí.',
        'Khâu đang xử lý: đang chờ ai, còn bao nhiêu nội dung.',
        'Tiến độ hoặc điểm ở từng lĩnh vực.',
      ],
      en: [
        'Filters by state, time and domain; search by name.',
        'A body’s name opens it down to its items.',
        'Whom it waits for, and how much is left.',
        'Progress or points in each domain.',
      ],
    },
    '/lam-viec/ky-danh-gia/$round/xep-hang': {
      vi: [
        'Xếp theo toàn bộ hoặc một lĩnh vực; tìm theo tên cơ quan.',
        'Thứ hạng tạm tính.',
        'Chỉ số: điểm trên điểm tối đa của chính cơ quan.',
        'Tăng, giảm so với năm trước.',
        'Mức đạt ở từng lĩnh vực.',
      ],
      en: [
        'Ranked as a whole or by one domain; search by name.',
        'The place, provisional.',
        'The index: points over the body’s own maximum.',
        'The change from the year before.',
        'What is reached in each domain.',
      ],
    },
    '/lam-viec/ky-danh-gia/$round/bang-diem/$body': {
      vi: [
        'Các phần của bảng chấm điểm, từ nhập từng tiêu chí đến gửi.',
        'Danh mục tiêu chí: nội dung nào đã chấm, đang mở, chưa chấm.',
        'Số liệu và nội dung tự chấm; điểm tính ngay.',
        'Giải trình và tài liệu kiểm chứng.',
        'Cách tính điểm và số liệu cần thêm để đạt mức tiếp theo.',
      ],
      en: [
        'The parts of the sheet, from item by item to sending.',
        'The outline: what is scored, open, not scored yet.',
        'Figures and answers; points come as you type.',
        'Justification and documents.',
        'The rule, and what the next points want.',
      ],
    },
  },
});
