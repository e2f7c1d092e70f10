import type { KeptAnchor } from '@parindex/core/contracts/schemas/index';
import pg from 'pg';
import { hashOfAudit, hashOfBlock, hashOfEntry, hashOfPayload, NO_BLOCK, Root } from '../../audit/hashing.ts';
import { countHeldRows, streamStrayRows } from '../../audit/queries/audited-tables.ts';
import { isSignedBy } from '../../audit/sign-block.ts';
import { AS_OF_ONE_MOMENT, inBackground } from '../../db/background.ts';
import { queriesOver } from '../../db/connect.ts';
import { schemaObjects } from '../../db/schema-check.ts';
import type { SealKey } from '../../keys/key-file.ts';
import type { Finding, FindingCode, Purged } from './findings.ts';
import {
  type AuditColumns,
  type EntryRow,
  type PayloadColumns,
  type SealedRow,
  streamEntries,
  streamSealed,
  streamSealedTwice,
  streamTalesWithoutEntry,
  streamUnsealed,
} from './queries/verify.ts';
import { checkEditions } from './verify-editions.ts';
import { schemaFindings } from './verify-schema.ts';
import { sheetsThatDiffer } from './verify-sheets.ts';
import { numbersOf, SignatureCheck, type Signatures } from './verify-signatures.ts';

/** What a trail is verified against: kept outside the database. */
export interface VerifyAgainst {
  readonly anchor?: KeptAnchor | undefined;
  /** Keys that sign seals, the newest last. */
  readonly keys?: readonly SealKey[];
  /** A backup is of a time before: its trail may end before the newest key was made. */
  readonly mayBeOlder?: boolean;
}

/** What a check read, and how many faults it found. */
export interface Verdict {
  readonly rows: number;
  readonly blocks: number;
  readonly signatures: Signatures;
  readonly entries: number;
  /** Rows of audited tables that are compared with the trail; none where the trail has not recorded the table. */
  readonly registers: number;
  /** Adopted editions, each held against its hash and signature. */
  readonly editions: number;
  /** Rows that are not in a block yet: tampering with them before they are sealed cannot be found. */
  readonly unsealed: number;
  readonly purged: number;
  readonly findings: number;
}

/** What was read of a whole database. */
export interface DatabaseVerdict extends Verdict {
  /** Tables, functions, policies, triggers and rights that were held against the release. */
  readonly definitions: number;
}

export interface Listener {
  found(finding: Finding): void;
  purged(purged: Purged): void;
  /** Reported now and then: the number of rows read so far. */
  progress?(rows: number): void;
}

const PROGRESS_EVERY = 1_000;

/** One check under way. */
class Check {
  readonly #listener: Listener;
  rows = 0;
  blocks = 0;
  entries = 0;
  unsealed = 0;
  purged = 0;
  findings = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  found(code: FindingCode, told: Omit<Finding, 'code'>): void {
    this.findings += 1;
    this.#listener.found({ code, ...told });
  }

  read(): void {
    if ((this.rows + this.entries) % PROGRESS_EVERY === 0) this.#listener.progress?.(this.rows + this.entries);
  }

  /** An erasable payload must match the hash in its row, or have been purged by an act that names it. */
  payload(row: PayloadColumns, of: { n: string } | { entry: string }): void {
    if (row.payload_id === null) {
      if (row.payload_hash !== null) this.found('payloadRemoved', of);
      return;
    }
    if (row.payload_hash === null || row.salt === null) {
      this.found('payloadRemoved', of);
      return;
    }
    if (row.payload_in_place !== true) this.found('payloadMoved', of);
    else if (row.payload_kept_as_acted !== true) this.found('payloadReachChanged', of);
    if (row.payload !== null) {
      if (!hashOfPayload(row.salt, row.payload).equals(row.payload_hash)) this.found('payloadChanged', of);
    } else if (row.purged_by_act === null || !row.purge_told) {
      this.found('payloadRemoved', of);
    } else {
      this.purged += 1;
      this.#listener.purged({ ...of, act: row.purged_by_act });
    }
  }

  auditRow(row: AuditColumns & { readonly at: Date }, n: string): void {
    this.rows += 1;
    this.read();
    const { at, actor, office, act, subject, round_id: round, body_id: body, content, payload_hash: payloadHash } = row;
    if (!hashOfAudit({ at, actor, office, act, subject, round, body, content, payloadHash }).equals(row.hash)) this.found('rowChanged', { n });
    this.payload(row, { n });
  }
}

/** A block whose rows come one by one. */
interface OpenBlock {
  readonly head: SealedRow;
  readonly root: Root;
  count: number;
  last: bigint;
  inOrder: boolean;
  complete: boolean;
}

interface Before {
  readonly number: number;
  readonly hash: Buffer;
  readonly total: bigint;
}

/** Judges a block once all its rows are read, against the previous one. */
function closeBlock(check: Check, { head, root, count, last, inOrder, complete }: OpenBlock, before: Before): Before {
  const block = head.number;
  check.blocks += 1;
  if (block > before.number + 1) check.found('blockRemoved', { numbers: numbersOf({ first: before.number + 1, last: block - 1 }) });
  if (!inOrder) check.found('orderChanged', { block });
  if (complete && !root.end().equals(head.root)) check.found('rootWrong', { block });
  const total = before.total + BigInt(head.count);
  const fits =
    hashOfBlock({ number: block, count: head.count, total: head.total, sealedAt: head.sealed_at, root: head.root, previous: head.previous }).equals(
      head.block_hash,
    ) &&
    head.count === count &&
    head.first === head.n &&
    (!inOrder || BigInt(head.last) === last);
  if (!fits) check.found('blockChanged', { block });
  if (!head.previous.equals(before.hash) || (before.number === block - 1 && BigInt(head.total) !== total)) check.found('chainBroken', { block });
  return { number: block, hash: head.block_hash, total: BigInt(head.total) };
}

const isOf = ({ hash, count }: KeptAnchor, { block_hash, total }: SealedRow) => hash.toLowerCase() === block_hash.toString('hex') && String(count) === total;

/** What was kept outside, held against each block as it is read: the anchor, the signatures, and the head that stood when the newest key was made. */
class AnchorCheck {
  readonly #check: Check;
  readonly #anchor: KeptAnchor | undefined;
  readonly #newest: SealKey | undefined;
  readonly #mayBeOlder: boolean;
  readonly #signatures: SignatureCheck;

  constructor(check: Check, { anchor, keys = [], mayBeOlder = false }: VerifyAgainst) {
    this.#check = check;
    this.#anchor = anchor;
    this.#newest = keys.at(-1);
    this.#mayBeOlder = mayBeOlder;
    this.#signatures = new SignatureCheck(keys, (code, told) => check.found(code, told));
    if (anchor && !isGenuine(anchor, keys)) check.found('anchorForged', { block: anchor.number, key: anchor.key as string });
  }

  block(row: SealedRow): void {
    const { number, total, sealed_at: sealedAt, block_hash: hash, key_id: key, signature } = row;
    this.#signatures.block({ number, total, sealedAt, hash, key, signature });
    if (this.#anchor?.number === number && !isOf(this.#anchor, row)) this.#check.found('rewritten', { block: number });
    if (this.#newest?.after.number === number && !isOf(this.#newest.after, row)) this.#check.found('notAsKeyTells', { block: number, key: this.#newest.id });
  }

  end(last: number): Signatures {
    if (this.#anchor && this.#anchor.number > last) this.#check.found('tailCut', { block: this.#anchor.number });
    if (!this.#mayBeOlder && this.#newest && this.#newest.after.number > last)
      this.#check.found('endsBeforeKey', { block: this.#newest.after.number, key: this.#newest.id });
    return this.#signatures.end();
  }
}

/** Whether an anchor bears the signature of a key that is known; one without a signature is taken as it is. */
function isGenuine({ number, count, at, hash, key, signature }: KeptAnchor, keys: readonly SealKey[]): boolean {
  if (!key || !signature) return true;
  const known = keys.find(({ id }) => id === key);
  const block = { number, total: String(count), sealedAt: new Date(at ?? 0), hash: Buffer.from(hash, 'hex') };
  return known !== undefined && isSignedBy(known, block, Buffer.from(signature, 'base64'));
}

async function checkBlocks(check: Check, client: pg.ClientBase, against: VerifyAgainst): Promise<Signatures> {
  const anchored = new AnchorCheck(check, against);
  let before: Before = { number: 0, hash: NO_BLOCK, total: 0n };
  let open: OpenBlock | undefined;
  for await (const row of streamSealed(client)) {
    if (open?.head.number !== row.number) {
      if (open) before = closeBlock(check, open, before);
      open = { head: row, root: new Root(), count: 0, last: -1n, inOrder: true, complete: true };
      anchored.block(row);
    }
    if (row.n === null) continue;
    open.count += 1;
    open.inOrder &&= BigInt(row.n) > open.last;
    open.last = BigInt(row.n);
    if (row.at === null) {
      open.complete = false;
      check.found('rowRemoved', { n: row.n, block: row.number });
    } else {
      open.root.add(row.n, row.hash);
      check.auditRow({ ...row, at: row.at }, row.n);
    }
  }
  if (open) before = closeBlock(check, open, before);
  const signatures = anchored.end(before.number);
  for await (const { n } of streamSealedTwice(client)) check.found('rowTwice', { n });
  return signatures;
}

async function checkUnsealed(check: Check, client: pg.ClientBase): Promise<void> {
  for await (const row of streamUnsealed(client)) {
    check.auditRow(row as typeof row & { at: Date }, row.n);
    if (row.below) check.found('rowAdded', { n: row.n });
    else check.unsealed += 1;
  }
}

const hashOfRow = (row: EntryRow): Buffer =>
  hashOfEntry({
    id: row.id,
    round: row.round_id,
    body: row.body_id,
    seq: row.seq,
    targetKind: row.target_kind,
    target: row.target,
    act: row.act,
    stage: row.stage,
    standing: row.standing,
    actor: row.actor,
    office: row.office,
    onBehalfOf: row.on_behalf_of,
    receivedAt: row.received_at,
    base: row.base,
    edition: row.edition_id,
    changes: row.changes,
    texts: row.texts,
    points: row.points,
    reasonCode: row.reason_code,
    citations: row.citations,
    origin: row.origin,
    cause: row.cause,
    payloadHash: row.payload_hash,
  });

/** Checks an entry by its hash, and that its audit row says the same. */
function checkEntry(check: Check, row: EntryRow): void {
  const entry = row.id;
  check.entries += 1;
  check.read();
  if (!hashOfRow(row).equals(row.hash)) check.found('entryChanged', { entry });
  check.payload(row, { entry });
  if (row.told === null) check.found('entryUntold', { entry });
  else if (row.told_content?.['hash'] !== row.hash.toString('hex')) check.found('entryToldOtherwise', { entry, n: row.told });
}

async function checkEntries(check: Check, client: pg.ClientBase): Promise<void> {
  let sheet = '';
  let [seq, last] = [0, ''];
  for await (const row of streamEntries(client)) {
    if (row.id === last) {
      check.found('entryToldTwice', { entry: row.id, n: row.told as string });
      continue;
    }
    last = row.id;
    const place = `${row.round_id}/${row.body_id}`;
    if (place !== sheet) [sheet, seq] = [place, 0];
    if (row.seq > seq + 1) check.found('seqMissing', { sheet, numbers: numbersOf({ first: seq + 1, last: row.seq - 1 }) });
    seq = row.seq;
    checkEntry(check, row);
  }
  for await (const { n, subject } of streamTalesWithoutEntry(client)) check.found('entryRemoved', { n, entry: subject.slice('entry:'.length) });
}

/** Audited tables: each row must equal its last record in the trail. */
async function checkRegisters(check: Check, client: pg.ClientBase): Promise<void> {
  for await (const { register, row, n, columns } of streamStrayRows(client)) {
    if (n === null) check.found('registerUntold', { register, row });
    else if (columns === null) check.found('registerRemoved', { register, row, n });
    else check.found('registerChanged', { register, row, n, columns });
  }
}

/**
 * Checks the whole trail: every audit row, payload, block and entry by its hash; the chain, and the signatures of its blocks; that entries and trail agree;
 * that every sheet equals the fold of its entries; that audited tables equal their records; that adopted editions are what was signed. Reads by cursor in the open
 * transaction, under a role that may read everything. Findings go to the listener as they come, however many.
 */
export async function verifyTrail(client: pg.ClientBase, against: VerifyAgainst, listener: Listener): Promise<Verdict> {
  const check = new Check(listener);
  const signatures = await checkBlocks(check, client, against);
  await checkUnsealed(check, client);
  await checkEntries(check, client);
  for await (const sheet of sheetsThatDiffer(client)) check.found('sheetDiffers', { sheet });
  await checkRegisters(check, client);
  const registers = await countHeldRows(queriesOver(client as pg.PoolClient));
  const editions = await checkEditions(client, against.keys ?? [], (code, told) => check.found(code, told));
  const { rows, blocks, entries, unsealed, purged, findings } = check;
  return { rows, blocks, signatures, entries, registers, editions, unsealed, purged, findings };
}

/** The trail of a database by its address, at one moment, while people work, and its tables, functions, policies, triggers and rights; runs under parindex_owner. */
export async function verifyDatabase(ownerUrl: string, against: VerifyAgainst, listener: Listener): Promise<DatabaseVerdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inBackground(client, AS_OF_ONE_MOMENT, async () => {
      const schema = await schemaFindings(client);
      for (const finding of schema) listener.found(finding);
      const verdict = await verifyTrail(client, against, listener);
      return { ...verdict, definitions: schemaObjects, findings: verdict.findings + schema.length };
    });
  } finally {
    await client.end();
  }
}
