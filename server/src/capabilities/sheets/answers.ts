import { type Effect, effectOf } from '../../audit/acting.ts';

interface Answered<B> {
  readonly status: 201;
  readonly effect: Effect;
  readonly body: B;
}

/** The answer to every save in a sheet; if all its entries were stored before, nothing changed. */
export const answerSaved = <B extends { readonly entries: readonly { readonly replayed: boolean }[] }>(body: B): Answered<B> => ({
  status: 201,
  effect: effectOf(body.entries.every(({ replayed }) => replayed)),
  body,
});

/** The answer to every act on a whole sheet. */
export const answerState = <B extends { readonly replayed: boolean }>(body: B): Answered<B> => ({ status: 201, effect: effectOf(body.replayed), body });
