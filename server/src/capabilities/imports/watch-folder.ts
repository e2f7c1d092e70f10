import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_IMPORT_BYTES } from '@parindex/core/contracts/limits';
import type { Context } from '../../context.ts';
import { inTransaction, inTransactionAs } from '../../db/transaction.ts';
import { repeat } from '../../jobs/repeat.ts';
import { findSigningIn } from '../accounts/queries/sign-on.ts';
import { findOwnersMembership } from './queries/batches.ts';
import { readBatchFile } from './read-file.ts';
import { type FeedResult, reportText, takeFile } from './take-file.ts';

/** A folder where other systems put files of figures, with a subfolder for each round, and the account that uploads them. */
export interface FeedSetting {
  readonly folder: string;
  /** Sign-in name of an owner of those rounds. */
  readonly account: string;
}

interface FileState {
  /** Size and time when last polled: a file is taken once they no longer change. */
  readonly state: string;
  /** Why it could not be taken, as it was logged, and the moment from which it is tried again. */
  readonly failed?: { readonly told: string; readonly notBefore: number };
}

/** What is known of each file from the polls before. */
export type FileStates = Map<string, FileState>;

const [WORKING, DONE, REFUSED] = ['.dang-nhan', 'da-nhan', 'khong-nhan'] as const;
/** After this long a taken but unfinished file is free again: its process must have died. */
const ABANDONED_MS = 10 * 60_000;
/** After this long what failed is tried again. */
const AFTER_FAILURE_MS = 60_000;

const ROUND = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names of files that programs are still writing, and of their leftovers. */
const UNFINISHED = /^[.~]|\.(?:tmp|part|partial|crdownload|filepart)$/i;

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** Takes a file for this process alone: of two competing processes, one fails. */
async function claimed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Beside a taken file, which lies under its claim alone: the name that it came by. A name of its own may be as long as the file system allows. */
const NAME_NOTE = '.ten';
/** Most bytes of a name, of which file systems allow 255, before which a moment and a mark and after which an ending are put. */
const MOST_NAME_BYTES = 200;

/** A name cut to so many bytes: between whole characters, its ending kept. */
function shortenedName(name: string): string {
  if (Buffer.byteLength(name) <= MOST_NAME_BYTES) return name;
  const ending = /\.[^.]{1,8}$/u.exec(name)?.[0] ?? '';
  let room = MOST_NAME_BYTES - Buffer.byteLength(`…${ending}`);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('vi').segment(name)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept}…${ending}`;
}

/** Returns files taken by processes that died. */
async function reclaimAbandoned(inbox: string, now: number): Promise<void> {
  const claims = await readdir(join(inbox, WORKING)).catch((): string[] => []);
  for (const claim of claims) {
    const place = join(inbox, WORKING, claim);
    const { ctimeMs } = await stat(place).catch(() => ({ ctimeMs: now }));
    if (now - ctimeMs <= ABANDONED_MS) continue;
    if (claim.endsWith(NAME_NOTE)) {
      if (!claims.includes(claim.slice(0, -NAME_NOTE.length))) await rm(place, { force: true });
      continue;
    }
    // Releases before this one put the name behind the claim.
    const name = await readFile(`${place}${NAME_NOTE}`, 'utf8').catch(() => claim.slice(CLAIM_LENGTH + 1) || claim);
    if (await claimed(place, join(inbox, name))) await rm(`${place}${NAME_NOTE}`, { force: true });
  }
}

const CLAIM_LENGTH = randomUUID().length;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One poll: every file that no longer changes is stored as a batch that waits for agreement. What fails is logged once, tried again later, and holds up nothing beside it. True if any was taken. */
export async function takeSettledFiles(context: Context, { folder, account }: FeedSetting, seen: FileStates): Promise<boolean> {
  let took = false;
  const there = new Set<string>();
  const rounds = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && ROUND.test(entry.name));
  /** Does what concerns one place, unless it failed a moment ago. */
  const apart = async (place: string, state: string, work: () => Promise<void>) => {
    const failed = seen.get(place)?.failed;
    if (failed && failed.notBefore > Date.now()) return;
    try {
      await work();
    } catch (error) {
      // The claim of each turn is another, and no other failure.
      const told = messageOf(error).replaceAll(A_CLAIM, '');
      if (told !== failed?.told) context.log(`the watched folder: ${place}`, error);
      seen.set(place, { state, failed: { told, notBefore: Date.now() + AFTER_FAILURE_MS } });
    }
  };
  for (const { name: round } of rounds) {
    const inbox = join(folder, round);
    there.add(inbox);
    await apart(inbox, '', async () => {
      await reclaimAbandoned(inbox, Date.now());
      const files = (await readdir(inbox, { withFileTypes: true })).filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name));
      seen.delete(inbox);
      for (const { name } of files) {
        const place = join(inbox, name);
        const found = await stat(place).catch(() => undefined);
        if (!found) continue;
        const state = `${found.size} ${found.mtimeMs}`;
        there.add(place);
        const before = seen.get(place);
        if (before?.state !== state) {
          seen.set(place, { state });
          continue;
        }
        await apart(place, state, async () => {
          await mkdir(join(inbox, WORKING), { recursive: true });
          const claim = randomUUID();
          const mine = join(inbox, WORKING, claim);
          await writeFile(`${mine}${NAME_NOTE}`, name);
          try {
            if (!(await claimed(place, mine))) return;
            await settle(context, { account, round, inbox, name, mine, place, mark: claim.slice(0, 8), size: found.size });
          } finally {
            // A file that could not go back yet still needs its name.
            if (!(await stat(mine).catch(() => undefined))) await rm(`${mine}${NAME_NOTE}`, { force: true });
          }
          seen.delete(place);
          took = true;
        });
      }
    });
  }
  for (const place of [...seen.keys()]) if (!there.has(place)) seen.delete(place);
  return took;
}

const A_CLAIM = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface Taken {
  readonly account: string;
  readonly round: string;
  readonly inbox: string;
  readonly name: string;
  readonly mine: string;
  readonly place: string;
  readonly mark: string;
  readonly size: number;
}

/** Stores a taken file as a batch and puts it, with its report, where the sender looks; after a failure that is not the file's, it goes back. */
async function settle(context: Context, taken: Taken): Promise<void> {
  const { account, round, inbox, name, mine, place, mark, size } = taken;
  const moment = context.clock.now();
  try {
    const result = await bring(context, account, round, name, mine, size, moment);
    const folder = join(inbox, result.kind === 'brought' ? DONE : REFUSED);
    await mkdir(folder, { recursive: true });
    const kept = `${moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${mark}-${shortenedName(name)}`;
    await writeFile(join(folder, `${kept}.bao-cao.txt`), reportText(result, { round, name, origin: context.origin, moment }));
    await rename(mine, join(folder, kept));
  } catch (error) {
    await rename(mine, place).catch(() => undefined);
    throw error;
  }
}

async function bring(context: Context, email: string, round: string, name: string, mine: string, size: number, moment: Date): Promise<FeedResult> {
  if (size > MOST_IMPORT_BYTES)
    return { kind: 'refused', why: { vi: `Tệp lớn hơn ${MOST_IMPORT_BYTES} byte.`, en: `The file has more than ${MOST_IMPORT_BYTES} bytes.` } };
  const person = await inTransaction(context.signOn, {}, moment, false, (db) => findSigningIn(db, 'email', email));
  if (!person)
    return {
      kind: 'refused',
      why: {
        vi: `PARINDEX_FEED_ACCOUNT: không có tài khoản “${email}” đang hoạt động.`,
        en: `PARINDEX_FEED_ACCOUNT: there is no account “${email}” at work.`,
      },
    };
  const read = await readBatchFile(await readFile(mine));
  return inTransactionAs(context, person.id, moment, async (db) => {
    const membership = await findOwnersMembership(db, round);
    return takeFile({ db, account: person.id, membership: membership ?? null, receivedAt: moment }, { round, name, read });
  });
}

const BETWEEN_MS = 5_000;

/** Watches the folder while the process runs. The returned function stops it. */
export function watchFeed(context: Context, feed: FeedSetting): () => Promise<void> {
  const seen: FileStates = new Map();
  return repeat({
    work: async () => {
      await takeSettledFiles(context, feed, seen);
      // New files must be seen twice, unchanged, before they are taken.
      return false;
    },
    betweenMs: BETWEEN_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => context.log('the watched folder', error),
  });
}
