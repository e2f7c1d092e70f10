type Words = string | ((...about: never[]) => string) | { readonly [key: string]: Words };

/** The same keys and the same arguments, in other words. */
type Alike<T> = T extends string ? string : T extends (...about: infer A) => string ? (...about: A) => string : { readonly [K in keyof T]: Alike<T[K]> };

export interface Bilingual<T> {
  readonly vi: T;
  readonly en: T;
}

/** Texts of one task in both languages: the compiler refuses a text that one of them lacks. */
export const bilingual = <const T extends { readonly [key: string]: Words }>(vi: T, en: Alike<T>): Bilingual<Alike<T>> => ({
  vi: vi as unknown as Alike<T>,
  en,
});
