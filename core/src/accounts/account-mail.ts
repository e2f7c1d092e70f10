import { displayDate } from '../quantity/display.ts';
import type { Role } from '../rights/roles.ts';
import type { Language } from '../words/language.ts';
import { mailOf, SENT_BY_ITSELF } from '../words/mail.ts';
import { ROLE_NAMES } from '../words/roles.ts';
import { deadlineText } from '../words/step-times.ts';
import { texts } from '../words/texts.ts';
import type { AccountRequestDecision, AccountRequestKind } from './account-request.ts';

/** What was done to somebody's account, as the database tells them of it. */
export interface AccountEvent {
  readonly event: 'asked' | AccountRequestDecision | 'linkStopped' | 'roleGiven' | 'roleEnded' | 'roleInBody';
  readonly kind: AccountRequestKind;
  /** Of a role. */
  readonly role: Role | null;
  /** Who was given a role in the body of whoever is told; of that event alone. */
  readonly person?: string;
  /** The name of its body; null: the whole installation. */
  readonly body: string | null;
  /** The new address, where that is what it is about. */
  readonly email: string | null;
  /** Who did it; null: the operator, at the console. */
  readonly by: string | null;
  readonly askedBy: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** Until when a request waits; until when, included, an ended role is in force (yyyy-mm-dd). */
  readonly until: string | null;
  /** Until when the link holds that was made; absent of what was told before mails said so. */
  readonly linkUntil?: string | null;
}

const SAYS = texts({
  operator: { vi: 'người vận hành hệ thống', en: 'the operator of the system' },
  everywhere: { vi: 'toàn hệ thống', en: 'the whole installation' },
  role: { vi: (role: string, body: string) => `giao vai trò ${role} (${body})`, en: (role: string, body: string) => `giving the role ${role} (${body})` },
  password: { vi: 'đặt lại mật khẩu', en: 'resetting the password' },
  secondFactor: { vi: 'gỡ thiết bị xác thực hai lớp', en: 'taking the second factor away' },
  email: { vi: (email: string) => `đổi thư điện tử thành ${email}`, en: (email: string) => `changing the email to ${email}` },
  asked: {
    vi: (by: string, what: string, until: string) =>
      `${by} đề nghị ${what} đối với tài khoản của Ông/Bà. Việc này chỉ được thực hiện khi người thứ hai đồng ý; thời hạn: đến ${until}.`,
    en: (by: string, what: string, until: string) =>
      `${by} asked for ${what} of your account. It is done only if a second person agrees; the time for it: until ${until}.`,
  },
  carriedOut: {
    vi: (by: string, what: string, askedBy: string) =>
      `${by} đã đồng ý và hệ thống đã thực hiện việc ${what} đối với tài khoản của Ông/Bà, theo đề nghị của ${askedBy}.`,
    en: (by: string, what: string, askedBy: string) => `${by} agreed to ${what} of your account, as ${askedBy} had asked; it is done.`,
  },
  linkGiven: {
    vi: (by: string, askedBy: string) =>
      `${by} đã đồng ý và hệ thống đã cấp liên kết đặt lại mật khẩu cho tài khoản của Ông/Bà, theo đề nghị của ${askedBy}. Mật khẩu chưa thay đổi cho đến khi liên kết được dùng.`,
    en: (by: string, askedBy: string) =>
      `${by} agreed, and a link to reset the password of your account was made, as ${askedBy} had asked. The password has not changed until the link is used.`,
  },
  linkUntil: {
    vi: (until: string) => `Liên kết đặt mật khẩu dùng được một lần, đến ${until}.`,
    en: (until: string) => `The link to set the password serves once, until ${until}.`,
  },
  linkStopped: {
    vi: (by: string) => `${by} đã hủy liên kết đặt mật khẩu của tài khoản của Ông/Bà; liên kết không còn mở được.`,
    en: (by: string) => `${by} has withdrawn the link to set the password of your account; it opens nothing any more.`,
  },
  refused: {
    vi: (by: string, what: string, askedBy: string) => `${by} không đồng ý với đề nghị ${what} của ${askedBy} đối với tài khoản của Ông/Bà.`,
    en: (by: string, what: string, askedBy: string) => `${by} refused what ${askedBy} had asked for: ${what} of your account.`,
  },
  stopped: {
    vi: (by: string, what: string, askedBy: string) => `${by} đã dừng đề nghị ${what} của ${askedBy} đối với tài khoản của Ông/Bà.`,
    en: (by: string, what: string, askedBy: string) => `${by} stopped what ${askedBy} had asked for: ${what} of your account.`,
  },
  roleGiven: {
    vi: (by: string, what: string) => `${by} đã một mình thực hiện việc ${what} đối với tài khoản của Ông/Bà.`,
    en: (by: string, what: string) => `${by} alone has done this to your account: ${what}.`,
  },
  roleEnded: {
    vi: (by: string, role: string, body: string, until: string) => `${by} đã kết thúc vai trò ${role} (${body}) của Ông/Bà; ngày cuối còn hiệu lực: ${until}.`,
    en: (by: string, role: string, body: string, until: string) => `${by} has set the last day of your role ${role} (${body}): ${until}.`,
  },
  roleInBody: {
    vi: (by: string, what: string, person: string) => `${by} đã thực hiện việc ${what} cho ${person}, tại cơ quan mà Ông/Bà phụ trách.`,
    en: (by: string, what: string, person: string) => `${by} has done this in the body that you lead: ${what}, to ${person}.`,
  },
  endless: { vi: 'không thời hạn', en: 'without an end' },
  reason: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  note: { vi: (note: string) => `Ý kiến: ${note}`, en: (note: string) => `Note: ${note}` },
  stop: {
    vi: 'Nếu Ông/Bà không yêu cầu hoặc không muốn việc này, hãy đăng nhập và dừng đề nghị tại mục Tài khoản của tôi, hoặc báo ngay cho quản trị viên.',
    en: 'If you did not ask for this or do not want it, sign in and stop it under My account, or tell an administrator at once.',
  },
  stopLink: {
    vi: 'Nếu Ông/Bà không yêu cầu hoặc không muốn việc này, hãy đăng nhập và hủy liên kết tại mục Tài khoản của tôi trước khi liên kết được dùng.',
    en: 'If you did not ask for this or do not want it, sign in and withdraw the link under My account before it is used.',
  },
  wrong: {
    vi: (by: string) => `Nếu việc này không đúng, hãy báo ngay cho quản trị viên khác của cơ quan Ông/Bà hoặc của toàn hệ thống, không phải ${by}.`,
    en: (by: string) => `If this is not right, tell another administrator of your body or of the whole installation at once, not ${by}.`,
  },
});

function whatOf({ kind, role, body, email }: AccountEvent, language: Language): string {
  const says = SAYS[language];
  switch (kind) {
    case 'membership':
      return says.role(role === null ? '' : ROLE_NAMES[language][role], body ?? says.everywhere);
    case 'password':
      return says.password;
    case 'secondFactor':
      return says.secondFactor;
    case 'email':
      return says.email(email ?? '');
  }
}

/** What was done, as a sentence. */
export function accountSentence(told: AccountEvent, language: Language): string {
  const says = SAYS[language];
  const [what, by, askedBy] = [whatOf(told, language), told.by ?? says.operator, told.askedBy ?? says.operator];
  switch (told.event) {
    case 'asked':
      return says.asked(by, what, told.until === null ? '' : deadlineText(told.until, language));
    case 'carriedOut':
      // What was made is a link: whoever holds both halves still has to use it.
      return told.kind === 'password' ? says.linkGiven(by, askedBy) : says.carriedOut(by, what, askedBy);
    case 'linkStopped':
      return says.linkStopped(by);
    case 'refused':
      return says.refused(by, what, askedBy);
    case 'stopped':
      return says.stopped(by, what, askedBy);
    case 'roleGiven':
      return says.roleGiven(by, what);
    case 'roleInBody':
      return says.roleInBody(by, what, told.person ?? '');
    case 'roleEnded':
      return says.roleEnded(
        by,
        told.role === null ? '' : ROLE_NAMES[language][told.role],
        told.body ?? says.everywhere,
        told.until === null ? says.endless : displayDate(told.until),
      );
  }
}

const linesOf = (told: AccountEvent, language: Language): string[] => {
  const says = SAYS[language];
  return [
    accountSentence(told, language),
    ...(told.linkUntil ? [says.linkUntil(deadlineText(told.linkUntil, language))] : []),
    ...(told.reason === null ? [] : [says.reason(told.reason)]),
    ...(told.note === null ? [] : [says.note(told.note)]),
    '',
    // Whose password has ended with the decision cannot sign in to stop it.
    ...(told.linkUntil && told.kind === 'password' ? [says.stopLink] : []),
    told.event === 'asked' ? says.stop : says.wrong(told.by ?? says.operator),
    '',
  ];
};

export interface AccountMailToWrite {
  readonly name: string;
  readonly says: AccountEvent;
  /** How people reach the product; undefined: no link. */
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

const SUBJECTS: Readonly<Partial<Record<AccountEvent['event'], string>>> = {
  asked: 'Tài khoản của Ông/Bà: có đề nghị đang chờ người thứ hai',
  roleInBody: 'Cơ quan của Ông/Bà: có người được giao vai trò',
};

/** A mail of somebody's account: no secret and no link that does anything by itself. */
export const accountMail = ({ name, says, origin, illustrative }: AccountMailToWrite): { readonly subject: string; readonly text: string } =>
  mailOf({
    subject: SUBJECTS[says.event] ?? 'Tài khoản của Ông/Bà: có thay đổi',
    name,
    illustrative,
    vi: [...linesOf(says, 'vi'), ...(origin === undefined ? [] : [`Tài khoản của tôi: ${origin}/lam-viec/tai-khoan`, '']), SENT_BY_ITSELF.vi.line],
    en: [...linesOf(says, 'en'), SENT_BY_ITSELF.en.line],
  });
