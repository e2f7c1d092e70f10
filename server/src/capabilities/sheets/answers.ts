import { type Effect, effectOf } from '../../audit/acting.ts';

interface Answered<B> {
  readonly status: 201;
  readonly effect: Effect;
  readonly body: B;
}

/** What every save in a sheet answers; where all of its entries came before, it changed nothing. */
export const answerSaved = <B extends { readonly entries: readonly { readonly replayed: boolean }[] }>(body: B): Answered<B> => ({
  status: 201,
  effect: effectOf(body.entries.every(({ replayed }) => replayed)),
  body,
});

/** What every act on a whole sheet answers. */
export const answerState = <B extends { readonly replayed: boolean }>(body: B): Answered<B> => ({ status: 201, effect: effectOf(body.replayed), body });
