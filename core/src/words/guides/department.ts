import { texts } from '../texts.ts';

/** For departments and divisions that have a part of another body's sheet. */
export const departmentGuide = texts({
  title: { vi: 'Hướng dẫn cho phòng chuyên môn, đơn vị được giao', en: 'Guide for departments' },
  short: { vi: 'Đơn vị được giao', en: 'Department' },
  lead: {
    vi: 'Đơn vị nhập nội dung được giao trong bảng chấm điểm của cơ quan, trình lãnh đạo đơn vị phê duyệt và sửa nội dung bị trả lại.',
    en: 'A department enters the part of a body’s sheet that it was given, brings it before its leader, and mends what comes back.',
  },
  sections: [
    {
      title: { vi: 'Xem việc được giao', en: 'See what is given' },
      text: {
        vi: [
          'Trang “Việc của tôi” nêu nội dung bị trả lại kèm lý do và người trả lại, nội dung chưa trình và hạn. Trang “Việc được giao” liệt kê mọi nội dung theo từng bảng chấm điểm, việc gấp đứng trước; nội dung đã duyệt được thu gọn.',
          'Khi một cơ quan cấp trên tham gia kỳ đánh giá mà chưa giao nội dung nào, trang “Việc của tôi” cũng cho biết để đơn vị chủ động.',
        ],
        en: [
          '“My work” tells what was returned, why and by whom, what was not submitted, and until when. “Given to us” lists all of it sheet by sheet, the most urgent first; what is approved is folded.',
          'Where a body above takes part in a round and has given nothing yet, “My work” says so too.',
        ],
      },
    },
    {
      title: { vi: 'Nhập và dẫn tài liệu', en: 'Enter and cite' },
      text: {
        vi: [
          'Đơn vị chỉ nhập được nội dung được giao và số liệu đi kèm. Nội dung nhập là đề xuất, chưa tính vào bảng chấm điểm cho đến khi được phê duyệt.',
          'Tài liệu kiểm chứng được đưa vào kho của cơ quan và dẫn tại tiêu chí như với công chức đầu mối.',
        ],
        en: [
          'A department enters what it was given with the figures that come with it. It is a proposal, and no part of the sheet until it is approved.',
          'Documents go into the body’s library and are cited at the item, as the clerk does.',
        ],
      },
    },
    {
      title: { vi: 'Trình và rút lại', en: 'Submit and recall' },
      text: {
        vi: [
          'Trước khi trình, hệ thống liệt kê nội dung còn thiếu. Có thể trình nhiều nội dung cùng lúc tại trang “Việc được giao”. Chưa ai quyết định thì rút lại được; nhập mới vào nội dung đã trình cũng là rút lại nội dung đó.',
        ],
        en: [
          'Before submitting, what is missing is listed. Many parts can be submitted at once on “Given to us”. They can be recalled until somebody has decided; entering something new takes that part back too.',
        ],
      },
    },
    {
      title: { vi: 'Lãnh đạo đơn vị phê duyệt', en: 'The leader approves' },
      text: {
        vi: [
          'Lãnh đạo đơn vị thấy số nội dung chờ phê duyệt trên trang “Việc của tôi”, xem giá trị cũ và mới, duyệt nhiều nội dung cùng lúc hoặc trả lại kèm lý do.',
          'Nếu cơ quan đặt quy trình qua trưởng phòng, trưởng phòng thông qua trước rồi lãnh đạo đơn vị mới phê duyệt. Ý kiến phê duyệt bằng văn bản được ghi lại với số và ngày.',
        ],
        en: [
          'The leader sees on “My work” how many parts await approval, compares old and new, approves many at once, or returns them with a reason.',
          'Where the body has the head of a division in its chain, that head passes parts on first. An approval by document is recorded with its number and date.',
        ],
      },
    },
    {
      title: { vi: 'Khi bị trả lại hoặc bị điều chỉnh', en: 'Returned, or changed' },
      text: {
        vi: [
          'Nội dung bị trả lại đứng đầu danh sách với lý do. Sửa xong, trình lại. Nếu cơ quan điều chỉnh số liệu đơn vị đề xuất, đơn vị thấy lý do; nội dung đơn vị đề xuất vẫn được lưu.',
        ],
        en: [
          'What was returned comes first with its reason. Mend it and submit it again. Where the body entered something else beside it, you see why; what you proposed is kept.',
        ],
      },
    },
    {
      title: { vi: 'Giải trình sau thẩm định', en: 'The explanation after the appraisal' },
      text: {
        vi: [
          'Khi cơ quan được thông báo kết quả thẩm định, trang “Việc của tôi” của đơn vị nêu các nội dung được giao cần giải trình. Đơn vị chỉ xem được kết quả thẩm định, câu hỏi của các nội dung mình được giao.',
          'Chuyên viên soạn nội dung giải trình, dẫn tài liệu bổ sung hoặc đề nghị thống nhất, rồi trình lãnh đạo đơn vị. Nội dung lãnh đạo đơn vị đã duyệt chờ cơ quan tiếp nhận hoặc trả lại kèm lý do; sau khi cơ quan chốt giải trình thì không sửa được nữa.',
        ],
        en: [
          'Once the body is told of its appraisal, “My work” names the items in your hands that are to be explained. You see verdicts and questions of these items alone.',
          'Write the explanation, cite further documents or propose to accept, and submit it to your leader. What the leader has approved waits for the body, which takes it or returns it with a reason; once the body has frozen its explanation nothing is changed.',
        ],
      },
    },
  ],
});
