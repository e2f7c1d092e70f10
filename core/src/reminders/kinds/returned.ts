import type { ReminderKindRule } from '../kind.ts';

/** What a department proposed and its leader, or the body, sent back. */
export const returned: ReminderKindRule = {
  due: ({ round, body, part }) => (part?.returned ?? []).map(({ kind, target, seq }) => ({ key: `${round.id}/${body.id}/${kind}/${target}/${seq}`, target })),
  atOnce: true,
  sentence: {
    vi: ({ target, ofWhat, where }) => `Nội dung ${target} ${ofWhat} ${where} được trả lại để sửa.`,
    en: ({ target, ofWhat, where }) => `Part ${target} ${ofWhat} ${where} was returned to be mended.`,
  },
};
