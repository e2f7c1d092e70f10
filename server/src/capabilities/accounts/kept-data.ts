import type { InBoth } from '@parindex/core/words/texts';
import { LINK_HOURS } from './sign-on/one-time-link.ts';

/** The law by which everybody may learn what is stored about them, get a copy, and have it corrected. */
export const LAW: InBoth = {
  vi: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 (hiệu lực từ 01/01/2026)',
  en: 'Law on Personal Data Protection No. 91/2025/QH15 (in force from 1 January 2026)',
};

interface KeptField {
  readonly name: InBoth;
  readonly purpose: InBoth;
  readonly term: InBoth;
}

const INVITATION_DAYS = LINK_HOURS.invitation / 24;

const WHILE_IN_USE: InBoth = {
  vi: 'Trong thời gian tài khoản được sử dụng và chừng nào hồ sơ chấm điểm mang tên người thực hiện còn phải lưu.',
  en: 'While the account is in use, and as long as the records of scoring that bear the name must be kept.',
};
const WITH_TRAIL: InBoth = {
  vi: 'Cùng thời hạn lưu nhật ký hệ thống: ít nhất 10 năm; sau đó nội dung có thể được xóa theo quyết định của hai người có thẩm quyền.',
  en: 'As long as the audit trail: ten years at least; what may be erased is erased afterwards by a decision of two people.',
};

/** Each kind of data stored about a person: for what purpose, and for how long. */
export const KEPT_DATA = {
  name: {
    name: { vi: 'Họ và tên', en: 'Name' },
    purpose: {
      vi: 'Cho biết ai đã kê khai, thẩm định, quyết định trong lịch sử chấm điểm.',
      en: 'To show in the history of scoring who declared, appraised, decided.',
    },
    term: WHILE_IN_USE,
  },
  email: {
    name: { vi: 'Địa chỉ thư điện tử', en: 'Email address' },
    purpose: {
      vi: 'Tên đăng nhập, nơi nhận liên kết đặt mật khẩu và thư nhắc việc.',
      en: 'The sign-in name, and where links to set a password and reminders go.',
    },
    term: WHILE_IN_USE,
  },
  createdAt: {
    name: { vi: 'Thời điểm tạo tài khoản', en: 'When the account was made' },
    purpose: { vi: 'Xác định tài khoản có từ khi nào.', en: 'To tell since when there is the account.' },
    term: WHILE_IN_USE,
  },
  password: {
    name: { vi: 'Mật khẩu (chỉ lưu giá trị băm) và ngày đặt', en: 'Password (only its hash) and when it was set' },
    purpose: { vi: 'Xác thực khi đăng nhập.', en: 'To prove at sign-in who somebody is.' },
    term: { vi: 'Đến khi đặt mật khẩu mới.', en: 'Until a new one is set.' },
  },
  secondFactor: {
    name: { vi: 'Mã bí mật của xác thực hai lớp và ngày xác nhận', en: 'Secret of the second factor and when it was confirmed' },
    purpose: { vi: 'Xác thực lớp thứ hai khi đăng nhập.', en: 'The second proof at sign-in.' },
    term: { vi: 'Đến khi được thay hoặc xóa.', en: 'Until it is replaced or taken away.' },
  },
  securityKeys: {
    name: {
      vi: 'Khóa bảo mật: tên do người dùng đặt, khóa công khai, lúc thêm và lần dùng gần nhất',
      en: 'Security keys: the name the person gave, the public key, when added and last used',
    },
    purpose: { vi: 'Xác thực lớp thứ hai khi đăng nhập và khi xác nhận lại.', en: 'To prove oneself a second time at sign-in and when asked again.' },
    term: { vi: 'Đến khi người dùng gỡ khóa hoặc xác thực hai lớp bị gỡ.', en: 'Until the person removes it, or the second factor is taken away.' },
  },
  recoveryCodes: {
    name: { vi: 'Mã khôi phục (chỉ lưu giá trị băm): tạo, dùng lúc nào', en: 'Recovery codes (only their hashes): when made and used' },
    purpose: { vi: 'Thay xác thực lớp thứ hai khi mất thiết bị.', en: 'To stand in for the second factor when the device is lost.' },
    term: { vi: 'Đến khi tạo bộ mã mới hoặc gỡ xác thực hai lớp.', en: 'Until new ones are made or the second factor is taken away.' },
  },
  memberships: {
    name: { vi: 'Vai trò trong các cơ quan, từ ngày đến ngày', en: 'Roles in bodies, from day to day' },
    purpose: { vi: 'Xác định quyền và tư cách khi thực hiện từng việc.', en: 'To tell what somebody may do, and in what office each act was done.' },
    term: WHILE_IN_USE,
  },
  sessions: {
    name: { vi: 'Phiên đăng nhập: thời điểm, địa chỉ mạng, trình duyệt', en: 'Sessions: when, network address, browser' },
    purpose: { vi: 'Giữ đăng nhập; giúp chính người dùng nhận ra phiên lạ.', en: 'To stay signed in; for the person to see a session that is not theirs.' },
    term: {
      vi: 'Phiên có hiệu lực tối đa một ngày (thường là 12 giờ); dòng ghi được giữ đến khi cơ quan vận hành dọn dữ liệu theo lịch lưu trữ.',
      en: 'A session lasts a day at most (12 hours as a rule); its row stays until the operator purges by the retention schedule.',
    },
  },
  tokens: {
    name: {
      vi: 'Mã truy cập cá nhân: tên, phạm vi, thời hạn (chỉ lưu giá trị băm của mã)',
      en: 'Personal tokens: name, scopes, expiry (only the hash of the token)',
    },
    purpose: {
      vi: 'Cho phần mềm khác làm việc thay người dùng trong phạm vi đã chọn.',
      en: 'To let other software work for the person within the scopes chosen.',
    },
    term: {
      vi: 'Hiệu lực tối đa một năm; dòng ghi được giữ đến khi dọn dữ liệu theo lịch lưu trữ.',
      en: 'Valid for a year at most; its row stays until the purge by the retention schedule.',
    },
  },
  links: {
    name: { vi: 'Liên kết dùng một lần để đặt mật khẩu: thời điểm tạo, dùng', en: 'One-time links to set a password: when made and used' },
    purpose: { vi: 'Cấp mật khẩu lần đầu và cấp lại mật khẩu.', en: 'To give a first password and to replace a lost one.' },
    term: {
      vi: `Hiệu lực ${INVITATION_DAYS} ngày (lời mời) hoặc ${LINK_HOURS.reset} giờ (cấp lại); dòng ghi được giữ đến khi dọn dữ liệu theo lịch lưu trữ.`,
      en: `Valid for ${INVITATION_DAYS} days (invitation) or ${LINK_HOURS.reset} hours (reset); its row stays until the purge by the retention schedule.`,
    },
  },
  handovers: {
    name: { vi: 'Biên bản bàn giao mà người đó là bên giao hoặc bên nhận', en: 'Records of handovers in which the person gave or took' },
    purpose: { vi: 'Chứng minh công việc và quyền đã chuyển cho ai, từ ngày nào.', en: 'To prove to whom work and rights passed, and from what day.' },
    term: WITH_TRAIL,
  },
  entries: {
    name: { vi: 'Các lần cập nhật bảng chấm điểm do người đó thực hiện', en: 'Entries in sheets by the person' },
    purpose: { vi: 'Lịch sử chấm điểm: mỗi điểm số có người chịu trách nhiệm.', en: 'The history of scoring: somebody answers for each score.' },
    term: { vi: 'Theo thời hạn lưu trữ hồ sơ của kỳ đánh giá.', en: 'As long as the records of the round are kept by the law on archives.' },
  },
  acts: {
    name: {
      vi: 'Nhật ký các việc người đó đã làm trên hệ thống, gồm cả ý kiến, câu hỏi đã viết',
      en: 'The trail of what the person did in the system, with the comments and questions written',
    },
    purpose: { vi: 'Truy vết, bảo đảm an toàn thông tin và giải quyết khiếu nại.', en: 'To trace acts, keep the system secure and settle complaints.' },
    term: WITH_TRAIL,
  },
  reminders: {
    name: {
      vi: 'Các nhắc việc đã tạo cho người đó, ngày gửi thư, lúc đánh dấu đã đọc',
      en: 'Reminders made for the person, the day of their mail, when marked as read',
    },
    purpose: { vi: 'Nhắc mỗi việc đúng một lần.', en: 'To remind of each thing once.' },
    term: { vi: 'Theo thời hạn lưu trữ hồ sơ của kỳ đánh giá.', en: 'As long as the records of the round are kept by the law on archives.' },
  },
  calendarFeed: {
    name: { vi: 'Địa chỉ lịch cá nhân (chỉ lưu giá trị băm): tạo lúc nào', en: 'Address of the personal calendar (only its hash): when it was made' },
    purpose: { vi: 'Cho ứng dụng lịch của người dùng đọc các hạn.', en: 'To let the person’s calendar program read the closings.' },
    term: { vi: 'Đến khi người dùng thu hồi hoặc tạo địa chỉ mới.', en: 'Until the person revokes it or makes a new one.' },
  },
  devices: {
    name: {
      vi: 'Thiết bị đã đăng nhập (chỉ lưu giá trị băm của mã mà trình duyệt giữ), lần đăng nhập gần nhất',
      en: 'Devices signed in on (only the hash of what the browser keeps), and the last sign-in on each',
    },
    purpose: {
      vi: 'Để người khác dò mật khẩu không làm chậm việc đăng nhập của chính người dùng trên thiết bị quen.',
      en: 'So that somebody else’s guesses do not hold the person up on a device that is known.',
    },
    term: {
      vi: '180 ngày sau lần đăng nhập gần nhất trên thiết bị, hoặc đến khi đổi mật khẩu.',
      en: '180 days after the last sign-in on the device, or until the password changes.',
    },
  },
  refusedSignIns: {
    name: { vi: 'Số lần đăng nhập sai liên tiếp', en: 'Failed sign-ins in a row' },
    purpose: { vi: 'Làm chậm việc dò mật khẩu.', en: 'To slow down the guessing of passwords.' },
    term: {
      vi: 'Đến lần đăng nhập đúng tiếp theo; một ngày sau lần sai cuối thì không tính nữa và được xóa dần.',
      en: 'Until the next right sign-in; a day after the last failure it no longer counts and is deleted by and by.',
    },
  },
} as const satisfies Readonly<Record<string, KeptField>>;
export type KeptFieldName = keyof typeof KEPT_DATA;
