import { expect, it } from 'vitest';
import { type AccountEvent, accountMail, accountSentence } from './account-mail.ts';

const ASKED: AccountEvent = {
  ...{ event: 'asked', kind: 'membership', role: 'head', body: 'Tỉnh Minh họa 01', email: null },
  ...{ by: 'Bùi Thị Lan', askedBy: 'Bùi Thị Lan', reason: 'Theo quyết định (minh họa)', note: null, until: '2023-01-17T02:00:00.000Z' },
};

it('a mail of an account tells who did what, why, until when, and how to stop it, in both languages', () => {
  const { subject, text } = accountMail({ name: 'Lê Thị Chi', says: ASKED, origin: 'https://cham-diem.example', illustrative: false });
  expect(subject).toBe('[ParIndex] Tài khoản của Ông/Bà: có đề nghị đang chờ người thứ hai');
  expect(text).toContain(
    'Bùi Thị Lan đề nghị giao vai trò Lãnh đạo phê duyệt (Tỉnh Minh họa 01) đối với tài khoản của Ông/Bà. Việc này chỉ được thực hiện khi người thứ hai đồng ý; thời hạn: đến 09 giờ 00 ngày 17/01/2023.',
  );
  expect(text).toContain('Lý do: Theo quyết định (minh họa)');
  expect(text).toContain('stop it under My account');
  expect(text).not.toMatch(/#|token/);
});

it('of what is done it says by whose word, and of the operator that it was the operator', () => {
  expect(accountSentence({ ...ASKED, event: 'carriedOut', kind: 'password', by: 'Vương Văn Tám' }, 'vi')).toBe(
    'Vương Văn Tám đã đồng ý và hệ thống đã cấp liên kết đặt lại mật khẩu cho tài khoản của Ông/Bà, theo đề nghị của Bùi Thị Lan. Mật khẩu chưa thay đổi cho đến khi liên kết được dùng.',
  );
  const given: AccountEvent = { ...ASKED, event: 'carriedOut', kind: 'password', by: 'Vương Văn Tám', linkUntil: '2023-01-11T02:00:00.000Z' };
  const { text } = accountMail({ name: 'Lê Thị Chi', says: given, origin: undefined, illustrative: false });
  expect(text).toContain('Liên kết đặt mật khẩu dùng được một lần, đến 09 giờ 00 ngày 11/01/2023.');
  expect(text).toContain('sign in and withdraw the link under My account');
  expect(accountSentence({ ...given, event: 'linkStopped', by: 'Lê Thị Chi' }, 'vi')).toBe(
    'Lê Thị Chi đã hủy liên kết đặt mật khẩu của tài khoản của Ông/Bà; liên kết không còn mở được.',
  );
  expect(accountSentence({ ...ASKED, event: 'roleGiven', role: 'administrator', body: null, by: null }, 'en')).toBe(
    'the operator of the system alone has done this to your account: giving the role Administrator (the whole installation).',
  );
  expect(accountSentence({ ...ASKED, event: 'roleEnded', until: '2023-01-31' }, 'vi')).toContain(
    'đã kết thúc vai trò Lãnh đạo phê duyệt (Tỉnh Minh họa 01) của Ông/Bà; ngày cuối còn hiệu lực: 31/01/2023.',
  );
  expect(accountSentence({ ...ASKED, event: 'roleInBody', role: 'clerk', person: 'Lê Thị Chi' }, 'vi')).toBe(
    'Bùi Thị Lan đã thực hiện việc giao vai trò Công chức đầu mối (Tỉnh Minh họa 01) cho Lê Thị Chi, tại cơ quan mà Ông/Bà phụ trách.',
  );
});
