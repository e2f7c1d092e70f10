import { type Faults, inLanguage, type Language, type Unreadable, unreadableText } from '@parindex/core';
import { fieldFaultText, fieldPlace } from '@parindex/core/words/field-names';
import type { InBoth } from '@parindex/core/words/texts';

/** Every refusal of the API: status and title by a code whose meaning never changes. */
export const PROBLEMS = {
  unreadable: { status: 400, title: { vi: 'Không đọc được nội dung gửi lên.', en: 'The content sent cannot be read.' } },
  notSignedIn: { status: 401, title: { vi: 'Cần đăng nhập.', en: 'Sign-in is needed.' } },
  secondFactorNeeded: { status: 401, title: { vi: 'Cần mã xác thực thứ hai.', en: 'The second factor is needed.' } },
  wrongCredentials: { status: 401, title: { vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.', en: 'The sign-in name, password or code is wrong.' } },
  confirmationNeeded: {
    status: 403,
    title: {
      vi: 'Việc này cần xác nhận lại bằng mật khẩu hoặc mã xác thực ngay trước khi thực hiện; chưa có gì bị thay đổi.',
      en: 'Before this you must prove again who you are, by password or code; nothing was changed.',
    },
  },
  refused: {
    status: 403,
    title: {
      vi: 'Tài khoản của Ông/Bà không có quyền xem nội dung này hoặc thực hiện thao tác này; không có gì bị thay đổi.',
      en: 'This account may not see or do that; nothing was changed.',
    },
  },
  secondPersonNeeded: {
    status: 403,
    title: {
      vi: 'Việc này cần hai người: một người đề nghị và nêu lý do, một quản trị viên khác quyết định; không có gì bị thay đổi.',
      en: 'This takes two persons: one asks with a reason, another administrator decides; nothing was changed.',
    },
  },
  notForOneself: {
    status: 403,
    title: {
      vi: 'Không ai tự giao vai trò cho mình, tự đề nghị hoặc tự quyết định việc về tài khoản của mình; không có gì bị thay đổi.',
      en: 'Nobody gives a role to themselves, or asks for or decides what concerns their own account; nothing was changed.',
    },
  },
  otherPerson: {
    status: 403,
    title: {
      vi: 'Người đang đăng nhập không phải người đã nhập nội dung này; nội dung chưa được lưu.',
      en: 'Whoever is signed in is not the one who made this; it was not kept.',
    },
  },
  outOfScope: { status: 403, title: { vi: 'Mã truy cập này không bao gồm việc đó.', en: 'This token does not extend to that.' } },
  crossSite: { status: 403, title: { vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.', en: 'The request came from another site and is refused.' } },
  notFound: { status: 404, title: { vi: 'Không tìm thấy nội dung được yêu cầu.', en: 'Not found.' } },
  methodNotAllowed: { status: 405, title: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' } },
  linkSpent: {
    status: 410,
    title: {
      vi: 'Liên kết đã dùng, đã hết hạn hoặc đã bị thay thế; đề nghị liên hệ quản trị viên để được cấp liên kết mới.',
      en: 'The link was used, has expired or was replaced; ask an administrator for another.',
    },
  },
  conflict: {
    status: 409,
    title: {
      vi: 'Nội dung này đã được cập nhật sau lần Ông/Bà xem gần nhất. Nội dung vừa gửi chưa được lưu; đề nghị đối chiếu hai bản rồi gửi lại.',
      en: 'This was changed after you last saw it. What you sent was not kept; see both and send again.',
    },
  },
  staleVersion: {
    status: 409,
    title: {
      vi: 'Nội dung đã thay đổi kể từ khi được mở. Thay đổi vừa gửi chưa được lưu; đề nghị xem bản hiện hành.',
      en: 'It has changed since it was opened. Your change was not kept; see the present version.',
    },
  },
  idReused: {
    status: 409,
    title: {
      vi: 'Mã này đã được dùng cho nội dung khác; nội dung vừa gửi chưa được lưu. Đề nghị tạo mã mới.',
      en: 'The id was used for something else; what you sent was not kept. Make a new id.',
    },
  },
  stepClosed: {
    status: 409,
    title: { vi: 'Bước này chưa mở hoặc đã đóng; nội dung vừa gửi chưa được lưu.', en: 'This step is not open yet or has closed; what you sent was not kept.' },
  },
  appraisalNotOpen: {
    status: 409,
    title: {
      vi: 'Bước thẩm định chưa mở; người thẩm định xem được bảng chấm điểm và tài liệu kiểm chứng từ khi bước này mở.',
      en: 'Appraisal is not open yet; appraisers see sheets and evidence from when it opens.',
    },
  },
  sheetFrozen: {
    status: 409,
    title: {
      vi: 'Bảng chấm điểm đã được chốt số liệu nên không nhận cập nhật; nội dung vừa gửi chưa được lưu. Cơ quan chủ trì có thể mở lại bảng chấm điểm khi có lý do.',
      en: 'The sheet is frozen and takes no change; what you sent was not kept. The owner of the round may reopen it, with a reason.',
    },
  },
  verdictWaits: {
    status: 409,
    title: {
      vi: 'Nội dung này có kết quả thẩm định đang chờ người thứ hai xác nhận; đề nghị xác nhận, trả lại hoặc rút lại kết quả đó trước. Nội dung vừa gửi chưa được lưu.',
      en: 'A verdict on this waits for a second person: confirm, return or withdraw it first. What you sent was not kept.',
    },
  },
  anotherAppraiser: {
    status: 403,
    title: {
      vi: 'Kết quả thẩm định này cần một người khác của cùng cơ quan thẩm định xác nhận hoặc trả lại; người đã thẩm định chỉ rút lại được.',
      en: 'This verdict is confirmed or returned by another person of the same body; its author can only withdraw it.',
    },
  },
  stillScoring: {
    status: 409,
    title: {
      vi: 'Cơ quan còn được tự chấm nội dung này (chưa chốt số liệu, chưa hết hạn) nên chưa thẩm định được; nội dung vừa gửi chưa được lưu.',
      en: 'The body may still score this itself: its sheet is not frozen and its time is not over. It cannot be decided yet; what you sent was not kept.',
    },
  },
  explanationFrozen: {
    status: 409,
    title: {
      vi: 'Nội dung giải trình đã được chốt nên không nhận cập nhật; nội dung vừa gửi chưa được lưu. Lãnh đạo cơ quan có thể rút lại khi còn hạn giải trình.',
      en: 'The explanation is frozen and takes no change; what you sent was not kept. The head of the body may take it back while there is time.',
    },
  },
  notInHand: {
    status: 403,
    title: {
      vi: 'Nội dung này không thuộc phần được giao cho đơn vị của Ông/Bà; nội dung vừa gửi chưa được lưu.',
      en: 'This is not in the hands of your department; what you sent was not kept.',
    },
  },
  ownCause: {
    status: 403,
    title: {
      vi: 'Không ai thẩm định, kết luận về cơ quan mà mình có xung đột lợi ích; nội dung vừa gửi chưa được lưu.',
      en: 'Nobody decides in their own cause; what you sent was not kept.',
    },
  },
  givenToOthers: {
    status: 403,
    title: {
      vi: 'Nội dung này đã được phân công cho người khác thẩm định; nội dung vừa gửi chưa được lưu.',
      en: 'This was given to others to appraise; what you sent was not kept.',
    },
  },
  outsideReopening: {
    status: 409,
    title: {
      vi: 'Bảng chấm điểm được mở lại có phạm vi, thời hạn; nội dung vừa gửi nằm ngoài phạm vi hoặc thời hạn đó nên chưa được lưu.',
      en: 'The sheet was reopened for a part and a time; what you sent lies outside of it and was not kept.',
    },
  },
  reportRefused: {
    status: 422,
    title: {
      vi: 'Báo cáo đã ký chưa được nhận; không có gì bị thay đổi.',
      en: 'The signed report is not taken; nothing was changed.',
    },
  },
  consequencesUntold: {
    status: 409,
    title: {
      vi: 'Việc này có hệ quả cần xác nhận đã biết trước khi thực hiện; chưa có gì bị thay đổi.',
      en: 'This has consequences that must be confirmed before; nothing was changed.',
    },
  },
  fileRefused: {
    status: 422,
    title: { vi: 'Tệp chưa được nhận; không có gì bị thay đổi.', en: 'The file is not taken; nothing was changed.' },
  },
  mustMend: {
    status: 409,
    title: {
      vi: 'Bảng chấm điểm còn nội dung phải sửa nên chưa chốt được; không có gì bị thay đổi. Mục Rà soát liệt kê từng nội dung.',
      en: 'Something in the sheet must be mended before it can be frozen; nothing was changed. The check before sending lists it.',
    },
  },
  notNow: {
    status: 409,
    title: {
      vi: 'Chưa thể thực hiện thao tác này ở trạng thái hiện tại; không có gì bị thay đổi.',
      en: 'In the present state this cannot be done; nothing was changed.',
    },
  },
  alreadyThere: {
    status: 409,
    title: {
      vi: 'Mã hoặc địa chỉ thư điện tử này đã được dùng; không có gì bị thay đổi.',
      en: 'There is already one with this id or address; nothing was changed.',
    },
  },
  tooLarge: { status: 413, title: { vi: 'Nội dung gửi lên quá lớn.', en: 'The content sent is too large.' } },
  overQuota: {
    status: 413,
    title: {
      vi: 'Tệp vượt quá dung lượng còn lại; tệp chưa được tải lên.',
      en: 'The file is larger than what is still free; it was not uploaded.',
    },
  },
  notReadable: {
    status: 409,
    title: {
      vi: 'Tệp này hiện chưa đọc được.',
      en: 'This file cannot be read now.',
    },
  },
  wrongMediaType: { status: 415, title: { vi: 'Nội dung phải ở dạng JSON (application/json).', en: 'The content must be JSON (application/json).' } },
  faulty: { status: 422, title: { vi: 'Nội dung có lỗi; không có gì được lưu.', en: 'The content has faults; nothing was kept.' } },
  weakPassword: { status: 422, title: { vi: 'Mật khẩu chưa đủ an toàn; hãy chọn mật khẩu khác.', en: 'The password is too weak; choose another.' } },
  tooManyTries: { status: 429, title: { vi: 'Đăng nhập sai nhiều lần; hãy chờ rồi thử lại.', en: 'Too many failed sign-ins; wait and try again.' } },
  failed: { status: 500, title: { vi: 'Máy chủ gặp lỗi; không có gì được lưu.', en: 'The server failed; nothing was kept.' } },
  notReady: { status: 503, title: { vi: 'Máy chủ chưa sẵn sàng.', en: 'The server is not ready.' } },
  clockStrays: {
    status: 503,
    title: {
      vi: 'Đồng hồ của máy chủ lệch so với cơ sở dữ liệu nên việc này chưa được thực hiện; quản trị viên cần chỉnh lại giờ.',
      en: "The server's clock and the database's are apart, so this was not done; the administrator must set them right.",
    },
  },
  busy: {
    status: 503,
    title: {
      vi: 'Máy chủ đang nhận quá nhiều dữ liệu cùng lúc; nội dung vừa gửi chưa được lưu. Đề nghị gửi lại sau ít giây.',
      en: 'The server is receiving too much at once; what you sent was not kept. Send it again in some seconds.',
    },
  },
  storeAway: {
    status: 503,
    title: { vi: 'Kho tệp hiện mất liên lạc; hãy thử lại sau ít phút.', en: 'The store of files is away; try again in some minutes.' },
  },
  storageFull: {
    status: 507,
    title: {
      vi: 'Đĩa của máy chủ đã đầy; nội dung vừa gửi chưa được lưu. Quản trị viên cần thêm dung lượng.',
      en: 'The disk of the server is full; what you sent was not kept. The administrator must make room.',
    },
  },
  storeFull: {
    status: 507,
    title: { vi: 'Kho tệp đã đầy; quản trị viên cần thêm dung lượng.', en: 'The store of files is full; the administrator must make room.' },
  },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemMore {
  /** A sentence on this particular case, in both languages. */
  readonly detail?: InBoth;
  readonly faults?: Faults;
  /** Data for programs: both sides of a conflict, a closing time. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An expected refusal; thrown anywhere in a request, answered in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly told: ProblemMore;
  constructor(code: ProblemCode, told: ProblemMore = {}) {
    super(code);
    this.code = code;
    this.told = told;
  }
}

/** The refusal of a text that cannot be read at all, with the place if it is known. */
export function unreadableProblem(error: Unreadable): Problem {
  const place = error.place ? { line: error.place.line, column: error.place.column } : {};
  return new Problem('unreadable', { detail: { vi: unreadableText(error, 'vi'), en: unreadableText(error, 'en') }, more: place });
}

/** Most faults in one answer, which also gives their number. */
const MOST_FAULTS = 1_000;

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
          ...(told.faults.list.length > MOST_FAULTS ? { faultCount: told.faults.list.length } : {}),
          faults: told.faults.list.slice(0, MOST_FAULTS).map((fault) => ({
            code: fault.code,
            path: fault.path,
            // For whoever filled in a form: what the field is called.
            place: fieldPlace(fault.keys, language),
            // For a file that people open: where they find the fault.
            ...(fault.details['line'] === undefined ? {} : { line: Number(fault.details['line']) }),
            message: fieldFaultText(fault, language),
          })),
        }
      : {}),
    ...told.more,
  };
}
