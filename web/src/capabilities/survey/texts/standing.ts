import { RATE_NAMES } from '@parindex/core/words/outcome-words';
import { texts } from '@parindex/core/words/texts';

/** How a survey stands, for whoever leads or audits it. */
export const standingTexts = texts({
  title: { vi: 'Tiến độ theo cơ quan, nhóm đối tượng', en: 'Progress by body and group' },
  filters: { vi: 'Lọc, sắp xếp', en: 'Filter, sort' },
  body: { vi: 'Cơ quan', en: 'Body' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  sort: { vi: 'Sắp xếp', en: 'Sort' },
  sorts: {
    order: { vi: 'Theo thứ tự của kỳ', en: 'In the order of the round' },
    left: { vi: 'Còn nhiều người chưa trả lời nhất', en: 'Most left first' },
    rate: { vi: 'Tỷ lệ trả lời thấp nhất', en: 'Lowest response rate first' },
  },
  list: { vi: 'Danh sách', en: 'List' },
  listed: { vi: 'Số người', en: 'Listed' },
  invited: { vi: 'Có liên kết', en: 'With a link' },
  drafts: { vi: 'Đang trả lời', en: 'Begun' },
  answered: { vi: 'Đã gửi phiếu', en: 'Answered' },
  left: { vi: 'Còn lại', en: 'Left' },
  replaced: { vi: 'Đã thay', en: 'Replaced' },
  replacedOf: {
    vi: (all: string, refused: string) => `${all} (${refused} từ chối)`,
    en: (all: string, refused: string) => `${all} (${refused} refused)`,
  },
  setAside: { vi: 'Không tổng hợp', en: 'Set aside' },
  undecided: { vi: 'Cần rà soát', en: 'To be reviewed' },
  rate: { vi: 'RR1', en: 'RR1' },
  rr1: { vi: RATE_NAMES.vi.RR1, en: RATE_NAMES.en.RR1 },
  rr2: { vi: RATE_NAMES.vi.RR2, en: RATE_NAMES.en.RR2 },
  rateOf: {
    vi: (rate: string, cases: string, among: string) => `${rate} (${cases}/${among})`,
    en: (rate: string, cases: string, among: string) => `${rate} (${cases}/${among})`,
  },
  definition: {
    vi: 'RR1, RR2 theo định nghĩa của AAPOR (ấn bản 10, 2023). RR1 là số phiếu hoàn thành chia cho số người thuộc diện lấy ý kiến, gồm cả người chưa trả lời, người đã thay vì từ chối, ốm dài ngày hoặc đi học xa, và phiếu không đưa vào tổng hợp; không gồm người đã chuyển công tác hoặc nghỉ hưu. RR2 tính thêm phiếu hoàn thành một phần.',
    en: 'RR1 and RR2 as AAPOR defines them (10th edition, 2023). RR1: complete forms among all who are to be asked, those who have not answered, were replaced after refusing, in long sick leave or studying away, and forms set aside among them; not those who have left their post or retired. RR2 counts partial forms too.',
  },
  draftsMore: {
    vi: 'Số đang trả lời là số phiếu đã mở nhưng chưa gửi, nhiều nhất bằng số người chưa trả lời. Thư điện tử không gửi được nêu tại mục thư mời, thư nhắc.',
    en: 'Begun are forms that were opened and not sent, at most as many as have not answered. Mails that could not be delivered are told with the invitations.',
  },
  none: { vi: 'Không có nhóm nào phù hợp.', en: 'No group matches.' },
  days: {
    title: { vi: 'Số phiếu gửi theo ngày', en: 'Forms sent by day' },
    says: {
      vi: (count: string, day: string, most: string) => `Đã có ${count} phiếu; ngày nhiều nhất là ${day} với ${most} phiếu.`,
      en: (count: string, day: string, most: string) => `${count} forms have come; most on ${day}: ${most}.`,
    },
    last: { vi: (count: string) => `Biểu đồ hiển thị ${count} ngày gần nhất.`, en: (count: string) => `The chart shows the last ${count} days.` },
    day: { vi: 'Ngày', en: 'Day' },
    sent: { vi: 'Số phiếu', en: 'Forms' },
    all: { vi: 'Cộng dồn', en: 'So far' },
    few: {
      vi: (threshold: string) => `Số phiếu theo ngày chỉ hiển thị khi có ít nhất ${threshold} phiếu.`,
      en: (threshold: string) => `Forms by day are shown once at least ${threshold} have come.`,
    },
  },
});
