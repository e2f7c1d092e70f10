import { type MessagePort, parentPort } from 'node:worker_threads';
import type pg from 'pg';
import { connectServing } from '../../../db/connect.ts';
import { type Credentials, inTransaction } from '../../../db/transaction.ts';
import { FIRST_ID, readClosedAnswers } from '../queries/answers-export.ts';
import { AnswersFileWriter, type AnswersForm, type EndedFile } from './answers-writer.ts';

// Run by answers-file.ts as a worker: told what a file is of, it answers with its beginning, then each time it is asked with the next part, at last with the end.

export interface AnswersWanted extends AnswersForm {
  /** Of the database, under the role that serves. */
  readonly url: string;
  /** In whose name it is read, by which credentials: where these end, nothing more is found. */
  readonly account: string;
  readonly credentials: Credentials;
  readonly round: string;
  readonly group: string;
}

export type AnswersWord = { readonly begin: AnswersWanted } | { readonly next: Date };

export interface EndedAnswers extends EndedFile {
  readonly rows: number;
}

/** Responses read in one transaction. */
const AT_ONCE = 500;

let reading: { readonly wanted: AnswersWanted; readonly pool: pg.Pool; readonly writer: AnswersFileWriter; readonly left: string[] };
let [after, rows] = [FIRST_ID, 0];

/** The next part, in a transaction of its own: a slow receiver holds none. */
async function next(at: Date): Promise<Uint8Array | EndedAnswers> {
  const { pool, writer, left, wanted } = reading;
  for (let body = left[0]; body !== undefined; body = left[0]) {
    const of = body;
    const part = await inTransaction(pool, wanted.credentials, at, false, async (db, who) =>
      who?.account === wanted.account ? readClosedAnswers(db, wanted.round, wanted.group, of, after, AT_ONCE) : [],
    );
    after = part.at(-1)?.id ?? FIRST_ID;
    if (part.length < AT_ONCE) {
      left.shift();
      after = FIRST_ID;
    }
    rows += part.length;
    if (part.length > 0) return writer.add(of, part);
  }
  await pool.end();
  return { ...(await writer.end(rows)), rows };
}

async function answerTo(word: AnswersWord): Promise<Uint8Array | EndedAnswers> {
  if ('next' in word) return next(word.next);
  const { begin: wanted } = word;
  reading = { wanted, pool: connectServing(wanted.url, 1, { prepared: false }), writer: new AnswersFileWriter(wanted), left: [...wanted.names.keys()] };
  [after, rows] = [FIRST_ID, 0];
  return reading.writer.begin();
}

const port = parentPort as MessagePort;
port.on('message', async (word: AnswersWord) => port.postMessage(await answerTo(word)));
