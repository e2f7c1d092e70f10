import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { clearFailures, countFailure, countRefusal, findFailures, type GuessKind, isKnownDevice, readRefusals, takeGuessLock } from '../queries/sign-on.ts';
import type { Sender } from './known-device.ts';

/** Failures in a row before any delay. */
const FREE = 5;
const LONGEST_WAIT_S = 15 * 60;
/** Without a failure for this long, the count starts again. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** Refusals are counted and limited by quarters of an hour. */
const QUARTER_MS = 15 * 60_000;
/** Most refusals of one address: thousands may sit behind one, and few of them mistype on a device that is not known. */
const MOST_OF_ADDRESS = 100;
/** Most refusals of one IPv6 network of 48 bits, which one customer of a provider may hold. */
const MOST_OF_NETWORK = 200;
/** From so many refusals in all on, addresses that have failed often lately wait; nobody else does. */
const MANY_IN_ALL = 2_000;
/** What one address, and one network, may still fail while there are so many. */
const MOST_OF_ADDRESS_THEN = 20;
const MOST_OF_NETWORK_THEN = 40;

/** Seconds to wait after this many failures in a row: 1, 2, 4, … from the fifth on, at most a quarter of an hour. */
export const waitAfter = (failures: number): number => (failures < FREE ? 0 : Math.min(2 ** (failures - FREE), LONGEST_WAIT_S));

const tooMany = (seconds: number) => new Problem('tooManyTries', { more: { retryAfter: seconds } });

/** The quarter of an hour of a moment. */
export const quarterOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / QUARTER_MS) * QUARTER_MS);

/** What counts as one address: of IPv6 the first 56 bits, as a household or office is given at least these. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (!isIPv6(plain)) return plain;
  const [before = [], after] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = after ? [...before, ...new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after] : before;
  const [first = 0, second = 0, third = 0, fourth = 0] = groups.slice(0, 4).map((group) => Number.parseInt(group, 16));
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** How all addresses of an IPv6 network of 48 bits begin; an IPv4 address is counted alone. */
const networkOf = (group: string): string => /^(?:[\da-f]+:){3}/.exec(group)?.[0] ?? group;

const hashOf = (who: string): string => createHash('sha256').update(who).digest('hex');

/** An attempt that is being judged. */
export interface Attempt {
  /** Under what its failures are counted: the name, a device that its account knows, or an open session. */
  readonly who: string;
  readonly kind: GuessKind;
  readonly address: string;
}

/**
 * Refused while too much was refused of its address or network. What others guess elsewhere lowers what an address that
 * itself guesses may fail, and holds up nobody who has not failed.
 */
async function holdBackStrangers({ db, receivedAt }: Acting, address: string): Promise<void> {
  const quarter = quarterOf(receivedAt);
  const { ofAddress, ofNetwork, inAll } = await readRefusals(db, quarter, address, networkOf(address));
  const many = inAll >= MANY_IN_ALL;
  if (ofAddress < (many ? MOST_OF_ADDRESS_THEN : MOST_OF_ADDRESS) && ofNetwork < (many ? MOST_OF_NETWORK_THEN : MOST_OF_NETWORK)) return;
  throw tooMany(Math.ceil((quarter.getTime() + QUARTER_MS - receivedAt.getTime()) / 1000));
}

/**
 * Delays attempts at one account: refused while it is blocked, and while another attempt is being judged, so that
 * simultaneous ones are counted one by one. By email, whether the account exists or not. A device that the account knows
 * has a count of its own, and so has an open session, whatever its browser keeps: guesses from elsewhere do not hold it up.
 */
export async function holdBack(acting: Acting, email: string, kind: GuessKind, { address, device }: Sender, session?: string): Promise<Attempt> {
  const { db, receivedAt } = acting;
  const known = device !== undefined && (await isKnownDevice(db, device, email)) ? device.toString('hex') : session && hashOf(`session ${session}`);
  const attempt = { who: known ?? hashOf(email), kind, address: addressGroup(address) };
  if (known === undefined) await holdBackStrangers(acting, attempt.address);
  if (!(await takeGuessLock(db, attempt.who, kind))) throw tooMany(1);
  const found = await findFailures(db, attempt.who, kind);
  const wait = found ? found.notBefore.getTime() - receivedAt.getTime() : 0;
  if (wait > 0) throw tooMany(Math.ceil(wait / 1000));
  return attempt;
}

/** Counts a failure, of an account or of nobody. The transaction must be committed even though the request is refused. */
export async function slowDown({ db, receivedAt }: Acting, { who, kind, address }: Attempt, account: string | null): Promise<void> {
  const found = await findFailures(db, who, kind);
  const forgotten = !found || found.notBefore.getTime() + FORGOTTEN_MS < receivedAt.getTime();
  const failures = forgotten ? 1 : found.failures + 1;
  await countFailure(db, who, kind, failures, new Date(receivedAt.getTime() + waitAfter(failures) * 1000), new Date(receivedAt.getTime() - FORGOTTEN_MS));
  await countRefusal(db, { quarter: quarterOf(receivedAt), account_id: account, kind, address });
}

/** A success clears what was counted. */
export const clearDelay = ({ db }: Acting, { who, kind }: Attempt): Promise<void> => clearFailures(db, who, kind);

/** A new password clears what was counted under the name. */
export const clearDelayOfName = ({ db }: Acting, email: string): Promise<void> => clearFailures(db, hashOf(email), 'password');
