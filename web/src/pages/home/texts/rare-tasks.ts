import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** The same of what few meet, loaded where it is met. */
export const rareTaskTexts = texts({
  at: { vi: (item: string, body: string) => `tiêu chí ${item} của ${body}`, en: (item: string, body: string) => `item ${item} of ${body}` },
  sheetOf: { vi: (body: string) => `bảng chấm điểm của ${body}`, en: (body: string) => `the sheet of ${body}` },
  request: {
    asked: { vi: (by: string, at: string) => `${by} đề nghị lúc ${at}.`, en: (by: string, at: string) => `Asked for by ${by} on ${at}.` },
    before: { vi: (at: string) => `Chờ Ông/Bà quyết định trước ${at}.`, en: (at: string) => `It waits for your decision before ${at}.` },
    why: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  },

  by: {
    vi: (name: string, when: string, where: string) => `${name}, ${when}, ${where}`,
    en: (name: string, when: string, where: string) => `${name}, ${when}, ${where}`,
  },
  session: { vi: (number: string, at: string) => `Phiên họp số ${number}, ${at}`, en: (number: string, at: string) => `Session ${number}, ${at}` },
  quoted: { vi: (text: string) => `“${text}”`, en: (text: string) => `“${text}”` },
  kinds: {
    aboutAccount: {
      vi: () => 'Có đề nghị về tài khoản của Ông/Bà đang chờ người thứ hai quyết định, hoặc liên kết đặt mật khẩu đang còn mở.',
      en: () => 'Something is asked for of your account and waits for a second person, or a link to set your password is open.',
    },
    erasure: {
      vi: (count: string) => `Có ${count} đề nghị gỡ bỏ hoặc hủy tài liệu chờ Ông/Bà quyết định.`,
      en: (count: string) => `Removals and purges that wait for your decision: ${count}.`,
    },
    accountRequest: {
      vi: (count: string) => `Có ${count} đề nghị đang chờ Ông/Bà quyết định với tư cách người thứ hai.`,
      en: (count: string) => `Requests that wait for you as the second person: ${count}.`,
    },
    reopened: {
      vi: () => 'Bảng chấm điểm được mở lại; phải sửa, chốt, ký và gửi lại',
      en: () => 'The sheet was opened again; mend, freeze, sign and send it anew',
    },
    explain: {
      vi: (count: string) => `${count} nội dung cần giải trình trước khi gửi`,
      en: (count: string) => `${counted(count, 'item')} to be explained before sending`,
    },
    document: {
      vi: (count: string) => `${count} nội dung có điểm nhưng chưa dẫn tài liệu kiểm chứng`,
      en: (count: string) => `${counted(count, 'item')} with points and no document cited`,
    },
    reviewParts: {
      vi: (count: string) => `${count} nội dung đơn vị đã phê duyệt, chờ rà soát`,
      en: (count: string) => `${counted(count, 'approved part')} to review`,
    },
    partsLate: {
      vi: (count: string) => `${count} đơn vị được giao đã quá hạn`,
      en: (count: string) => `${counted(count, 'department')} past the date set`,
    },
    councilVote: {
      vi: (count: string) => `${count} nội dung của Hội đồng chờ Ông/Bà biểu quyết`,
      en: (count: string) => `${counted(count, 'item')} of the council for your vote`,
    },
    councilSession: { vi: () => 'Ông/Bà được triệu tập họp Hội đồng thẩm định', en: () => 'You are called to a session of the council' },
    markSecond: {
      vi: (count: string) => `Chấm lại ${count} nội dung được rút mẫu`,
      en: (count: string) => `${counted(count, 'drawn item')} to mark a second time`,
    },
    confirmVerdicts: {
      vi: (count: string) => `${count} kết quả thẩm định chờ Ông/Bà xác nhận với tư cách người thứ hai`,
      en: (count: string) => `${counted(count, 'verdict')} for you to confirm as the second person`,
    },
    answer: {
      vi: (count: string) => `${count} nội dung có kết quả thẩm định khác điểm tự chấm hoặc được yêu cầu giải trình, chưa trả lời`,
      en: (count: string) => `${counted(count, 'item')} of the appraisal to accept or to explain`,
    },
    returnedVerdicts: {
      vi: (count: string) => `${count} kết quả thẩm định người thứ hai trả lại`,
      en: (count: string) => `${counted(count, 'verdict')} returned by the second person`,
    },
    takeReplies: {
      vi: (count: string) => `${count} nội dung giải trình đơn vị đã duyệt, chờ cơ quan tiếp nhận`,
      en: (count: string) => `${counted(count, 'explanation')} of departments for the body to take`,
    },
    awaitReplies: {
      vi: (count: string) => `${count} nội dung giải trình đang ở đơn vị được giao`,
      en: (count: string) => `${counted(count, 'item')} of the explanation still with departments`,
    },
    decideReplies: {
      vi: (count: string) => `${count} nội dung giải trình chờ Ông/Bà duyệt`,
      en: (count: string) => `${counted(count, 'explanation')} for you to approve`,
    },
    returnedReplies: {
      vi: (count: string) => `${count} nội dung giải trình bị trả lại`,
      en: (count: string) => `${counted(count, 'explanation')} returned to be mended`,
    },
    writeReplies: {
      vi: (count: string) => `${count} nội dung được giao giải trình, chưa trình lãnh đạo đơn vị`,
      en: (count: string) => `${counted(count, 'item')} to explain, not submitted yet`,
    },
    sendExplanation: { vi: () => 'Giải trình chờ chốt, ký và gửi', en: () => 'The explanation is to be frozen, signed and sent' },
    improve: {
      vi: (count: string) => `${count} nhiệm vụ khắc phục đã quá thời hạn`,
      en: (count: string) => `${counted(count, 'task')} to mend lost points past their day`,
    },
    appraise: { vi: (count: string) => `${count} nội dung chờ thẩm định`, en: (count: string) => `${counted(count, 'claim')} to appraise` },
    decideAnswers: {
      vi: (count: string) => `${count} nội dung có giải trình, chờ thẩm định lần hai`,
      en: (count: string) => `${counted(count, 'explanation')} to decide on in the second appraisal`,
    },
    mail: {
      vi: (count: string) => `${count} thư chưa gửi được, chờ Ông/Bà quyết định`,
      en: (count: string) => `${counted(count, 'mail')} not sent, for you to decide`,
    },
    question: { vi: () => 'Câu hỏi chờ giải đáp', en: () => 'A question waits for an answer' },
    mention: { vi: () => 'Ý kiến nhắc tên Ông/Bà', en: () => 'You are mentioned' },
    copiesWaiting: {
      vi: (count: string) => `Có ${count} tài liệu của cơ quan giống hệt tài liệu đang được đề nghị gỡ bỏ ở nơi khác.`,
      en: (count: string) => `Documents of yours with the very same file as one that others ask to remove: ${count}.`,
    },
    copiesRemoved: {
      vi: (count: string) => `Có ${count} tài liệu của cơ quan đã được gỡ bỏ cùng tài liệu giống hệt ở nơi khác; nơi dẫn cần được cập nhật.`,
      en: (count: string) => `Documents of yours that were removed with the very same file elsewhere: ${count}. What cites them has to be seen to.`,
    },
  },
  acts: {
    explain: { vi: 'Xem kết quả rà soát', en: 'See what was found' },
    document: { vi: 'Xem kết quả rà soát', en: 'See what was found' },
    aboutAccount: { vi: 'Xem đề nghị', en: 'Look at it' },
    erasure: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
    roundRequest: { vi: 'Xem và quyết định', en: 'Read and decide' },
    editionRequest: { vi: 'Kiểm tra và quyết định', en: 'Check and decide' },
    accountRequest: { vi: 'Xem đề nghị', en: 'Look at it' },
    reopened: { vi: 'Sửa nội dung được mở', en: 'Mend what is open' },
    reviewParts: { vi: 'Xem và rà soát', en: 'Look and review' },
    partsLate: { vi: 'Xem phân công', en: 'See the assignments' },
    councilVote: { vi: 'Biểu quyết', en: 'Vote' },
    councilSession: { vi: 'Xem phiên họp', en: 'See the session' },
    markSecond: { vi: 'Chấm lại', en: 'Mark' },
    confirmVerdicts: { vi: 'Mở danh sách chờ xác nhận', en: 'Confirm' },
    answer: { vi: 'Giải trình', en: 'Explain' },
    returnedVerdicts: { vi: 'Thẩm định lại', en: 'Appraise again' },
    takeReplies: { vi: 'Xem và tiếp nhận', en: 'See them' },
    awaitReplies: { vi: 'Xem đơn vị nào', en: 'See which' },
    decideReplies: { vi: 'Xem và duyệt', en: 'Decide' },
    returnedReplies: { vi: 'Sửa và trình lại', en: 'Mend them' },
    writeReplies: { vi: 'Soạn giải trình', en: 'Explain' },
    sendExplanation: { vi: 'Chốt, ký và gửi', en: 'Freeze, sign and send' },
    improve: { vi: 'Xem nhiệm vụ', en: 'See them' },
    appraise: { vi: 'Mở trang thẩm định', en: 'Appraise' },
    decideAnswers: { vi: 'Xem giải trình', en: 'See them' },
    mail: { vi: 'Xem thư', en: 'See the mails' },
    question: { vi: 'Giải đáp', en: 'Answer' },
    mention: { vi: 'Xem và trả lời', en: 'Read and reply' },
    copiesWaiting: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
    copiesRemoved: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
  },
});
