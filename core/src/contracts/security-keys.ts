// Security keys and passkeys as a second factor; apart from other accounts' routes, as few pages ask for them.
import type { Contract } from './contract.ts';

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
