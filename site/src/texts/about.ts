import { texts } from '@parindex/core/words/texts';

/** What this is, and who can use it. */
export const aboutTexts = texts({
  title: { vi: 'Giới thiệu', en: 'About' },
  paragraphs: {
    vi: [
      'ParIndex tính Chỉ số cải cách hành chính từ bộ tiêu chí và số liệu của kỳ đánh giá: chỉ làm tròn khi công bố và diễn giải được từng con số.',
      'Bộ tiêu chí là dữ liệu, không nằm trong mã phần mềm. Mỗi bản có căn cứ pháp lý, tình trạng (chính thức, bản tham khảo hay minh họa) và các ví dụ kiểm tra. Bản tham khảo chưa đối chiếu với văn bản gốc, không thay cho văn bản của cơ quan có thẩm quyền.',
      'Kết quả của các bộ năm 2023 và lịch sử của các tỉnh, các bộ được ghi đúng như đã công bố, kèm nguồn. Năm chưa có số liệu ghi là “chưa có số liệu”, không ghi 0 và không nối bằng đường kẻ. Thứ hạng suy ra và nguồn mâu thuẫn đều có ký hiệu.',
      'Ai cũng có thể tải bộ số liệu đầu vào và tính lại kết quả bằng lệnh “npx parindex compute”, hoặc bằng chương trình thứ hai, độc lập, viết bằng Python trong thư mục verify.',
    ],
    en: [
      'ParIndex computes the public administration reform index from a scheme and a round’s figures: exactly, rounded once, with an explanation for every number.',
      'A scheme is data, never code. Each edition has its legal basis, its status (official, reconstruction or illustration) and the cases that test it. A reconstruction does not stand for the text of the competent body.',
      'The results of ministries of 2023 and the histories of provinces and ministries stand as published, with their sources. A year without a figure says so; it is never 0 and never joined by a line. Derived ranks and conflicting sources are marked.',
      'Anyone can download the input snapshot and recompute the result by “npx parindex compute”, or by the second, independent program in Python in the folder verify.',
    ],
  },
  sources: { vi: 'Nguồn số liệu', en: 'Sources' },
  sourceCount: { vi: (count: number) => `${count} số liệu`, en: (count: number) => `${count} ${count === 1 ? 'figure' : 'figures'}` },
});

export const accessibilityTexts = texts({
  title: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  aim: {
    vi: 'ParIndex hướng tới mức AA của bộ hướng dẫn WCAG 2.2 cho mọi trang: trang kết quả công bố và trang làm việc. Hiện trạng: phù hợp một phần, vì phần mềm mới được kiểm tra bằng công cụ và bằng bàn phím, chưa được người khuyết tật hoặc tổ chức độc lập đánh giá.',
    en: 'ParIndex aims at WCAG 2.2 level AA on every page: published results and workspace. It conforms partially: it has been checked by tools and by keyboard, not yet by people with disabilities or an independent body.',
  },
  parts: [
    {
      title: { vi: 'Đã bảo đảm và được kiểm tra tự động ở mỗi lần thay đổi phần mềm', en: 'Held, and checked at every change of the software' },
      points: {
        vi: [
          'Mọi loại trang được kiểm tra bằng axe theo WCAG 2.2 mức A và AA, nền sáng và nền tối; trang làm việc được kiểm tra trên cả máy tính và điện thoại.',
          'Các công việc chính thực hiện được chỉ bằng bàn phím; vị trí đang chọn luôn hiển thị rõ; nhấn phím ? để xem danh sách phím tắt.',
          'Trang kết quả đọc được đầy đủ khi không có script; biểu đồ và bản đồ luôn có bảng số liệu đi kèm, số ghi ngay trong ô.',
          'Trang không bị cuộn ngang ở màn hình rộng 390 điểm ảnh; chữ phóng to theo cài đặt của trình duyệt.',
          'Trạng thái không chỉ được báo bằng màu; thông báo lỗi nêu rõ nội dung sai và điều đã được giữ lại.',
        ],
        en: [
          'Every kind of page is checked by axe for WCAG 2.2 A and AA, in light and dark; the workspace at desk and phone size.',
          'The main tasks can be done by keyboard alone; the focus is always visible; the key ? lists the shortcuts.',
          'Result pages are whole without script; every chart and map has its table beside it, with the number in each cell.',
          'No page scrolls sideways at 390 pixels; text grows with the browser’s setting.',
          'No state is told by colour alone; a fault says what is wrong and what was kept.',
        ],
      },
    },
    {
      title: { vi: 'Chưa bảo đảm hoặc chưa được kiểm tra', en: 'Not held, or not checked yet' },
      points: {
        vi: [
          'Chưa thử với người dùng trình đọc màn hình tiếng Việt trên từng công việc.',
          'Bảng rộng trên điện thoại phải cuộn ngang trong khung của bảng.',
          'Dòng thời gian của kỳ đánh giá là hình vẽ; nội dung đầy đủ nằm ở bảng ngay bên dưới.',
        ],
        en: [
          'Not tried with people who use a Vietnamese screen reader, task by task.',
          'Wide tables on a phone scroll within their frame.',
          'The time line of a round is a picture; all of it stands in the table below it.',
        ],
      },
    },
  ],
  tell: {
    vi: 'Nếu gặp trở ngại, đề nghị báo cho cơ quan vận hành hệ thống, nêu địa chỉ trang và thiết bị đang dùng. Nội dung tuyên bố này được rà soát khi phần mềm có bản mới.',
    en: 'Whoever meets an obstacle is asked to tell the body that runs the system, with the page’s address and the device. This statement is reviewed with each release.',
  },
});
