import { connect, createServer, type Socket } from 'node:net';

/** What a proxy does with the connections that it has. */
type Line =
  | 'open'
  /** Nothing goes through any more, and nobody is told: as when a host vanishes or a firewall forgets. */
  | 'silent';

export interface TcpProxy {
  readonly port: number;
  /** Cuts what is open at this moment off without a word; new connections go through. */
  silence(): void;
  /** Lets new connections through, or leaves them unanswered too. */
  set(line: Line): void;
  close(): Promise<void>;
}

/** A line to a server that can be disturbed. */
export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  const pairs = new Set<{ readonly near: Socket; readonly far: Socket }>();
  let line: Line = 'open';
  const server = createServer((near) => {
    near.on('error', () => {});
    if (line === 'silent') return void near.pause();
    const far = connect(port, host);
    const pair = { near, far };
    pairs.add(pair);
    far.on('error', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  return {
    port: (server.address() as { port: number }).port,
    silence() {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.removeAllListeners('close');
        far.removeAllListeners('close');
        near.pause();
        far.pause();
      }
    },
    set(next) {
      line = next;
    },
    async close() {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
