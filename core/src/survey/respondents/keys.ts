import { searchKey } from '../../text/search-key.ts';
import { mailboxOf } from './mail-address.ts';
import type { Respondent } from './types.ts';

/** By what one respondent is known to be another: their number, their box, or their name at one place. */
export const SAME_BY = ['phone', 'mail', 'person', 'likePerson'] as const;
export type SameBy = (typeof SAME_BY)[number];

/** A respondent as normalised keys, to be held against others. */
export interface RespondentKeys {
  readonly phone: string | null;
  readonly mail: string | null;
  /** The name with its marks, however they are set: Hoà and Hòa alike, Hùng and Hưng apart. */
  readonly name: string;
  /** Search keys of position and unit; null where neither is told, as a name alone is nobody, or no name is. */
  readonly place: string | null;
}

/** Tones, which are set on one or the other vowel of a syllable. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word of a name with its tone at its end. */
const withToneLast = (word: string): string => word.replace(TONE, '') + (word.match(TONE) ?? []).join('');

const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(withToneLast)
    .join(' ');

/** The keys of a respondent. */
export function respondentKeys({ name, position, unit, phone, mail }: Omit<Respondent, 'line' | 'group' | 'address' | 'note'>): RespondentKeys {
  const place = [position, unit].map((part) => searchKey(part ?? ''));
  return {
    phone,
    mail: mail === null ? null : mailboxOf(mail),
    name: nameKey(name),
    place: name === '' || place.every((part) => part === '') ? null : place.join(' | '),
  };
}

/** The name as it is searched for: without marks. */
const plainName = ({ name }: RespondentKeys): string => searchKey(name);

/** Whether two names that are alike without marks differ in them: one that was written without any may be either. */
const differInMarks = (a: RespondentKeys, b: RespondentKeys): boolean => a.name !== b.name && plainName(a) !== a.name && plainName(b) !== b.name;

/** Respondents that are there already, by their keys, with what tells which they are. */
export class KnownRespondents<T> {
  readonly #byPhone = new Map<string, T>();
  readonly #byMail = new Map<string, T>();
  readonly #byPerson = new Map<string, { readonly keys: RespondentKeys; readonly known: T }[]>();

  add(keys: RespondentKeys, known: T): void {
    if (keys.phone !== null && !this.#byPhone.has(keys.phone)) this.#byPhone.set(keys.phone, known);
    if (keys.mail !== null && !this.#byMail.has(keys.mail)) this.#byMail.set(keys.mail, known);
    const person = personOf(keys);
    if (person !== null) this.#byPerson.set(person, [...(this.#byPerson.get(person) ?? []), { keys, known }]);
  }

  /** Who is the same as a respondent, by each key that says so; `likePerson` where names differ in their marks alone, as two persons' may. */
  sameAs(keys: RespondentKeys): { readonly by: SameBy; readonly known: T }[] {
    const phone = keys.phone === null ? undefined : this.#byPhone.get(keys.phone);
    const mail = keys.mail === null ? undefined : this.#byMail.get(keys.mail);
    const person = personOf(keys);
    const alike = person === null ? [] : (this.#byPerson.get(person) ?? []);
    const same = alike.find((one) => !differInMarks(one.keys, keys));
    return [
      ...(phone === undefined ? [] : [{ by: 'phone' as const, known: phone }]),
      ...(mail === undefined ? [] : [{ by: 'mail' as const, known: mail }]),
      ...(same ? [{ by: 'person' as const, known: same.known }] : alike[0] ? [{ by: 'likePerson' as const, known: alike[0].known }] : []),
    ];
  }
}

const personOf = (keys: RespondentKeys): string | null => (keys.place === null ? null : `${plainName(keys)} | ${keys.place}`);
