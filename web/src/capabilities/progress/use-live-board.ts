import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Board, type BoardRow, boardQuery } from './queries/board.ts';
import { followBoard } from './queries/board-events.ts';

/** How long a changed row stays marked, and the shortest interval between announcements, in milliseconds. */
const MARKED = 6_000;
const SAID_EVERY = 15_000;

interface Newer {
  readonly at: string;
  readonly row: BoardRow;
}

const textOf = (row: BoardRow) => JSON.stringify(row);

const newest = (board: Board, changes: ReadonlyMap<string, Newer>): Board => {
  const at = [...changes.values()].reduce((latest, change) => (change.at > latest ? change.at : latest), board.at);
  // Data read after a change was announced already contains it.
  const rows = board.rows.map((row) => {
    const change = changes.get(row.body.id);
    return change && change.at >= board.at ? change.row : row;
  });
  return { ...board, at, rows };
};

/** A round's board, live: read once, then updated by the stream; without a stream it is polled. */
export function useLiveBoard(round: string, account: string | undefined) {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  const [changes, setChanges] = useState<ReadonlyMap<string, Newer>>(new Map());
  const [marked, setMarked] = useState<ReadonlyMap<string, number>>(new Map());
  const { data, error, refetch } = useQuery(boardQuery(round, live));
  const shown = useRef<ReadonlyMap<string, string>>(new Map());

  useEffect(() => {
    if (account === undefined) return;
    return followBoard(round, account, {
      rows({ at, rows }) {
        setChanges((before) => new Map([...before, ...rows.map((row) => [row.body.id, { at, row }] as const)]));
        // A first message carries all rows, so only those that differ from what is shown are marked.
        const others = rows.filter((row) => (shown.current.get(row.body.id) ?? textOf(row)) !== textOf(row));
        if (others.length > 0) setMarked((before) => new Map([...before, ...others.map(({ body }) => [body.id, Date.now()] as const)]));
      },
      reload: () => void client.invalidateQueries({ queryKey: ['board', round] }),
      live: setLive,
    });
  }, [round, account, client]);

  useEffect(() => {
    if (marked.size === 0) return;
    const timer = setTimeout(() => setMarked((before) => new Map([...before].filter(([, since]) => Date.now() - since < MARKED))), 1_000);
    return () => clearTimeout(timer);
  }, [marked]);

  const board = useMemo(() => data && newest(data, changes), [data, changes]);
  useEffect(() => {
    shown.current = new Map(board?.rows.map((row) => [row.body.id, textOf(row)]));
  }, [board]);
  return { board, error, refetch, live, marked, said: useSaid(board, marked) };
}

/** Names of changed bodies, collected so that a screen reader does not talk without pause. */
function useSaid(board: Board | undefined, marked: ReadonlyMap<string, number>): readonly string[] {
  const [said, setSaid] = useState<{ readonly at: number; readonly bodies: readonly string[] }>({ at: 0, bodies: [] });
  useEffect(() => {
    if (marked.size === 0) return;
    const timer = setTimeout(() => setSaid({ at: Date.now(), bodies: [...marked.keys()] }), Math.max(0, said.at + SAID_EVERY - Date.now()));
    return () => clearTimeout(timer);
  }, [marked, said.at]);
  const names = new Map(board?.rows.map(({ body }) => [body.id, body.name]));
  return said.bodies.flatMap((id) => names.get(id) ?? []);
}
