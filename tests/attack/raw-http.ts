import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { counted, type Target, times } from './target.ts';

interface Heard {
  readonly text: string;
  /** Whether the server has closed the line. */
  readonly closed: boolean;
}

/** Says bytes on a line and hears what comes until the server closes it, or for so long. */
export function sayRaw(address: string, bytes: string | Buffer, longest = 3_000): Promise<Heard> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    const end = (closed: boolean) => {
      clearTimeout(clock);
      socket.destroy();
      resolve({ text, closed });
    };
    const clock = setTimeout(() => end(false), longest);
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
  });
}

export const statusesOf = (text: string): string[] => [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status as string);

const post = (headers: string, body: string) => `POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;
const SMUGGLED = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** Requests whose end two readers could see at different places: one answer at most, never one for what is hidden in the body. */
export const SMUGGLING: Readonly<Record<string, string>> = {
  'length and chunks': post(`Content-Length: ${SMUGGLED.length + 5}\r\nTransfer-Encoding: chunked`, `0\r\n\r\n${SMUGGLED}`),
  'chunks and length': post(`Transfer-Encoding: chunked\r\nContent-Length: 4`, `0\r\n\r\n${SMUGGLED}`),
  'two lengths': post(`Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}`, SMUGGLED),
  'a length with a sign': post('Content-Length: +0', SMUGGLED),
  'an odd encoding': post('Transfer-Encoding: xchunked', `0\r\n\r\n${SMUGGLED}`),
  'an encoding twice': post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${SMUGGLED}`),
  'a folded header': post('X-A: b\r\n Content-Length: 0', SMUGGLED),
  'a space before the colon': post('Content-Length : 0', SMUGGLED),
  'a bare line feed': `POST /api/session HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n${SMUGGLED.replaceAll('\r', '')}`,
  'a bad chunk': post('Transfer-Encoding: chunked', `ZZ\r\n${SMUGGLED}`),
  'an endless chunk': post('Transfer-Encoding: chunked', `FFFFFFFFFFFFFFFFF\r\n${SMUGGLED}`),
};

/** Lines of HTTP that no browser writes. */
export async function rawHttp(target: Target): Promise<void> {
  const { address } = target.served;
  const host = new URL(address).host;
  const get = (headers: string, path = '/api/health') => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`;

  const heard = await Promise.all(
    Object.entries(SMUGGLING).map(async ([name, bytes]) => [name, await sayRaw(address, bytes.replaceAll('localhost', host))] as const),
  );
  const through = heard.filter(([, { text }]) => statusesOf(text).includes('200'));
  target.judge('requests within requests', counted(heard.flatMap(([, { text }]) => statusesOf(text))), [
    through.length > 0 && `answered what was hidden: ${through.map(([name]) => name).join(', ')}`,
  ]);

  const odd: Readonly<Record<string, string>> = {
    'a header of a megabyte': get(`X-A: ${'a'.repeat(1_048_576)}\r\n`),
    '5,000 headers': get(times(5_000, (index) => `X-${index}: a\r\n`).join('')),
    '2,000 cookies': get(`Cookie: ${times(2_000, (index) => `c${index}=1`).join('; ')}\r\n`),
    'a thousand sessions': get(`Cookie: ${times(300, () => 'parindex_session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaa').join('; ')}\r\n`, '/api/session'),
    'an address of 100,000 characters': get('', `/api/${'a'.repeat(100_000)}`),
    'an address elsewhere': `GET http://other.example/api/health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    'no host': 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n',
    'two hosts': `GET /api/health HTTP/1.1\r\nHost: ${host}\r\nHost: other.example\r\nConnection: close\r\n\r\n`,
    'a line to elsewhere': `CONNECT other.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    'its own request back': `TRACE / HTTP/1.1\r\nHost: ${host}\r\nCookie: parindex_session=secret\r\nConnection: close\r\n\r\n`,
    'another protocol': get('Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n').replace(
      'Connection: close',
      'Connection: Upgrade',
    ),
    'HTTP/2 without TLS': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'a header with a line break': get('X-A: a\rSet-Cookie: b\r\n'),
    'bytes of chance': Buffer.from(times(4_096, (index) => (index * 7919) % 256)).toString('latin1'),
    expect: get('Expect: 200-everything\r\nContent-Length: 5\r\n'),
  };
  const answers = await Promise.all(Object.entries(odd).map(async ([name, bytes]) => [name, await sayRaw(address, Buffer.from(bytes, 'latin1'))] as const));
  const statuses = answers.map(([, { text }]) => statusesOf(text)[0] ?? 'closed');
  target.judge(`${answers.length} lines that no browser writes`, counted(statuses), [
    statuses.some((status) => status.startsWith('5') && status !== '505') &&
      `failed at ${answers.filter((_, index) => statuses[index]?.startsWith('5')).map(([name]) => name)}`,
    statuses.includes('101') && 'the protocol was changed',
    answers.some(([, { text }]) => text.includes('parindex_session=secret')) && 'a request was sent back',
    answers.some(([, { text }]) => /^Set-Cookie: b/im.test(text)) && 'a header was split',
  ]);

  await target.whileSomebodyWorks('20 lines with 2,000 requests each, one behind the other, whose answers nobody reads', async () => {
    const requests = `GET /api/openapi.json HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(2_000);
    const sockets = times(20, () => silent(address, requests));
    await pause(8_000);
    for (const socket of sockets) socket.destroy();
    return [];
  });

  await target.whileSomebodyWorks(
    '1,500 lines whose headers come a byte a second',
    async () => {
      const sockets = times(1_500, () => silent(address, `GET /api/health HTTP/1.1\r\nHost: ${host}\r\nX-A: `));
      const closed = () => sockets.filter(({ destroyed, readyState }) => destroyed || readyState === 'closed').length;
      for (let seconds = 0; seconds < 27; seconds += 1) {
        for (const socket of sockets) if (socket.writable) socket.write('a');
        await pause(1_000);
      }
      const left = sockets.length - closed();
      for (const socket of sockets) socket.destroy();
      return [left === 0 ? 'all closed' : `${left} still open`];
    },
    ([told]) => told !== 'all closed' && `${told} after 27 seconds`,
  );
}

/** A line on which something is said and nothing is read. */
function silent(address: string, bytes: string): Socket {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  socket.on('error', () => {});
  if (bytes.length > 1_000) socket.pause();
  else socket.resume();
  return socket;
}
