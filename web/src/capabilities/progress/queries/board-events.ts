import { type BoardEvent, boardEventsAddress } from './board.ts';

type TabMessage =
  | { readonly kind: 'rows'; readonly event: BoardEvent }
  | { readonly kind: 'reload' }
  | { readonly kind: 'live'; readonly live: boolean }
  | { readonly kind: 'hello' };

export interface BoardHeard {
  rows(event: BoardEvent): void;
  /** The board must be loaded again. */
  reload(): void;
  /** Whether changes are being received. */
  live(is: boolean): void;
}

/** Milliseconds before retrying a stream that was refused, or closed for good by a proxy. */
const TRY_AGAIN = 30_000;

/**
 * Listens for changes of a board. Of all windows of a browser that show it, the one holding the lock keeps the only
 * connection and informs the others; when it closes, the next takes over. Returns a function that stops it.
 */
export function followBoard(round: string, account: string, heard: BoardHeard): () => void {
  const name = `parindex-board-${account}-${round}`;
  const ended = new AbortController();
  const channel = new BroadcastChannel(name);
  let live: boolean | undefined;
  const take = (told: TabMessage) => {
    if (told.kind === 'rows') heard.rows(told.event);
    else if (told.kind === 'reload') heard.reload();
    else if (told.kind === 'live') heard.live(told.live);
  };
  const tell = (told: TabMessage) => {
    channel.postMessage(told);
    take(told);
  };
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    // Only the leading window knows.
    if (data.kind === 'hello' && live !== undefined) channel.postMessage({ kind: 'live', live } satisfies TabMessage);
    else take(data);
  };
  channel.postMessage({ kind: 'hello' } satisfies TabMessage);
  const become = (is: boolean) => {
    live = is;
    tell({ kind: 'live', live });
  };
  const { signal } = ended;
  navigator.locks
    .request(name, { signal }, async () => {
      while (!signal.aborted) {
        await listen(round, signal, tell, become);
        become(false);
        if (!signal.aborted) await pause(TRY_AGAIN, signal);
      }
    })
    .catch(() => undefined)
    .finally(() => channel.close());
  return () => ended.abort();
}

/** One connection until it closes for good; the browser reconnects after interruptions by itself. */
function listen(round: string, signal: AbortSignal, tell: (told: TabMessage) => void, become: (live: boolean) => void): Promise<void> {
  const source = new EventSource(boardEventsAddress(round));
  return new Promise((resolve) => {
    const end = () => {
      source.close();
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
    source.addEventListener('open', () => become(true));
    source.addEventListener('rows', ({ data }) => tell({ kind: 'rows', event: JSON.parse(data) as BoardEvent }));
    source.addEventListener('reload', () => tell({ kind: 'reload' }));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) end();
      else become(false);
    });
  });
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
