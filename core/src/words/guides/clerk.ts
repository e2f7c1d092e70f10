import { texts } from '../texts.ts';

/** For whoever fills a body's sheet in. */
export const clerkGuide = texts({
  title: { vi: 'Hướng dẫn cho công chức đầu mối', en: 'Guide for the clerk' },
  short: { vi: 'Công chức đầu mối', en: 'Clerk' },
  lead: {
    vi: 'Ông/Bà nhập số liệu, tự chấm từng tiêu chí, dẫn tài liệu kiểm chứng, giao việc cho các đơn vị và gửi báo cáo sau khi lãnh đạo đã chốt và ký.',
    en: 'You enter figures, score each item, cite the documents that prove it, give parts to departments, and send the report once the head has frozen and signed it.',
  },
  sections: [
    {
      title: { vi: 'Bắt đầu từ “Việc của tôi”', en: 'Begin with “My work”' },
      text: {
        vi: [
          'Trang “Việc của tôi” cho biết còn bao nhiêu nội dung chưa chấm, tổng điểm của các nội dung đó, còn bao nhiêu ngày, và những lỗi phải sửa trước khi gửi. Việc gấp đứng trước.',
          'Nút bên phải mỗi việc dẫn thẳng đến nơi xử lý: “Chấm tiếp” mở tiêu chí chưa chấm kế tiếp chưa giao cho đơn vị nào.',
        ],
        en: [
          'The page “My work” says how many items are not scored, how many points they hold, how many days are left, and which errors must be mended before sending. The most urgent comes first.',
          'The button beside each leads straight to where it is done: “Go on scoring” opens the next item without an answer that no department has in hand.',
        ],
      },
    },
    {
      title: { vi: 'Tự chấm một tiêu chí', en: 'Score an item' },
      text: {
        vi: [
          'Mỗi tiêu chí nêu cách tính điểm bằng lời, các số liệu cần nhập, số liệu năm trước và điểm đạt được ngay khi nhập. Nếu chưa đạt điểm tối đa, trang cho biết cần thêm gì để được mức điểm tiếp theo.',
          'Nội dung nhập được lưu tự động. Khi mất mạng, nội dung được giữ trên thiết bị và tự gửi khi có mạng trở lại. Nếu hai người sửa cùng một ô, cả hai nội dung được hiển thị song song để chọn.',
          'Nếu trong năm không phát sinh việc phải đánh giá và bộ tiêu chí cho phép, Ông/Bà đề nghị không đánh giá, nêu lý do và dẫn tài liệu; đề nghị chỉ có giá trị khi được thẩm định.',
        ],
        en: [
          'Each item tells its rule in words, the figures that it needs, those of the year before, and the points as you type. Where points are missing, it says what the next ones want.',
          'What you enter is saved by itself. While the line is cut it is kept on the device and goes out once there is one. Where two people change the same field, both values stand side by side to choose from.',
          'Where nothing arose in the year that could be judged, and the scheme allows it, you claim so with a reason and a document; it holds once it is confirmed by the appraisal.',
        ],
      },
    },
    {
      title: { vi: 'Chấm nhiều tiêu chí cùng lúc', en: 'Many items at once' },
      text: {
        vi: [
          'Chế độ “Danh sách” cho nhập nhiều tiêu chí trên một trang và dán từ bảng tính. Có thể tải cả bảng chấm điểm về dạng bảng tính (XLSX), nhập khi không có mạng rồi tải lên; mọi thay đổi được liệt kê để xem trước khi ghi.',
        ],
        en: [
          'The list takes many items on one page, and a paste from a spreadsheet. The whole sheet can be taken along as a workbook (XLSX), filled in without a line and brought back; every change is shown before it is written.',
        ],
      },
    },
    {
      title: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
      text: {
        vi: [
          'Tệp được đưa vào kho tài liệu của cơ quan, được kiểm tra, quét mã độc rồi mới đọc được. Số, ngày, cơ quan ban hành và trích yếu được đọc từ trang đầu để Ông/Bà kiểm tra lại.',
          'Tại tiêu chí, Ông/Bà dẫn tài liệu đến đúng trang. Một tài liệu có thể được dẫn ở nhiều tiêu chí. Tài liệu còn hiệu lực của kỳ trước có thể đưa sang kỳ này.',
          'Không đưa thông tin, tài liệu bí mật nhà nước lên hệ thống. Với tài liệu đó, Ông/Bà ghi “gửi theo đường văn thư mật”, không nêu tên và nội dung.',
        ],
        en: [
          'Files go into your body’s library; they are inspected and scanned before anybody reads them. Number, date, issuer and subject are read from the first page for you to check.',
          'At an item you cite a document at its page. One document may be cited at many items. What still holds from the round before can be carried over.',
          'State secrets never enter. Such papers are said to come by the secret mail, without their name or content.',
        ],
      },
    },
    {
      title: { vi: 'Giao việc cho đơn vị', en: 'Give parts to departments' },
      text: {
        vi: [
          'Ở phần “Phân công”, Ông/Bà giao tiêu chí hoặc số liệu cho đơn vị hay cá nhân, kèm hạn và ghi chú. Đơn vị nhập và trình lãnh đạo đơn vị; chỉ nội dung đã được lãnh đạo đơn vị phê duyệt mới tính vào bảng chấm điểm.',
          'Ông/Bà có thể trả lại nội dung kèm lý do, hoặc điều chỉnh số liệu đơn vị đề xuất; cả hai nội dung đều được lưu và đơn vị được báo.',
        ],
        en: [
          'Under “Assignments” you give items or figures to a department or person, with a date and a note. The department enters them and brings them before its leader; only what the leader approves counts.',
          'You may return a part with a reason, or enter something else beside what was proposed; both are kept and the department is told.',
        ],
      },
    },
    {
      title: { vi: 'Trao đổi, hỏi cơ quan chủ trì', en: 'Comments and questions' },
      text: {
        vi: [
          'Tại mỗi tiêu chí có trao đổi nội bộ của cơ quan và trao đổi với cơ quan thẩm định. Nhắc tên một người thì việc đó hiện trên trang “Việc của tôi” của người ấy.',
          'Câu hỏi gửi cơ quan chủ trì được giải đáp cho mọi cơ quan trong kỳ mà không nêu cơ quan nào hỏi.',
        ],
        en: [
          'Each item has threads of your body alone and threads with those who appraise. Whoever is named finds it on their “My work”.',
          'A question to the round’s owner is answered for all in the round, without saying who asked.',
        ],
      },
    },
    {
      title: { vi: 'Rà soát, chốt, ký và gửi', en: 'Check, freeze, sign, send' },
      text: {
        vi: [
          'Phần “Rà soát” liệt kê nội dung phải sửa, cần giải trình và cần lưu ý. Còn nội dung phải sửa thì chưa chốt được.',
          'Khi đã chấm xong và hết lỗi, lãnh đạo phê duyệt chốt số liệu. Ông/Bà tải báo cáo đã có mã kiểm tra toàn vẹn của số liệu, trình ký số theo quy chế của cơ quan, rồi tải báo cáo đã ký lên để gửi. Hệ thống cấp biên nhận có mã để kiểm tra.',
          'Nếu cơ quan chủ trì mở lại bảng chấm điểm, chỉ sửa được nội dung được mở và trong thời hạn được mở; sau đó phải chốt, ký và gửi lại.',
        ],
        en: [
          'The check lists what must be mended, what needs an explanation, and what is worth a look. While anything must be mended the sheet cannot be frozen.',
          'Once all is scored and right, the head freezes the sheet. You take the report, which carries the hash of its figures, have it signed as your body does, and bring the signed report back to send it. The receipt has a code by which anyone can check it.',
          'Where the owner opens the sheet again, only what is open can be changed, and only until its end; then it is frozen, signed and sent anew.',
        ],
      },
    },
    {
      title: { vi: 'Giải trình cùng các đơn vị', en: 'Explaining with departments' },
      text: {
        vi: [
          'Nội dung đã giao đơn vị khi tự chấm thì đơn vị đó giải trình. Tại phần “Giải trình”, nút “Giao đơn vị” chuyển một nội dung cho đơn vị khác, đặt hạn, hoặc giữ lại cho cơ quan tự giải trình.',
          'Nội dung lãnh đạo đơn vị đã duyệt chờ Ông/Bà tiếp nhận làm trả lời của cơ quan, hoặc trả lại kèm lý do. Nội dung chưa tiếp nhận khi chốt thì không được tính.',
        ],
        en: [
          'Items that a department had in hand are explained by it. In the explanation, “Give to a department” passes an item on to another, with a day, or back to the body itself.',
          'What a department’s leader has approved waits for you to take it as the body’s answer, or to return it with a reason. What is not taken when the explanation is frozen does not count.',
        ],
      },
    },
  ],
});
