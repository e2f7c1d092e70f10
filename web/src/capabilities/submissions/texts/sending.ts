import { SENDING_STATE_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

/** Freezing, signing, sending a sheet; its receipt; taking back and reopening. */
export const sendingTexts = texts({
  lead: {
    vi: 'Chốt số liệu, tải báo cáo để người có thẩm quyền ký số, rồi gửi báo cáo đã ký. Gửi xong có biên nhận.',
    en: 'Freeze the sheet, have the report signed electronically, send it. A receipt follows.',
  },
  steps: {
    done: { vi: 'Đã xong', en: 'Done' },
    now: { vi: 'Đang thực hiện', en: 'To do now' },
    later: { vi: 'Chưa thực hiện', en: 'Later' },
    others: { vi: 'Chờ người có thẩm quyền', en: 'Awaits whoever may do it' },
  },
  deadline: {
    freeze: { vi: (at: string) => `Hạn chốt số liệu: ${at}.`, en: (at: string) => `The sheet must be frozen by ${at}.` },
    send: { vi: (at: string) => `Hạn gửi: ${at}.`, en: (at: string) => `The sheet must be sent by ${at}.` },
    none: {
      vi: (at: string) => `Hạn của bước tự đánh giá: ${at}; kỳ đánh giá này không yêu cầu chốt số liệu, gửi báo cáo trước thời hạn trên.`,
      en: (at: string) => `The self-assessment takes until ${at}; this round holds neither freezing nor sending to it.`,
    },
  },
  text: {
    title: { vi: 'Khó khăn, vướng mắc và đề xuất, kiến nghị', en: 'Difficulties and proposals' },
    lead: {
      vi: 'Nội dung này được đưa vào phần IV của báo cáo. Sau khi gửi, cơ quan chủ trì đọc được trong danh sách chung của kỳ.',
      en: 'Part IV of the report. Once it is sent, the owner of the round reads them in one list.',
    },
    difficulties: { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' },
    proposals: { vi: 'Đề xuất, kiến nghị', en: 'Proposals' },
    save: { vi: 'Lưu nội dung', en: 'Save' },
    saved: { vi: 'Đã lưu.', en: 'Saved.' },
    none: { vi: 'Không có.', en: 'None.' },
    by: { vi: (name: string, at: string) => `${name} nhập lúc ${at}.`, en: (name: string, at: string) => `Typed by ${name} at ${at}.` },
  },
  freeze: {
    title: { vi: 'Chốt số liệu', en: 'Freeze' },
    open: {
      vi: 'Bảng chấm điểm chưa chốt. Lãnh đạo phê duyệt chốt số liệu sau khi rà soát.',
      en: 'The sheet is open. The head of the body freezes it after the check.',
    },
    frozen: { vi: (at: string) => `Đã chốt lúc ${at}.`, en: (at: string) => `Frozen at ${at}.` },
    hash: { vi: 'Mã kiểm tra toàn vẹn của bảng chấm điểm', en: 'Hash of the sheet' },
  },
  form: {
    title: { vi: 'Thể thức: người ký, nơi nhận', en: 'Form: who signs, who gets it' },
    lead: {
      vi: 'Chọn trước khi tải báo cáo; đổi được đến khi gửi. Ô để trống thì ghi theo thông lệ của cơ quan, hoặc để trống trên báo cáo.',
      en: 'Choose before downloading the report; it can be changed until it is sent. An empty field is filled as usual for the body, or left blank in the report.',
    },
    shown: { vi: 'Báo cáo sẽ ghi', en: 'The report will say' },
    save: { vi: 'Lưu thể thức', en: 'Save' },
    saved: { vi: 'Đã lưu.', en: 'Saved.' },
  },
  report: {
    title: { vi: 'Tải báo cáo, ký số', en: 'Download the report and sign it' },
    lead: {
      vi: 'Báo cáo lập theo thể thức văn bản hành chính; số, ngày để trống cho văn thư. Ký số trên tệp PDF, hoặc chỉnh lý bản DOCX, xuất PDF rồi ký.',
      en: 'The report has the form of official documents; number and day are left to the registry. Sign the PDF, or finish the DOCX, export it and sign that.',
    },
    draft: {
      vi: 'Bảng chấm điểm chưa chốt số liệu nên báo cáo là dự thảo, chưa ký được.',
      en: 'The sheet is open, so the report is a draft and cannot be signed yet.',
    },
    pdf: { vi: 'Tải báo cáo (PDF)', en: 'Report (PDF)' },
    docx: { vi: 'Tải báo cáo (DOCX)', en: 'Report (DOCX)' },
  },
  send: {
    title: { vi: 'Gửi báo cáo', en: 'Send the report' },
    lead: {
      vi: 'Chọn tệp PDF đã ký. Hệ thống đọc chữ ký số và đối chiếu với bảng chấm điểm đã chốt; tệp được lưu nguyên trạng.',
      en: 'Choose the signed PDF. Its signatures are read and the hash compared; the file is kept byte for byte.',
    },
    choose: { vi: 'Chọn báo cáo đã ký (PDF) và gửi', en: 'Choose the signed report (PDF) and send it' },
    again: { vi: 'Gửi lại tệp này', en: 'Send this file again' },
    sending: { vi: 'Đang gửi và đọc chữ ký …', en: 'Sending, reading signatures …' },
    refused: { vi: 'Báo cáo chưa được nhận', en: 'The report is not taken' },
    sent: {
      vi: 'Đã gửi báo cáo có chữ ký số. Biên nhận ở bên dưới ghi kết quả kiểm tra chữ ký.',
      en: 'The report is sent with its signature. The receipt below says what the signature is worth.',
    },
    sentUnsigned: {
      vi: 'Đã gửi báo cáo không có chữ ký số, theo ý kiến cho phép của cơ quan chủ trì. Biên nhận ở bên dưới.',
      en: 'The report was sent without an electronic signature, by permission of the owner. The receipt is below.',
    },
    wait: { vi: 'Gửi được sau khi chốt số liệu.', en: 'It can be sent once the sheet is frozen.' },
    permitted: {
      vi: (name: string, reason: string) => `${name}, cơ quan chủ trì, cho phép gửi một lần báo cáo không có chữ ký số. Lý do: ${reason}`,
      en: (name: string, reason: string) => `${name} of the owner permits one report without an electronic signature. Reason: ${reason}`,
    },
    askOwner: {
      vi: 'Không ký số được thì đề nghị cơ quan chủ trì cho phép gửi bản quét.',
      en: 'Where nobody can sign electronically, ask the owner to permit a scan.',
    },
  },
  receipt: {
    title: { vi: 'Biên nhận', en: 'Receipt' },
    current: { vi: 'Biên nhận đang có hiệu lực', en: 'The receipt in force' },
    earlier: { vi: 'Các lần gửi trước', en: 'Earlier sendings' },
    code: { vi: 'Mã biên nhận', en: 'Code' },
    state: { vi: 'Trạng thái', en: 'State' },
    sentAt: { vi: 'Thời điểm nhận', en: 'Received at' },
    sentBy: { vi: 'Người gửi', en: 'Sent by' },
    signatures: { vi: 'Chữ ký số', en: 'Signatures' },
    noSignature: {
      vi: 'Không có chữ ký số; được gửi theo ý kiến cho phép của cơ quan chủ trì',
      en: 'No electronic signature; sent by permission of the owner',
    },
    match: { vi: 'Căn cứ nhận', en: 'Taken because' },
    matterHash: {
      sheet: { vi: 'Mã kiểm tra toàn vẹn của bảng chấm điểm (SHA-256)', en: 'Hash of the sheet (SHA-256)' },
      explanation: { vi: 'Mã kiểm tra toàn vẹn của nội dung giải trình (SHA-256)', en: 'Hash of the explanation (SHA-256)' },
    },
    fileHash: { vi: 'Mã kiểm tra toàn vẹn của tệp báo cáo (SHA-256)', en: 'Hash of the report (SHA-256)' },
    scanned: { vi: 'Quét mã độc', en: 'Scanned' },
    scannedYes: { vi: 'Đã quét, không phát hiện mã độc', en: 'Scanned, nothing found' },
    scannedNo: { vi: 'Chưa quét: hệ thống không có phần mềm quét', en: 'Not scanned: this installation has no scanner' },
    pdf: { vi: 'Tải biên nhận (PDF)', en: 'Receipt (PDF)' },
    file: { vi: 'Tải báo cáo đã gửi', en: 'The report as it was sent' },
    check: { vi: 'Trang tra cứu biên nhận', en: 'Page to check receipts' },
    states: SENDING_STATE_NAMES,
  },
  back: {
    act: { vi: 'Rút lại', en: 'Take back' },
    title: { vi: 'Rút lại bảng chấm điểm đã gửi', en: 'Take the sent sheet back' },
    lead: {
      vi: 'Rút lại được trước hạn. Biên nhận hết hiệu lực; bảng chấm điểm vẫn ở trạng thái đã chốt. Cần sửa số liệu thì đề nghị cơ quan chủ trì mở lại.',
      en: 'Possible before the deadline. The receipt ends; the sheet stays frozen. To change figures, ask the owner to reopen it.',
    },
    reason: { vi: 'Lý do rút lại', en: 'Why it is taken back' },
  },
  reopen: {
    act: { vi: 'Mở lại bảng chấm điểm', en: 'Reopen the sheet' },
    title: { vi: 'Mở lại bảng chấm điểm', en: 'Reopen the sheet' },
    lead: {
      vi: 'Cơ quan chỉ sửa được trong phạm vi và thời hạn dưới đây, kể cả khi bước tự đánh giá đã đóng; sau đó phải chốt, ký và gửi lại. Biên nhận trước hết hiệu lực.',
      en: 'The body may change only what is named here, until the time named here, also when the step has closed; then it is frozen, signed and sent anew. The receipt before ends.',
    },
    reason: { vi: 'Lý do mở lại', en: 'Why it is reopened' },
    extent: { vi: 'Phạm vi', en: 'Extent' },
    all: { vi: 'Toàn bộ bảng chấm điểm', en: 'The whole sheet' },
    some: { vi: 'Một số tiêu chí', en: 'Some items' },
    items: { vi: 'Các tiêu chí được sửa', en: 'Items that may be changed' },
    itemsHint: {
      vi: 'Số liệu dùng chung với tiêu chí khác thì không sửa được.',
      en: 'Figures that other items use too cannot be changed.',
    },
    until: { vi: 'Mở đến', en: 'Open until' },
    notice: {
      vi: (by: string, at: string) => `${by}, cơ quan chủ trì, đã mở lại bảng chấm điểm lúc ${at}.`,
      en: (by: string, at: string) => `${by} of the owner has reopened the sheet at ${at}.`,
    },
    reasonIs: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
    whole: { vi: 'Phạm vi: toàn bộ bảng chấm điểm.', en: 'Extent: the whole sheet.' },
    part: { vi: (codes: string) => `Phạm vi: tiêu chí ${codes}.`, en: (codes: string) => `Extent: items ${codes}.` },
    untilIs: { vi: (until: string) => `Thời hạn: đến ${until}.`, en: (until: string) => `Until ${until}.` },
    over: { vi: (until: string) => `Đã hết thời hạn mở lại (${until}).`, en: (until: string) => `The reopening was until ${until}.` },
    anew: { vi: 'Sau khi sửa, bảng chấm điểm phải được chốt, ký và gửi lại.', en: 'Then the sheet must be frozen, signed and sent anew.' },
  },
  permit: {
    act: { vi: 'Cho phép gửi bản không ký số', en: 'Permit a report without signature' },
    title: { vi: 'Cho phép gửi báo cáo không có chữ ký số', en: 'Permit a report without an electronic signature' },
    lead: {
      vi: 'Áp dụng cho một lần gửi, ví dụ bản quét từ giấy. Nội dung và lý do được ghi vào nhật ký.',
      en: 'For one sending, as of a scan of paper. The trail tells it, and why.',
    },
    reason: { vi: 'Lý do cho phép', en: 'Why it is permitted' },
  },
  gathered: {
    title: { vi: 'Khó khăn, đề xuất của các cơ quan', en: 'Difficulties and proposals of the bodies' },
    lead: { vi: 'Theo báo cáo của các cơ quan đã gửi.', en: 'From the reports that are sent.' },
    none: { vi: 'Chưa có cơ quan nào gửi báo cáo có nội dung này.', en: 'No body has sent a report with any.' },
    xlsx: { vi: 'Tải danh sách (XLSX)', en: 'List (XLSX)' },
    sentAt: { vi: (at: string) => `Gửi lúc ${at}`, en: (at: string) => `Sent at ${at}` },
  },
});
