import { createHash } from 'node:crypto';
import { at, Faults, isObject, type Raw, type RawDocument, ROOT, Unreadable } from '@parindex/core';
import { type BodyChanges, type BodyRegistry, lastName, readBodies, readBodyTable } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { hashOfContent } from '../../../audit/hashing.ts';
import { type ActToRecord, recordAct } from '../../../audit/record.ts';
import type { Writing } from '../../../db/transaction.ts';
import { Problem, unreadableProblem } from '../../../http/problems.ts';
import { lockBodies, readStoredBodies, type StoredBody } from '../queries/bodies.ts';
import { changesTo, keepBodies, recordOfChanges } from './keep-bodies.ts';

/** A document that was checked together with the stored bodies while these are locked. */
export interface JudgedImport {
  readonly stored: readonly StoredBody[];
  readonly registry: BodyRegistry;
  /** The ids of the bodies in the document. */
  readonly told: readonly string[];
}

/** More faults than anybody reads; the answer gives their number. */
const MOST_FAULTS_TOLD = 1_000;

/** Checks a document against the stored bodies and locks these until the transaction ends. Adds faults, each with its line. */
export async function judgeImport(db: Writing, document: RawDocument, faults: Faults): Promise<JudgedImport | undefined> {
  await lockBodies(db);
  const stored = await readStoredBodies(db);
  const csv = isObject(document.value) ? document.value['csv'] : undefined;
  const read = csv === undefined ? readBodies(document.value, new Faults(), stored) : readTable(csv, document.value, stored, faults);
  if (!read) return undefined;
  if (read.registry) return { stored, registry: read.registry, told: read.told };
  const list = csv === undefined ? withLines(read.faults, document) : read.faults.list.map((fault) => inCsv(fault));
  for (const fault of list.slice(0, MOST_FAULTS_TOLD)) faults.copy(withShortDetails(fault));
  if (list.length > MOST_FAULTS_TOLD) throw new Problem('faulty', { faults, more: { faultCount: list.length } });
  return undefined;
}

type Fault = Faults['list'][number];

function readTable(csv: Raw, whole: Raw, stored: readonly StoredBody[], faults: Faults) {
  for (const key of Object.keys(whole as object)) if (key !== 'csv') faults.add('unknownKey', at(ROOT, key), { key });
  // The schema has reported it already.
  if (typeof csv !== 'string') return undefined;
  try {
    return readBodyTable(csv, stored);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unreadableProblem(error);
  }
}

const isOfStored = ({ keys }: Fault) => keys[0] === 'stored';

const inCsv = (fault: Fault): Fault => (isOfStored(fault) ? fault : { ...fault, keys: ['csv', ...fault.keys], path: `/csv${fault.path}` });

/** Enough of a wrong value to recognise it. */
const LONGEST_FOUND = 100;

function withShortDetails(fault: Fault): Fault {
  const { found } = fault.details;
  return found === undefined || found.length <= LONGEST_FOUND ? fault : { ...fault, details: { ...fault.details, found: `${found.slice(0, LONGEST_FOUND)}…` } };
}

const withLines = (faults: Faults, document: RawDocument): Fault[] =>
  faults.list.map((fault, index) =>
    isOfStored(fault) || index >= MOST_FAULTS_TOLD ? fault : { ...fault, details: { ...fault.details, line: String(document.locate(fault.keys).line) } },
  );

const hashOfDocument = (body: { readonly csv?: string | undefined }): string =>
  (body.csv === undefined ? hashOfContent(body) : createHash('sha256').update(body.csv).digest()).toString('hex');

/** Merges a checked document into the bodies in one act; `dryRun` only reports what would change. Nothing is ever deleted. */
export async function importBodies(acting: Acting, { stored, registry, told }: JudgedImport, body: { readonly csv?: string | undefined }, dryRun: boolean) {
  const changes = changesTo(stored, registry);
  if (!dryRun) {
    const stands = await keepBodies(acting, changes);
    const { content, erasable } = recordOfChanges(changes);
    const act: ActToRecord = {
      act: 'body.import',
      subject: 'bodies',
      content: { ...content, form: body.csv === undefined ? 'json' : 'csv', told: String(told.length), hash: hashOfDocument(body), stands },
    };
    await recordAct(acting, erasable ? { ...act, erasable } : act);
  }
  return { dryRun, ...presentChanges(changes, told) };
}

function presentChanges({ added, changed }: BodyChanges, told: readonly string[]) {
  const touched = new Set([...added, ...changed.map(({ after }) => after)].map(({ id }) => id));
  const unchanged = told.filter((id) => !touched.has(id)).length;
  return {
    counts: { told: told.length, added: added.length, changed: changed.length, unchanged },
    changes: [
      ...added.map((body) => ({ id: body.id, name: lastName(body).full, change: 'added' as const, fields: [] })),
      ...changed.map(({ after, fields }) => ({ id: after.id, name: lastName(after).full, change: 'changed' as const, fields })),
    ],
  };
}
