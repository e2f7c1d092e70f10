import { type Faults, inLanguage, type Language, PHRASES } from '@parindex/core';

/** Everything that an API call can be refused for: status and title by a code that never changes its meaning. */
export const PROBLEMS = {
  unreadable: { status: 400, title: { vi: 'Không đọc được nội dung gửi lên.', en: 'The content sent cannot be read.' } },
  notSignedIn: { status: 401, title: { vi: 'Cần đăng nhập.', en: 'Sign-in is needed.' } },
  secondFactorNeeded: { status: 401, title: { vi: 'Cần mã xác thực thứ hai.', en: 'The second factor is needed.' } },
  wrongCredentials: { status: 401, title: { vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.', en: 'The sign-in name, password or code is wrong.' } },
  refused: { status: 403, title: { vi: 'Tài khoản này không có quyền làm việc đó.', en: 'This account may not do that.' } },
  outOfScope: { status: 403, title: { vi: 'Mã truy cập này không bao gồm việc đó.', en: 'This token does not extend to that.' } },
  crossSite: { status: 403, title: { vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.', en: 'The request came from another site and is refused.' } },
  notFound: { status: 404, title: { vi: 'Không tìm thấy.', en: 'Not found.' } },
  methodNotAllowed: { status: 405, title: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' } },
  linkSpent: { status: 410, title: { vi: 'Liên kết đã dùng, đã hết hạn hoặc đã bị thay thế.', en: 'The link was used, has expired or was replaced.' } },
  conflict: {
    status: 409,
    title: { vi: 'Người khác vừa sửa cùng nội dung; hãy xem cả hai rồi chọn.', en: 'Somebody else has just changed the same; see both and choose.' },
  },
  staleVersion: {
    status: 409,
    title: { vi: 'Nội dung đã thay đổi từ khi được mở; hãy xem bản mới.', en: 'It has changed since it was opened; see the new version.' },
  },
  idReused: { status: 409, title: { vi: 'Mã lần cập nhật đã dùng cho một nội dung khác.', en: 'The id of the entry was used for something else.' } },
  stepClosed: { status: 409, title: { vi: 'Bước này chưa mở hoặc đã đóng.', en: 'This step is not open yet or has closed.' } },
  sheetFrozen: { status: 409, title: { vi: 'Bảng điểm đã chốt số liệu.', en: 'The sheet is frozen.' } },
  notNow: { status: 409, title: { vi: 'Ở trạng thái hiện tại không làm được việc này.', en: 'In the present state this cannot be done.' } },
  alreadyThere: { status: 409, title: { vi: 'Đã có một mục với mã này.', en: 'There is already one with this id.' } },
  tooLarge: { status: 413, title: { vi: 'Nội dung gửi lên quá lớn.', en: 'The content sent is too large.' } },
  wrongMediaType: { status: 415, title: { vi: 'Nội dung phải ở dạng JSON (application/json).', en: 'The content must be JSON (application/json).' } },
  faulty: { status: 422, title: { vi: 'Nội dung có lỗi; không có gì được lưu.', en: 'The content has faults; nothing was kept.' } },
  weakPassword: { status: 422, title: { vi: 'Mật khẩu chưa đủ an toàn; hãy chọn mật khẩu khác.', en: 'The password is too weak; choose another.' } },
  tooManyTries: { status: 429, title: { vi: 'Đăng nhập sai nhiều lần; hãy chờ rồi thử lại.', en: 'Too many failed sign-ins; wait and try again.' } },
  failed: { status: 500, title: { vi: 'Máy chủ gặp lỗi; không có gì được lưu.', en: 'The server failed; nothing was kept.' } },
  notReady: { status: 503, title: { vi: 'Máy chủ chưa sẵn sàng.', en: 'The server is not ready.' } },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemMore {
  /** A sentence of this very case, in both languages. */
  readonly detail?: Readonly<Record<Language, string>>;
  readonly faults?: Faults;
  /** What a program can go on with: both sides of a conflict, a closing time. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An expected refusal; thrown anywhere in a request, told in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly told: ProblemMore;
  constructor(code: ProblemCode, told: ProblemMore = {}) {
    super(code);
    this.code = code;
    this.told = told;
  }
}

/** The answer for a problem in the reader's language (RFC 9457). */
export function problemDetails({ code, told }: Problem, language: Language) {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:parindex:problem:${code}`,
    title: title[language],
    status,
    code,
    ...(told.detail ? { detail: inLanguage(told.detail, language) } : {}),
    ...(told.faults
      ? {
          faults: told.faults.list.map((fault) => ({
            code: fault.code,
            path: fault.path,
            // Of a file that people open: where they find it there.
            ...(fault.details['line'] === undefined ? {} : { line: Number(fault.details['line']) }),
            message: PHRASES[language].fault[fault.code](fault.details),
          })),
        }
      : {}),
    ...told.more,
  };
}
