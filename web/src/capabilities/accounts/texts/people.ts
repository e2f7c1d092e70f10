import { texts } from '@parindex/core/words/texts';

export const peopleTexts = texts({
  title: { vi: 'Người dùng', en: 'People' },
  lead: {
    vi: 'Những người làm việc trên hệ thống và vai trò của họ, trong phạm vi Ông/Bà quản trị hoặc kiểm tra.',
    en: 'Those who work in the system, and their roles, within what you administer or audit.',
  },
  filter: { vi: 'Tìm người dùng', en: 'Find somebody' },
  search: { vi: 'Họ tên hoặc thư điện tử', en: 'Name or email' },
  searchMore: { vi: 'Có dấu hoặc không dấu.', en: 'With or without marks.' },
  table: { vi: 'Người dùng tìm thấy', en: 'People found' },
  name: { vi: 'Họ và tên', en: 'Name' },
  email: { vi: 'Thư điện tử công vụ', en: 'Official email' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  noRole: { vi: 'Chưa có vai trò nào', en: 'No role yet' },
  office: {
    vi: (role: string, body: string, period: string) => `${role}, ${body} (${period})`,
    en: (role: string, body: string, period: string) => `${role}, ${body} (${period})`,
  },
  none: { vi: 'Không có người dùng nào phù hợp', en: 'Nobody fits' },
  noneMore: {
    vi: 'Đề nghị kiểm tra lại từ cần tìm. Quản trị viên có thể mời người mới bằng nút “Mời người dùng”.',
    en: 'Check what you search for. Administrators can invite somebody with “Invite somebody”.',
  },
  invite: { vi: 'Mời người dùng', en: 'Invite somebody' },
  inviteLead: {
    vi: 'Người được mời nhận một liên kết dùng một lần để tự đặt mật khẩu. Hệ thống không gửi thư; Ông/Bà chuyển liên kết cho đúng người.',
    en: 'Whom you invite gets a one-time link to set a password. The system sends no mail; you pass the link on to the right person.',
  },
  membership: { vi: (number: number) => `Vai trò thứ ${number}`, en: (number: number) => `Role ${number}` },
  addMembership: { vi: 'Thêm một vai trò', en: 'Add a role' },
  removeMembership: { vi: (number: number) => `Bỏ vai trò thứ ${number}`, en: (number: number) => `Remove role ${number}` },
  role: { vi: 'Vai trò', en: 'Role' },
  chooseRole: { vi: 'Chọn vai trò', en: 'Choose a role' },
  body: { vi: 'Cơ quan', en: 'Body' },
  wholeMore: { vi: 'Để trống: vai trò có hiệu lực trên toàn hệ thống.', en: 'Empty: the role is for the whole installation.' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To' },
  toMore: { vi: 'Để trống: không thời hạn.', en: 'Empty: without an end.' },
  send: { vi: 'Tạo tài khoản và liên kết', en: 'Make the account and the link' },
  invited: { vi: (name: string) => `Đã tạo tài khoản cho ${name}`, en: (name: string) => `The account of ${name} is made` },
  link: { vi: 'Liên kết đặt mật khẩu', en: 'Link to set the password' },
  linkMore: {
    vi: (until: string) => `Liên kết dùng được một lần, đến ${until}. Chỉ chuyển cho đúng người này, qua kênh công vụ.`,
    en: (until: string) => `The link works once, until ${until}. Give it to this person only, by an official channel.`,
  },
  openPerson: { vi: 'Mở hồ sơ người dùng này', en: 'Open this person' },
});
