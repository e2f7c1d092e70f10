import type { InBoth } from '../words/texts.ts';

/** What a second person makes of what somebody asked for. */
export const SECOND_PERSON_DECISIONS = ['carriedOut', 'refused'] as const;
export type SecondPersonDecision = (typeof SECOND_PERSON_DECISIONS)[number];

/** Days for which a request waits for its second person; the policies of account_request and round_request say the same. */
export const SECOND_PERSON_DAYS = 7;

/** Why somebody else than whoever asked may not decide either. */
export const WHY_NOT_SECOND = {
  restored: {
    vi: 'Dữ liệu đã được phục hồi từ bản sao lưu sau khi có đề nghị này nên đề nghị không còn hiệu lực; cần đề nghị lại.',
    en: 'The data was restored from a backup after this was asked for, so the request holds no more; it has to be asked for again.',
  },
  askerEnded: {
    vi: 'Người đề nghị không còn vai trò như khi đề nghị nên đề nghị không còn hiệu lực; cần đề nghị lại.',
    en: 'Whoever asked holds that role no more, so the request holds no more; it has to be asked for again.',
  },
  dependent: {
    vi: 'Một trong hai người (người đề nghị và Ông/Bà) do người kia một mình giao vai trò hoặc tạo liên kết đặt mật khẩu, nên không được tính là hai người; cần người khác quyết định.',
    en: 'Of you and whoever asked, one alone gave the other their role or made the link for their password, so you do not count as two persons; somebody else decides.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;
export type WhyNotSecond = keyof typeof WHY_NOT_SECOND;

/** Why none of somebody's offices may decide; `over`: nobody may any more. */
export type WhyNotDecided = 'over' | 'otherPerson' | WhyNotSecond;

/** The same in words, of what an owner asks for. */
export const WHY_NOT_DECIDED: Readonly<Record<WhyNotDecided, InBoth>> = {
  over: { vi: 'Đề nghị này đã được quyết định, đã rút hoặc đã hết hạn.', en: 'This request was decided, withdrawn or has lapsed.' },
  otherPerson: {
    vi: 'Người đề nghị không tự quyết định; cần một người khác của cơ quan chủ trì. Quản trị viên toàn hệ thống chỉ quyết định khi cơ quan chủ trì không có người thứ hai.',
    en: 'Whoever asked does not decide; it takes another owner, and an administrator of the whole installation only where there is no other owner.',
  },
  ...WHY_NOT_SECOND,
};

/** Why somebody does not withdraw what another asked for. */
export const NOT_ASKER: InBoth = { vi: 'Chỉ người đề nghị mới rút lại được đề nghị.', en: 'Only whoever asked withdraws it.' };
