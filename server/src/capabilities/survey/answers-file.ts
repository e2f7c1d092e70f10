import { createHash } from 'node:crypto';
import { type AnsweredBody, type ClosedResponse, type LineForm, responseLines } from '@parindex/core/survey/export/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import type pg from 'pg';
import type { Clock } from '../../clock.ts';
import { type Credentials, inTransaction } from '../../db/transaction.ts';
import { FIRST_ID, readClosedAnswers } from './queries/answers-export.ts';

/** Responses read in one transaction. */
const AT_ONCE = 500;

/** By this spreadsheets know that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rights ended while it was sent: the file breaks off rather than end as if it were whole. */
class AnswersIncomplete extends Error {
  constructor(round: string, group: string, found: number, expected: number) {
    super(`answers of ${group} in ${round}: ${found} of ${expected}`);
  }
}

export interface AnswersRequest {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  /** In whose name it is read, by which credentials: where these end, the file does. */
  readonly account: string;
  readonly credentials: Credentials;
  readonly round: string;
  readonly group: string;
  readonly form: Questionnaire;
  readonly bodies: readonly AnsweredBody[];
  readonly as: LineForm;
}

/** A group's answers, a part of a body at a time, each in a transaction of its own: a slow receiver holds no connection, and what is closed does not change. */
async function* readInParts({ pool, clock, account, credentials, round, group, bodies }: AnswersRequest): AsyncGenerator<ClosedResponse[]> {
  for (const { id: body } of bodies)
    for (let after = FIRST_ID; ; ) {
      const from = after;
      const part = await inTransaction(pool, credentials, clock.now(), false, async (db, who) =>
        who?.account === account ? readClosedAnswers(db, round, group, body, from, AT_ONCE) : [],
      );
      if (part.length > 0) yield part;
      if (part.length < AT_ONCE) break;
      after = part.at(-1)?.id as string;
    }
}

/**
 * A group's answers as CSV, one line a response, in the order of bodies and of ids that were made by chance: the same request gives the same bytes. Only with
 * its end is its hash known, so that its last line tells it, with how many responses there are: "# rows N, sha256 …", of all bytes before that line.
 */
export async function* answersFile(request: AnswersRequest): AsyncGenerator<Buffer> {
  const { form, as, round, group, bodies } = request;
  const [lines, hash] = [responseLines(form, as), createHash('sha256')];
  const hashed = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  yield hashed(BYTE_ORDER_MARK + lines.head);
  let rows = 0;
  for await (const part of readInParts(request)) {
    rows += part.length;
    yield hashed(part.map(lines.line).join(''));
  }
  const expected = bodies.reduce((sum, { responses }) => sum + responses, 0);
  if (rows !== expected) throw new AnswersIncomplete(round, group, rows, expected);
  yield Buffer.from(lines.last(rows, hash.digest('hex')));
}
