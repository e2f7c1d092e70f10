// People with their roles, what takes two persons, handovers.
import type { Contract } from './contract.ts';

export const listPeople = {
  method: 'GET',
  url: '/api/people',
  summary: { vi: 'Danh sách người dùng trong phạm vi quản trị', en: 'People within what one administers' },
  tag: 'people',
  access: 'person.read',
  query: 'peopleQuery',
  answers: { 200: 'peoplePage' },
} as const satisfies Contract;

export const invitePerson = {
  method: 'POST',
  url: '/api/people',
  summary: { vi: 'Mời một người: tạo tài khoản, giao vai trò, nhận liên kết đặt mật khẩu', en: 'Invite somebody: account, roles, a link to set the password' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  body: 'invitation',
  answers: { 201: 'invited' },
  acts: ['person.invite', 'membership.grant', 'accountRequest.ask', 'person.refuseAlone'],
} as const satisfies Contract;

export const readPerson = {
  method: 'GET',
  url: '/api/people/{id}',
  summary: { vi: 'Một người: vai trò, cách đăng nhập, đề nghị sửa dữ liệu', en: 'A person: roles, how they sign on, what they asked to have corrected' },
  tag: 'people',
  access: 'person.read',
  params: 'personParams',
  answers: { 200: 'personAnswer' },
  acts: ['person.view'],
  recordsView: true,
} as const satisfies Contract;

export const changePerson = {
  method: 'PATCH',
  url: '/api/people/{id}',
  summary: { vi: 'Sửa họ tên, thư điện tử', en: 'Change name or email' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'personParams',
  body: 'personChange',
  answers: { 200: 'changedPerson' },
  acts: ['person.change', 'person.refuseAlone'],
} as const satisfies Contract;

export const resetPassword = {
  method: 'POST',
  url: '/api/people/{id}/reset',
  summary: { vi: 'Tạo liên kết đặt lại mật khẩu; liên kết cũ hết hiệu lực', en: 'Make a link to set a new password; older ones are withdrawn' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'personParams',
  answers: { 201: 'madeLink' },
  acts: ['person.reset', 'person.refuseAlone'],
} as const satisfies Contract;

export const askAccountRequest = {
  method: 'POST',
  url: '/api/people/{id}/requests',
  summary: {
    vi: 'Đề nghị việc cần người thứ hai: vai trò quyết định, đặt lại mật khẩu, gỡ xác thực hai lớp, đổi thư điện tử',
    en: 'Ask for what takes two persons: a role that decides, a reset, another email',
  },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'personParams',
  body: 'newAccountRequest',
  answers: { 200: 'accountRequestAsked', 201: 'accountRequestAsked' },
  acts: ['accountRequest.ask', 'person.refuseAlone'],
} as const satisfies Contract;

export const listAccountRequests = {
  method: 'GET',
  url: '/api/account-requests',
  summary: { vi: 'Các đề nghị cần người thứ hai liên quan đến tôi', en: 'Requests that take two persons and concern me' },
  tag: 'people',
  access: 'self',
  query: 'accountRequestListQuery',
  answers: { 200: 'accountRequestList' },
} as const satisfies Contract;

export const decideAccountRequest = {
  method: 'POST',
  url: '/api/account-requests/{id}/decision',
  summary: { vi: 'Người thứ hai quyết định và thực hiện', en: 'The second person decides, and it is done' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'accountRequestParams',
  body: 'accountRequestDecision',
  answers: { 200: 'accountRequestDecided' },
  acts: [
    ...(['accountRequest.carryOut', 'accountRequest.refuse', 'person.refuseAlone', 'membership.grant'] as const),
    ...(['person.reset', 'person.change', 'secondFactor.reset'] as const),
  ],
} as const satisfies Contract;

export const stopAccountRequest = {
  method: 'POST',
  url: '/api/account-requests/{id}/stop',
  summary: {
    vi: 'Người liên quan hoặc người đề nghị dừng một đề nghị đang chờ; người liên quan hoặc quản trị viên hủy liên kết đặt mật khẩu còn mở',
    en: 'Whom it concerns, or who asked, stops a request that waits; whom it concerns, or an administrator, the link that is open',
  },
  tag: 'people',
  access: 'self',
  params: 'accountRequestParams',
  body: 'accountRequestStop',
  answers: { 200: 'accountRequestAnswer' },
  acts: ['accountRequest.stop', 'link.withdraw'],
} as const satisfies Contract;

export const endPersonSessions = {
  method: 'DELETE',
  url: '/api/people/{id}/sessions',
  summary: { vi: 'Kết thúc mọi phiên đăng nhập của một người', en: 'End all sessions of a person' },
  tag: 'people',
  access: 'person.write',
  params: 'personParams',
  query: 'endSessionsQuery',
  answers: { 200: 'sessionsEnded' },
  acts: ['session.endAll'],
} as const satisfies Contract;

export const grantMembership = {
  method: 'POST',
  url: '/api/people/{id}/memberships',
  summary: { vi: 'Giao thêm vai trò', en: 'Give one more role' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'personParams',
  body: 'newMembership',
  answers: { 201: 'grantedMembership' },
  acts: ['membership.grant', 'person.refuseAlone'],
} as const satisfies Contract;

export const endMembership = {
  method: 'PATCH',
  url: '/api/people/{id}/memberships/{membership}',
  summary: { vi: 'Kết thúc một vai trò từ một ngày; vai trò không bị xóa', en: 'Set the last day of a role; it is never deleted' },
  tag: 'people',
  access: 'person.write',
  confirmed: 'now',
  params: 'membershipParams',
  body: 'membershipChange',
  answers: { 200: 'membershipAnswer' },
  acts: ['membership.end', 'person.refuseAlone'],
} as const satisfies Contract;

export const performHandover = {
  method: 'POST',
  url: '/api/handovers',
  summary: { vi: 'Bàn giao mọi vai trò và việc đang mở của một người cho người khác', en: 'Pass all roles and open work of one person to another' },
  tag: 'handovers',
  access: 'person.write',
  confirmed: 'now',
  body: 'handoverBody',
  answers: { 200: 'handoverRecord', 201: 'handoverRecord' },
  acts: ['handover.perform', 'person.refuseAlone'],
} as const satisfies Contract;

export const readHandover = {
  method: 'GET',
  url: '/api/handovers/{id}',
  summary: { vi: 'Một lần bàn giao: những gì đã chuyển', en: 'A handover: what passed' },
  tag: 'handovers',
  access: 'self',
  params: 'handoverParams',
  answers: { 200: 'handoverRecord' },
} as const satisfies Contract;

export const printHandover = {
  method: 'GET',
  url: '/api/handovers/{id}/record',
  summary: { vi: 'Biên bản bàn giao để in và ký', en: 'The record of a handover, to print and sign' },
  tag: 'handovers',
  access: 'self',
  params: 'handoverParams',
  query: 'recordQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;
