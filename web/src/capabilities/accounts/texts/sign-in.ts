import { texts } from '@parindex/core/words/texts';

export const signInTexts = texts({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Trang làm việc của hệ thống đánh giá, chấm điểm Chỉ số cải cách hành chính.', en: 'The workspace of the public administration reform index.' },
  email: { vi: 'Thư điện tử công vụ', en: 'Official email' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  enter: { vi: 'Đăng nhập', en: 'Sign in' },
  forgotten: {
    vi: 'Quên mật khẩu? Đề nghị quản trị viên của cơ quan tạo liên kết đặt lại mật khẩu.',
    en: 'Forgotten your password? Ask the administrator of your body for a link to set another.',
  },
  codeTitle: { vi: 'Mã xác thực thứ hai', en: 'Second factor' },
  codeLead: {
    vi: 'Nhập sáu chữ số đang hiển thị trong ứng dụng xác thực trên thiết bị của Ông/Bà.',
    en: 'Enter the six digits that the authenticator on your device shows now.',
  },
  code: { vi: 'Mã sáu chữ số', en: 'Six digits' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  another: { vi: 'Dùng tài khoản khác', en: 'Use another account' },
  enrolTitle: { vi: 'Đăng ký xác thực hai lớp', en: 'Enrol a second factor' },
  enrolLead: {
    vi: 'Vai trò của Ông/Bà yêu cầu xác thực hai lớp. Quét mã này bằng ứng dụng xác thực (chuẩn TOTP), rồi nhập sáu chữ số mà ứng dụng hiển thị.',
    en: 'Your role asks for a second factor. Scan this with an authenticator app (TOTP), then enter the six digits that it shows.',
  },
  enrolByHand: { vi: 'Không quét được? Nhập khóa này vào ứng dụng:', en: 'Cannot scan it? Enter this key in the app:' },
  qrLabel: { vi: 'Mã QR để đăng ký trong ứng dụng xác thực', en: 'QR code to enrol with an authenticator app' },
  sandboxTitle: { vi: 'Tài khoản dùng thử', en: 'Accounts to try' },
  sandboxLead: {
    vi: 'Kỳ đánh giá thử chỉ có dữ liệu minh họa và người không có thật. Mọi tài khoản dưới đây dùng chung một mật khẩu:',
    en: 'The sandbox holds illustrative data and invented people only. All accounts below have the same password:',
  },
  use: { vi: 'Dùng tài khoản này', en: 'Use this account' },
  tryTitle: { vi: 'Những việc nên thử', en: 'Things to try' },
  tries: {
    one: {
      vi: 'Công chức đầu mối: mở Bảng chấm điểm của Tỉnh Minh họa 01, sửa một số liệu và xem điểm thay đổi ngay.',
      en: 'Clerk: open the sheet of Tỉnh Minh họa 01, change a figure and see the points follow at once.',
    },
    two: {
      vi: 'Mở bảng chấm điểm ấy ở hai cửa sổ, sửa cùng một ô ở cả hai nơi rồi chọn giữa hai nội dung.',
      en: 'Open that sheet in two windows, change the same field in both, and choose between the two.',
    },
    three: {
      vi: 'Ngắt mạng, nhập tiếp vài ô, nối lại mạng: không mất gì, không ghi hai lần.',
      en: 'Cut the network, go on typing, connect again: nothing is lost, nothing is doubled.',
    },
    four: {
      vi: 'Cơ quan chủ trì: xem cơ quan nào có nguy cơ chậm, câu hỏi chờ giải đáp, lịch của kỳ, danh sách 63 bảng chấm điểm, gia hạn cho một tỉnh theo văn bản.',
      en: 'Owner: see who may be late, questions that wait, the calendar of the round and the list of 63 sheets; extend a step for one province by a document.',
    },
    leader: {
      vi: 'Lãnh đạo phê duyệt của Tỉnh Minh họa 01: xem việc đang chờ, rồi xem thứ hạng tạm tính của tỉnh tại Xếp hạng.',
      en: 'Head of Tỉnh Minh họa 01: see what waits, then the province’s provisional place under Ranking.',
    },
    five: {
      vi: 'Quản trị viên: mời một người, bàn giao công việc, xem nhật ký ghi lại chính các thao tác ấy.',
      en: 'Administrator: invite somebody, hand work over, and see the trail tell just that.',
    },
    six: {
      vi: 'Công chức đầu mối: ở Bảng chấm điểm, chọn Phân công, giao một lĩnh vực cho Sở Minh họa A. Chuyên viên của Sở nhập, lãnh đạo Sở duyệt thì mới tính điểm.',
      en: 'Clerk: in the sheet, under Delegation, give a domain to Sở Minh họa A. Its clerk enters; it counts once its head has approved.',
    },
    seven: {
      vi: 'Cơ quan chủ trì của Tỉnh Minh họa 01: mở Bảng tiến độ của kỳ đánh giá các sở, các xã, lập công văn đôn đốc; rồi tự chấm với tài khoản của Sở Minh họa A, Xã Minh họa 01.',
      en: 'Owner of Tỉnh Minh họa 01: open the board of the rounds of departments and of communes, and make a letter of urging; then score with the accounts of Sở Minh họa A and Xã Minh họa 01.',
    },
    appraisal: {
      vi: 'Người thẩm định: mở Kỳ minh họa đang thẩm định, thẩm định từng tiêu chí của Tỉnh Minh họa 03; một kết quả của Tỉnh Minh họa 01 đang chờ người thẩm định thứ hai xác nhận.',
      en: 'Appraiser: open “Kỳ minh họa đang thẩm định” and appraise Tỉnh Minh họa 03 item by item; a verdict on Tỉnh Minh họa 01 waits for a second appraiser.',
    },
    explanation: {
      vi: 'Công chức đầu mối của Tỉnh Minh họa 01: mở Kỳ minh họa đang giải trình và trả lời những nội dung còn lại.',
      en: 'Clerk of Tỉnh Minh họa 01: open “Kỳ minh họa đang giải trình” and answer what is left.',
    },
    council: {
      vi: 'Thành viên Hội đồng thẩm định: biểu quyết tại phiên họp của Kỳ minh họa đang họp Hội đồng; cơ quan chủ trì kết thúc biểu quyết, ghi kết luận và lập biên bản.',
      en: 'Member of the council: vote in the session of “Kỳ minh họa đang họp Hội đồng”; the owner closes the vote, records the conclusion and makes the minutes.',
    },
    closed: {
      vi: 'Cơ quan chủ trì của Tỉnh Minh họa 01: mở Xếp hạng của kỳ đánh giá các sở năm 2025 đã đóng, xem kết quả thay đổi qua từng bước và lập thông báo gửi từng cơ quan.',
      en: 'Owner of Tỉnh Minh họa 01: open the ranking of the closed round of departments of 2025, see what each step moved, and make the letters to the bodies.',
    },
  },
  setTitle: { vi: 'Đặt mật khẩu', en: 'Set your password' },
  setLead: { vi: (name: string, email: string) => `Tài khoản của ${name} (${email}).`, en: (name: string, email: string) => `Account of ${name} (${email}).` },
  setRule: {
    vi: 'Ít nhất 12 ký tự; nên là một câu chỉ mình Ông/Bà biết. Mật khẩu phổ biến bị từ chối.',
    en: 'At least 12 characters; best a sentence that only you know. Common passwords are refused.',
  },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  repeat: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  differ: { vi: 'Mật khẩu nhập lại không khớp.', en: 'The two are not the same.' },
  set: { vi: 'Đặt mật khẩu', en: 'Set the password' },
  set2: { vi: 'Đã đặt mật khẩu', en: 'The password is set' },
  setDone: { vi: 'Ông/Bà có thể đăng nhập bằng mật khẩu mới.', en: 'You can sign in with it now.' },
  toSignIn: { vi: 'Đến trang đăng nhập', en: 'To the sign-in page' },
  noToken: { vi: 'Liên kết không đầy đủ', en: 'The link is not whole' },
  noTokenMore: { vi: 'Hãy mở đúng liên kết đã nhận, kể cả phần sau dấu “#”.', en: 'Open the link just as you received it, with the part behind “#”.' },
  linkCode: { vi: 'Mã mở liên kết', en: 'Code that opens the link' },
  linkCodeMore: {
    vi: 'Mã 12 ký tự do quản trị viên đã đề nghị đọc cho Ông/Bà; khác với người gửi liên kết.',
    en: 'The code of 12 characters, read out by the administrator who asked; not the one who sent the link.',
  },
  linkWrong: { vi: 'Mã hoặc liên kết không đúng, hoặc đã hết hạn', en: 'The code or the link is wrong, or has expired' },
  codeWrongMore: {
    vi: 'Hãy kiểm tra lại mã, hoặc hỏi lại quản trị viên đã đọc mã cho Ông/Bà.',
    en: 'Check the code, or ask the administrator again who read it to you.',
  },
  linkWrongMore: {
    vi: 'Mỗi liên kết chỉ dùng được một lần, trong thời hạn. Hãy hỏi lại quản trị viên đã gửi liên kết cho Ông/Bà.',
    en: 'A link serves once, and for a limited time. Ask the administrator again who sent it to you.',
  },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  otherCode: { vi: 'Nhập mã khác', en: 'Another code' },
});
