import net from 'node:net';

export interface SpeakingClamd {
  readonly port: number;
  close(): Promise<void>;
}

/** Something that speaks clamd's protocol and answers as told: for what a healthy clamd never does. */
export async function startSpeakingClamd(answer: (content: Buffer, socket: net.Socket) => string | undefined): Promise<SpeakingClamd> {
  const server = net.createServer((socket) => {
    const pieces: Buffer[] = [];
    let answered = false;
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece);
      const all = Buffer.concat(pieces);
      if (answered || !(all.subarray(-4).equals(Buffer.alloc(4)) || all.toString('latin1') === 'zVERSION\0')) return;
      answered = true;
      const said = answer(all, socket);
      if (said !== undefined) socket.end(`${said}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as net.AddressInfo).port, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}
