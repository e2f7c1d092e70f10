import { texts } from '../texts.ts';

/** For the head of a body. */
export const headGuide = texts({
  title: { vi: 'Hướng dẫn cho lãnh đạo phê duyệt và ký', en: 'Guide for the head of a body' },
  short: { vi: 'Lãnh đạo phê duyệt', en: 'Head' },
  lead: {
    vi: 'Lãnh đạo xem kết quả tự chấm, chốt số liệu, ký báo cáo và chịu trách nhiệm về số liệu gửi đi.',
    en: 'The head reads what the body scores itself, freezes the sheet, signs the report and answers for what is sent.',
  },
  sections: [
    {
      title: { vi: 'Việc đang chờ', en: 'What waits' },
      text: {
        vi: [
          'Trang “Việc của tôi” cho biết bảng chấm điểm nào chờ chốt, báo cáo nào chờ ký và gửi, nội dung nào của đơn vị chờ phê duyệt. Việc tự chấm là của công chức đầu mối; lãnh đạo chỉ được báo khi sắp hết hạn, quá hạn hoặc dự báo không kịp.',
        ],
        en: [
          '“My work” says which sheet waits to be frozen, which report to be signed and sent, and which parts await approval. The filling-in is the clerk’s; you hear of it where few days are left, where it is late, or will be at its pace.',
        ],
      },
    },
    {
      title: { vi: 'Phiếu trình', en: 'The brief' },
      text: {
        vi: [
          'Phiếu trình tóm tắt trên một trang: điểm tự chấm, so với năm trước, tiêu chí bị trừ nhiều điểm nhất, nội dung còn phải sửa và phần việc của các đơn vị. Có thể in hoặc tải về dạng PDF, DOCX.',
        ],
        en: [
          'The brief has on one page the points, the year before, where most points are lost, what must be mended, and the parts of departments. It can be printed or taken as PDF or DOCX.',
        ],
      },
    },
    {
      title: { vi: 'Chốt số liệu', en: 'Freeze' },
      text: {
        vi: [
          'Chỉ chốt được khi không còn nội dung phải sửa và mọi nội dung giao cho đơn vị đã được phê duyệt. Sau khi chốt, không ai sửa được số liệu. Việc chốt là của chính lãnh đạo: hệ thống yêu cầu xác nhận lại bằng mật khẩu và xác thực hai lớp.',
          'Cần sửa số liệu đã chốt thì đề nghị cơ quan chủ trì mở lại bảng chấm điểm.',
        ],
        en: [
          'The sheet can be frozen once nothing must be mended and all parts of departments are approved. From then on nobody changes it. It is your own word: you confirm it with your password and second factor.',
          'Where frozen figures must be changed after all, ask the round’s owner to open the sheet again.',
        ],
      },
    },
    {
      title: { vi: 'Ký và gửi', en: 'Sign and send' },
      text: {
        vi: [
          'Báo cáo mang mã kiểm tra toàn vẹn của số liệu đã chốt. Báo cáo được ký số bên ngoài hệ thống theo quy chế của cơ quan; khi tải lên, hệ thống đọc chữ ký và đối chiếu mã kiểm tra toàn vẹn rồi mới nhận.',
          'Biên nhận ghi thời điểm gửi, người gửi và chữ ký đọc được; ai có mã đều kiểm tra được.',
        ],
        en: [
          'The report carries the hash of the frozen figures. It is signed outside the product as your body does; when it is brought back its signature is read and its hash held against the sheet.',
          'The receipt tells when it was sent, by whom, and what signature was read; whoever has its code can check it.',
        ],
      },
    },
    {
      title: { vi: 'Rút lại, mở lại', en: 'Take back, open again' },
      text: {
        vi: [
          'Trước hạn, lãnh đạo có thể rút lại báo cáo đã gửi: biên nhận hết hiệu lực, bảng chấm điểm vẫn ở trạng thái đã chốt. Cần sửa số liệu thì cơ quan chủ trì mở lại, nêu lý do, nội dung và thời hạn; sau đó phải chốt, ký và gửi lại.',
        ],
        en: [
          'Before the end, the head may take a sent report back: its receipt holds no more, and the sheet stays frozen. To change figures, the owner opens the sheet again, says why, for what and until when; then it is frozen, signed and sent anew.',
        ],
      },
    },
    {
      title: { vi: 'Công khai tài liệu, dữ liệu cá nhân', en: 'Publishing documents, personal data' },
      text: {
        vi: [
          'Cho phép công khai một tài liệu là quyết định của lãnh đạo. Tài liệu có dữ liệu cá nhân chỉ người liên quan đến tiêu chí được xem; mỗi lượt xem được ghi nhật ký.',
        ],
        en: [
          'That a document may be published is the head’s decision. What holds personal data is seen by the people of its items alone, and each view is told to the trail.',
        ],
      },
    },
  ],
});
