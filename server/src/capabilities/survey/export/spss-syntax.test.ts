import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Faults, readYaml } from '@parindex/core';
import { type DescribedAnswers, responseLines, spssSyntaxOf } from '@parindex/core/survey/export/index';
import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import { readQuestionnaire } from '@parindex/core/survey/questionnaire/read';
import { edition, FORM } from '@parindex/core/survey/testing/made-up-form';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const form = readQuestionnaire(
  readYaml(FORM.replace('least: 1\n', 'least: -5\n        places: 2\n        noOpinion: true\n')).value,
  edition(),
  new Faults(),
) as Questionnaire;
const of: DescribedAnswers = {
  form,
  formHash: 'f'.repeat(64),
  group: { vi: 'Cán bộ, công chức', en: 'Staff' },
  round: { id: 'minh-hoa-2022', title: 'Kỳ minh họa "2022".', year: 2022, owner: 'Bộ Minh họa' },
  edition: { id: 'made-up', hash: 'e'.repeat(64) },
  closed: '2023-03-01',
  threshold: 1,
  bodies: [
    { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', responses: 3 },
    { id: 'tinh-minh-hoa-02', name: "Tỉnh 'Minh họa' 02", responses: 1 },
  ],
  leftOut: [],
  fileName: 'tra-loi-minh-hoa.csv',
};
const ID = '5f6b0e0a-0000-4000-8000-00000000000';
const given: readonly (readonly [Answers, readonly string[]])[] = [
  [{ q1: 'a', used: 'yes', times: '-2.25', wishes: ['open'], service: { rows: { access: 's1' } }, since: '2026-12-31' }, []],
  [{ q1: { noOpinion: true }, used: 'no' }, []],
  [{ used: 'yes' }, ['q1', 'wishes', 'times', 'since', 'service.result']],
  [{}, []],
];

/** The file of codes, with its mark at the beginning and its last line. */
function csv(): string {
  const { head, line, last } = responseLines(form, 'codes');
  const lines = given.map(([answers, invalid], index) =>
    line({
      ...{ id: `${ID}${index + 1}`, body: index < 3 ? 'tinh-minh-hoa-01' : 'tinh-minh-hoa-02', mode: index === 2 ? 'paper' : 'online', minutes: index },
      ...{ setAside: index === 1, answers, invalid },
    }),
  );
  return `\uFEFF${head}${lines.join('')}${last(given.length, 'a'.repeat(64))}`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-spss-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands for SPSS', () => {
  const syntax = spssSyntaxOf(of, 'vi');

  it('[F66] name every variable, its labels in Vietnamese, its values as numbers and what is missing, as the codebook does', () => {
    expect(syntax.split('\n')[0]).toBe('* Encoding: UTF-8.');
    for (const said of [
      "GET DATA /TYPE=TXT /FILE='tra-loi-minh-hoa.csv' /ENCODING='UTF8'",
      "form_body 'tinh-minh-hoa-01' 'Tỉnh Minh họa 01' 'tinh-minh-hoa-02' 'Tỉnh ''Minh họa'' 02'",
      "RECODE @cell8 ('yes'=1) ('no'=2) ('#notAsked'=-97) ('#noOpinion'=-98) ('#invalid'=-99) INTO used.",
      "-99 'Câu trả lời trên phiếu giấy không hợp lệ'",
      'MISSING VALUES used (-97, -98, -99).',
      'MISSING VALUES times (-999999997, -999999998, -999999999).',
      "SAVE OUTFILE='tra-loi-minh-hoa.sav'.",
    ])
      expect(syntax).toContain(said);
    const [head = []] = parse(csv(), { bom: true }) as string[][];
    expect(syntax.match(/ A\d+(?=\n|\.)/g)).toHaveLength(head.length);
    expect(spssSyntaxOf(of, 'en')).toContain("'No valid answer on the paper form'");
  });

  it('keep labels within what SPSS takes, in bytes of whole signs, and names that are words of its language out', () => {
    const long = { vi: `${'Mức độ hài lòng của ông/bà '.repeat(20)}thế nào?` };
    const changed = (id: string): Questionnaire => ({
      ...form,
      pages: form.pages.map((page) => ({
        ...page,
        questions: page.questions.map((question) => (question.id === 'q1' ? { ...question, id, title: long } : question)),
      })),
    });
    const commands = spssSyntaxOf({ ...of, form: changed('by') }, 'vi');
    const [, label = ''] = /\n {2}V6 '([^']*)'/.exec(commands) ?? [];
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(label)).toBeGreaterThan(245);
    expect(label.endsWith('…')).toBe(true);
  });

  it('run in PSPP leave as many cases as the file has, each answer and each missing value as it is', (ctx) => {
    if (spawnSync('pspp', ['--version']).error) return ctx.skip('no PSPP here');
    writeFileSync(path.join(folder, of.fileName), csv());
    const more = [
      // A number that is no day is printed as nothing where days are.
      'COMPUTE sinceAsNumber = VALUE(since).',
      "SAVE TRANSLATE /OUTFILE='values.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.",
      'DISPLAY DICTIONARY.',
      'FREQUENCIES /VARIABLES=q1 used.',
    ];
    writeFileSync(path.join(folder, 'lenh.sps'), `${syntax}${more.join('\n')}\n`);
    const { stdout, stderr } = spawnSync('pspp', ['-o', 'told.txt', 'lenh.sps'], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['', '']);
    const printed = readFileSync(path.join(folder, 'told.txt'), 'utf8');
    expect(printed).not.toMatch(/error|warning/i);
    expect(printed).toContain('Câu trả lời trên phiếu');
    const records: Record<string, string>[] = parse(readFileSync(path.join(folder, 'values.csv')), { columns: true, bom: true });
    expect(records.map(({ form_id }) => form_id)).toEqual([1, 2, 3, 4].map((each) => `${ID}${each}`));
    expect(records).toMatchObject([
      {
        form_mode: '1',
        form_minutes: '0',
        form_setAside: '0',
        q1: '1',
        used: '1',
        times: '-2.25',
        'wishes.open': '1',
        'wishes.staff': '0',
        'service.access': '1',
        since: '12/31/2026',
      },
      { form_setAside: '1', q1: '-98', used: '2', times: '-999999997', since: ' ' },
      {
        form_mode: '3',
        q1: '-99',
        used: '1',
        times: '-999999999',
        'wishes.open': '-99',
        'service.result': '-99',
        'service.access': ' ',
        sinceAsNumber: '-999999999',
      },
      { form_body: 'tinh-minh-hoa-02', q1: ' ', used: ' ', times: '-999999997' },
    ]);
  });
});
