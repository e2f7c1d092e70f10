import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** What the respondent's pages say. */
export const SAYS = texts({
  survey: named(STEP_NAMES, 'survey'),
  bands: {
    sandbox: { vi: 'Dữ liệu minh họa, không phải cuộc điều tra thật.', en: 'Invented data: this is no real survey.' },
    pilot: {
      vi: 'Đây là phiếu điều tra thử: câu trả lời không được tính vào kết quả điều tra.',
      en: 'This form is on trial: what is answered does not count.',
    },
  },
  reconstruction: {
    vi: 'Phiếu này do phần mềm dựng lại để tham khảo, không phải phiếu chính thức.',
    en: 'This form is a reconstruction, not an official one.',
  },
  notSeen: { vi: 'Cơ quan của ông/bà không xem được câu trả lời.', en: 'Your agency cannot see your answers.' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  about: { vi: (body: string) => `Đánh giá về: ${body}`, en: (body: string) => `About: ${body}` },
  aboutNobody: {
    vi: 'Đánh giá về: cơ quan, địa phương mà ông/bà được mời đánh giá khi điều tra chính thức',
    en: 'About: the agency or place that you would be asked about in the survey itself',
  },
  until: { vi: (when: string) => `Hạn trả lời: ${when}`, en: (when: string) => `To be answered by: ${when}` },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  kept: {
    vi: (days: string) =>
      `Thông tin liên hệ của ông/bà được xóa sau ${days} ngày kể từ ngày kết thúc điều tra. Câu trả lời được giữ lại mà không còn gắn với người trả lời.`,
    en: (days: string) => `Your contact data are erased ${days} days after the survey ends. Answers are kept without any tie to whoever gave them.`,
  },
  keptOfPilot: {
    vi: 'Điều tra thử không ghi thông tin liên hệ. Câu trả lời bị xóa ngay khi gửi phiếu, hoặc khi kết thúc điều tra thử nếu phiếu không được gửi; chỉ giữ lại thời gian trả lời, những câu bỏ trống hoặc không có ý kiến, và góp ý của ông/bà về phiếu.',
    en: 'No contact data are kept in a trial. Your answers are erased as the form is sent, or with the trial where it is not; what is kept is how long it took, which questions were left or got no opinion, and your remarks on the form.',
  },
  parts: {
    vi: (pages: number, questions: number) =>
      `Phiếu có ${pages} phần, ${questions} câu hỏi. Câu trả lời được lưu sau mỗi phần; ông/bà có thể dừng và trả lời tiếp, trên máy khác thì cần thêm mã trả lời tiếp ghi ở cuối mỗi phần.`,
    en: (pages: number, questions: number) =>
      `The form has ${pages} parts and ${questions} questions. Answers are kept after each part; you may stop and go on later, on another device with the code that stands at the end of each part.`,
  },
  agree: { vi: 'Tôi đồng ý và bắt đầu trả lời', en: 'I agree and begin' },
  begin: { vi: 'Bắt đầu trả lời', en: 'Begin' },
  goOn: { vi: 'Trả lời tiếp', en: 'Go on' },
  begunElsewhere: { vi: 'Phiếu này đã được trả lời một phần', en: 'This form was begun already' },
  triedElsewhere: { vi: 'Trả lời tiếp phiếu thử đã bắt đầu trên máy khác', en: 'Go on with a form that was begun on another device' },
  code: { vi: 'Mã trả lời tiếp', en: 'Code to go on with' },
  codeFrom: {
    vi: 'Gồm 8 chữ và số, ghi ở cuối mỗi phần của phiếu trên máy đã trả lời. Không ai khác có mã này, kể cả nơi gửi đường dẫn cho ông/bà.',
    en: 'Eight letters and digits, shown at the end of each part on the device on which the form was begun. Nobody else has it, whoever sent you the link included.',
  },
  wrongCode: { vi: 'Mã chưa đúng. Xin ông/bà kiểm tra và nhập lại.', en: 'That is not the code. Please look again.' },
  anew: { vi: 'Trả lời lại từ đầu', en: 'Begin anew' },
  anewLoses: {
    vi: 'Nếu không còn mã, ông/bà có thể trả lời lại từ đầu; các câu trả lời đã lưu trước đó sẽ bị xóa.',
    en: 'Without the code you may begin anew; what was kept before is erased.',
  },
  resumeWith: {
    vi: (code: string) => `Mã trả lời tiếp: ${code}. Xin ghi lại mã này nếu ông/bà muốn trả lời tiếp trên máy khác.`,
    en: (code: string) => `Code to go on with: ${code}. Write it down if you want to go on with another device.`,
  },
  part: { vi: (number: number, of: number) => `Phần ${number}/${of}`, en: (number: number, of: number) => `Part ${number} of ${of}` },
  question: { vi: (number: number) => `Câu ${number}`, en: (number: number) => `Question ${number}` },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  noOpinion: { vi: 'Không có ý kiến', en: 'No opinion' },
  atMost: { vi: (most: string) => `Chọn nhiều nhất ${most} phương án`, en: (most: string) => `Choose at most ${most}` },
  several: { vi: 'Có thể chọn nhiều phương án', en: 'Several may be chosen' },
  onlyIf: { vi: 'Chỉ trả lời nếu phù hợp với câu trả lời ở trên.', en: 'Asked only if the answers above lead to it.' },
  dayForm: { vi: 'ngày/tháng/năm, ví dụ 31/12/2025', en: 'day/month/year, such as 31/12/2025' },
  next: { vi: 'Lưu và sang phần sau', en: 'Save and go on' },
  back: { vi: 'Lưu và về phần trước', en: 'Save and go back' },
  toReview: { vi: 'Lưu và xem lại phiếu', en: 'Save and review' },
  mended: {
    vi: (count: number) => `Có ${count} chỗ cần sửa; các câu còn lại đã được lưu.`,
    en: (count: number) => `${count} to be mended; all else has been kept.`,
  },
  review: { vi: 'Xem lại và gửi phiếu', en: 'Review and send' },
  complete: { vi: 'Phiếu đã đủ câu trả lời.', en: 'The form is complete.' },
  stillMissing: { vi: (count: number) => `Còn ${count} chỗ chưa trả lời hoặc cần sửa:`, en: (count: number) => `${count} still to be answered or mended:` },
  toPart: { vi: (part: string) => `Trả lời ở ${part}`, en: (part: string) => `Answer in ${part}` },
  afterSending: {
    vi: 'Sau khi gửi, ông/bà không sửa được câu trả lời nữa.',
    en: 'Once sent, answers cannot be changed.',
  },
  send: { vi: 'Gửi phiếu', en: 'Send the form' },
  thanks: { vi: 'Xin cảm ơn ông/bà đã trả lời.', en: 'Thank you for answering.' },
  receipt: { vi: (receipt: string) => `Mã biên nhận: ${receipt}`, en: (receipt: string) => `Receipt: ${receipt}` },
  receiptSays: {
    vi: 'Mã này chỉ cho biết phiếu đã được nhận, không cho biết ai trả lời và trả lời gì.',
    en: 'It says only that a form was received, neither whose nor what it says.',
  },
  cannotOpen: { vi: 'Đường dẫn này không mở được phiếu', en: 'This link opens no form' },
  cannotOpenWhy: {
    vi: 'Đường dẫn đã được dùng, đã hết hạn, đã được thay bằng đường dẫn khác, hoặc bị chép thiếu. Nếu ông/bà chưa trả lời, xin liên hệ cơ quan chủ trì điều tra để nhận đường dẫn mới.',
    en: 'It has been used, has expired, was replaced by another, or was not copied whole. If you have not answered yet, please ask the agency that leads the survey for another link.',
  },
  full: { vi: 'Đã nhận đủ số phiếu', en: 'As many have answered as are asked for' },
  fullWhy: {
    vi: 'Cuộc điều tra nhận một số phiếu nhất định từ những người thuộc diện như ông/bà và đã nhận đủ. Xin cảm ơn ông/bà; ông/bà không cần trả lời nữa.',
    en: 'The survey takes a certain number of answers from people in your position, and has them all. Thank you; you need not answer any more.',
  },
  fullKept: {
    vi: 'Phiếu ông/bà đang trả lời chưa gửi nên không được tính. Nội dung đã lưu được giữ đến khi kết thúc điều tra; nếu cơ quan chủ trì nhận thêm phiếu, ông/bà mở lại đường dẫn này để trả lời tiếp và gửi.',
    en: 'The form that you have begun was not sent and does not count. What was kept of it stays until the survey ends; if more are taken, open this link again, go on and send it.',
  },
  notYet: { vi: 'Cuộc điều tra chưa bắt đầu', en: 'The survey has not begun' },
  notYetWhy: { vi: 'Xin ông/bà mở lại đường dẫn này khi cuộc điều tra bắt đầu.', en: 'Please open this link again when the survey begins.' },
  busy: { vi: 'Máy chủ đang bận', en: 'The server is busy' },
  busyWhy: {
    vi: 'Câu trả lời đã lưu trước đó không mất. Xin ông/bà thử lại sau ít phút bằng nút tải lại trang.',
    en: 'What was kept before is not lost. Please try again in some minutes by loading the page anew.',
  },
});
