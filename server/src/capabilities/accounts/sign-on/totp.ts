import { Secret, TOTP } from 'otpauth';

/** Seconds that a code is valid; authenticator apps support no other value. */
const PERIOD = 30;
/** Steps before and after that are accepted too, as clocks of phones differ. */
const WINDOW = 1;

const totpOf = (secret: string, email = '') => new TOTP({ issuer: 'ParIndex', label: email, secret: Secret.fromBase32(secret), period: PERIOD });

/** A new secret in Base32: 160 bits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The content of the QR code for an authenticator app. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The time step that a code belongs to, the neighbouring ones included; undefined if it is wrong. */
export function stepOfCode(secret: string, code: string, moment: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: moment.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(moment.getTime() / 1000 / PERIOD) + delta;
}
