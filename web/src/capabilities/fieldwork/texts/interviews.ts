import { texts } from '@parindex/core/words/texts';

/** The pages of an interviewer, with and without a line. */
export const interviewTexts = texts({
  title: { vi: 'Phỏng vấn người dân', en: 'Interviews' },
  lead: {
    vi: 'Trang này làm việc được khi không có mạng. Câu trả lời được mã hóa trên thiết bị, tự gửi khi có mạng và chỉ được xóa khỏi thiết bị sau khi máy chủ đã nhận.',
    en: 'This page works without a line. Answers are encrypted on the device, sent when there is a line, and deleted only once the server has them.',
  },
  begin: {
    title: { vi: 'Nhận danh sách về thiết bị', en: 'Take the work along' },
    lead: {
      vi: 'Cần có mạng cho bước này. Hãy chọn mã mở máy gồm ít nhất 8 ký tự; mỗi lần mở trang này phải nhập mã. Quên mã thì chọn lại được khi có mạng, dữ liệu trên thiết bị vẫn còn.',
      en: 'This step needs a line. Choose a word of at least 8 characters; it opens this page. Whoever forgets it chooses another one with a line, and loses nothing.',
    },
    word: { vi: 'Mã mở máy', en: 'Word' },
    again: { vi: 'Nhập lại mã mở máy', en: 'The word again' },
    differs: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two are not the same.' },
    act: { vi: 'Nhận danh sách', en: 'Take along' },
    signInFirst: { vi: 'Đăng nhập bằng tài khoản điều tra viên để nhận danh sách địa chỉ.', en: 'Sign in as an interviewer to take addresses along.' },
    noInterviewer: {
      vi: 'Tài khoản đang đăng nhập không có vai trò “Điều tra viên”.',
      en: 'The account that is signed in has no role “Interviewer”.',
    },
    otherKey: {
      vi: 'Khóa trên máy chủ không mở được dữ liệu đang lưu trên thiết bị này. Dữ liệu vẫn được giữ nguyên; hãy báo người quản trị hệ thống.',
      en: 'The key that the server keeps does not open what is on this device. All of it stays; tell the administrator.',
    },
    noLine: { vi: 'Chưa có mạng và thiết bị này chưa nhận danh sách nào.', en: 'There is no line, and this device has taken nothing along yet.' },
  },
  unlock: {
    title: { vi: (name: string) => `Mở dữ liệu của ${name}`, en: (name: string) => `Open the work of ${name}` },
    act: { vi: 'Mở', en: 'Open' },
    wrong: { vi: 'Mã chưa đúng.', en: 'That is not the word.' },
    whose: { vi: 'Dữ liệu của', en: 'Whose work' },
    another: { vi: 'Người khác dùng (cần có mạng)', en: 'Somebody else uses this device (needs a line)' },
    forgotten: { vi: 'Quên mã: chọn mã mới (cần có mạng)', en: 'Forgotten: choose another (needs a line)' },
  },
  lock: { vi: 'Khóa trang', en: 'Lock' },
  elsewhere: {
    vi: 'Trang này đang mở ở một cửa sổ khác. Hãy đóng cửa sổ đó để làm việc ở đây.',
    en: 'This page is open in another window. Close that one to work here.',
  },
  line: {
    sent: { vi: 'Mọi dữ liệu trên thiết bị đã được gửi.', en: 'All that is on the device has been sent.' },
    waiting: {
      vi: (interviews: string, visits: string) => `Chờ gửi: ${interviews} phiếu, ${visits} lần đến hộ. Tự gửi khi có mạng.`,
      en: (interviews: string, visits: string) => `To be sent: ${interviews} interviews, ${visits} visits. They go when there is a line.`,
    },
    unanswered: { vi: 'Chưa có mạng. Dữ liệu vẫn còn trên thiết bị.', en: 'There is no line. All is kept on the device.' },
    signedOut: {
      vi: 'Phiên đăng nhập đã hết. Đăng nhập lại để gửi; dữ liệu vẫn còn trên thiết bị.',
      en: 'The session has ended. Sign in again to send; all is kept on the device.',
    },
    noRole: {
      vi: 'Tài khoản của ông/bà không còn vai trò “Điều tra viên” nên chưa gửi được; dữ liệu vẫn còn trên thiết bị. Hãy liên hệ cơ quan chủ trì.',
      en: 'Your account has the role “Interviewer” no more, and nothing is sent; all is kept on the device. Ask the owner of the survey.',
    },
    otherPerson: {
      vi: 'Người đang đăng nhập không phải chủ của dữ liệu trên thiết bị này nên không gửi được.',
      en: 'Somebody else is signed in than whose work this device keeps: nothing is sent.',
    },
    send: { vi: 'Gửi ngay', en: 'Send now' },
    full: {
      vi: 'Thiết bị không lưu được thay đổi vừa rồi, có thể vì hết chỗ trống. Không đóng trang này; hãy xóa bớt ảnh, tệp khác rồi thử lại.',
      en: 'The device did not keep the last change, perhaps as it is full. Leave this page open, make room, and try again.',
    },
  },
  none: { vi: 'Chưa có địa chỉ nào được giao', en: 'No addresses are given to you yet' },
  noneMore: {
    vi: 'Cơ quan chủ trì giao địa chỉ theo thôn, tổ dân phố; khi có mạng, danh sách hiện ở đây.',
    en: 'Addresses are given by village; with a line they appear here.',
  },
  closes: { vi: (when: string) => `Hạn điều tra: ${when}`, en: (when: string) => `Until ${when}` },
  over: {
    vi: 'Thời gian điều tra đã hết: phiếu gửi từ nay được để riêng, cơ quan chủ trì quyết định có tính hay không.',
    en: 'The survey is over: what is sent now is kept apart, and its owner decides.',
  },
  reserve: { vi: 'Hộ dự phòng', en: 'Reserve' },
  backCheck: {
    mark: { vi: 'Phúc tra', en: 'Back-check' },
    first: {
      vi: 'Trước hết hỏi hộ đã có ai đến phỏng vấn chưa. Nếu chưa có ai đến thì ghi kết quả lần đến; nếu đã có thì hỏi lại toàn bộ phiếu.',
      en: 'Ask first whether somebody has come to interview them. If nobody has, note it as what came of the visit; else ask the whole form again.',
    },
    told: {
      vi: 'Nói với người trả lời: đây là lần hỏi lại để kiểm tra công việc của điều tra viên. Câu trả lời chỉ được đối chiếu với lần trước, không tính thêm vào kết quả và không được lưu.',
      en: 'Tell the respondent that this is to check the work of the interviewer. The answers are held against the first ones, do not count again and are not kept.',
    },
  },
  state: {
    new: { vi: 'Chưa đến', en: 'Not visited' },
    again: { vi: (visits: string) => `Đã đến ${visits} lần, còn phải đến`, en: (visits: string) => `Visited ${visits} times, to be visited again` },
    held: { vi: 'Có ghi đã phỏng vấn nhưng máy chủ chưa nhận được phiếu', en: 'Noted as interviewed, but the server has no form of it' },
    interviewed: { vi: 'Đã phỏng vấn', en: 'Interviewed' },
    begun: { vi: 'Đang phỏng vấn dở', en: 'Interview begun' },
    finished: { vi: 'Đã phỏng vấn, chờ gửi', en: 'Interviewed, to be sent' },
    receipt: { vi: (receipt: string) => `Máy chủ đã nhận, mã biên nhận ${receipt}`, en: (receipt: string) => `The server has it, receipt ${receipt}` },
    late: { vi: 'Nộp muộn, để riêng chờ quyết định', en: 'Came late, kept apart' },
    second: { vi: 'Hộ này đã có phiếu khác, phiếu này để riêng', en: 'Another interview counts here; this one is kept apart' },
    former: {
      vi: 'Địa bàn này đã giao cho điều tra viên khác, phiếu này để riêng chờ quyết định',
      en: 'The village belongs to another interviewer; this one is kept apart until it is decided',
    },
    leftOut: { vi: 'Phiếu này không được tính', en: 'This one does not count' },
    quota: { vi: 'Đã đủ hạn mức số phiếu, phiếu này để riêng chờ quyết định', en: 'The quota is full; this one is kept apart until it is decided' },
    returnAt: { vi: (when: string) => `Hẹn ${when}`, en: (when: string) => `Appointment ${when}` },
    refusal: { vi: (why: string) => `Máy chủ chưa nhận: ${why}`, en: (why: string) => `Not taken: ${why}` },
  },
  interview: { vi: 'Phỏng vấn', en: 'Interview' },
  goOn: { vi: 'Phỏng vấn tiếp', en: 'Go on' },
  visit: { vi: 'Ghi kết quả lần đến', en: 'Note a visit' },
  at: { vi: (household: string) => `${household}`, en: (household: string) => `${household}` },
  visitForm: {
    title: { vi: (household: string) => `Lần đến: ${household}`, en: (household: string) => `Visit: ${household}` },
    outcome: { vi: 'Kết quả', en: 'What came of it' },
    choose: { vi: 'Chọn kết quả', en: 'Choose' },
    returnAt: { vi: 'Hẹn quay lại lúc', en: 'Come again at' },
    note: { vi: 'Ghi chú (không ghi câu trả lời của người dân)', en: 'Note (nothing of what was answered)' },
    act: { vi: 'Ghi', en: 'Note it' },
    cancel: { vi: 'Không ghi', en: 'Leave' },
  },
  form: {
    agrees: { vi: 'Người trả lời đồng ý', en: 'The respondent agrees' },
    purpose: { vi: 'Đọc cho người trả lời trước khi hỏi', en: 'To be read out before the first question' },
    notSeen: { vi: 'Cơ quan của ông/bà không xem được câu trả lời.', en: 'Your agency cannot see your answers.' },
    part: { vi: (part: number, of: number) => `Phần ${part}/${of}`, en: (part: number, of: number) => `Part ${part} of ${of}` },
    next: { vi: 'Phần sau', en: 'Next part' },
    back: { vi: 'Phần trước', en: 'Part before' },
    finish: { vi: 'Kết thúc phỏng vấn', en: 'Finish the interview' },
    leave: { vi: 'Để dở, về danh sách', en: 'Leave for now' },
    kept: { vi: 'Câu trả lời được lưu trên thiết bị sau mỗi lần chọn.', en: 'Each answer is kept on the device at once.' },
    missing: { vi: (count: string) => `Còn ${count} chỗ chưa trả lời hoặc cần sửa.`, en: (count: string) => `${count} are still missing or to be mended.` },
    noOpinion: { vi: 'Không có ý kiến', en: 'No opinion' },
    optional: { vi: 'không bắt buộc', en: 'optional' },
    atMost: { vi: (most: string) => `Chọn nhiều nhất ${most} phương án`, en: (most: string) => `Choose at most ${most}` },
    several: { vi: 'Có thể chọn nhiều phương án', en: 'Several may be chosen' },
  },
});
