import { PassThrough } from 'node:stream';
import { computeLines } from '../cli/src/compute-lines.ts';
import { SnapshotFiles } from '../cli/src/files.ts';
import { isLinesHead } from '../cli/src/read-snapshot.ts';
import { type Terminal, WrongUse } from '../cli/src/terminal.ts';
import { computeIndex } from '../core/src/compute-index.ts';
import { readJson } from '../core/src/reading/json.ts';
import { faultsOfReading, Unreadable } from '../core/src/reading/raw.ts';
import { RESULT_FORMAT } from '../core/src/scoring/result.ts';
import type { Json } from '../core/src/testing/documents.ts';

/** Nobody watches. */
export const TERMINAL: Terminal = {
  language: 'en',
  colours: false,
  watched: false,
  screen: false,
  input: new PassThrough(),
  environment: {},
  write: async () => {},
  writeBytes: async () => {},
  say: () => {},
};

/** What the TypeScript side makes of a snapshot's text, in one document or in lines: a result, faults, or that it cannot be read. */
export async function answerOf(text: string): Promise<Json> {
  try {
    const [first = '', ...lines] = text.split('\n');
    if (isLinesHead(first)) return await answerOfLines(first, lines);
    const document = readJson(text);
    const { result, faults } = computeIndex(document.value, new SnapshotFiles('', process.cwd(), TERMINAL.language).readScheme, faultsOfReading(document));
    return result ? plain(result) : faultsOf(faults.list);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof WrongUse) return { unreadable: error.message };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The result of lines, put together as the one that the same document would have. */
async function answerOfLines(head: string, lines: readonly string[]): Promise<Json> {
  let answer: Json = null;
  const each = async function* () {
    yield* lines;
  };
  await computeLines(head, each(), '-', TERMINAL, async (outcome) => {
    if ('faults' in outcome) answer = faultsOf(outcome.faults.map(({ fault }) => fault));
    else answer = plain({ ...outcome.head, format: RESULT_FORMAT, bodies: Array.from(outcome.bodies(), (line) => JSON.parse(line)), summary: outcome.summary });
  });
  return answer;
}

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const faultsOf = (list: readonly { readonly code: string; readonly path: string }[]): Json => ({ faults: list.map(({ code, path }) => ({ code, path })) });
