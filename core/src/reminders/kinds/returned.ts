import type { ReminderKindRule } from '../kind.ts';

/** What a department proposed and its leader, or the body, sent back. */
export const returned: ReminderKindRule = {
  due: ({ about, body, part }) => (part?.returned ?? []).map(({ kind, target, seq }) => ({ key: `${about.id}/${body.id}/${kind}/${target}/${seq}`, target })),
  atOnce: true,
  sentence: {
    vi: ({ target, ofWhat, where }) => `Nội dung ${target} ${ofWhat} ${where} được trả lại để sửa.`,
    en: ({ target, ofWhat, where }) => `Part ${target} ${ofWhat} ${where} was returned to be mended.`,
  },
};
