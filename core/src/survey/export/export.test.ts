import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { askedQuestions, withoutUnasked } from '../answers/asked.ts';
import type { Answer, Answers } from '../answers/types.ts';
import { judgeAnswers } from '../answers/validate.ts';
import { countAnswers } from '../estimates/count-answers.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import { readQuestionnaire } from '../questionnaire/read.ts';
import type { Question, Questionnaire } from '../questionnaire/types.ts';
import { edition, FORM } from '../testing/made-up-form.ts';
import { codebookOf, type DescribedAnswers } from './codebook.ts';
import { responseLines } from './response-lines.ts';

const formOf = (text: string): Questionnaire => {
  const faults = new Faults();
  const form = readQuestionnaire(readYaml(text).value, edition(), faults);
  if (!form) throw new Error(JSON.stringify(faults.list));
  return form;
};
// Numbers below zero, and words that a spreadsheet or a parser would take for more than words.
const form = formOf(
  FORM.replace('least: 1\n', 'least: -5\n        places: 2\n        noOpinion: true\n')
    .replace('"Công khai"', '"=1+1, \\"công khai\\"\\n<&>"')
    .replace('kind: multiple', 'kind: multiple\n        noOpinion: true'),
);
const response = (answers: Answers, invalid: readonly string[] = []) => ({
  id: '5f6b0e0a-0000-4000-8000-000000000001',
  body: 'tinh-minh-hoa-01',
  mode: 'online' as const,
  minutes: 7,
  setAside: false,
  answers,
  invalid,
});
const rowsOf = (text: string): string[][] => parse(text, { bom: true });
const codes = responseLines(form, 'codes');

/** Something that may be answered to a question, or nothing. */
function answerTo(question: Question): fc.Arbitrary<unknown> {
  const none = question.noOpinion ? [fc.constant({ noOpinion: true })] : [];
  const ids = 'options' in question ? question.options.map(({ id }) => id) : [];
  switch (question.kind) {
    case 'single':
    case 'scale':
      return fc.oneof(fc.constant(undefined), fc.constantFrom(...ids), ...none);
    case 'multiple':
      return fc.oneof(fc.constant(undefined), fc.subarray(ids), ...none);
    case 'matrix':
      return fc.oneof(
        fc.constant(undefined),
        fc.record({
          rows: fc.record(Object.fromEntries(question.rows.map(({ id }) => [id, fc.oneof(fc.constantFrom(...ids), ...none)])), { requiredKeys: [] }),
        }),
        ...none,
      );
    case 'number':
      return fc.oneof(fc.constant(undefined), fc.constantFrom('-5', '0', '2.25', '100'), ...none);
    case 'date':
      return fc.oneof(fc.constant(undefined), fc.constantFrom('2020-01-01', '2026-12-31'));
    case 'text':
      return fc.oneof(fc.constant(undefined), fc.constantFrom('Mật: Nguyễn', '=A1'));
  }
}
const answered = fc
  .record(Object.fromEntries(questionsOf(form).map((question) => [question.id, answerTo(question)])))
  .map((raw) => judgeAnswers(form, raw, false).answers);

/** The answers that the cells of a line tell, as somebody reads them who knows the form. */
function readBack(cells: ReadonlyMap<string, string>): Answers {
  const single = (code: string | undefined): string | { noOpinion: true } | undefined =>
    code === undefined || code === '' || code === '#notAsked' ? undefined : code === '#noOpinion' ? { noOpinion: true } : code;
  const told = questionsOf(form).map((question): [string, Answer | undefined] => {
    if (question.kind === 'multiple') {
      const each = question.options.map(({ id }) => [id, single(cells.get(`${question.id}.${id}`))] as const);
      const [, first] = each[0] ?? [];
      return [question.id, typeof first === 'string' ? each.filter(([, code]) => code === '1').map(([id]) => id) : first];
    }
    if (question.kind !== 'matrix') return [question.id, single(cells.get(question.id))];
    const rows = question.rows.flatMap(({ id }) => {
      const code = single(cells.get(`${question.id}.${id}`));
      return code === undefined ? [] : [[id, code] as const];
    });
    return [question.id, rows.length === 0 ? undefined : { rows: Object.fromEntries(rows) }];
  });
  return Object.fromEntries(told.filter(([, answer]) => answer !== undefined)) as Answers;
}

/** As a file of answers tells them: nothing written freely, and no opinion of a whole matrix as one of each row. */
function asTold(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(withoutUnasked(form, answers)).flatMap(([id, answer]) => {
      const question = questionsOf(form).find((each) => each.id === id);
      if (question?.kind === 'text') return [];
      if (question?.kind !== 'matrix' || typeof answer !== 'object' || !('noOpinion' in answer)) return [[id, answer]];
      return [[id, { rows: Object.fromEntries(question.rows.map((row) => [row.id, { noOpinion: true }])) }]];
    }),
  );
}

describe('answers as lines of CSV', () => {
  it('[F67] tell what was answered in a column for each question, row and option, and leave out what was written freely', () => {
    expect(rowsOf(codes.head)[0]).toEqual(
      ['_id', '_body', '_mode', '_minutes', '_setAside', 'q1', 'q2', 'used', 'times'].concat([
        'wishes.staff',
        'wishes.attitude',
        'wishes.open',
        'wishes.none',
        'service.access',
        'service.result',
        'since',
      ]),
    );
    const line = codes.line(
      response({ q1: { noOpinion: true }, q2: 'good', used: 'no', times: '3', wishes: ['open'], service: { rows: { access: 's1' } }, idea: 'Tôi là ai' }),
    );
    expect(rowsOf(line)[0]?.slice(2)).toEqual(['online', '7', '0', '#noOpinion', 'good', 'no', '#notAsked', '0', '0', '1', '0', 's1', '', '']);
  });

  it('[F59] tell what a paper form gives no valid answer to apart from what was not answered, and from what was not asked', () => {
    const [head = []] = rowsOf(codes.head);
    const invalid = ['q1', 'wishes', 'service.access', 'times'];
    const given = response({ used: 'no', service: { rows: { result: 's1' } } }, invalid);
    const [line = []] = rowsOf(codes.line(given));
    expect(Object.fromEntries(head.slice(5).map((name, index) => [name, line[index + 5]]))).toEqual({
      ...{ q1: '#invalid', q2: '', used: 'no', times: '#notAsked', since: '' },
      ...{ 'wishes.staff': '#invalid', 'wishes.attitude': '#invalid', 'wishes.open': '#invalid', 'wishes.none': '#invalid' },
      ...{ 'service.access': '#invalid', 'service.result': 's1' },
    });
    const words = responseLines(form, { words: 'vi', bodyName: (id) => id });
    const [told = []] = rowsOf(words.line(given));
    expect([told[5], told[6]]).toEqual(['Câu trả lời trên phiếu giấy không hợp lệ', '']);
  });

  it('come back as they were given, whatever was answered, and count to the same', () => {
    const [head = []] = rowsOf(codes.head);
    fc.assert(
      fc.property(answered, (answers) => {
        const [line = []] = rowsOf(codes.line(response(answers)));
        const cells = new Map(head.map((name, index) => [name, line[index] as string]));
        const back = readBack(cells);
        expect(back).toEqual(asTold(answers));
        // Asked and not answered is told apart from not asked: the counts of both are the same.
        const texts = new Set(questionsOf(form).flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
        const countsOf = (of: Answers) =>
          countAnswers(form, of, new Set(askedQuestions(form, of).map(({ id }) => id))).filter(({ question }) => !texts.has(question));
        expect(countsOf(back)).toEqual(countsOf(answers));
      }),
      { numRuns: 300 },
    );
  });

  it('in words, they are a table too, and no cell is a formula', () => {
    const words = responseLines(form, { words: 'vi', bodyName: () => '=Tỉnh Minh họa 01' });
    const text = words.head + words.line(response({ used: 'yes', times: '-5', wishes: ['open'] })) + words.last(1, 'ab');
    const [head = [], line = [], last = []] = rowsOf(text);
    expect([line.length, last.length]).toEqual([head.length, head.length]);
    expect(head).toContain('Ông/bà mong muốn điều gì? – =1+1, "công khai"\n<&>');
    expect(line.slice(1, 9)).toEqual(["'=Tỉnh Minh họa 01", 'Trực tuyến', '7', 'Đưa vào tổng hợp', '', '', 'Có', '-5']);
    expect(line.slice(9, 13)).toEqual(['Không chọn', 'Không chọn', 'Có chọn', 'Không chọn']);
    expect(last[0]).toBe('# rows 1, sha256 ab');
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: Element[];
  text: string;
}

/** A document as a tree; throws where it is not well-formed. */
function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, parts: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, parts: [], text: '' };
    open.at(-1)?.parts.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    (open.at(-1) as Element).text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.parts[0] as Element;
}
const all = (of: Element, name: string): Element[] => of.parts.flatMap((part) => [...(part.name === name ? [part] : []), ...all(part, name)]);

const described: DescribedAnswers = {
  form,
  formHash: 'f'.repeat(64),
  group: { vi: 'Cán bộ & công chức', en: 'Staff' },
  round: { id: 'minh-hoa-2022', title: 'Kỳ <minh họa> "2022"\u0001', year: 2022, owner: 'Bộ Minh họa' },
  edition: { id: 'made-up', hash: 'e'.repeat(64) },
  closed: '2023-03-01',
  threshold: 5,
  bodies: [
    { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', responses: 7 },
    { id: 'tinh-minh-hoa-03', name: 'Tỉnh Minh họa 03', responses: 5 },
  ],
  leftOut: [
    { id: 'tinh-minh-hoa-02', name: 'Tỉnh Minh họa 02', responses: null, reason: 'tooFew' },
    { id: 'tinh-minh-hoa-04', name: 'Tỉnh Minh họa 04', responses: 9, reason: 'takenOut' },
  ],
  fileName: 'tra-loi.csv',
};

/**
 * Which elements stand in which order, those with "*" as often as there are some, the others once at most: from codebook.xsd of DDI-Codebook 2.5 (DDI Alliance,
 * 2012-01-17, LGPL 3), of the elements that are used. With that schema itself xmllint takes what is made here (decision 0158).
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['docDscr*', 'stdyDscr*', 'fileDscr*', 'dataDscr*', 'otherMat*'],
  stdyDscr: ['citation*', 'studyAuthorization*', 'stdyInfo*', 'studyDevelopment*', 'method*', 'dataAccs*', 'othrStdyMat*', 'notes*'],
  citation: ['titlStmt', 'rspStmt', 'prodStmt', 'distStmt', 'serStmt*', 'verStmt*', 'biblCit', 'holdings*', 'notes*'],
  titlStmt: ['titl', 'subTitl*', 'altTitl*', 'parTitl*', 'IDNo*'],
  rspStmt: ['AuthEnty*', 'othId*'],
  stdyInfo: ['studyBudget*', 'subject*', 'abstract*', 'sumDscr*', 'qualityStatement', 'notes*', 'exPostEvaluation*'],
  sumDscr: ['timePrd*', 'collDate*', 'nation*', 'geogCover*', 'geogUnit*', 'geoBndBox', 'boundPoly', 'anlyUnit*', 'universe*', 'dataKind*'],
  dataAccs: ['setAvail*', 'useStmt*', 'notes*'],
  useStmt: ['confDec', 'specPerm', 'restrctn', 'contact*', 'citReq', 'deposReq', 'conditions', 'disclaimer'],
  fileDscr: ['fileTxt*', 'locMap', 'notes*'],
  fileTxt: ['fileName', 'fileCitation', 'fileCont', 'fileStrc', 'dimensns', 'fileType', 'format', 'filePlac', 'dataChck*', 'ProcStat', 'dataMsng', 'software*'],
  dimensns: ['caseQnty*', 'varQnty*', 'logRecL*', 'recPrCas*', 'recNumTot*'],
  dataDscr: ['varGrp*', 'nCubeGrp*', 'var*', 'nCube*', 'notes*'],
  var: [
    'location*',
    'labl*',
    'qstn*',
    'valrng*',
    'invalrng*',
    'universe*',
    'sumStat*',
    'txt*',
    'catgryGrp*',
    'catgry*',
    'codInstr*',
    'concept*',
    'varFormat',
    'notes*',
  ],
  qstn: ['qstnLit*'],
  catgry: ['catValu', 'labl*', 'txt*', 'catStat*', 'mrow'],
};

describe('the codebook of answers, as DDI-Codebook 2.5', () => {
  const book = treeOf(codebookOf(described));

  it('is well-formed whatever words it holds, and tells edition, form, cases and what was withheld', () => {
    expect([book.name, book.attributes['xmlns'], book.attributes['version']]).toEqual(['codeBook', 'ddi:codebook:2_5', '2.5']);
    expect(all(book, 'titl')[0]?.text).toBe('Dữ liệu trả lời: Phiếu minh họa (Kỳ <minh họa> "2022"\uFFFD)');
    expect(all(book, 'IDNo').map(({ attributes, text }) => `${attributes['agency']} ${text}`)).toEqual([
      'round minh-hoa-2022',
      'edition made-up',
      `editionHash sha256:${'e'.repeat(64)}`,
      `questionnaireHash sha256:${'f'.repeat(64)}`,
    ]);
    expect(all(book, 'caseQnty')[0]?.text).toBe('12');
    const [vi = '', en = ''] = all(book, 'restrctn').map(({ text }) => text);
    expect(vi).toContain('Cơ quan có dưới 5 phiếu trả lời');
    expect(vi).toContain('Tỉnh Minh họa 02 (tinh-minh-hoa-02): dưới 5 phiếu; Tỉnh Minh họa 04 (tinh-minh-hoa-04): 9 phiếu, đã được đưa ra khỏi kỳ đánh giá.');
    expect(vi).toContain('idea (Góp ý)');
    expect(en).toContain('personal data: idea');
  });

  it('has a variable for each column, in their order, with every code that a cell may hold', () => {
    const variables = all(book, 'var');
    expect(variables.map(({ attributes }) => attributes['name'])).toEqual(rowsOf(codes.head)[0]);
    expect(new Set(variables.map(({ attributes }) => attributes['ID'])).size).toBe(variables.length);
    const codesOf = new Map(variables.map((of) => [of.attributes['name'], new Set(all(of, 'catValu').map(({ text }) => text))]));
    expect([...(codesOf.get('_body') ?? [])]).toEqual(['tinh-minh-hoa-01', 'tinh-minh-hoa-03']);
    const [head = []] = rowsOf(codes.head);
    fc.assert(
      fc.property(answered, (answers) => {
        const [line = []] = rowsOf(codes.line(response(answers)));
        for (const [index, name] of head.entries()) {
          const cell = line[index] as string;
          if (index < 5 || cell === '' || (!cell.startsWith('#') && (name === 'times' || name === 'since'))) continue;
          expect(codesOf.get(name)).toContain(cell);
        }
      }),
    );
    const missing = all(variables.find(({ attributes }) => attributes['name'] === 'times') as Element, 'catgry');
    expect(missing.map(({ attributes, parts }) => `${attributes['missing']} ${parts[0]?.text} ${parts[1]?.text}`)).toEqual([
      'Y #noOpinion Không có ý kiến',
      'Y #notAsked Không thuộc diện được hỏi',
      'Y #invalid Câu trả lời trên phiếu giấy không hợp lệ',
    ]);
  });

  it('holds to the order and number of elements that the schema demands', () => {
    const faults: string[] = [];
    const check = (of: Element): void => {
      const sequence = SEQUENCES[of.name];
      const names = of.parts.map(({ name }) => name);
      if (names.length > 0 && sequence === undefined) faults.push(`${of.name}: no sequence`);
      const places = names.map((name) => sequence?.findIndex((each) => each.replace('*', '') === name) ?? 0);
      for (const [at, place] of places.entries()) {
        const before = places[at - 1] ?? -1;
        if (place < before || place < 0 || (place === before && !sequence?.[place]?.endsWith('*'))) faults.push(`${of.name}: ${names[at]}`);
      }
      for (const part of of.parts) check(part);
    };
    check(book);
    expect(faults).toEqual([]);
  });
});
