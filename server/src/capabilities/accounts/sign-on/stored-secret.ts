import { decryptSecret, encryptSecret } from '../../../keys/encrypt-secret.ts';
import type { Keys } from '../../../keys/keys.ts';

/** Whose secret it is: what was encrypted for one account opens no other. */
const of = (account: string) => `credential ${account}`;

/** A device's secret as it is stored. */
export const storeSecret = (keys: Keys, account: string, secret: string): string => encryptSecret(keys, of(account), secret);

/** The secret that is stored of an account's device. */
export const readSecret = (keys: Keys, account: string, stored: string): string => decryptSecret(keys, of(account), stored);
