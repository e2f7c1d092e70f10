import type { ReminderKindRule } from '../kind.ts';

/** What one asked for, once a second person has decided it. */
export const decided: ReminderKindRule = {
  due: ({ id, asked }) => (asked?.decided ? [{ key: id }] : []),
  atOnce: true,
  sentence: {
    vi: ({ request, where, decided }) =>
      decided?.decision === 'refused'
        ? `${request} của Ông/Bà ${where} không được ${decided.by} chấp thuận. Lý do: ${decided.note}`
        : `${request} của Ông/Bà ${where} đã được ${decided?.by} chấp thuận và thực hiện.`,
    en: ({ request, where, decided }) =>
      decided?.decision === 'refused'
        ? `${request} ${where}: what you asked for was refused by ${decided.by}. Reason: ${decided.note}`
        : `${request} ${where}: what you asked for was agreed to by ${decided?.by} and carried out.`,
  },
};
