import type { ReminderKindRule } from '../kind.ts';

/** More time, while it runs. */
export const extended: ReminderKindRule = {
  due: ({ id, extensions }, { moment }) =>
    extensions.filter(({ until }) => until > moment).map(({ id: extension, until, item }) => ({ key: `${id}/${extension}`, closes: until, target: item })),
  sentence: {
    vi: ({ work, body, where, target, until }) =>
      `Việc ${work} của ${body} ${where}${target === null ? '' : `, tiêu chí ${target},`} được gia hạn đến ${until}.`,
    en: ({ work, body, where, target, until }) => `The ${work} of ${body} ${where}${target === null ? '' : `, item ${target},`} was extended until ${until}.`,
  },
};
