import type { ReminderKindRule } from '../kind.ts';

/** What somebody asked for of a round or an edition and waits for a second person. */
export const toDecide: ReminderKindRule = {
  due: ({ id, asked }) => (asked === null || asked.decided ? [] : [{ key: id }]),
  atOnce: true,
  sentence: {
    vi: ({ what, where, until, reason }) => `${what} ${where} chờ Ông/Bà quyết định, hạn: ${until}.${reason === null ? '' : ` Lý do: ${reason}`}`,
    en: ({ what, where, until, reason }) => `${what} ${where} waits for your decision, until ${until}.${reason === null ? '' : ` Reason: ${reason}`}`,
  },
};
