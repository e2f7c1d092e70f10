import type { z } from 'zod';

/** Of a text its `maxLength`, of a number `min` and `max`: as inputs take them. */
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
 * How long and how large what an operation takes may be, by its schema. In what the browser loads the build has put the
 * limits in the schema's place (web/contracts-plugin.ts): zod stays with the server.
 */
export const limitsOf = <S extends z.ZodType>(schema: S): Limits<z.input<S>> => schema as unknown as Limits<z.input<S>>;
