import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchClerk } from '../../bench/server/bench-database.ts';
import { pixelBomb } from '../../server/src/file-inspection/testing/images.ts';
import { makeDocx, makeXlsx, paragraph } from '../../server/src/file-inspection/testing/office.ts';
import { flateBomb, makePdf } from '../../server/src/file-inspection/testing/pdf.ts';
import { counted, fiveHundreds, MIB, type Target, times } from './target.ts';

const PIECE = { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': '0' };

/** Begins an upload; its id, or the status of the refusal. */
export async function begin(target: Target, by: BenchClerk, name: string, bytes: number, at?: string): Promise<string> {
  const id = randomUUID();
  const body = JSON.stringify({ id, document: randomUUID(), name, bytes, notSecret: true });
  const status = await target.send({ path: `${target.sheetOf(by)}/uploads`, body, by, ...(at === undefined ? {} : { at }) });
  if (status !== '201') throw new Error(`an upload was not begun: ${status}`);
  return id;
}

/** Brings a file; its upload, to be asked for. */
async function bring(target: Target, by: BenchClerk, name: string, bytes: Buffer): Promise<string> {
  const id = await begin(target, by, name, bytes.length);
  await target.send({ method: 'PATCH', path: `/api/uploads/${id}`, body: bytes, by, headers: PIECE });
  return id;
}

interface Ended {
  readonly state: string;
  readonly document: string;
  readonly refusal: { readonly code: string } | null;
}

async function endOf(target: Target, by: BenchClerk, id: string, longest = 60_000): Promise<Ended | undefined> {
  for (const until = performance.now() + longest; performance.now() < until; await pause(250)) {
    const { body } = await target.ask({ method: 'GET', path: `/api/uploads/${id}`, by });
    const told = JSON.parse(body || '{}') as Ended;
    if (told.state === 'kept' || told.state === 'refused') return told;
  }
  return undefined;
}

/** The library that makes them writes no such path. */
const renamed = (zip: Buffer) => Buffer.from(zip.toString('latin1').replaceAll('aa/aa/aa/aa/', '../../../../'), 'latin1');

async function hostileFiles(): Promise<Readonly<Record<string, Buffer>>> {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${times(9, (index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]><x>&a9;</x>`;
  const pdf = makePdf({ pages: [[]] });
  return {
    'bom.docx': await makeDocx(paragraph('x'), { parts: { 'word/media/a.bmp': Buffer.alloc(200 * MIB) } }),
    'cuoi.xlsx': await makeXlsx({ A: '' }, { parts: { 'xl/sharedStrings.xml': laughs } }),
    'sau.docx': await makeDocx(`${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}`),
    'duong-dan.docx': renamed(await makeDocx(paragraph('x'), { parts: { 'aa/aa/aa/aa/tmp/parindex-attack': 'x' } })),
    'diem-anh.png': pixelBomb(50_000, 50_000),
    'trang.pdf': makePdf({ pages: [[]], packedContents: flateBomb(2_048) }),
    'chuong-trinh.pdf': Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(4_096)]),
    'trang-web.pdf': Buffer.from('<html><script>fetch("http://127.0.0.1:1/")</script></html>'),
    'ten-khac.docx': pdf,
    'hai-loai.pdf': Buffer.concat([Buffer.from('GIF89a'), pdf]),
    'anh.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'khong.txt': Buffer.from([0, 1, 2, 0xff, 0xfe]),
  };
}

/** Files that unpack without end, say that they are something else, or lie about their length; and reading what is kept a thousand times. */
export async function files(target: Target): Promise<void> {
  const { own, victim } = target.people;
  const [mine, theirs] = [await begin(target, own, 'minh họa.txt', 9), await begin(target, victim, 'minh họa.txt', 9)];
  const ways = [`${mine}?x=/${theirs}`, `${mine}/../${theirs}`, `${mine}%2F${theirs}`, `${mine}#/${theirs}`, `${mine};/${theirs}`, theirs];
  const answers: string[] = [];
  for (const way of ways) answers.push(await target.send({ method: 'PATCH', body: 'nine byte', by: own, headers: PIECE, path: `/api/uploads/${way}` }));
  const { rows } = await target.database.owner.query<{ state: string }>('SELECT state FROM upload WHERE id = $1', [theirs]);
  target.judge('writing into an upload of somebody else', `${ways.length} addresses, ${counted(answers)}`, [
    rows[0]?.state !== 'receiving' && `theirs is ${rows[0]?.state}`,
  ]);

  const lying = await begin(target, own, 'dối.txt', 9);
  const lies: Readonly<Record<string, { readonly headers: Record<string, string>; readonly body?: string; readonly method?: string }>> = {
    more: { headers: PIECE, body: 'x'.repeat(100_000) },
    negative: { headers: { ...PIECE, 'upload-offset': '-5' }, body: 'x' },
    huge: { headers: { ...PIECE, 'upload-offset': '9007199254740993' }, body: 'x' },
    noNumber: { headers: { ...PIECE, 'upload-offset': 'NaN' }, body: 'x' },
    version: { headers: { ...PIECE, 'tus-resumable': '0.2.2' }, body: 'x' },
    length: { headers: { ...PIECE, 'upload-length': '1' }, body: 'x' },
    another: { headers: { ...PIECE, 'x-http-method-override': 'DELETE' }, body: 'x', method: 'POST' },
    concat: { headers: { ...PIECE, 'upload-concat': `final;/api/uploads/${theirs}` }, body: '', method: 'POST' },
  };
  const told: string[] = [];
  for (const { headers, body, method = 'PATCH' } of Object.values(lies))
    told.push(await target.send({ method, path: `/api/uploads/${lying}`, by: own, headers, ...(body === undefined ? {} : { body }) }));
  const { rows: after } = await target.database.owner.query<{ state: string }>('SELECT state FROM upload WHERE id = ANY ($1)', [[lying, theirs]]);
  target.judge(`${told.length} uploads that lie about themselves`, counted(told), [
    fiveHundreds(told),
    after.some(({ state }) => state !== 'receiving') && `they are ${after.map(({ state }) => state)}`,
  ]);

  const hostile = await hostileFiles();
  await target.whileSomebodyWorks(
    `${Object.keys(hostile).length} files that unpack without end or are not what they say`,
    async () => {
      const ids = await Promise.all(Object.entries(hostile).map(([name, bytes]) => bring(target, own, name, bytes)));
      const ended = await Promise.all(ids.map((id) => endOf(target, own, id)));
      return ended.map((end, index) => (end ? `${end.state}${end.refusal ? ` ${end.refusal.code}` : ''}` : `${Object.keys(hostile)[index]} hangs`));
    },
    (ends) =>
      ends.some((end) => !end.startsWith('refused')) &&
      `taken: ${ends.flatMap((end, index) => (end.startsWith('refused') ? [] : [`${Object.keys(hostile)[index]} ${end}`]))}`,
  );

  const kept = await endOf(target, own, await bring(target, own, 'lớn.txt', Buffer.alloc(4 * MIB, 'Báo cáo minh họa\n')));
  if (kept?.state !== 'kept') throw new Error(`a plain file was not kept: ${JSON.stringify(kept)}`);
  const file = `${target.sheetOf(own)}/documents/${kept.document}/versions/1/file`;
  const ranges = [
    `bytes=${times(2_000, (index) => `${index}-`).join(',')}`,
    'bytes=-0',
    'bytes=0-99999999999999999999',
    'bytes=5-1',
    'bytes=-1',
    'bytes=a-b',
    'lines=0-9',
    `bytes=${4 * MIB}-`,
  ];
  const ranged = await Promise.all(ranges.map((range) => target.send({ method: 'GET', path: file, by: own, headers: { range } })));
  target.judge(`${ranges.length} odd ranges of a file`, counted(ranged), [
    ranged.some((status) => !['200', '206', '416', '431'].includes(status)) && 'an answer that is none',
  ]);
  const stranger = await Promise.all([undefined, victim].map((by) => target.send({ method: 'GET', path: file, by })));
  target.judge('a file of another province, by its address', counted(stranger), [stranger.includes('200') && 'read']);
  await target.whileSomebodyWorks('300 readers of a file who read nothing of it', async () => {
    const statuses: string[] = [];
    const readers = times(300, () => {
      const sent = request(target.served.address + file, { agent: false, headers: target.headersOf(own) }, (answer) => {
        statuses.push(String(answer.statusCode));
        answer.on('error', () => {}).pause();
      });
      sent.on('error', () => {});
      sent.end();
      return sent;
    });
    await pause(5_000);
    for (const reader of readers) reader.destroy();
    return statuses;
  });
}
