import { type BodyResult, PHRASES } from '@parindex/core';
import type { RoundView } from '@parindex/site';
import type { FastifyInstance } from 'fastify';
import type { Library } from '../library/library.ts';

const COLUMNS = ['rank', 'id', 'code', 'name', 'points', 'maximum', 'total', 'index_exact', 'index_rounded', 'class', 'scheme', 'scheme_status', 'data'] as const;

/** Each line says what it is: a file travels without its page. */
const cellsOf = (body: BodyResult, { scheme, kind }: RoundView): (string | number | null)[] => [
  body.rank, body.id, body.code, body.name, body.points, body.maximum, body.total, body.index?.exact ?? null, body.index?.rounded ?? null, body.class,
  scheme.id,
  PHRASES.vi.status[scheme.status],
  kind === 'illustrative' ? 'Dữ liệu minh họa' : 'Tính từ các phần đã công bố',
];

const quoted = (cell: string | number | null): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Files by which a published number can be traced and computed anew. */
export function serveDownloads(app: FastifyInstance, { rounds }: Library): void {
  for (const { view, snapshot } of rounds) {
    const file = (ending: string, type: string, content: () => string) =>
      app.get(`/tai-ve/${view.id}.${ending}`, (_request, reply) => reply.type(type).header('content-disposition', `attachment; filename="${view.id}.${ending}"`).send(content()));
    file('result.json', 'application/json; charset=utf-8', () => `${JSON.stringify(view.result, null, 1)}\n`);
    file('snapshot.json', 'application/json; charset=utf-8', () => `${JSON.stringify(snapshot, null, 1)}\n`);
    // A byte order mark lets Excel read Vietnamese letters.
    file('csv', 'text/csv; charset=utf-8', () => `\uFEFF${[COLUMNS.join(','), ...view.result.bodies.map((body) => cellsOf(body, view).map(quoted).join(','))].join('\r\n')}\r\n`);
  }
}
