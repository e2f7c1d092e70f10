import { texts } from '@parindex/core/words/texts';

/** Who sees what surveys gave in a round that runs, and its release. */
export const estimatesTexts = texts({
  title: { vi: 'Kết quả điều tra xã hội học, mức độ hài lòng', en: 'Results of surveys and satisfaction' },
  lead: {
    vi: 'Khi kỳ đang mở, chỉ người của cơ quan chủ trì xem được. Người khác xem được khi được chỉ định đích danh, hoặc khi kết quả được công bố cho các cơ quan trong kỳ.',
    en: 'While the round is open, only people of its owner see them. Others do once they are named, or once the results are released.',
  },
  states: {
    sealed: { vi: 'Chưa công bố', en: 'Not released' },
    released: { vi: 'Đã công bố', en: 'Released' },
    closed: { vi: 'Kỳ đã đóng, không còn chờ công bố', en: 'The round is closed, and nothing is sealed' },
  },
  releasedBy: {
    vi: (name: string, at: string) => `${name} công bố lúc ${at}.`,
    en: (name: string, at: string) => `Released by ${name} on ${at}.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonMore: { vi: 'Được ghi vào nhật ký cùng người và thời điểm thực hiện.', en: 'It stands in the trail with who did it and when.' },
  because: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  release: {
    open: { vi: 'Công bố kết quả điều tra…', en: 'Release the results…' },
    title: { vi: 'Công bố kết quả điều tra cho các cơ quan trong kỳ', en: 'Release the results to the bodies of the round' },
    brings: { vi: 'Nếu công bố lúc này', en: 'Released now' },
    submit: { vi: 'Công bố kết quả', en: 'Release' },
    done: { vi: 'Đã công bố kết quả điều tra.', en: 'The results are released.' },
  },
  withdraw: {
    open: { vi: 'Thu hồi việc công bố…', en: 'Take the release back…' },
    title: { vi: 'Thu hồi việc công bố', en: 'Take the release back' },
    more: {
      vi: 'Từ lúc thu hồi, các cơ quan không xem được nữa. Những gì đã xem, đã tải về thì không thu lại được.',
      en: 'From then on bodies see them no more. What was read or downloaded cannot be taken back.',
    },
    submit: { vi: 'Thu hồi', en: 'Take it back' },
    done: { vi: 'Đã thu hồi; kết quả điều tra trở lại chưa công bố.', en: 'It is taken back; the results are sealed again.' },
  },
  readers: { vi: 'Người được chỉ định xem khi chưa công bố', en: 'Named to see them while they are sealed' },
  noReaders: { vi: 'Chưa chỉ định ai.', en: 'Nobody is named.' },
  name: {
    open: { vi: 'Chỉ định người xem…', en: 'Name a reader…' },
    title: { vi: 'Chỉ định người được xem khi chưa công bố', en: 'Name who sees them while they are sealed' },
    more: {
      vi: 'Người được chỉ định xem được kết quả của mọi cơ quan trong kỳ, các đợt số liệu, Chỉ số và thứ hạng tạm tính.',
      en: 'Who is named sees the results of all bodies of the round, its deliveries of figures, the provisional index and ranks.',
    },
    person: { vi: 'Người được xem', en: 'Who sees them' },
    personMore: { vi: 'Thành viên Hội đồng, người kiểm tra, người thẩm định của kỳ', en: 'People of the council, auditors and appraisers of the round' },
    nobody: { vi: 'Không tìm thấy ai', en: 'Nobody found' },
    submit: { vi: 'Chỉ định', en: 'Name' },
    done: { vi: (name: string) => `Đã chỉ định ${name}.`, en: (name: string) => `${name} is named.` },
  },
  namedBy: {
    vi: (name: string, at: string) => `${name} chỉ định lúc ${at}.`,
    en: (name: string, at: string) => `Named by ${name} on ${at}.`,
  },
  end: {
    open: { vi: 'Thôi cho xem…', en: 'End it…' },
    title: { vi: (name: string) => `Thôi cho ${name} xem`, en: (name: string) => `${name} sees them no more` },
    submit: { vi: 'Thôi cho xem', en: 'End it' },
    done: { vi: (name: string) => `${name} không xem được nữa.`, en: (name: string) => `${name} sees them no more.` },
  },
  earlier: { vi: (count: number) => `Đã thôi hoặc đã thu hồi (${count})`, en: (count: number) => `Ended or taken back (${count})` },
  endedBy: {
    vi: (name: string, at: string) => `${name} kết thúc lúc ${at}.`,
    en: (name: string, at: string) => `Ended by ${name} on ${at}.`,
  },
  withdrawnBy: {
    vi: (name: string, at: string) => `${name} thu hồi lúc ${at}.`,
    en: (name: string, at: string) => `Taken back by ${name} on ${at}.`,
  },
  aRelease: { vi: 'Lần công bố', en: 'A release' },
});
