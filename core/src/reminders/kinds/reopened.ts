import type { ReminderKindRule } from '../kind.ts';

/** A sheet that an owner opened again, while it is open. */
export const reopened: ReminderKindRule = {
  due: ({ reopened }) => (reopened === null ? [] : [{ key: reopened }]),
  atOnce: true,
  sentence: {
    vi: ({ body, where }) => `Bảng chấm điểm của ${body} ${where} được mở lại để sửa đổi, bổ sung.`,
    en: ({ body, where }) => `The sheet of ${body} ${where} was opened again.`,
  },
};
