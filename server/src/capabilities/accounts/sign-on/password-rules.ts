import { type Language, searchKey } from '@parindex/core';
import type { Names } from '@parindex/core/words/texts';
import { Problem } from '../../../http/problems.ts';
import { isOfCommonWords } from './common-passwords.ts';
import { bareOf, guessesOf } from './estimate-guesses.ts';

const SHORTEST = 12;
/** From this length on, a password of common words is a passphrase, and accepted. */
const SENTENCE = 20;
/** Shortest part of a name or email that is reported as contained in a password. */
const PART = 4;
/** Least guesses that a password must cost, as a power of ten. */
const LEAST_GUESSES = 11;
/** Least number of characters that differ from each other. */
const DIFFERENT = 5;

const WEAKNESSES = {
  tooShort: { vi: `Mật khẩu phải có ít nhất ${SHORTEST} ký tự.`, en: `A password has at least ${SHORTEST} characters.` },
  common: {
    vi: 'Mật khẩu này chỉ gồm những từ thường được dùng làm mật khẩu, kèm chữ số hoặc ký hiệu.',
    en: 'This password is made of nothing but words that passwords are commonly made of, with digits or signs.',
  },
  sequence: {
    vi: 'Mật khẩu là một dãy liền nhau trên bàn phím hoặc theo thứ tự, hoặc chỉ gồm chữ số.',
    en: 'The password is a run of the keyboard or the alphabet, or digits alone.',
  },
  repeated: { vi: 'Mật khẩu chỉ lặp lại vài ký tự hoặc một đoạn ngắn.', en: 'The password only repeats a few characters or a short part.' },
  personal: {
    vi: 'Mật khẩu không được chứa họ tên hoặc tên trong địa chỉ thư điện tử.',
    en: 'A password must not contain the name or the name of the email address.',
  },
  guessable: {
    vi: 'Mật khẩu dễ đoán: chủ yếu gồm từ thông dụng, địa danh, tên cơ quan hoặc năm. Hãy dùng một câu ngắn gồm vài từ không liên quan với nhau.',
    en: 'The password is easy to guess: mostly common words, places, names of bodies or years. Take a short sentence of a few words that have nothing to do with each other.',
  },
} as const satisfies Names<string>;
export type Weakness = keyof typeof WEAKNESSES;

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik'];
const RUNS_BOTH_WAYS = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);
/** Shortest sequence that is reported as one. */
const PIECE = 4;

/** Digits and punctuation that stand for letters. */
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

const plain = (text: string) => searchKey(text).replaceAll(' ', '');
/** Letters only; where a character may stand for a letter, the caller tries both readings. */
const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
const unleet = (text: string) => [...text].map((sign) => LEET[sign] ?? sign).join('');

function isCommon(password: string): boolean {
  if (password.length >= SENTENCE && /\s/.test(password.trim())) return false;
  const bare = bareOf(password);
  const trimmed = bare.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  return [letters(bare), letters(unleet(bare)), letters(unleet(trimmed))].some((text) => text.length > 0 && isOfCommonWords(text));
}

/** Removes every piece of a sequence, longest first; what is left shows whether there was anything else. */
function isSequence(password: string): boolean {
  const text = password.toLowerCase();
  if (/^\d+$/.test(text)) return true;
  let rest = 0;
  for (let start = 0; start < text.length; ) {
    let length = 0;
    for (let tried = PIECE; start + tried <= text.length && RUNS_BOTH_WAYS.some((run) => run.includes(text.slice(start, start + tried))); tried += 1)
      length = tried;
    if (length === 0) rest += 1;
    start += Math.max(1, length);
  }
  return rest <= text.length / 4;
}

function isRepeated(password: string): boolean {
  const signs = [...password.toLowerCase()];
  if (new Set(signs).size < DIFFERENT) return true;
  const text = signs.join('');
  // A text found within its own doubling before its end is a repetition of a shorter one.
  return (text + text).indexOf(text, 1) < text.length;
}

function isPersonal(password: string, person: { readonly name: string; readonly email: string }): boolean {
  const text = plain(password);
  const [local = ''] = person.email.split('@', 1);
  const parts = [plain(local), plain(person.name), ...local.split(/[^a-z0-9]+/i).map(plain)];
  return parts.some((part) => part.length >= PART && text.includes(part));
}

/** Everything wrong with a password for a person; empty if it is acceptable. Length is counted in NFC characters. */
export function weaknessesOf(password: string, person: { readonly name: string; readonly email: string }): Weakness[] {
  const text = password.normalize('NFC');
  const found: Record<Exclude<Weakness, 'guessable'>, boolean> = {
    tooShort: [...text].length < SHORTEST,
    common: isCommon(text),
    sequence: isSequence(text),
    repeated: isRepeated(text),
    personal: isPersonal(text, person),
  };
  const weaknesses: Weakness[] = (Object.keys(found) as (keyof typeof found)[]).filter((weakness) => found[weakness]);
  if (weaknesses.length > 0) return weaknesses;
  // Told where nothing else says why.
  const known = [person.name, ...person.email.split(/[^\p{L}\d]+/u)];
  return guessesOf(text, known) < LEAST_GUESSES ? ['guessable'] : [];
}

/** Refuses a weak password with everything that is wrong with it; `path` is its place in the request. */
export function refuseWeak(password: string, person: { readonly name: string; readonly email: string }, path: string): void {
  const reasons = weaknessesOf(password, person);
  if (reasons.length === 0) return;
  const told = (language: Language) => reasons.map((reason) => WEAKNESSES[reason][language]).join(' ');
  throw new Problem('weakPassword', { detail: { vi: told('vi'), en: told('en') }, more: { reasons, path } });
}
