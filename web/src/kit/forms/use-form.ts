import { type ChangeEvent, useState } from 'react';

/** The names of values that are text. */
type TextName<T> = { [K in keyof T & string]: T[K] extends string ? K : never }[keyof T & string];

/**
 * The values of a form with several fields, by name; `limits` are those of the operation (`limitsOf`). Validity is
 * checked by the inputs (`required`, invalid days) and the server.
 */
export function useForm<T extends object>(initial: T, limits: Partial<Record<keyof T, object>> = {}) {
  const [values, setValues] = useState(initial);
  const put = (change: Partial<T>): void => setValues((before) => ({ ...before, ...change }));
  return {
    values,
    put,
    reset: (): void => setValues(initial),
    /** For an input of text. */
    text: <K extends TextName<T>>(name: K) => ({
      ...limits[name],
      value: values[name],
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => put({ [name]: currentTarget.value } as Partial<T>),
    }),
    /** For an input that passes its value: a day, a choice. */
    input: <K extends keyof T & string>(name: K) => ({
      value: values[name],
      onChange: (value: T[K]) => put({ [name]: value } as unknown as Partial<T>),
    }),
  };
}
