import net from 'node:net';
import type { Readable } from 'node:stream';

/** A scanner's verdict on a content; `told` names what it found. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly told: string };

/** Scans contents for malware. */
export interface Scanner {
  /** Reads a content to its end. Throws ScannerDown without a verdict: then nothing is known. */
  scan(content: Readable | AsyncIterable<Uint8Array>): Promise<Verdict>;
  /** Its name with its signatures: "ClamAV 1.0.7/27500/…". Throws ScannerDown. */
  version(): Promise<string>;
}

/** No verdict: the scanner is missing, hangs, or refuses the content. */
export class ScannerDown extends Error {
  /** Whether it does not work at all, or was waited for in vain. */
  readonly how: 'away' | 'silent' | 'noVerdict';
  constructor(why: string, cause?: unknown, how: ScannerDown['how'] = 'noVerdict') {
    super(why, { cause });
    this.name = 'ScannerDown';
    this.how = how;
  }
}

/** Chunk size for clamd. */
const PIECE = 64 * 1024;
/** Longest silences in milliseconds: until there is a line, of a greeting, and of a scan, as clamd needs time for a large archive. */
export interface Silences {
  readonly connecting: number;
  readonly greeting: number;
  readonly scanning: number;
}

const LONGEST: Silences = { connecting: 5_000, greeting: 10_000, scanning: 120_000 };

/** "tcp://127.0.0.1:3310" or "unix:/run/clamav/clamd.ctl". */
type Address = { readonly host: string; readonly port: number } | { readonly path: string };

const connect = (address: Address): net.Socket => net.connect({ ...address });

/** Sends a command to clamd and reads its single answer. */
async function converse(
  address: Address,
  { connecting, silence }: { readonly connecting: number; readonly silence: number },
  say: (write: (bytes: Uint8Array | string) => Promise<void>) => Promise<void>,
): Promise<string> {
  const socket = connect(address);
  let silent = false;
  socket.setTimeout(Math.min(connecting, silence), () => {
    silent = true;
    socket.destroy(new Error('the scanner is silent'));
  });
  socket.once('connect', () => socket.setTimeout(silence));
  let answer = '';
  const answered = new Promise<string>((resolve, reject) => {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', (error) => reject(new ScannerDown('the scanner cannot be reached', error, silent ? 'silent' : 'away')));
    socket.on('close', () => resolve(answer));
  });
  // Errors while sending are explained by the answer.
  answered.catch(() => {});
  try {
    await say(async (bytes) => {
      // It may have answered and stopped reading already: a stream over its limit.
      if (socket.destroyed || answer !== '') return;
      if (!socket.write(bytes)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), answered.catch(() => {})]);
    });
    return (await answered).replace(/\0$/, '').trim();
  } finally {
    socket.destroy();
  }
}

/** Splits a stream into chunks with their lengths. */
async function sendPieces(content: Readable | AsyncIterable<Uint8Array>, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for await (const chunk of content as AsyncIterable<Uint8Array>)
    for (let from = 0; from < chunk.length; from += PIECE) {
      const piece = chunk.subarray(from, from + PIECE);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      await write(length);
      await write(piece);
    }
  await write(Buffer.alloc(4));
}

/** clamd by its INSTREAM command. Anything but a plain "OK" or "FOUND" is no verdict, so it fails closed. */
export function clamd(address: Address, { connecting, greeting, scanning }: Silences = LONGEST): Scanner {
  return {
    async scan(content) {
      const answer = await converse(address, { connecting, silence: scanning }, async (write) => {
        await write('zINSTREAM\0');
        await sendPieces(content, write);
      });
      if (answer === 'stream: OK') return { clean: true };
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      // Over its own limit it has not scanned: AlertExceedsMax reports that, which is not malware.
      if (found !== undefined && !found.startsWith('Heuristics.Limits.Exceeded')) return { clean: false, told: found };
      throw new ScannerDown(`the scanner gave no verdict: ${answer || 'no answer'}`, undefined, answer ? 'noVerdict' : 'away');
    },
    async version() {
      const answer = await converse(address, { connecting, silence: greeting }, (write) => write('zVERSION\0'));
      if (!answer) throw new ScannerDown('the scanner gave no answer', undefined, 'away');
      return answer;
    },
  };
}

/** The configured scanner; undefined without one. Throws a RangeError on an invalid address. */
export function openScanner(setting: string | undefined, silences?: Silences): Scanner | undefined {
  if (!setting) return undefined;
  const path = /^unix:(\/.+)$/.exec(setting)?.[1];
  if (path !== undefined) return clamd({ path }, silences);
  const url = URL.parse(setting);
  if (url?.protocol !== 'tcp:' || !url.hostname || !url.port) throw new RangeError(`not the address of a scanner: ${setting}`);
  return clamd({ host: url.hostname, port: Number(url.port) }, silences);
}
