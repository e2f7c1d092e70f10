import { texts } from '../texts.ts';

/** For whoever runs a round. */
export const ownerGuide = texts({
  title: { vi: 'Hướng dẫn cho cơ quan chủ trì', en: 'Guide for the owner of a round' },
  short: { vi: 'Cơ quan chủ trì', en: 'Owner' },
  lead: {
    vi: 'Cơ quan chủ trì lập kỳ đánh giá, theo dõi tiến độ, giải đáp, đôn đốc, nhận báo cáo và đóng kỳ.',
    en: 'The owner plans a round, follows it, answers questions, urges who is late, takes the reports in and closes it.',
  },
  sections: [
    {
      title: { vi: 'Lập và mở kỳ đánh giá', en: 'Plan and open a round' },
      text: {
        vi: [
          'Lập kỳ mới từ đầu hoặc chép từ kỳ trước; phần chép chờ xác nhận được đánh dấu. Kỳ gồm bộ tiêu chí, lịch các bước, cơ quan tham gia, cơ quan thẩm định từng lĩnh vực hoặc tiêu chí, trường hợp loại trừ và văn bản ban hành kế hoạch.',
          'Hệ thống nêu điều còn thiếu trước khi mở. Sau khi mở, mỗi thay đổi nêu trước hệ quả đối với các cơ quan. Gia hạn, loại trừ và chuyển sang phiên bản bộ tiêu chí mới phải ghi văn bản hoặc căn cứ; mở lại bảng chấm điểm phải nêu lý do. Điều chỉnh lịch chưa đến và thông tin chung thì không cần.',
        ],
        en: [
          'A round is planned anew or copied from the one before; what was copied waits to be confirmed. It has an edition of the scheme, a calendar of steps, participants, appraisers by domain or item, exclusions, and the decision that issues its plan.',
          'What is missing is told before it opens. After that each change says first what it brings with it for the bodies. Extensions, exclusions and the move to another edition ask for a document or legal basis, opening a sheet again for a reason; the calendar ahead and general settings ask for neither.',
        ],
      },
    },
    {
      title: { vi: 'Theo dõi hằng ngày', en: 'Day by day' },
      text: {
        vi: [
          'Trang “Việc của tôi” nêu cơ quan quá hạn, cơ quan chưa bắt đầu khi đã quá nửa thời gian, cơ quan chưa gửi khi sắp hết hạn, cơ quan dự báo không kịp và câu hỏi chờ giải đáp.',
          'Bảng tiến độ tự cập nhật: tiến độ từng lĩnh vực, khâu đang xử lý của mỗi cơ quan và tốc độ so với thời gian còn lại. Từ đó lập công văn đôn đốc và ghi số, ngày khi đã ban hành.',
        ],
        en: [
          '“My work” names who is late, who has not begun after half of the time, who has not sent with few days left, who will not be ready at their pace, and which questions wait.',
          'The progress board changes by itself: how far each body is in each domain, whom it waits for, its pace against the time left. From there letters of urging are made, and recorded with number and date once issued.',
        ],
      },
    },
    {
      title: { vi: 'Hướng dẫn, thông báo, giải đáp', en: 'Guidance, announcements, answers' },
      text: {
        vi: [
          'Hướng dẫn và thông báo đăng cho cả kỳ hoặc tại một tiêu chí; cơ quan xác nhận đã đọc. Câu hỏi được giải đáp cho mọi cơ quan trong kỳ, không nêu cơ quan hỏi.',
        ],
        en: [
          'Guidance and announcements are published for the round or at an item; bodies say that they have read them. An answer is for all in the round and does not say who asked.',
        ],
      },
    },
    {
      title: { vi: 'Gia hạn, mở lại, loại trừ', en: 'Extend, open again, exclude' },
      text: {
        vi: [
          'Gia hạn cho mọi cơ quan, một cơ quan hoặc một tiêu chí, theo văn bản; nội dung nộp trong thời gian gia hạn được ghi là nộp sau hạn. Mở lại bảng chấm điểm đã gửi phải nêu lý do, nội dung được mở và thời hạn.',
        ],
        en: [
          'An extension is for all, for a body or for an item, by a document; what comes by it is marked as late for ever. Opening a sent sheet again asks for a reason, the items and an end.',
        ],
      },
    },
    {
      title: { vi: 'Số liệu do cơ quan khác cung cấp', en: 'Figures from elsewhere' },
      text: {
        vi: [
          'Số liệu thống kê và kết quả điều tra được đưa vào theo đợt, bằng tệp, API hoặc thư mục theo dõi. Mỗi đợt được đối chiếu từng dòng và chỉ ghi khi có người của cơ quan chủ trì đồng ý. Kết quả điều tra được công bố cho các cơ quan bằng một quyết định riêng.',
        ],
        en: [
          'Statistics and survey means come in batches, by file, API or watched folder. Each batch is compared row by row and written only when somebody of the owner agrees. Survey means are released to the bodies by a decision of its own.',
        ],
      },
    },
    {
      title: { vi: 'Chọn mẫu điều tra', en: 'The sample of the survey' },
      text: {
        vi: [
          'Trang Chọn mẫu điều tra của kỳ nhận thiết kế mẫu và dàn mẫu, nêu mọi lỗi theo dòng. Trước khi rút thăm công khai, cơ quan chủ trì công bố việc rút thăm: nội dung, địa điểm, thời điểm; từ đó thiết kế và dàn mẫu không sửa được. Sau thời điểm đó ghi số khởi tạo ngẫu nhiên theo biên bản, mẫu được chọn ngay và ai có các tệp đều tính lại được.',
          'Muốn chọn lại phải hủy lần đã công bố, có lý do; lần đã hủy vẫn hiển thị với các cơ quan trong kỳ.',
        ],
        en: [
          'The round’s page for the sample takes a design and a frame, and names every fault by line. Before the public act the owner declares it: what, where, when; from then on design and frame cannot be changed. After its moment the seed is entered by the minutes, the sample is drawn at once, and whoever has the files works it out again.',
          'To draw again, what was declared is withdrawn with a reason; it stays to be seen by the bodies of the round.',
        ],
      },
    },
    {
      title: { vi: 'Điều tra thử', en: 'Pilots' },
      text: {
        vi: [
          'Trước khi mở điều tra, trang Điều tra xã hội học có thể lập đợt thử: mỗi phiếu có một đường dẫn chung, ai có đường dẫn đều trả lời thử được và ghi được góp ý. Trang cho biết thời gian trả lời, câu bị bỏ trống, câu không có ý kiến. Phiếu thử không được giữ lại và không bao giờ được tính vào kết quả.',
        ],
        en: [
          'Before the survey is opened, its page can start a pilot: each form has one link for all, whoever has it tries the form and may remark on it. The page tells how long forms take, and which questions are left or get no opinion. What is tried is not kept and never counts.',
        ],
      },
    },
    {
      title: { vi: 'Tiến độ điều tra và rà soát chất lượng phiếu', en: 'How the survey goes, and the quality of answers' },
      text: {
        vi: [
          'Trang Điều tra xã hội học của kỳ cho biết theo từng cơ quan, nhóm đối tượng: số người có liên kết, đang trả lời, đã gửi phiếu, chưa trả lời, đã thay, tỷ lệ trả lời RR1, RR2 và số phiếu theo ngày. Không trang nào cho biết ai đã trả lời thế nào.',
          'Trang Rà soát chất lượng phiếu nêu các phiếu trả lời quá nhanh, chọn một phương án liên tiếp hoặc trùng nội dung, chỉ kèm mã ngẫu nhiên, khi nhóm đã có đủ số phiếu theo ngưỡng. Người rà soát chấp nhận phiếu hoặc không đưa vào tổng hợp, có lý do. Nên rà soát xong trước khi kết thúc điều tra: sau đó không quyết định được nữa, phiếu chưa có quyết định được tính vào kết quả.',
        ],
        en: [
          'The round’s page for the survey tells by body and group how many have a link, have begun, have answered, are left, were replaced, the response rates RR1 and RR2, and the forms of each day. No page tells who answered what.',
          'The page for the quality of answers names forms that were too fast, with one option all along, or the same as others, by a code made by chance, once their group has sent as many as the threshold. They are accepted, or set aside with a reason. Do so before the survey is ended: nothing is decided after that, and what nobody has decided on counts.',
        ],
      },
    },
    {
      title: { vi: 'Phỏng vấn tại địa bàn', en: 'Interviews in the field' },
      text: {
        vi: [
          'Trang Phỏng vấn tại địa bàn ghi trước số lần đến và trường hợp được thay hộ của mỗi nhóm, rồi nhận danh sách địa chỉ kèm thư điện tử của điều tra viên. Điều tra viên cần có tài khoản với vai trò “Điều tra viên”; người của cơ quan được đánh giá không được phỏng vấn về cơ quan mình.',
          'Điều tra viên làm việc trên trang Phỏng vấn người dân, kể cả khi không có mạng; phiếu được gửi khi có mạng và mỗi hộ chỉ được tính một phiếu. Phiếu nộp muộn hoặc trùng hộ được để riêng, chờ cơ quan chủ trì quyết định, có lý do, trước khi kết thúc điều tra.',
          'Cũng trên trang này, cơ quan chủ trì theo dõi từng điều tra viên và chọn ngẫu nhiên một tỷ lệ hộ đã phỏng vấn để người khác phúc tra. Người đã phỏng vấn không biết hộ nào được chọn; câu trả lời phúc tra chỉ dùng để so sánh, không được giữ lại và không được tính.',
        ],
        en: [
          'The page for interviews declares how often somebody comes and what is replaced in each group, then takes the list of addresses with the mail addresses of interviewers. They need an account with the role “Interviewer”; nobody interviews about their own body.',
          'Interviewers work on the page “Interviews”, with or without a line; what they wrote is sent when there is one, and each household counts once. What came late or a second time is kept apart until an owner decides with a reason, before the survey is ended.',
          'The same page shows what each interviewer brought, and draws a share of their interviews to be asked for again by somebody else. Who held them does not learn which; second answers are compared, and neither kept nor counted.',
        ],
      },
    },
    {
      title: { vi: 'Phiếu giấy', en: 'Paper forms' },
      text: {
        vi: [
          'Trang Phiếu giấy của kỳ in từng đợt phiếu có mã: theo danh sách đã xác nhận, kèm tờ bìa ghi họ tên, hoặc phát tại chỗ. Số phiếu thu về, phiếu trắng, phiếu hỏng và phiếu từ chối được ghi theo từng đợt.',
          'Mỗi phiếu do hai người nhập, không xem bài của nhau; giống nhau thì phiếu được tính, khác nhau thì người thứ ba đối chiếu với phiếu. Một người trả lời cả trên giấy và trực tuyến chỉ được tính một lần. Trước khi kết thúc điều tra, trang nêu số phiếu giấy chưa được tính.',
        ],
        en: [
          'The round’s page for paper forms makes batches of forms with codes: for a confirmed list, with a cover that bears the name, or to be handed out on the spot. What is back, blank, spoiled or refused is recorded by batch.',
          'Two people type each form without seeing each other’s; where they agree it counts, else a third looks at the paper. Whoever answers on paper and on line counts once. Before the survey is ended the page tells how many paper forms do not count yet.',
        ],
      },
    },
    {
      title: { vi: 'Xếp hạng tạm tính, đóng kỳ và lưu trữ', en: 'Provisional ranking, closing, archive' },
      text: {
        vi: [
          'Tổng quan và xếp hạng của kỳ đang mở là tạm tính; cơ quan chủ trì chọn ai được xem. Các cơ quan có điểm tối đa khác nhau được so sánh bằng Chỉ số (%).',
          'Đóng kỳ cần hai người: một người đề nghị kèm lý do, người khác quyết định sau khi xem những việc chưa hoàn thành. Kỳ đã đóng tải về được thành hồ sơ lưu trữ.',
        ],
        en: [
          'Overview and ranking of a running round are provisional; its owner chooses who sees them. Bodies with unlike maxima are compared by the index (%).',
          'Closing takes two persons: one asks for it with a reason, another decides after reading what is left open. A closed round can be taken as an archive.',
        ],
      },
    },
  ],
});
