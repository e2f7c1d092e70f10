import { type AddressInfo, connect, createServer } from 'node:net';

/** A line to a server that breaks when told to: what was on its way is cut within a piece, and no browser is told that it is offline. */
export interface BreakingLine {
  readonly address: string;
  /** Breaks once a connection has brought so many bytes to the server, and lets nothing through until it is laid again: no browser sends by itself what was cut. */
  breakAfter(bytes: number): void;
  /** Lets nothing through until it is laid again. */
  cut(): void;
  /** Breaks as soon as something comes back: what was asked for is done, and nobody hears of it. */
  loseAnswer(): void;
  /** Says to everything that the server is not available, as what stands before one does while it is started. */
  refuse(): void;
  lay(): void;
  /** How often it broke. */
  readonly broke: number;
  close(): Promise<void>;
}

export async function layLine(to: string): Promise<BreakingLine> {
  const { hostname, port } = new URL(to);
  let limit = Number.POSITIVE_INFINITY;
  let broke = 0;
  const open = new Set<() => void>();
  let isCut = false;
  let refuses = false;
  let losesAnswer = false;
  const cutAll = () => {
    isCut = true;
    for (const cut of open) cut();
  };
  const line = createServer((here) => {
    if (isCut) {
      here.destroy();
      return;
    }
    if (refuses) {
      here.once('data', () => here.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'));
      here.on('error', () => undefined);
      return;
    }
    const there = connect(Number(port), hostname);
    let brought = 0;
    const cut = () => {
      here.destroy();
      there.destroy();
      open.delete(cut);
    };
    open.add(cut);
    here.on('data', (piece) => {
      brought += piece.length;
      if (brought < limit) {
        if (there.write(piece)) return;
        here.pause();
        there.once('drain', () => here.resume());
        return;
      }
      limit = Number.POSITIVE_INFINITY;
      broke += 1;
      cutAll();
    });
    there.prependListener('data', () => {
      if (!losesAnswer) return;
      losesAnswer = false;
      broke += 1;
      cutAll();
    });
    there.pipe(here);
    for (const end of [here, there]) end.on('error', cut).on('close', cut);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    breakAfter: (bytes) => {
      limit = bytes;
    },
    cut: cutAll,
    loseAnswer: () => {
      losesAnswer = true;
    },
    refuse: () => {
      refuses = true;
      for (const cut of open) cut();
    },
    lay: () => {
      isCut = false;
      refuses = false;
      losesAnswer = false;
    },
    get broke() {
      return broke;
    },
    close: () =>
      new Promise((resolve) => {
        for (const cut of open) cut();
        line.close(() => resolve());
      }),
  };
}
