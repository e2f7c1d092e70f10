import type { Language } from './language.ts';

/** A text for people, a list of them, or what makes one of what it is about. */
type Text = string | readonly string[] | ((...about: never[]) => string | readonly string[]);

/** One text in both languages. */
export type InBoth<T extends Text = string> = { readonly [L in Language]: T };

/** The names of a closed set, as steps or roles: none can be left out. */
export type Names<Key extends string> = { readonly [K in Key]: InBoth };

/** What a fault, a refusal or another finding tells beside its code. */
export type Details = Readonly<Record<string, string>>;

/** A sentence for each code, made of its details. */
export type Sentences<Code extends string> = { readonly [K in Code]: InBoth<(details: Details) => string> };

/** A name that has its one place elsewhere, to stand under a key among other texts. */
export const named = <K extends string>(names: { readonly [L in Language]: Readonly<Record<K, string>> }, key: K): InBoth => ({
  vi: names.vi[key],
  en: names.en[key],
});

declare const MADE: unique symbol;

/** Texts as they are read: the same keys in each language. Made by `texts` alone. */
export type Texts<T> = { readonly [L in Language]: T } & { readonly [MADE]: true };

/** Texts as they are written. Those made elsewhere, as names of states, may stand under a key. */
type Tree = { readonly [key: string]: InBoth<Text> | Texts<object> | Tree | readonly Tree[] };

/** A text of the same kind in other words: for the same arguments. */
type Alike<T> = T extends string
  ? string
  : T extends readonly unknown[]
    ? readonly string[]
    : T extends (...about: infer About) => infer Made
      ? (...about: About) => Alike<Made>
      : never;

type InOne<T> = T extends Texts<infer Made> ? Made : T extends { readonly vi: infer Vi } ? Alike<Vi> : { readonly [K in keyof T]: InOne<T[K]> };

/** Refuses English that is not made of what the Vietnamese is made of. */
type Matching<T> =
  T extends Texts<object> ? T : T extends { readonly vi: infer Vi } ? { readonly vi: Vi; readonly en: Alike<Vi> } : { readonly [K in keyof T]: Matching<T[K]> };

const inOne = (tree: unknown, language: Language): unknown => {
  if (Array.isArray(tree)) return tree.map((branch) => inOne(branch, language));
  const branches = tree as Readonly<Record<string, unknown>>;
  return 'vi' in branches ? branches[language] : Object.fromEntries(Object.entries(branches).map(([key, branch]) => [key, inOne(branch, language)]));
};

/**
 * Texts that belong together, each written as `{ vi, en }` under its key: `texts({ title: { vi: 'Kỳ đánh giá', en: 'Rounds' } })`
 * is read as `.vi.title`. The compiler refuses a text that one of the languages lacks.
 */
/* @__NO_SIDE_EFFECTS__ */
export function texts<T extends Tree>(tree: T & Matching<T>): Texts<InOne<T>> {
  return { vi: inOne(tree, 'vi'), en: inOne(tree, 'en') } as Texts<InOne<T>>;
}
