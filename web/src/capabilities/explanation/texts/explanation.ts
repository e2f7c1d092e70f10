import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { EXPLANATION_STATE_NAMES, ITEM_STATE_NAMES, REMARK_NAMES, REPLY_NAMES } from '@parindex/core/words/states';
import { named, texts } from '@parindex/core/words/texts';

/** What a body is told of its appraisal, what it answers, and what it still contests. */
export const explanationTexts = texts({
  title: { vi: 'Giải trình kết quả thẩm định', en: 'Explanation after the appraisal' },
  lead: {
    vi: 'Gồm các nội dung có kết quả thẩm định khác điểm tự chấm và các nội dung được yêu cầu giải trình. Thống nhất hoặc giải trình từng nội dung; số liệu đã kê khai giữ nguyên. Nội dung không trả lời trong thời hạn được giữ theo kết quả thẩm định.',
    en: 'These are the items that were decided otherwise than claimed, and those with a question. Accept or explain each; what was declared stays. What is not answered in time stands as appraised.',
  },
  leadOfDepartment: {
    vi: 'Gồm các nội dung cần giải trình được giao cho đơn vị. Đơn vị soạn nội dung giải trình hoặc đề nghị thống nhất, trình lãnh đạo đơn vị duyệt; nội dung có giá trị khi cơ quan tiếp nhận.',
    en: 'These are the items to be explained that your department has in hand. Write the explanation or propose to accept, and submit it to your leader; it counts once the body has taken it.',
  },
  notTold: {
    vi: 'Kết quả thẩm định chưa được thông báo cho cơ quan.',
    en: 'The body has not been told of its appraisal yet.',
  },
  none: { vi: 'Không có nội dung nào cần giải trình', en: 'Nothing is to be explained' },
  noneMore: {
    vi: 'Kết quả thẩm định không khác điểm tự chấm và không có yêu cầu giải trình.',
    en: 'The appraisal does not differ from the claim, and nobody asked for an explanation.',
  },
  openUntil: { vi: (until: string) => `Thời hạn giải trình: ${until}.`, en: (until: string) => `To be explained ${until}.` },
  opensAt: { vi: (at: string) => `Giải trình được từ ${at}.`, en: (at: string) => `It can be explained from ${at}.` },
  over: { vi: (until: string) => `Đã hết thời hạn giải trình (${until}).`, en: (until: string) => `The time for explaining is over (${until}).` },
  noStep: { vi: 'Lịch của kỳ đánh giá không có bước giải trình.', en: 'The calendar of the round has no step of explanation.' },
  notice: {
    vi: (number: string, date: string) => `Thông báo kết quả thẩm định: Công văn số ${number} ngày ${date}.`,
    en: (number: string, date: string) => `Notice of the appraisal: ${number} of ${date}.`,
  },
  secondNotice: {
    vi: (number: string, date: string) => `Thông báo kết quả thẩm định lần hai: Công văn số ${number} ngày ${date}.`,
    en: (number: string, date: string) => `Notice of the second appraisal: ${number} of ${date}.`,
  },
  items: {
    vi: (answered: string, all: string) => `Nội dung cần giải trình: đã trả lời ${answered}/${all}`,
    en: (answered: string, all: string) => `To be explained: ${answered} of ${all} answered`,
  },
  claimed: named(STAGE_POINTS_NAMES, 'claimed'),
  appraised: named(STAGE_POINTS_NAMES, 'appraised'),
  second: named(STAGE_POINTS_NAMES, 'second'),
  why: { vi: 'Lý do', en: 'Why' },
  secondWhy: { vi: 'Lý do của lần hai', en: 'Why, the second time' },
  question: named(REMARK_NAMES, 'ask'),
  reply: { vi: 'Trả lời của cơ quan', en: 'The body’s answer' },
  onlySecond: {
    vi: 'Kết quả này được điều chỉnh khi thẩm định lần hai; cơ quan còn ý kiến khác thì đề nghị Hội đồng xem xét.',
    en: 'The second appraisal changed this; a body that holds otherwise asks the council to look at it.',
  },
  neverSent: {
    vi: 'Giải trình chưa được gửi kèm văn bản đã ký nên được coi là không giải trình trong thời hạn.',
    en: 'Nothing was sent with a signed document, so it counts as not explained.',
  },
  unanswered: { vi: 'Cơ quan chưa có ý kiến', en: 'No answer yet' },
  by: { vi: (name: string, at: string) => `${name}, ${at}`, en: (name: string, at: string) => `${name}, ${at}` },
  kinds: REPLY_NAMES,
  states: EXPLANATION_STATE_NAMES,
  kind: { vi: 'Ý kiến của cơ quan', en: 'The body’s answer' },
  words: { vi: 'Nội dung giải trình', en: 'In words' },
  wordsHint: {
    vi: 'Nêu căn cứ, số văn bản, trang; người thẩm định lần hai đọc nội dung này sau khi giải trình được gửi.',
    en: 'Say on what grounds, with numbers and pages; the second appraisal reads this once it is sent.',
  },
  evidence: { vi: 'Tài liệu kiểm chứng bổ sung', en: 'Evidence added' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answerOf: { vi: (code: string) => `Trả lời tiêu chí ${code}`, en: (code: string) => `Answer item ${code}` },
  changeOf: { vi: (code: string) => `Sửa trả lời tiêu chí ${code}`, en: (code: string) => `Change the answer to item ${code}` },
  change: { vi: 'Sửa trả lời', en: 'Change the answer' },
  save: { vi: 'Lưu trả lời', en: 'Save the answer' },
  freeze: {
    title: { vi: 'Chốt nội dung giải trình', en: 'Freeze the explanation' },
    open: {
      vi: 'Sau khi chốt, nội dung giải trình không sửa được nữa và có văn bản để ký.',
      en: 'Once frozen it takes no change, and its document can be signed.',
    },
    unanswered: {
      vi: (count: string) => `Còn ${count} nội dung chưa trả lời; các nội dung đó giữ theo kết quả thẩm định.`,
      en: (count: string) => `Without an answer: ${count}. These stand as appraised.`,
    },
    inHand: {
      vi: (count: string) => `Có ${count} nội dung giao đơn vị chưa được cơ quan tiếp nhận; nội dung đơn vị đã soạn không được tính.`,
      en: (count: string) => `In departments’ hands and not taken by the body: ${count}. What they wrote does not count.`,
    },
    act: { vi: 'Chốt nội dung giải trình', en: 'Freeze the explanation' },
    question: { vi: 'Chốt nội dung giải trình để ký và gửi?', en: 'Freeze the explanation, to be signed and sent?' },
    frozen: { vi: (at: string) => `Đã chốt lúc ${at}.`, en: (at: string) => `Frozen at ${at}.` },
    others: { vi: 'Lãnh đạo cơ quan chốt nội dung giải trình.', en: 'The head of the body freezes it.' },
  },
  report: {
    title: { vi: 'Báo cáo giải trình', en: 'The document' },
    lead: {
      vi: 'Báo cáo theo thể thức văn bản hành chính, số và ngày để trống cho văn thư. Ký số trên tệp PDF.',
      en: 'It has the form of official documents; number and day are left to the registry. Sign the PDF.',
    },
    draft: { vi: 'Nội dung giải trình chưa chốt nên báo cáo là dự thảo, chưa ký được.', en: 'It is a draft until the explanation is frozen.' },
    pdf: { vi: 'Tải báo cáo giải trình (PDF)', en: 'Explanation (PDF)' },
    docx: { vi: 'Tải báo cáo giải trình (DOCX)', en: 'Explanation (DOCX)' },
  },
  send: {
    title: { vi: 'Gửi giải trình', en: 'Send the explanation' },
    lead: {
      vi: 'Chọn tệp PDF đã ký. Hệ thống đọc chữ ký số và đối chiếu với nội dung giải trình đã chốt; tệp được lưu nguyên trạng.',
      en: 'Choose the signed PDF. Its signatures are read and the hash compared; the file is kept byte for byte.',
    },
    wait: { vi: 'Gửi được sau khi chốt nội dung giải trình.', en: 'It can be sent once the explanation is frozen.' },
  },
  back: {
    act: { vi: 'Rút lại giải trình', en: 'Take the explanation back' },
    lead: {
      vi: 'Rút lại được khi còn hạn. Biên nhận (nếu có) hết hiệu lực; nội dung giải trình sửa được, sau đó phải chốt, ký và gửi lại.',
      en: 'Possible while there is time. A receipt ends; the explanation can be changed, and is frozen, signed and sent anew.',
    },
    reason: { vi: 'Lý do rút lại', en: 'Why it is taken back' },
  },
  dispute: {
    title: { vi: REMARK_NAMES.vi.dispute, en: 'To the council' },
    lead: {
      vi: 'Nội dung còn ý kiến khác sau thẩm định lần hai được đưa ra Hội đồng thẩm định.',
      en: 'What is still contested after the second appraisal goes to the council.',
    },
    act: { vi: REMARK_NAMES.vi.dispute, en: 'Ask the council' },
    actOf: { vi: (code: string) => `Đề nghị Hội đồng xem xét tiêu chí ${code}`, en: (code: string) => `Ask the council to look at item ${code}` },
    words: { vi: 'Ý kiến của cơ quan', en: 'What the body holds' },
    save: { vi: 'Gửi đề nghị', en: 'Ask' },
    withdraw: { vi: 'Rút đề nghị', en: 'Take it back' },
    said: named(REMARK_NAMES, 'dispute'),
  },
  council: {
    title: { vi: 'Hội đồng thẩm định xem xét', en: 'Before the council' },
    agenda: { vi: 'Chương trình Hội đồng', en: 'On the agenda' },
    session: { vi: (number: string) => `Phiên họp số ${number}`, en: (number: string) => `Session ${number}` },
    sessionAt: {
      vi: (number: string, at: string) => `Phiên họp số ${number}, ${at}`,
      en: (number: string, at: string) => `Session ${number}, ${at}`,
    },
    concluded: { vi: 'Hội đồng kết luận', en: 'Concluded' },
    why: { vi: 'Lý do kết luận', en: 'Why' },
  },
  ask: {
    title: { vi: REMARK_NAMES.vi.ask, en: 'Ask for an explanation' },
    lead: {
      vi: 'Cơ quan đọc nội dung này cùng với thông báo kết quả thẩm định.',
      en: 'The body reads this with the notice of its appraisal.',
    },
    words: { vi: 'Nội dung cần giải trình', en: 'What is to be explained' },
    act: { vi: REMARK_NAMES.vi.ask, en: 'Ask' },
    change: { vi: 'Sửa yêu cầu', en: 'Change it' },
    withdraw: { vi: 'Rút yêu cầu', en: 'Take it back' },
  },
  standing: {
    claim: { vi: 'đề nghị không đánh giá', en: 'claims that nothing arose' },
    notCounted: named(ITEM_STATE_NAMES, 'notApplicable'),
    unanswered: named(ITEM_STATE_NAMES, 'notAnswered'),
  },
  unsent: {
    vi: 'Nội dung này chưa được gửi kèm văn bản đã ký, nên được coi là không giải trình.',
    en: 'This was not sent with a signed document, so it counts as not explained.',
  },
  noAnswer: {
    vi: 'Cơ quan không giải trình nội dung này; kết quả thẩm định được giữ nguyên, không phải thẩm định lần hai.',
    en: 'The body has not explained this; the verdict stands and needs no second appraisal.',
  },
});
