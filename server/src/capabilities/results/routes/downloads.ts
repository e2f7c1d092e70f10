import { type BodyResult, csvLine, maximaBySource, PHRASES } from '@parindex/core';
import { LEVELS, type Level, type PublishedFigure, type PublishedYear } from '@parindex/core/published/index';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import type { RoundView } from '@parindex/site';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { writeLists } from '../../../documents/xlsx.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import type { Library } from '../library.ts';

/** A row's cells by column; each line is self-contained, as a file is read without its page. */
type Row = Readonly<Record<string, string | number | null>>;

interface Table {
  /** Of its files, without extension. */
  readonly name: string;
  readonly title: string;
  readonly rows: () => readonly Row[];
}

function rowOf(body: BodyResult, { scheme, kind, printed, source }: RoundView): Row {
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

/** One published figure, with its marks and where it was read. */
const figureRow = ({ year, body, name, index, rival, rank, rankDerived, status, source }: PublishedFigure): Row => ({
  year,
  id: body,
  name,
  index,
  index_of_another_source: rival ?? null,
  rank: rank ?? null,
  rank_status: rank === undefined ? null : rankDerived ? 'derived' : 'found',
  status,
  source: source.url ?? source.title,
});

/** Those of a year by rank, and a line for each body without a figure: an empty cell says that none is at hand. */
const yearRows = ({ year, rows }: PublishedYear, figures: readonly PublishedFigure[]): Row[] =>
  rows.flatMap(({ body, name }) => {
    const own = figures.filter((figure) => figure.body === body.id && figure.year === year);
    if (own.length > 0) return own.map(figureRow);
    const [empty] = figures.map(figureRow);
    return [{ ...Object.fromEntries(Object.keys(empty ?? {}).map((key) => [key, null])), year, id: body.id, name: name.full, status: 'none' }];
  });

const LEVEL_NAMES = { province: ['tinh', 'tỉnh, thành phố'], ministry: ['bo', 'bộ, cơ quan ngang bộ'] } as const satisfies Record<Level, unknown>;

/** Every table that is shown as one: rounds, years as published, and the whole history of a level. */
function tablesOf({ rounds, data }: Library): Table[] {
  const ofRounds = rounds.map(({ view }): Table => ({ name: view.id, title: view.title.vi, rows: () => view.result.bodies.map((body) => rowOf(body, view)) }));
  const taken = new Set(ofRounds.map(({ name }) => name));
  const ofLevels = LEVELS.flatMap((level): Table[] => {
    const [slug, named] = LEVEL_NAMES[level];
    const figures = data.history.figures.filter((figure) => figure.level === level);
    return [
      { name: `lich-su-${slug}`, title: `Chỉ số cải cách hành chính đã công bố: ${named}`, rows: () => figures.map(figureRow) },
      ...data.years[level].map((year) => ({
        name: `${slug}-${year.year}`,
        title: `Chỉ số cải cách hành chính năm ${year.year}: ${named}`,
        rows: () => yearRows(year, figures),
      })),
    ];
  });
  return [...ofRounds, ...ofLevels.filter(({ name }) => !taken.has(name))];
}

const csvOf = (rows: readonly Row[]): string =>
  // A byte order mark lets Excel read Vietnamese letters.
  `\uFEFF${[Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(csvLine).join('')}`;

/** Of a workbook: its heads are for people, and what is a number counts as one. */
const BOOK_COLUMNS: Readonly<Record<string, readonly [head: string, width: number]>> = {
  year: ['Năm', 8],
  rank: ['Thứ hạng', 10],
  rank_status: ['Thứ hạng: in trong nguồn (found) hay suy ra (derived)', 18],
  name: ['Cơ quan', 40],
  index: ['Chỉ số (%)', 12],
  index_published: ['Chỉ số công bố (%)', 12],
  index_recomputed_from_printed_parts: ['Tính lại từ các phần (%)', 14],
  index_of_another_source: ['Chỉ số theo nguồn khác (%)', 14],
  status: ['Số liệu: có trong nguồn (found), suy ra (derived), các nguồn khác nhau (conflict), chưa có (none)', 22],
  class: ['Nhóm', 8],
  source: ['Nguồn', 48],
  data: ['Ghi chú', 36],
  ...Object.fromEntries(Object.entries(PHRASES.vi.source).map(([source, name]) => [`points_${source}`, [name, 16] as const])),
};
const COUNTED = /^(year|rank|index.*)$/;

/** A fraction of points as it is shown; a text that was printed as a number, as that number. */
function bookCell(key: string, value: string | number | null | undefined): string | number {
  if (value === null || value === undefined) return '';
  if (key.startsWith('points_')) return Number(toDecimal(fromFraction(String(value)), 2, 'halfUp'));
  return COUNTED.test(key) ? Number(value) : value;
}

async function xlsxOf(title: string, rows: readonly Row[]): Promise<Buffer> {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => key in BOOK_COLUMNS);
  const columns = keys.map((key) => {
    const [head = key, width = 14] = BOOK_COLUMNS[key] ?? [];
    return { head, width };
  });
  return Buffer.from(
    await writeLists([{ name: 'Chỉ số', about: [title], columns, rows: rows.map((row) => ({ cells: keys.map((key) => bookCell(key, row[key])) })) }]),
  );
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** The forms in which every table goes out. */
const FORMS = {
  csv: { type: 'text/csv; charset=utf-8', of: ({ rows }: Table) => csvOf(rows()) },
  json: { type: 'application/json; charset=utf-8', of: ({ title, rows }: Table) => json({ title, rows: rows() }) },
  xlsx: { type: KINDS.xlsx.mediaType, of: ({ title, rows }: Table) => xlsxOf(title, rows()) },
} as const satisfies Record<string, { type: string; of: (table: Table) => string | Promise<Buffer> }>;

/** The whole history of one body that has any. */
function tableOfBody(id: string, { data }: Library): Table | undefined {
  const figures = data.history.figures.filter(({ body }) => body === id);
  const [first] = figures;
  return first && { name: id, title: `Chỉ số cải cách hành chính đã công bố: ${first.name}`, rows: () => figures.map(figureRow) };
}

/** Files by which a published number can be passed on, traced and recomputed. */
export function serveDownloads(app: FastifyInstance, library: Library): void {
  const send = async (reply: FastifyReply, name: string, type: string, content: string | Promise<Buffer>) =>
    reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(await content);
  // What they hold stands since the start: each file is made once.
  const made = new Map<string, string | Promise<Buffer>>();
  const once = (file: string, make: () => string | Promise<Buffer>) => {
    const content = made.get(file) ?? make();
    made.set(file, content);
    return content;
  };
  const tables = new Map(tablesOf(library).map((table) => [table.name, table]));
  for (const [format, { type, of }] of Object.entries(FORMS)) {
    for (const table of tables.values())
      app.get(`/tai-ve/${table.name}.${format}`, (_request, reply) =>
        send(
          reply,
          `${table.name}.${format}`,
          type,
          once(`${table.name}.${format}`, () => of(table)),
        ),
      );
    app.get<{ Params: { body: string } }>(`/tai-ve/co-quan/:body.${format}`, (request, reply) => {
      const table = tableOfBody(request.params.body, library);
      return table
        ? send(
            reply,
            `${table.name}.${format}`,
            type,
            once(`co-quan/${table.name}.${format}`, () => of(table)),
          )
        : reply.callNotFound();
    });
  }
  for (const { view, snapshot } of library.rounds) {
    const file = (ending: string, value: unknown) =>
      app.get(`/tai-ve/${view.id}.${ending}`, (_request, reply) => send(reply, `${view.id}.${ending}`, FORMS.json.type, json(value)));
    file('result.json', view.result);
    file('snapshot.json', snapshot);
  }
}
