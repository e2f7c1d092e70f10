import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, parindex, parindexProcess, ROOT } from './testing/commands.ts';

const worked = path.join(ROOT, 'verify/worked');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worked round as a round in lines. */
function inLines(name: string): string {
  const { bodies, figures, sheets, estimates, previous, ...head } = JSON.parse(readFileSync(path.join(worked, `${name}.snapshot.json`), 'utf8'));
  const lines = [
    { ...head, format: 'parindex-snapshot-lines/1', ...(previous ? { previous: { round: previous.round } } : {}) },
    ...bodies.map((body: { id: string }) => ({
      body,
      figures: figures?.[body.id],
      sheet: sheets?.[body.id],
      estimates: estimates?.[body.id],
      previous: previous?.bodies[body.id],
    })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('parindex', () => {
  it('tells how it is used, in both languages', async () => {
    expect(await parindexProcess(['--help'])).toMatchObject({ exit: 0, err: '' });
    expect((await parindex(['--help'])).out).toContain('Cách dùng: parindex LỆNH');
    expect((await parindex(['--lang', 'en', '--help'])).out).toContain('Usage: parindex VERB');
    for (const verb of ['check', 'describe', 'compute', 'explain', 'compare']) {
      const { out } = await parindex([verb, '--help']);
      expect(out).toContain(`parindex ${verb}`);
      expect(out).not.toMatch(/\b(?:SCHEME|SNAPSHOT|BODY|ITEM|FILE)\b/);
    }
    expect((await parindex(['--lang', 'en', 'explain', '--help'])).out).toContain('explain SNAPSHOT BODY [ITEM]');
  });

  it('ends with 2 on wrong use, and says what is wrong', async () => {
    expect(await parindex([])).toMatchObject({ exit: 2, out: '' });
    expect(await parindexProcess(['tinh'])).toMatchObject({ exit: 2, err: 'Không có lệnh “tinh”. Xem: parindex --help\n' });
    expect(await parindex(['compute'])).toMatchObject({ exit: 2 });
    expect(await parindex(['compute', 'x.json', '--format', 'pdf'])).toMatchObject({ exit: 2 });
    expect((await parindex(['compute', 'x.json', '--formt', 'csv'])).err).toContain('--formt');
    expect(await parindex(['compute', 'khong-co.json'])).toMatchObject({ exit: 2, err: 'Không tìm thấy tệp: khong-co.json\n' });
    expect(await parindex(['compute', 'x.json', '--output'])).toMatchObject({ exit: 2, err: '--output cần một giá trị\n' });
    expect(await parindex(['compute', 'x.json', '--lang'])).toMatchObject({ exit: 2, err: '--lang cần một giá trị\n' });
    expect(await parindex(['--lang', 'en', 'compute', 'x.json', '-o'])).toMatchObject({ exit: 2, err: '--output needs a value\n' });
    expect(await parindex(['--help=1'])).toMatchObject({ exit: 2, err: '--help không nhận giá trị\n' });
    expect(await parindexProcess(['compute', '-'], { input: '{"format": ' })).toMatchObject({
      exit: 2,
      err: 'Không đọc được đầu vào chuẩn:1:12: nội dung bị cắt ngang, chưa kết thúc\n',
    });
    expect(await parindex(['compute', '-'], { input: '{a}' })).toMatchObject({ exit: 2, err: 'Không đọc được đầu vào chuẩn:1:2: không phải JSON hợp lệ\n' });
    expect((await parindex(['compute', '-', '--lang', 'en'], { input: '{a}' })).err).toContain('not valid JSON (InvalidSymbol)');
    expect((await parindex(['compute', '-', '--lang', 'en'], { input: '{"a": 1,}' })).err).toContain('standard input:1:');
  });

  it('ends quietly when the reader of a pipe goes away', () => {
    const run = spawnSync('sh', ['-c', `"${process.execPath}" "${BIN}" describe schemes/province-2022 | head -1`], { cwd: ROOT, encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  it('writes no colours where no terminal watches', async () => {
    expect((await parindexProcess(['check', 'schemes/ministry-2023'])).out).not.toContain('\u001B');
  });
});

describe('parindex check', () => {
  it('[F47] names by line what does not fit in the checks that lie beside an edition', async () => {
    const edition = path.join(folder, 'commune-checked');
    cpSync(path.join(ROOT, 'schemes/commune-nq57-2026'), edition, { recursive: true });
    const checks = path.join(edition, 'checks.json');
    writeFileSync(checks, readFileSync(checks, 'utf8').replace('"V.2"', '"V.9"').replace('"yearsBefore": 1', '"yearsBefore": -1'));
    const { exit, out } = await parindex(['check', edition]);
    expect(exit).toBe(1);
    expect(out).toMatch(/checks\.json:8:\d+ {2}\/notAsked\/1/);
    expect(out).toMatch(/checks\.json:9:\d+ {2}\/dates\/0\/yearsBefore/);
    expect(out).toContain('2 lỗi.');
  });

  it('[F20] finds all editions sound and all their cases right', async () => {
    const { exit, out } = await parindex(['check', 'schemes']);
    expect(exit).toBe(0);
    for (const id of readdirSync(path.join(ROOT, 'schemes'))) expect(out).toContain(`schemes/${id}/scheme.yaml: đúng`);
  });

  it('[F16] lists every fault at once with file, line, column and path', async () => {
    const broken = path.join(folder, 'broken.yaml');
    const text = readFileSync(path.join(ROOT, 'schemes/ministry-2023/scheme.yaml'), 'utf8');
    writeFileSync(broken, text.replace('maximum: 68.5', 'maximum: 68.4').replace('source: survey', 'source: gossip').replace('places: 2', 'places: hai'));
    const { exit, out } = await parindex(['check', broken]);
    expect(exit).toBe(1);
    const line = (needle: string) => text.split('\n').findIndex((entry) => entry.includes(needle)) + 1;
    expect(out).toContain(`${broken}:${text.split('\n').indexOf('    maximum: 100') + 1}:5  /domains/0/maximum`);
    expect(out).toMatch(new RegExp(`:${line('source: survey')}:\\d+ {2}/domains/0/criteria/1/source`));
    expect(out).toMatch(new RegExp(`:${line('places: 2')}:\\d+ {2}/rounding/places`));
    expect(out).toContain('Không phải số đúng định dạng “hai”');
    expect((await parindex(['check', broken, '--lang', 'en'])).out).toContain('is not the sum of its parts');
  });

  it('[F20] finds a case that does not come out', async () => {
    const edition = path.join(folder, 'edition');
    cpSync(path.join(ROOT, 'schemes/ministry-2023'), edition, { recursive: true });
    const cases = path.join(edition, 'cases.yaml');
    writeFileSync(cases, readFileSync(cases, 'utf8').replace(/points: "([\d.]+)"/, 'points: "1.23"'));
    const { exit, out } = await parindex(['check', edition]);
    expect(exit).toBe(1);
    expect(out).toMatch(/cases\.yaml:\d+:\d+ {2}\/\d+\/expect\/points {2}Ví dụ kiểm tra không đúng: cần 1\.23/);
  });
});

describe('parindex describe', () => {
  it('prints the normal form, which is a scheme with the same hash', async () => {
    const normal = await parindex(['describe', 'schemes/commune-nq57-2026', '--format', 'json']);
    const file = path.join(folder, 'normal.json');
    writeFileSync(file, normal.out);
    expect((await parindex(['describe', file, '--format', 'json'])).out).toBe(normal.out);
    const hash = (text: string) => /[0-9a-f]{64}/.exec(text)?.[0];
    expect(hash((await parindex(['describe', file])).out)).toBe(hash((await parindex(['describe', 'schemes/commune-nq57-2026'])).out));
  });

  it('[F10] says rules in words, with their status and assumed thresholds, in text and Markdown', async () => {
    const { out } = await parindex(['describe', 'schemes/province-2022']);
    expect(out).toContain('Bản tham khảo');
    expect(out).toContain('Căn cứ: Quyết định số 876/QĐ-BNV ngày 10/11/2022 của Bộ Nội vụ phê duyệt Đề án');
    expect(out).toContain('[ngưỡng giả định]');
    const markdown = (await parindex(['describe', 'schemes/province-2022', '--format', 'markdown', '--lang', 'en'])).out;
    expect(markdown).toContain('Reconstruction');
    expect(markdown.split('\n').filter((line) => line.startsWith('|')).length).toBe(2 + 8 + 37 + 88);
  });

  it('writes an XLSX file that reads back with its diacritics', async () => {
    const file = path.join(folder, 'scheme.xlsx');
    expect((await parindex(['describe', 'schemes/commune-nq57-2026', '--format', 'xlsx', '-o', file])).exit).toBe(0);
    const { readXlsx } = await import('hucre/xlsx');
    const workbook = await readXlsx(readFileSync(file));
    const cells = workbook.sheets[0]?.rows.flat().map(String) ?? [];
    expect(workbook.sheets[0]?.name).toBe('Phụ lục');
    expect(cells).toContain('Kết quả thực hiện nhiệm vụ');
    expect(cells.some((cell) => cell.includes('BỘ TIÊU CHÍ THAM KHẢO'))).toBe(true);
    // Codes stay texts, or 1.10 would be 1.1; points are numbers, so that a sheet can add them.
    const row = workbook.sheets[0]?.rows.find(([code]) => code === 'I.1');
    expect(row?.[2]).toBe(3);
    // Heads of what takes points away have none: that is domain V.
    const coded = workbook.sheets[0]?.rows.filter(([each]) => /^I[IV]*(?:\.\d+)*$/.test(String(each))) ?? [];
    expect(coded.length).toBeGreaterThan(20);
    for (const [code, , points] of coded) expect([typeof code, typeof points]).toEqual(['string', 'number']);
  });
});

describe('parindex import', () => {
  it.each([
    ['province-2022', 'xlsx'],
    ['department-illustrative', 'docx'],
  ])('[F8] gives the document back, comments and all, from what describe made of %s as %s', async (edition, format) => {
    const [file, draft] = [path.join(folder, `phu-luc.${format}`), path.join(folder, 'draft.yaml')];
    await parindex(['describe', `schemes/${edition}`, '--format', format, '-o', file]);
    const imported = await parindex(['import', file, '-o', draft]);
    expect(imported.exit).toBe(0);
    expect(imported.err).toMatch(/^Đọc được \d lĩnh vực.*, 0 còn điều chưa chắc, 0 cần chọn\./);
    expect(readFileSync(draft, 'utf8')).toBe(readFileSync(path.join(ROOT, 'schemes', edition, 'scheme.yaml'), 'utf8'));
  });

  it('says which file is not there', async () => {
    expect((await parindex(['import', path.join(folder, 'absent.docx')])).exit).toBe(2);
  });
});

describe('parindex compute', () => {
  const snapshots = readdirSync(worked).filter((name) => name.endsWith('.snapshot.json'));

  it.each(snapshots)('[F69] gives the worked result of %s to the letter', async (name) => {
    const { exit, out } = await parindex(['compute', path.join(worked, name)]);
    expect(exit).toBe(0);
    expect(out).toBe(readFileSync(path.join(worked, name.replace('.snapshot.', '.result.')), 'utf8'));
  });

  it('reads standard input, and refuses faulty data with the contract’s faults', async () => {
    const text = readFileSync(path.join(worked, 'faults/07-snapshot.snapshot.json'), 'utf8');
    const { exit, out } = await parindexProcess(['compute', '-'], { input: text });
    expect(exit).toBe(1);
    const { faults } = JSON.parse(out);
    const wanted = JSON.parse(readFileSync(path.join(worked, 'faults/07-snapshot.faults.json'), 'utf8'));
    expect(faults.map(({ code, path: where }: { code: string; path: string }) => `${code} ${where}`).toSorted()).toEqual(
      wanted.map(({ code, path: where }: { code: string; path: string }) => `${code} ${where}`).toSorted(),
    );
    for (const fault of faults)
      expect(fault).toMatchObject({ line: expect.any(Number), column: expect.any(Number), message: { vi: expect.any(String), en: expect.any(String) } });
  });

  it('[F71] prints a table and a CSV with ranks', async () => {
    const file = path.join(worked, '07-ties-blocks.snapshot.json');
    expect((await parindex(['compute', file, '--format', 'table'])).out).toMatch(/Hạng +Mã +Cơ quan/);
    const csv = (await parindex(['compute', file, '--format', 'csv'])).out;
    expect(csv.startsWith('\uFEFFrank,id,code,name')).toBe(true);
    expect(csv.split('\r\n')[1]).toBe('3,minh-hoa-01,01,Tỉnh Minh họa 01,Khối Một,3/10,100/1,0/1,0/1,3/10,3/10,0.30,B,,vi-du-07,illustrative');
  });

  it('gives a round in lines the same hash, bodies and summary as one document', async () => {
    for (const name of ['04-not-applicable', '07-ties-blocks', '09-survey', '10-change', '12-states']) {
      const result = JSON.parse(readFileSync(path.join(worked, `${name}.result.json`), 'utf8'));
      const { exit, out } = await parindex(['compute', '-'], { input: inLines(name) });
      expect(exit).toBe(0);
      const [first, ...rest] = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(first).toEqual({ format: 'parindex-result-lines/1', scheme: result.scheme, snapshot: result.snapshot, round: result.round });
      expect(rest.slice(0, -1)).toEqual(result.bodies);
      expect(rest.at(-1)).toEqual({ summary: result.summary });
    }
  });

  it('writes a file only when it is complete, and may write over its own input', async () => {
    const own = path.join(folder, 'own.json');
    writeFileSync(own, readFileSync(path.join(worked, '01-plain.snapshot.json')));
    expect(await parindexProcess(['compute', own, '-o', own])).toMatchObject({ exit: 0, out: '', err: '' });
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(path.join(worked, '01-plain.result.json'), 'utf8'));

    expect((await parindex(['compute', path.join(worked, 'faults/07-snapshot.snapshot.json'), '-o', own])).exit).toBe(1);
    expect((await parindex(['compute', path.join(folder, 'absent.json'), '-o', own])).exit).toBe(2);
    expect((await parindex(['describe', 'schemes/khong-co', '-o', own])).exit).toBe(2);
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(path.join(worked, '01-plain.result.json'), 'utf8'));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('says in a sentence where it cannot write', async () => {
    const snapshot = path.join(worked, '01-plain.snapshot.json');
    const nowhere = path.join(folder, 'không có', 'x.json');
    expect(await parindex(['compute', snapshot, '-o', nowhere])).toMatchObject({
      exit: 2,
      out: '',
      err: `Không ghi được ${nowhere}: không có thư mục hoặc tệp đó\n`,
    });
    expect(await parindex(['describe', 'schemes/ministry-2023', '-o', folder, '--lang', 'en'])).toMatchObject({
      exit: 2,
      err: `Cannot write ${folder}: it is a folder\n`,
    });
  });

  it('tells where ranks come from figures that the table does not show', async () => {
    const snapshot = JSON.parse(readFileSync(path.join(worked, '07-ties-blocks.snapshot.json'), 'utf8'));
    const table = async (on: 'exact' | 'rounded') => {
      const input = JSON.stringify({ ...snapshot, scheme: { ...snapshot.scheme, ranking: { ...snapshot.scheme.ranking, on } } });
      return (await parindex(['compute', '-', '--format', 'table'], { input })).out;
    };
    expect(await table('exact')).toContain('Xếp hạng theo chỉ số chưa làm tròn.\n');
    expect(await table('rounded')).not.toContain('chưa làm tròn');
  });

  it('names the line of a fault in a round in lines', async () => {
    const { scheme, round } = JSON.parse(readFileSync(path.join(worked, '01-plain.snapshot.json'), 'utf8'));
    const lines = [
      { format: 'parindex-snapshot-lines/1', scheme, round },
      { body: { id: 'minh-hoa-01', name: 'Tỉnh Minh họa 01', type: 'province' } },
      { body: { id: 'minh-hoa-02', name: 'Tỉnh Minh họa 02', type: 'province' }, sheet: { '9.9': { answer: { yes: true } } } },
    ];
    const { exit, out } = await parindex(['compute', '-'], { input: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
    expect(exit).toBe(1);
    expect(JSON.parse(out).faults).toMatchObject([{ code: 'unknownId', path: '/sheets/minh-hoa-02/9.9', line: 3 }]);
  });

  it('reads a scheme file beside the snapshot, and none elsewhere', async () => {
    const { scheme, ...snapshot } = JSON.parse(readFileSync(path.join(worked, '01-plain.snapshot.json'), 'utf8'));
    writeFileSync(path.join(folder, 'scheme.json'), JSON.stringify(scheme));
    const beside = path.join(folder, 'beside.json');
    writeFileSync(beside, JSON.stringify({ ...snapshot, schemeFile: 'scheme.json' }));
    expect((await parindex(['compute', beside])).out).toBe(readFileSync(path.join(worked, '01-plain.result.json'), 'utf8'));
    writeFileSync(beside, JSON.stringify({ ...snapshot, schemeFile: '../../etc/passwd' }));
    expect(JSON.parse((await parindex(['compute', beside])).out).faults).toMatchObject([{ code: 'notAllowedHere', path: '/schemeFile' }]);
    writeFileSync(path.join(folder, 'twice.json'), JSON.stringify(scheme).replace('"id":', '"id":"x",\n"id":'));
    writeFileSync(beside, JSON.stringify({ ...snapshot, schemeFile: 'twice.json' }));
    expect((await parindex(['compute', beside, '--format', 'table'])).err).toContain(`${path.join(folder, 'twice.json')}:2:1  /scheme/id`);
    writeFileSync(beside, JSON.stringify({ ...snapshot, schemeFile: 'absent.json' }));
    expect(await parindex(['compute', beside])).toMatchObject({ exit: 2 });
  });
});

describe('parindex explain', () => {
  it('[F76] shows figures, rule, arithmetic and band of one item', async () => {
    const { exit, out } = await parindex(['explain', path.join(worked, '03-figures.snapshot.json'), 'minh-hoa-01', '1.1']);
    expect(exit).toBe(0);
    expect(out).toContain('Nhiệm vụ hoàn thành đúng hạn: 18');
    expect(out).toContain('18 / 20 = 90%');
    expect(out).toContain('từ 90% đến dưới 100%');
  });

  it('finds a body by its name without diacritics, and says what is not there', async () => {
    const file = path.join(worked, '11-branch.snapshot.json');
    expect((await parindex(['explain', file, 'tinh minh hoa 03', '1.2'])).out).toContain('Còn thiếu: nội dung kê khai ở tiêu chí 1.1');
    expect(await parindex(['explain', file, 'Tỉnh Minh họa 99'])).toMatchObject({ exit: 2 });
    expect(await parindex(['explain', file, 'minh-hoa-01', '9.9'])).toMatchObject({ exit: 2, err: 'Không có tiêu chí “9.9” trong bộ tiêu chí.\n' });
  });

  it('[F76] says the same of a round in lines, with its rank and with its faults', async () => {
    for (const name of ['07-ties-blocks', '10-change']) {
      const asked = await parindex(['explain', path.join(worked, `${name}.snapshot.json`), 'minh-hoa-02']);
      expect(asked).toMatchObject({ exit: 0, out: expect.stringContaining('hạng') });
      expect(await parindex(['explain', '-', 'minh-hoa-02'], { input: inLines(name) })).toEqual(asked);
    }
    expect(await parindex(['explain', '-', 'Tỉnh Minh họa 99'], { input: inLines('10-change') })).toMatchObject({ exit: 2, out: '' });
    const faulty = inLines('07-ties-blocks').replace('"id":"minh-hoa-02"', '"id":"minh-hoa-01"');
    expect(await parindex(['explain', '-', 'minh-hoa-01'], { input: faulty })).toMatchObject({ exit: 1, out: '', err: expect.stringContaining('bị trùng') });
  });
});

describe('parindex compare', () => {
  it('[F3] tells what was added, removed, moved, and changed in points, rule and text', async () => {
    const text = readFileSync(path.join(ROOT, 'schemes/ministry-2023/scheme.yaml'), 'utf8');
    const file = path.join(folder, 'changed.yaml');
    writeFileSync(
      file,
      text
        .replace('code: "1.1"', 'code: "1.3"')
        .replace('maximum: 68.5', 'maximum: 60')
        .replace('maximum: 31.5', 'maximum: 40')
        .replace('"Điểm điều tra xã hội học"', '"Điểm khảo sát"')
        .replace(/kind: given\n/, 'kind: given\n          step: 0.5\n'),
    );
    const { added, removed, changed, effect } = JSON.parse((await parindex(['compare', 'schemes/ministry-2023', file, '--format', 'json'])).out);
    expect(changed).toMatchObject([{ before: { code: '1.1' }, after: { code: '1.3' }, differences: ['renumbered', 'points', 'rule'] }]);
    expect(added).toMatchObject([{ title: { vi: 'Điểm khảo sát' } }]);
    expect(removed).toMatchObject([{ title: { vi: 'Điểm điều tra xã hội học' } }]);
    expect(effect.total).toEqual({ before: '100', after: '100', difference: '0' });
    expect((await parindex(['compare', 'schemes/ministry-2023', file])).out).toMatch(/Phương thức đánh giá\n.*: 68,5 → 60 \(−8,5\)\n.*: 31,5 → 40 \(\+8,5\)/);
    const { out } = await parindex(['compare', 'schemes/illustrative-before-2022', 'schemes/province-2022']);
    expect(out).toMatch(/Cách tính: 1\.6 .*\n(?: {6}− .*\n)+(?: {6}\+ .*\n)+/);
    expect(out.split('\n')[0]).toMatch(/ \(Bản minh họa\)$/);
    expect(out.split('\n')[1]).toMatch(/^→ .* \(Bản tham khảo\)$/);
    const { before, after } = JSON.parse((await parindex(['compare', 'schemes/illustrative-before-2022', 'schemes/province-2022', '--format', 'json'])).out);
    expect([before, after]).toMatchObject([
      { id: 'illustrative-before-2022', status: 'illustrative' },
      { id: 'province-2022', status: 'reconstruction' },
    ]);
  });
});
