import { closingOf, type ReminderKindRule } from '../kind.ts';

/** A closing that went by, of what the product knows not to be done. */
export const overdue: ReminderKindRule = {
  due: (duty, { moment }) => (moment >= duty.opens && moment >= duty.closes && duty.knowsDone ? [{ key: `${duty.id}/${closingOf(duty)}` }] : []),
  sentence: {
    vi: ({ what, where, until, ofParts }) => `${what} ${where} đã quá hạn (${until}) mà chưa ${ofParts ? 'được lãnh đạo đơn vị duyệt' : 'chốt số liệu'}.`,
    en: ({ what, where, until, ofParts }) =>
      `${what} ${where}, overdue since ${until}: ${ofParts ? 'not approved by your leader' : 'the sheet is not frozen'}.`,
  },
};
