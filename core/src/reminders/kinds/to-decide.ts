import type { ReminderKindRule } from '../kind.ts';

/** What somebody asked for in a round and waits for a second person. */
export const toDecide: ReminderKindRule = {
  due: ({ id, asked }) => (asked === null ? [] : [{ key: id }]),
  atOnce: true,
  sentence: {
    vi: ({ what, where, until, reason }) => `${what} ${where} chờ Ông/Bà quyết định, hạn: ${until}. Lý do: ${reason}`,
    en: ({ what, where, until, reason }) => `${what} ${where} waits for your decision, until ${until}. Reason: ${reason}`,
  },
};
