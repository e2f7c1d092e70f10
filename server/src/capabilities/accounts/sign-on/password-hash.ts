import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id, as OWASP's Password Storage Cheat Sheet recommends where 19 MiB a sign-in can be spared. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** The hash of a random text that nobody knows, so that an account without a password costs the same time as any. */
const NOBODYS = `${PREFIX}7qCzFbSY9OZ2oUI8Fggt1g$bkH7mmfEMLBcHJc7yZP+Kk+JGMH7K+bM2n2PkHd2lyE`;

const inOneForm = (password: string) => password.normalize('NFC');

/** What is stored of a password: argon2id in PHC form, with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(inOneForm(password), COST);

/** Whether a password is the one; where there is none to compare with, false after the same work. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const same = await verify(stored ?? NOBODYS, inOneForm(password));
  return same && stored !== null;
}

/** Whether a hash was made at another cost than today's, and is to be made anew while the password is at hand. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(PREFIX);
