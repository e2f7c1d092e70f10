import { type BodyResult, csvLine, maximaBySource, PHRASES } from '@parindex/core';
import type { RoundView } from '@parindex/site';
import type { FastifyInstance } from 'fastify';
import type { Library } from '../library.ts';

/** A row's cells by column; each line is self-contained, as a file is read without its page. */
function rowOf(body: BodyResult, { scheme, kind, printed, source }: RoundView): Record<string, string | number | null> {
  const shown = printed.get(body.id);
  const parts = Object.fromEntries(maximaBySource(scheme).map((part) => [`points_${part.source}`, body.sources[part.source]?.points ?? null]));
  return {
    rank: shown?.rank ?? body.rank,
    id: body.id,
    code: body.code,
    name: body.name,
    ...(kind === 'published'
      ? { index_published: shown?.index ?? null, index_recomputed_from_printed_parts: body.index?.rounded ?? null }
      : { index: body.index?.rounded ?? null }),
    index_exact: body.index?.exact ?? null,
    ...parts,
    bonus: body.bonus,
    penalty: body.penalty,
    total: body.total,
    class: body.class,
    source: source?.url ?? source?.title ?? null,
    scheme: scheme.id,
    scheme_status: PHRASES.vi.status[scheme.status],
    data: kind === 'illustrative' ? 'Dữ liệu minh họa' : 'Chỉ số và thứ hạng như đã công bố',
  };
}

const csvOf = (view: RoundView): string => {
  const rows = view.result.bodies.map((body) => rowOf(body, view));
  // A byte order mark lets Excel read Vietnamese letters.
  return `\uFEFF${[Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(csvLine).join('')}`;
};

/** Files by which a published number can be traced and recomputed. */
export function serveDownloads(app: FastifyInstance, { rounds }: Library): void {
  for (const { view, snapshot } of rounds) {
    const file = (ending: string, type: string, content: () => string) =>
      app.get(`/tai-ve/${view.id}.${ending}`, (_request, reply) =>
        reply.type(type).header('content-disposition', `attachment; filename="${view.id}.${ending}"`).send(content()),
      );
    file('result.json', 'application/json; charset=utf-8', () => `${JSON.stringify(view.result, null, 1)}\n`);
    file('snapshot.json', 'application/json; charset=utf-8', () => `${JSON.stringify(snapshot, null, 1)}\n`);
    file('csv', 'text/csv; charset=utf-8', () => csvOf(view));
  }
}
