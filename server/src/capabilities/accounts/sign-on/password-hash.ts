import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's Password Storage Cheat Sheet recommends, with 19 MiB per sign-in. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** The hash of a random text that nobody knows, so that an account without a password takes as long as any other. */
const NOBODYS = `${PREFIX}7qCzFbSY9OZ2oUI8Fggt1g$bkH7mmfEMLBcHJc7yZP+Kk+JGMH7K+bM2n2PkHd2lyE`;

const inOneForm = (password: string) => password.normalize('NFC');

/** What is stored of a password: argon2id in PHC form, with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(inOneForm(password), COST);

/** What a password is compared with, so that an account that has none costs the same work. */
export const comparedWith = (stored: string | null): string => stored ?? NOBODYS;

/** Whether the password is right; without a hash to compare with, false after the same work. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const same = await verify(comparedWith(stored), inOneForm(password));
  return same && stored !== null;
}

/** Whether a hash has an outdated cost and should be made again while the password is at hand. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(PREFIX);
