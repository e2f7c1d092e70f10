import type { z } from 'zod';

/** A text's `maxLength`, a number's `min` and `max`, as input attributes. */
export type Limits<Value> = Value extends string
  ? { readonly maxLength: number }
  : Value extends number
    ? { readonly min: number; readonly max: number }
    : Value extends readonly (infer Member)[]
      ? Limits<Member>
      : Value extends object
        ? { readonly [K in keyof Value]-?: Limits<NonNullable<Value[K]>> }
        : never;

/**
 * The length and size limits of an operation's fields, from its schema. In the browser bundle the build replaces the
 * schema by these limits (web/contracts-plugin.ts): zod stays on the server.
 */
export const limitsOf = <S extends z.ZodType>(schema: S): Limits<z.input<S>> => schema as unknown as Limits<z.input<S>>;
