import type { ReminderKindRule } from '../kind.ts';

/** What a department proposed and its leader, or the body, sent back. */
export const returned: ReminderKindRule = {
  due: ({ round, body, part }) => (part?.returned ?? []).map(({ kind, target, seq }) => ({ key: `${round.id}/${body.id}/${kind}/${target}/${seq}`, target })),
  atOnce: true,
  sentence: {
    vi: ({ target, body, where }) => `Nội dung ${target} trong bảng chấm điểm của ${body} ${where} được trả lại để sửa.`,
    en: ({ target, body, where }) => `Part ${target} in the sheet of ${body} ${where} was returned to be mended.`,
  },
};
