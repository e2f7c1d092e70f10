// Signing in, what proves who one is, one’s own data.
import type { Contract } from './contract.ts';

export const signIn = {
  method: 'POST',
  url: '/api/session',
  summary: { vi: 'Đăng nhập bằng thư điện tử và mật khẩu', en: 'Sign in by email and password' },
  tag: 'session',
  access: 'public',
  body: 'signInBody',
  answers: { 201: 'sessionAnswer' },
  acts: ['session.open', 'session.passwordTaken', 'session.end'],
} as const satisfies Contract;

export const readSession = {
  method: 'GET',
  url: '/api/session',
  summary: { vi: 'Người đang đăng nhập: tên, vai trò, việc còn phải làm để hoàn tất', en: 'Who is signed in: name, roles, what the sign-in still waits for' },
  tag: 'session',
  access: 'secondFactor',
  answers: { 200: 'sessionAnswer' },
} as const satisfies Contract;

export const readSessionEnd = {
  method: 'GET',
  url: '/api/session/end',
  summary: { vi: 'Vì sao phiên của trình duyệt này đã kết thúc', en: 'Why the session of this browser has ended' },
  tag: 'session',
  access: 'public',
  answers: { 200: 'sessionEnd' },
} as const satisfies Contract;

export const signOut = {
  method: 'DELETE',
  url: '/api/session',
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  tag: 'session',
  access: 'secondFactor',
  answers: { 204: 'nothing' },
  acts: ['session.end'],
} as const satisfies Contract;

export const giveSecondFactor = {
  method: 'POST',
  url: '/api/session/second-factor',
  summary: { vi: 'Đưa mã hoặc khóa bảo mật để hoàn tất đăng nhập', en: 'Give the code, or what a security key signed, that completes the sign-in' },
  tag: 'session',
  access: 'secondFactor',
  body: 'secondFactorBody',
  answers: { 200: 'sessionAnswer' },
  acts: ['session.open', 'recoveryCode.use', 'securityKey.refuse', 'session.end'],
} as const satisfies Contract;

export const confirmSession = {
  method: 'POST',
  url: '/api/session/confirmation',
  summary: {
    vi: 'Xác nhận lại bằng mật khẩu, mã xác thực hoặc khóa bảo mật trước việc có tính ràng buộc',
    en: 'Prove again who one is, by password, code or security key, before a binding act',
  },
  tag: 'session',
  access: 'self',
  body: 'confirmationBody',
  answers: { 204: 'nothing' },
  acts: ['session.confirm', 'recoveryCode.use', 'securityKey.refuse'],
} as const satisfies Contract;

export const offerSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor',
  summary: { vi: 'Bắt đầu đăng ký xác thực hai lớp: nhận mã bí mật cho ứng dụng tạo mã', en: 'Begin to enrol a second factor: a secret for the authenticator' },
  tag: 'session',
  access: 'secondFactor',
  confirmed: 'now',
  answers: { 201: 'secondFactorOffer' },
  acts: ['secondFactor.offer'],
} as const satisfies Contract;

export const confirmSecondFactor = {
  method: 'PUT',
  url: '/api/me/second-factor',
  summary: { vi: 'Xác nhận đăng ký xác thực hai lớp bằng một mã', en: 'Confirm the second factor by a code' },
  tag: 'session',
  access: 'secondFactor',
  body: 'confirmSecondFactorBody',
  answers: { 200: 'enrolledAnswer' },
  acts: ['secondFactor.enrol', 'recoveryCode.make', 'recoveryCode.use', 'session.end'],
} as const satisfies Contract;

export const challengeSecurityKey = {
  method: 'POST',
  url: '/api/session/challenge',
  summary: {
    vi: 'Lấy thử thách dùng một lần để khóa bảo mật ký, khi đăng nhập hoặc xác nhận lại',
    en: 'A challenge for a security key to sign once, at sign-in or when asked again',
  },
  tag: 'session',
  access: 'secondFactor',
  answers: { 201: 'securityKeyChallenge' },
} as const satisfies Contract;

export const listSecurityKeys = {
  method: 'GET',
  url: '/api/me/security-keys',
  summary: { vi: 'Các khóa bảo mật của tôi: tên, lúc thêm, lần dùng gần nhất', en: 'My security keys: names, when added and last used' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'securityKeyList' },
} as const satisfies Contract;

export const offerSecurityKey = {
  method: 'POST',
  url: '/api/me/security-keys/challenge',
  summary: { vi: 'Bắt đầu thêm một khóa bảo mật: nhận thử thách dùng một lần', en: 'Begin to add a security key: a challenge that serves once' },
  tag: 'session',
  access: 'secondFactor',
  confirmed: 'now',
  answers: { 201: 'securityKeyOffer' },
  acts: ['secondFactor.offer'],
} as const satisfies Contract;

export const addSecurityKey = {
  method: 'POST',
  url: '/api/me/security-keys',
  summary: { vi: 'Thêm khóa bảo mật đã ký thử thách', en: 'Add the security key that signed the challenge' },
  tag: 'session',
  access: 'secondFactor',
  // The challenge asked within five minutes, and lives five.
  confirmed: 'inSeries',
  body: 'newSecurityKey',
  answers: { 201: 'enrolledAnswer' },
  acts: ['securityKey.add', 'recoveryCode.make', 'session.end'],
} as const satisfies Contract;

export const removeSecurityKey = {
  method: 'DELETE',
  url: '/api/me/security-keys/{id}',
  summary: { vi: 'Gỡ một khóa bảo mật của tôi', en: 'Remove one of my security keys' },
  tag: 'me',
  access: 'self',
  confirmed: 'now',
  params: 'ownParams',
  answers: { 204: 'nothing' },
  acts: ['securityKey.remove'],
} as const satisfies Contract;

export const readRecoveryCodes = {
  method: 'GET',
  url: '/api/me/recovery-codes',
  summary: { vi: 'Mã khôi phục của tôi: đã tạo lúc nào, còn bao nhiêu', en: 'My recovery codes: when they were made, how many are left' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'recoveryCodesState' },
} as const satisfies Contract;

export const makeRecoveryCodes = {
  method: 'POST',
  url: '/api/me/recovery-codes',
  summary: {
    vi: 'Tạo bộ mã khôi phục mới; mã chỉ hiện một lần, bộ cũ hết hiệu lực',
    en: 'Make new recovery codes; they are shown this once, the old ones are void',
  },
  tag: 'me',
  access: 'self',
  confirmed: 'now',
  answers: { 201: 'recoveryCodes' },
  acts: ['recoveryCode.make'],
} as const satisfies Contract;

export const readLink = {
  // Not a GET, and the token not in the address: servers on the way keep addresses.
  method: 'POST',
  url: '/api/links/reading',
  summary: { vi: 'Liên kết dùng một lần này là của ai, để làm gì', en: 'Whose a one-time link is, and what for' },
  tag: 'session',
  access: 'public',
  body: 'linkBody',
  answers: { 200: 'linkAnswer' },
} as const satisfies Contract;

export const useLink = {
  method: 'POST',
  url: '/api/links/password',
  summary: { vi: 'Đặt mật khẩu bằng liên kết dùng một lần', en: 'Set a password by a one-time link' },
  tag: 'session',
  access: 'public',
  body: 'newPasswordBody',
  answers: { 200: 'linkUsed' },
  acts: ['link.use'],
} as const satisfies Contract;

export const readKeptData = {
  method: 'GET',
  url: '/api/me',
  summary: { vi: 'Dữ liệu hệ thống giữ về tôi: mục đích, thời hạn', en: 'What is kept on me: purpose and term' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'keptData' },
} as const satisfies Contract;

export const exportKeptData = {
  method: 'GET',
  url: '/api/me/export',
  summary: { vi: 'Tải toàn bộ dữ liệu hệ thống giữ về tôi', en: 'Download all that is kept on me' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'dataExport' },
  acts: ['me.export'],
  recordsView: true,
} as const satisfies Contract;

export const requestCorrection = {
  method: 'POST',
  url: '/api/me/corrections',
  summary: { vi: 'Đề nghị sửa dữ liệu về tôi', en: 'Ask to have my data corrected' },
  tag: 'me',
  access: 'self',
  body: 'correctionBody',
  answers: { 204: 'nothing' },
  acts: ['me.askCorrection'],
} as const satisfies Contract;

export const changePassword = {
  method: 'PUT',
  url: '/api/me/password',
  summary: { vi: 'Đổi mật khẩu; mọi phiên khác và mã truy cập kết thúc', en: 'Change the password; all other sessions and tokens end' },
  tag: 'me',
  access: 'self',
  body: 'passwordChange',
  answers: { 204: 'nothing' },
  acts: ['password.change', 'password.refused'],
} as const satisfies Contract;

export const listSessions = {
  method: 'GET',
  url: '/api/me/sessions',
  summary: { vi: 'Các phiên đăng nhập đang mở của tôi', en: 'My open sessions' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'sessionList' },
} as const satisfies Contract;

export const endAllSessions = {
  method: 'DELETE',
  url: '/api/me/sessions',
  summary: { vi: 'Kết thúc mọi phiên đăng nhập và thu hồi mọi mã truy cập của tôi', en: 'End all my sessions and personal tokens' },
  tag: 'me',
  access: 'self',
  query: 'endOwnSessionsQuery',
  answers: { 200: 'sessionsEnded' },
  acts: ['session.endAll'],
} as const satisfies Contract;

export const endSession = {
  method: 'DELETE',
  url: '/api/me/sessions/{id}',
  summary: { vi: 'Kết thúc một phiên đăng nhập của tôi', en: 'End one of my sessions' },
  tag: 'me',
  access: 'self',
  params: 'ownParams',
  answers: { 204: 'nothing' },
  acts: ['session.end'],
} as const satisfies Contract;

export const listTokens = {
  method: 'GET',
  url: '/api/me/tokens',
  summary: { vi: 'Các mã truy cập cá nhân của tôi', en: 'My personal tokens' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'tokenList' },
} as const satisfies Contract;

export const createToken = {
  method: 'POST',
  url: '/api/me/tokens',
  summary: { vi: 'Tạo mã truy cập cá nhân; mã chỉ hiện một lần', en: 'Make a personal token; it is shown this once' },
  tag: 'me',
  access: 'self',
  confirmed: 'now',
  body: 'tokenBody',
  answers: { 201: 'madeToken' },
  acts: ['token.make'],
} as const satisfies Contract;

export const revokeToken = {
  method: 'DELETE',
  url: '/api/me/tokens/{id}',
  summary: { vi: 'Thu hồi một mã truy cập cá nhân', en: 'Revoke a personal token' },
  tag: 'me',
  access: 'self',
  params: 'ownParams',
  answers: { 204: 'nothing' },
  acts: ['token.revoke'],
} as const satisfies Contract;
