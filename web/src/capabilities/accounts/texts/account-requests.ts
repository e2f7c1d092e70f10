import { SECOND_PERSON_DAYS } from '@parindex/core/rights/second-person';
import { texts } from '@parindex/core/words/texts';

export const accountRequestTexts = texts({
  title: { vi: 'Việc cần hai người', en: 'What takes two persons' },
  lead: {
    vi: 'Giao vai trò quyết định, đặt lại mật khẩu, gỡ xác thực hai lớp, đổi thư điện tử: một quản trị viên đề nghị và nêu lý do, một quản trị viên khác quyết định. Người liên quan được báo và có thể dừng.',
    en: 'A role that decides, a reset, another email: one administrator asks with a reason, another decides. Whom it concerns is told and can stop it.',
  },
  none: { vi: 'Không có đề nghị nào đang chờ.', en: 'Nothing waits.' },
  person: { vi: 'Người liên quan', en: 'Whom it concerns' },
  role: { vi: 'Vai trò', en: 'Role' },
  email: { vi: 'Thư điện tử mới', en: 'New email' },
  reason: { vi: 'Lý do', en: 'Reason' },
  askedBy: { vi: 'Người đề nghị', en: 'Asked by' },
  lapses: { vi: 'Chờ đến', en: 'Waits until' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  note: { vi: 'Ý kiến', en: 'Note' },
  byAt: { vi: (name: string, moment: string) => `${name}, ${moment}`, en: (name: string, moment: string) => `${name}, ${moment}` },
  states: {
    waiting: { vi: 'Chờ người thứ hai', en: 'Waits for a second person' },
    lapsed: { vi: 'Đã quá hạn chờ', en: 'Lapsed' },
    carriedOut: { vi: 'Đã thực hiện', en: 'Done' },
    refused: { vi: 'Không đồng ý', en: 'Refused' },
    stopped: { vi: 'Đã dừng', en: 'Stopped' },
  },
  agree: { vi: 'Đồng ý và thực hiện', en: 'Agree, and do it' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  stop: { vi: 'Dừng đề nghị', en: 'Stop it' },
  stopAsk: { vi: 'Dừng đề nghị này? Muốn làm lại phải đề nghị lại.', en: 'Stop it? It would have to be asked for again.' },
  linkOpen: { vi: 'Liên kết đặt mật khẩu', en: 'Link to set the password' },
  until: { vi: (moment: string) => `Còn mở đến ${moment}`, en: (moment: string) => `Open until ${moment}` },
  stopLink: { vi: 'Hủy liên kết', en: 'Withdraw the link' },
  stopLinkAsk: {
    vi: 'Hủy liên kết này? Muốn đặt mật khẩu bằng liên kết thì phải đề nghị lại.',
    en: 'Withdraw the link? Another one would have to be asked for again.',
  },
  linkStopped: { vi: 'Đã hủy liên kết; liên kết không còn mở được.', en: 'The link is withdrawn; it opens nothing any more.' },
  agreed: { vi: 'Đã thực hiện theo đề nghị.', en: 'It is done as it was asked for.' },
  refused: { vi: 'Đã ghi nhận không đồng ý.', en: 'It is refused.' },
  stopped: { vi: 'Đã dừng đề nghị.', en: 'It is stopped.' },
  link: { vi: 'Liên kết đặt mật khẩu', en: 'Link to set the password' },
  linkMade: { vi: (name: string) => `Liên kết cho ${name}`, en: (name: string) => `Link for ${name}` },
  linkMore: {
    vi: (asker: string, until: string) =>
      `Chuyển liên kết cho đúng người này. Liên kết chỉ mở được cùng với mã mà ${asker} đang giữ; dùng được một lần, đến ${until}.`,
    en: (asker: string, until: string) => `Give the link to this person. It opens only with the code that ${asker} holds; once, until ${until}.`,
  },
  asked: {
    vi: 'Đã gửi đề nghị; một quản trị viên khác quyết định. Người liên quan đã được báo.',
    en: 'It is asked for; another administrator decides. Whom it concerns is told.',
  },
  code: { vi: 'Mã', en: 'Code' },
  codeMade: { vi: 'Đã gửi đề nghị. Mã để mở liên kết', en: 'It is asked for. The code that opens the link' },
  codeMore: {
    vi: (name: string) =>
      `Đọc mã này cho đúng ${name}. Người thứ hai đồng ý thì nhận được liên kết và chuyển cho người đó; có đủ cả hai mới đặt được mật khẩu.`,
    en: (name: string) => `Read this code to ${name}. The second person who agrees gets a link and passes it on; only both together set a password.`,
  },
  ask: { vi: 'Gửi đề nghị', en: 'Ask for it' },
  askMore: {
    vi: `Việc này cần người thứ hai: một quản trị viên khác của cùng cơ quan hoặc cấp trên quyết định trong ${SECOND_PERSON_DAYS} ngày.`,
    en: `This takes a second person: another administrator of the same body, or of one above, decides within ${SECOND_PERSON_DAYS} days.`,
  },
  askPassword: { vi: 'Đề nghị đặt lại mật khẩu', en: 'Ask for a reset of the password' },
  askFactor: { vi: 'Đề nghị gỡ xác thực hai lớp', en: 'Ask to take the second factor away' },
  askEmail: { vi: 'Đề nghị đổi thư điện tử', en: 'Ask for another email' },
  aboutMe: { vi: 'Đề nghị về tài khoản của tôi', en: 'What is asked for of my account' },
  aboutMeLead: {
    vi: 'Nếu Ông/Bà không yêu cầu hoặc không muốn, hãy dừng ngay đề nghị đang chờ, hủy liên kết còn mở và báo cho quản trị viên.',
    en: 'If you did not ask for it or do not want it, stop what waits and withdraw an open link at once, and tell an administrator.',
  },
  noneAboutMe: { vi: 'Không có đề nghị nào về tài khoản của Ông/Bà.', en: 'Nothing is asked for of your account.' },
  stoppedBy: { vi: 'Người dừng', en: 'Stopped by' },
  ended: { vi: 'Đề nghị đã quyết định', en: 'Requests that were decided' },
  endedLead: {
    vi: 'Mười đề nghị gần nhất đã được thực hiện, không được đồng ý, bị dừng hoặc đã quá hạn chờ.',
    en: 'The last ten that were carried out, refused, stopped, or have lapsed.',
  },
  noneEnded: { vi: 'Chưa có đề nghị nào được quyết định.', en: 'None was decided yet.' },
  refuseAsk: { vi: 'Không đồng ý với đề nghị này?', en: 'Refuse what is asked for?' },
  refuseWhy: { vi: 'Lý do không đồng ý', en: 'Why it is refused' },
  refuseMore: { vi: 'Người đề nghị và người liên quan đọc được lý do này.', en: 'Whoever asked, and whom it concerns, can read it.' },
  waitsLine: {
    vi: (kind: string, by: string, until: string) => `Đang chờ người thứ hai quyết định: ${kind}. Người đề nghị: ${by}; chờ đến ${until}.`,
    en: (kind: string, by: string, until: string) => `Waits for a second person: ${kind}. Asked by ${by}; until ${until}.`,
  },
  endedLine: {
    vi: (kind: string, state: string, by: string, at: string) => `Đề nghị gần nhất đã kết thúc: ${kind}. Kết quả: ${state}, ${by}, ${at}.`,
    en: (kind: string, state: string, by: string, at: string) => `The last request that ended: ${kind}. ${state}, ${by}, ${at}.`,
  },
  lapsedLine: {
    vi: (kind: string, at: string) => `Đề nghị gần nhất đã quá hạn chờ: ${kind}, ${at}.`,
    en: (kind: string, at: string) => `The last request has lapsed: ${kind}, ${at}.`,
  },
  onlyOne: {
    vi: `Hiện chỉ có một quản trị viên toàn hệ thống đăng nhập được. Nếu cơ quan này không có quản trị viên khác thì chưa ai quyết định được, và đề nghị hết hạn sau ${SECOND_PERSON_DAYS} ngày. Nên mời quản trị viên thứ hai trước.`,
    en: `Only one administrator of the whole installation can sign on. If this body has no other administrator, nobody can decide yet, and the request lapses after ${SECOND_PERSON_DAYS} days. Invite a second administrator first.`,
  },
  askedAlone: {
    vi: 'Đã gửi đề nghị. Hiện chỉ có một quản trị viên toàn hệ thống đăng nhập được: nếu cơ quan này không có quản trị viên khác thì chưa ai quyết định được. Người liên quan đã được báo.',
    en: 'It is asked for. Only one administrator of the whole installation can sign on: if this body has no other, nobody can decide yet. Whom it concerns is told.',
  },
  open: { vi: 'Xem đề nghị', en: 'Look at it' },
  missingSecond: { vi: 'Chưa có quản trị viên thứ hai của toàn hệ thống', en: 'There is no second administrator of the whole installation' },
  missingSecondMore: {
    vi: 'Các việc cần hai người chưa thực hiện được. Hãy mời một người khác làm quản trị viên toàn hệ thống; chỉ riêng việc này một mình Ông/Bà làm được và được ghi vào nhật ký.',
    en: 'What takes two persons cannot be done yet. Invite somebody else as administrator of the whole installation: this alone you can do alone, and the trail says so.',
  },
  secondAwaited: {
    vi: (names: string) => `Đã mời ${names}; đang chờ người đó đặt mật khẩu và đăng nhập. Đến khi đó các việc cần hai người chưa thực hiện được.`,
    en: (names: string) => `${names} was invited and has not set a password yet. Until then, what takes two persons cannot be done.`,
  },
  missingSecondAgain: {
    vi: 'Các việc cần hai người chưa thực hiện được. Hệ thống từng có quản trị viên thứ hai nên một mình Ông/Bà không thêm được; người vận hành thêm bằng lệnh parindex administrator trên máy chủ.',
    en: 'What takes two persons cannot be done. There was a second administrator before, so that you add none alone; the operator does, by parindex administrator on the server.',
  },
  missingThird: {
    vi: 'Toàn hệ thống chỉ có hai quản trị viên đăng nhập được: khi một người mất mật khẩu hoặc thiết bị thì không đủ hai người khác để giúp. Nên có người thứ ba.',
    en: 'Only two administrators of the whole installation can sign on: if one of them loses password or device, there are no two others to help. A third is advised.',
  },
});
