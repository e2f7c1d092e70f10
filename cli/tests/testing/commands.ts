import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { languageOf, main } from '../../src/main.ts';

/** Where commands run: relative files are those of the project. */
export const ROOT = path.join(import.meta.dirname, '../../..');
export const BIN = path.join(ROOT, 'cli/bin/parindex.js');

/** What a command line gave. */
interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

interface Around {
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands in standard input. */
  readonly input?: string;
}

/** Runs a command line as the command does, in this process; an error that it does not expect is thrown. */
export async function parindex(args: readonly string[], { environment = {}, input = '' }: Around = {}): Promise<Ran> {
  const [out, err]: [Buffer[], string[]] = [[], []];
  const write = async (data: string | Uint8Array) => void out.push(Buffer.from(data));
  const exit = await main(args, {
    ...{ language: languageOf(args), colours: false, watched: false, screen: false },
    input: Readable.from([Buffer.from(input)]),
    environment,
    write,
    writeBytes: write,
    say: (text) => err.push(text),
  });
  return { exit, out: Buffer.concat(out).toString(), err: err.join('') };
}

/** Settings that lead to an installation; none of this process's own reaches a command. */
const LEADS_ELSEWHERE = /^(?:DATABASE_|PARINDEX_(?:DATA|STORE|KEYS|BACKUP_RECIPIENTS)$)/;

/** Runs the real command in a process of its own. */
export function parindexProcess(args: readonly string[], { environment = {}, input = '' }: Around = {}): Promise<Ran> {
  const own = Object.entries(process.env).filter(([name]) => !LEADS_ELSEWHERE.test(name));
  const child = spawn(process.execPath, [BIN, ...args], { cwd: ROOT, env: { ...Object.fromEntries(own), ...environment } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  // A command that ends before it has read all is told by its exit status.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out: out.join(''), err: err.join('') })));
}
