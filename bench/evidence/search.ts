import path from 'node:path';
import { searchKey } from '@parindex/core';
import { type BenchDatabase, ROUND } from '../server/bench-database.ts';
import { percentiles } from '../server/rush.ts';
import { startServer } from '../server/served.ts';

const PAGES_EACH = 4;
const WORDS_A_PAGE = 250;

/** Syllables of official papers, the common ones first: by Zipf's law, as in a real text. */
const SYLLABLES = (
  'của và các hành chính cải cách công tác thực hiện theo quy định cơ quan nhà nước báo cáo kế hoạch năm về việc tỉnh ủy ban nhân dân cán bộ công chức viên chức ' +
  'thủ tục giải quyết hồ sơ đúng hạn một cửa liên thông dịch vụ trực tuyến chỉ số đánh giá kết quả mức độ hài lòng người dân tổ chức bộ máy tinh giản biên chế ' +
  'tài chính ngân sách đầu tư phát triển kinh tế xã hội văn bản pháp luật rà soát kiểm tra giám sát tuyên truyền đào tạo bồi dưỡng chuyển đổi số hạ tầng dữ liệu minh họa'
).split(' ');

/** Draws the same sequence each time. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

async function fill(bench: BenchDatabase, documents: number): Promise<void> {
  const draw = numbers(7);
  const next = () => draw.next().value as number;
  const word = () => SYLLABLES[Math.floor(SYLLABLES.length * next() ** 2.5)] as string;
  const { rows } = await bench.owner.query<{ body: string; account: string }>(
    `SELECT body_id AS body, account_id AS account FROM membership WHERE role = 'clerk'`,
  );
  await bench.owner.query('BEGIN');
  for (let from = 0; from < documents; from += 500) {
    const some = Array.from({ length: Math.min(500, documents - from) }, (_, index) => {
      const n = from + index;
      const { body, account } = rows[n % rows.length] as (typeof rows)[number];
      // A rare word on each paper: its own number.
      const pages = Array.from({ length: PAGES_EACH }, (_, page) => ({
        page: page + 1,
        key: searchKey(`${n + 1}/KH-MH trang ${page + 1} ${Array.from({ length: WORDS_A_PAGE }, word).join(' ')}`),
      }));
      return {
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        body,
        account,
        number: `${n + 1}/KH-MH`,
        hash: n.toString(16).padStart(64, '0'),
        pages,
      };
    });
    await bench.owner.query(
      `WITH d AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, body text, account uuid, number text, hash text, pages jsonb)),
        c AS (INSERT INTO content (sha256, bytes, kept_at, scan, checked_at, check_found) SELECT decode(hash, 'hex'), 1000, now(), 'clean', now(), 'whole' FROM d),
        e AS (INSERT INTO document (id, round_id, body_id, form, created_by, created_at) SELECT id, $2, body, 'file', account, now() - random() * interval '100 days' FROM d)
       SELECT count(*) FROM d`,
      [JSON.stringify(some), ROUND],
    );
    await bench.owner.query(
      `WITH d AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, body text, account uuid, number text, hash text, pages jsonb)),
        v AS (INSERT INTO document_version (document_id, number, round_id, body_id, sha256, bytes, file_name, kind, doc_number, uploaded_by, uploaded_at, pages)
          SELECT id, 1, $2, body, decode(hash, 'hex'), 1000, 'minh-hoa.pdf', 'pdf', number, account, now(), ${PAGES_EACH} FROM d RETURNING document_id)
       SELECT count(*) FROM v`,
      [JSON.stringify(some.map(({ pages: _, ...rest }) => rest)), ROUND],
    );
    await bench.owner.query(
      `INSERT INTO page_text (document_id, number, page, round_id, body_id, text, words, created_at)
        SELECT d.id, 1, p.page, $2, d.body, p.key, to_tsvector('simple', p.key), (SELECT e.created_at FROM document e WHERE e.id = d.id) FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, body text, pages jsonb),
          LATERAL jsonb_to_recordset(d.pages) AS p (page integer, key text)`,
      [JSON.stringify(some), ROUND],
    );
  }
  await bench.owner.query('COMMIT');
  await bench.owner.query('ANALYZE');
}

/** Search in what the papers of a whole round say, as an owner of the round sees them all, and as one body sees its own. */
export async function searchBench(bench: BenchDatabase, folder: string, documents: number): Promise<void> {
  const started = performance.now();
  await fill(bench, documents);
  console.log(`${documents} documents with ${documents * PAGES_EACH} pages in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const served = await startServer(bench.urls, path.join(folder, 'store'));
  try {
    const clerk = bench.officers[0] as (typeof bench.officers)[number];
    const time = async (url: string, token: string) => {
      const began = performance.now();
      const answer = await fetch(served.address + url, { headers: { cookie: `parindex_session=${token}` } });
      const body = (await answer.json()) as { items?: unknown[] };
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
      return { taken: performance.now() - began, hits: body.items?.length ?? 0 };
    };
    const alive: number[] = [];
    for (let one = 0; one < 100; one++) alive.push((await time('/api/ready', bench.reader)).taken);
    const question = percentiles(alive).p95;
    console.log(`one question to the database: p95 ${question.toFixed(1)} ms`);
    const all: number[] = [];
    const search = async (name: string, token: string, words: () => string, times = 60) => {
      const taken: number[] = [];
      let hits = 0;
      for (let one = 0; one < times; one++) {
        const told = await time(`/api/rounds/${ROUND}/evidence?q=${encodeURIComponent(words())}&limit=20`, token);
        taken.push(told.taken);
        hits += told.hits;
      }
      all.push(...taken);
      const { p50, p95 } = percentiles(taken);
      console.log(
        `${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${(p95 / question).toFixed(1)} × one question; ${(hits / times).toFixed(1)} hits`,
      );
    };
    const draw = numbers(11);
    await search('a number, the whole round', bench.reader, () => `${1 + Math.floor(documents * (draw.next().value as number))}/KH-MH`);
    await search('two common words, the whole round', bench.reader, () => 'hành chính');
    await search('six common words, the whole round', bench.reader, () => 'cải cách hành chính kế hoạch năm');
    await search('a rare pair, the whole round', bench.reader, () => 'hạ tầng minh họa dữ liệu');
    await search('nothing that is there', bench.reader, () => 'không có trong kho xyz');
    await search('two common words, one body', clerk.token, () => 'hành chính');
    console.log(`all searches: p95 ${percentiles(all).p95.toFixed(1)} ms`);
  } finally {
    await served.stop();
  }
}
