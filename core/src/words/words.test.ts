import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { computeIndex } from '../compute-index.ts';
import { FAULT_CODES, Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { UNREADABLE_CODES, Unreadable } from '../reading/raw.ts';
import { readYaml } from '../reading/yaml.ts';
import { FUNCTIONS } from '../rules/expression/parse.ts';
import { PLAIN_KINDS } from '../rules/plain-kinds.ts';
import { RULE_KINDS, type Rule } from '../rules/registry.ts';
import { readScheme } from '../scheme/read.ts';
import { type Item, itemsOf, type Scheme } from '../scheme/types.ts';
import type { Result } from '../scoring/result.ts';
import { computedOf, examplesOf } from '../testing/examples.ts';
import { describeRule } from './describe-rule.ts';
import { describeScheme, ruleLines } from './describe-scheme.ts';
import { ACT_PHRASES, ENTRY_PHRASES, FIGURE_FIELD_NAMES, ITEM_FIELD_NAMES } from './entry-phrases.ts';
import { EVIDENCE_PHRASES } from './evidence-phrases.ts';
import { explainItem } from './explain-item.ts';
import { LANGUAGES, type Language, PHRASES } from './index.ts';
import { legalBasisInFull, legalBasisText, validityText } from './legal-basis.ts';
import { schemeNames } from './scheme-names.ts';
import { unreadableText } from './unreadable.ts';

interface Words {
  rule: string[];
  inputs: string[];
  why: string[];
}
interface Example {
  kind: string;
  snapshot: string;
  body: string;
  item: string;
  vi: Words;
  en: Words;
}

const worked = path.join(import.meta.dirname, '../../../verify/worked');
const examples = parse(readFileSync(path.join(import.meta.dirname, 'words.examples.yaml'), 'utf8')) as Example[];

const rounds = new Map(
  readdirSync(worked)
    .filter((file) => file.endsWith('.snapshot.json'))
    .map((file) => {
      const computed = computeIndex(readJson(readFileSync(path.join(worked, file), 'utf8')).value);
      if (!computed.result) throw new Error(`faults in ${file}`);
      return [file.replace('.snapshot.json', ''), computed] as const;
    }),
);

/** Examples of a kind, beside the kind, that say how they are told. */
const kinds = path.join(import.meta.dirname, '../rules/kinds');
const kindExamples = readdirSync(kinds)
  .filter((file) => file.endsWith('.examples.yaml'))
  .flatMap((file) => examplesOf(readFileSync(path.join(kinds, file), 'utf8')))
  .filter(({ words }) => words !== undefined);

function wordsOf(snapshot: string, body: string, code: string, language: Language): Words {
  const { result, scheme } = rounds.get(snapshot) as { result: Result; scheme: Scheme };
  const item = scheme.domains.flatMap(({ criteria }) => criteria.flatMap(itemsOf)).find((entry) => entry.code === code);
  const scored = result.bodies.find(({ id }) => id === body)?.items.find((entry) => entry.code === code);
  if (!item || !scored) throw new Error(`no item ${code} of ${body} in ${snapshot}`);
  const names = schemeNames(scheme, language);
  const { inputs, steps, missing, verdict } = explainItem(item, scored, names);
  return { rule: ruleLines(describeRule(item, names)), inputs: inputs.map(({ what, value }) => `${what}: ${value}`), why: [...steps, ...missing, verdict] };
}

/** Every text in the phrases of a language; those that are made are made from given parts. */
function* textsOf(phrases: object, keys: string[] = []): Iterable<[string, string]> {
  for (const [key, value] of Object.entries(phrases)) {
    const here = [...keys, key];
    if (typeof value === 'string') yield [here.join('.'), value];
    else if (typeof value === 'object') yield* textsOf(value, here);
    else yield [here.join('.'), 'made'];
  }
}

describe('rules and explanations in words', () => {
  it.each(examples)('[F76] $kind: $snapshot, $body, $item', ({ snapshot, body, item, vi, en }) => {
    expect(wordsOf(snapshot, body, item, 'vi')).toEqual(vi);
    expect(wordsOf(snapshot, body, item, 'en')).toEqual(en);
  });

  it.each(kindExamples)('[F76] $kind: $situation, $why', (example) => {
    const computed = computedOf(example);
    if (!computed.result) throw new Error('faults in an example');
    const { found, scheme } = computed;
    const item = scheme.domains[0]?.criteria.flatMap(itemsOf).find(({ code }) => code === found?.code);
    if (!found || !item) throw new Error('no such item');
    const told = LANGUAGES.map((language) => {
      const names = schemeNames(scheme, language);
      const { steps, missing, verdict } = explainItem(item, found, names);
      return [language, { rule: ruleLines(describeRule(item, names)), why: [...steps, ...missing, verdict] }];
    });
    expect(Object.fromEntries(told)).toEqual(example.words);
  });

  it('there is an example of every rule kind', () => {
    expect([...new Set([...examples, ...kindExamples].map(({ kind }) => kind))].sort()).toEqual([...RULE_KINDS].sort());
  });

  it('[F76] every item of every worked body is explained, with nothing undefined', () => {
    for (const [snapshot, { result, scheme }] of rounds) {
      for (const language of LANGUAGES) {
        expect(JSON.stringify(describeScheme(scheme, language))).not.toMatch(/undefined|NaN/);
        for (const { id, items } of result.bodies) {
          for (const { code } of items)
            expect(JSON.stringify(wordsOf(snapshot, id, code, language)), `${snapshot} ${id} ${code}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  });
});

describe('bands, units and expressions', () => {
  const { scheme } = rounds.get('03-figures') as { scheme: Scheme };
  const item = scheme.domains.flatMap(({ criteria }) => criteria.flatMap(itemsOf))[0];
  const said = (rule: Rule, language: Language = 'vi') => {
    if (!item) throw new Error('no item');
    return ruleLines(describeRule(item, schemeNames(scheme, language), rule)).map((line) =>
      line.replace(/^ *– /, '').replace(/: [−\d,.]+ (?:điểm|points?)$/, ''),
    );
  };
  const ratio = { ratio: ['done', 'assigned'], whenNothing: 'zero', over: 'refuse' } as const;
  const share = (over: 'refuse' | 'cap' | 'allow') => ({ ...ratio, ratio: [...ratio.ratio], over });
  const bands = (of: Extract<Rule, { kind: 'bands' }>['of'], ...edges: ['from' | 'above', string][]): Rule => ({
    kind: 'bands',
    of,
    bands: edges.map(([kind, edge]) => ({ [kind]: edge, points: '1' })),
    otherwise: '0',
  });

  it('a band of one whole number is told as that', () => {
    expect(said(bands({ figure: 'ideas' }, ['from', '3'], ['from', '1'], ['above', '-0.5'])).slice(1, 4)).toEqual([
      'từ 3 trở lên',
      'từ 1 đến dưới 3',
      'bằng 0',
    ]);
    expect(said(bands({ figure: 'ideas' }, ['above', '1'], ['from', '1']), 'en').slice(1, 3)).toEqual(['above 1', 'exactly 1']);
    expect(said(bands({ figure: 'budget' }, ['from', '2'], ['from', '1'])).slice(1, 3)).toEqual(['từ 2 trở lên', 'từ 1 đến dưới 2']);
  });

  it('all of a share that cannot be more is told as that', () => {
    expect(said(bands(share('refuse'), ['from', '1'], ['above', '0.5'])).slice(1, 3)).toEqual(['đạt 100%', 'trên 50% đến dưới 100%']);
    expect(said(bands(share('cap'), ['from', '1']), 'en')[1]).toBe('100%');
    expect(said(bands(share('allow'), ['from', '1']))[1]).toBe('từ 100% trở lên');
    expect(said(bands(share('refuse'), ['above', '0.5']))[1]).toBe('trên 50%');
    const proportional = (over: 'refuse' | 'allow'): Rule => ({ kind: 'proportional', of: share(over), target: '1', belowFloor: '0' });
    expect(said(proportional('refuse'))[0]).toContain('đạt 100% được 10 điểm');
    expect(said(proportional('allow'))[0]).toContain('đạt từ 100% trở lên được 10 điểm');
  });

  it('days are days, and differences of shares are percentage points', () => {
    const days = { days: ['issuedAbove', 'issuedHere'] };
    expect(said(bands(days, ['from', '10'], ['from', '5'], ['from', '4']), 'vi').slice(1, 4)).toEqual([
      'từ 10 ngày trở lên',
      'từ 5 đến dưới 10 ngày',
      'bằng 4 ngày',
    ]);
    expect(said(bands(days, ['from', '2'], ['from', '1']), 'en').slice(1, 3)).toEqual(['from 2 days', 'exactly 1 day']);
    const change: Rule = {
      kind: 'change',
      of: share('allow'),
      against: 'previous',
      bands: [
        { from: '0.1', points: '2' },
        { from: '0.05', points: '1' },
      ],
      otherwise: '0',
      whenNoPrevious: 'zero',
    };
    expect(said(change).slice(1, 3)).toEqual(['từ 10 điểm phần trăm trở lên', 'từ 5 đến dưới 10 điểm phần trăm']);
    expect(said(change, 'en').slice(1, 3)).toEqual(['from 10 percentage points', 'from 5 to below 10 percentage points']);
    expect(said({ kind: 'perUnit', of: days, points: '-0.5', free: '3' })[0]).toContain('mỗi ngày vượt quá 3 ngày tính −0,5 điểm');
  });

  it.each([
    ['choose(a == 0, 0, (a - b) / a)', '0 khi “a” = 0; còn lại (“a” − “b”) / “a”', 'if “a” = 0 then 0, else (“a” − “b”) / “a”'],
    ['choose(a < 1, 0, choose(a < 2, 1, 2))', '0 khi “a” < 1; 1 khi “a” < 2; còn lại 2', 'if “a” < 1 then 0, else if “a” < 2 then 1, else 2'],
    ['1 - choose(a < 1, 0, 1) * 2', '1 − (0 khi “a” < 1; còn lại 1) × 2', '1 − (if “a” < 1 then 0, else 1) × 2'],
    ['choose(a < 1, choose(b < 1, 0, 1), 2)', '(0 khi “b” < 1; còn lại 1) khi “a” < 1; còn lại 2', 'if “a” < 1 then (if “b” < 1 then 0, else 1), else 2'],
    [
      'choose(days(a, b) <= 2, 1, 1 - days(a, b))',
      '1 khi số ngày từ “a” đến “b” ≤ 2; còn lại 1 − (số ngày từ “a” đến “b”)',
      'if days from “a” to “b” ≤ 2 then 1, else 1 − (days from “a” to “b”)',
    ],
    [
      'min(a, 1.5) + max(a, b, 1)',
      'số nhỏ hơn trong (“a”; 1,5) + số lớn nhất trong (“a”; “b”; 1)',
      'the smaller of (“a”; 1.5) + the greatest of (“a”; “b”; 1)',
    ],
    [
      'round(abs(a) - floor(b), 1)',
      'làm tròn(giá trị tuyệt đối của (“a”) − phần nguyên của (“b”); 1)',
      'round(the absolute value of (“a”) − the whole part of (“b”); 1)',
    ],
    [
      'choose(not (a > 1 and b != 0) or c, 1, -(a + 1))',
      '1 khi không (“a” > 1 và “b” ≠ 0) hoặc “c”; còn lại −(“a” + 1)',
      'if not (“a” > 1 and “b” ≠ 0) or “c” then 1, else −(“a” + 1)',
    ],
  ])('%s is readable', (expression, vi, en) => {
    expect(schemeNames(scheme, 'vi').expression(expression)).toBe(vi);
    expect(schemeNames(scheme, 'en').expression(expression)).toBe(en);
  });

  it('every function of expressions has words', () => {
    for (const language of LANGUAGES) expect([...Object.keys(PHRASES[language].expression.call), 'days', 'choose'].sort()).toEqual([...FUNCTIONS].sort());
  });
});

describe('phrases', () => {
  it('are the same in both languages, none empty, in the quotes of print', () => {
    const all = [
      PHRASES,
      ENTRY_PHRASES,
      ACT_PHRASES,
      ITEM_FIELD_NAMES,
      FIGURE_FIELD_NAMES,
      EVIDENCE_PHRASES,
      ...Object.values(PLAIN_KINDS).map(({ words }) => words.texts),
    ];
    const [vi, en] = [all.flatMap((texts) => [...textsOf(texts.vi)]), all.flatMap((texts) => [...textsOf(texts.en)])];
    expect(vi.map(([key]) => key).sort()).toEqual(en.map(([key]) => key).sort());
    for (const [key, text] of [...vi, ...en]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/["«»]/);
    }
  });

  it.each(FAULT_CODES)('say the fault %s, with what is known of it or with nothing', (code) => {
    for (const language of LANGUAGES) {
      for (const details of [{}, { found: 'x', expected: 'list', key: 'y' }] as Record<string, string>[]) {
        const sentence = PHRASES[language].fault[code](details);
        expect(sentence).toMatch(/^\S.*\.$/);
        expect(sentence).not.toMatch(/undefined|["«»]/);
      }
    }
  });

  it.each([
    ['wrongType', { found: 'list', expected: 'object' }, 'Sai loại dữ liệu “danh sách” (cần: nhóm mục).', 'Wrong kind of value “list” (wanted: object).'],
    [
      'wrongType',
      { expected: '[figure, figure]' },
      'Sai loại dữ liệu (cần: danh sách gồm đúng hai mã số liệu).',
      'Wrong kind of value (wanted: a list of two figures).',
    ],
    [
      'wrongType',
      { expected: 'number, text, true | false' },
      'Sai loại dữ liệu (cần: số, chuỗi ký tự, true hoặc false).',
      'Wrong kind of value (wanted: number, text, true or false).',
    ],
    ['wrongType', { expected: 'figure | ratio' }, 'Sai loại dữ liệu (cần: figure hoặc ratio).', 'Wrong kind of value (wanted: figure or ratio).'],
    [
      'wrongType',
      { found: 'date', expected: 'count, amount' },
      'Sai loại dữ liệu “ngày (date)” (cần: số đếm (count), số lượng (amount)).',
      'Wrong kind of value “date” (wanted: count, amount).',
    ],
    [
      'wrongType',
      { found: 'a-b', expected: '/^[a-z]$/' },
      'Sai loại dữ liệu “a-b” (cần: đúng mẫu /^[a-z]$/).',
      'Wrong kind of value “a-b” (wanted: of the form /^[a-z]$/).',
    ],
    [
      'unknownValue',
      { found: 'x', expected: 'count, date' },
      'Giá trị “x” không có trong danh mục (cần: count, date).',
      'The value “x” is not on the list (wanted: count, date).',
    ],
    ['outOfRange', { found: '4', expected: '0/1…7/2' }, 'Giá trị “4” ngoài phạm vi cho phép, phải từ 0 đến 7/2.', 'Out of range “4” (wanted: 0…7/2).'],
    ['missingKey', { key: 'from | above' }, 'Thiếu mục “from hoặc above”.', 'The key “from or above” is missing.'],
    [
      'caseFails',
      { expected: 'notAnswered', found: 'scored' },
      'Ví dụ kiểm tra không đúng: cần chưa chấm (notAnswered), tính được đã chấm (scored).',
      'The case fails: expected notAnswered, computed scored.',
    ],
  ] as const)('tell the details of %s %j in the language', (code, details, vi, en) => {
    expect(PHRASES.vi.fault[code](details)).toBe(vi);
    expect(PHRASES.en.fault[code](details)).toBe(en);
  });

  it('say why a text is unreadable; what a library said in English stands in English only', () => {
    for (const code of UNREADABLE_CODES) {
      const error = new Unreadable(code, undefined, 'CommaExpected');
      expect(unreadableText(error, 'vi')).toBe(PHRASES.vi.unreadable[code]);
      expect(unreadableText(error, 'en')).toBe(`${PHRASES.en.unreadable[code]} (CommaExpected)`);
    }
    expect(unreadableText(new Unreadable('tooDeep'), 'en')).toBe('nested too deeply');
  });

  it.each([
    [{ number: '876/QĐ-BNV', date: '2022-11-10' }, 'Quyết định số 876/QĐ-BNV ngày 10/11/2022', 'Decision No. 876/QĐ-BNV of 10/11/2022'],
    [{ number: '11-QĐ/TU' }, 'Quy định số 11-QĐ/TU', 'Regulation No. 11-QĐ/TU'],
    [{ number: '76/NQ-CP', date: '2021-07-15' }, 'Nghị quyết số 76/NQ-CP ngày 15/07/2021', 'Resolution No. 76/NQ-CP of 15/07/2021'],
    [{ number: '57-NQ/TW' }, 'Nghị quyết số 57-NQ/TW', 'Resolution No. 57-NQ/TW'],
    [{ number: 'Quyết định số 876/QĐ-BNV' }, 'Quyết định số 876/QĐ-BNV', 'Quyết định số 876/QĐ-BNV'],
    [{ number: '12/2020/TT-BNV' }, '12/2020/TT-BNV', '12/2020/TT-BNV'],
    [{ number: '6203/BNV-CCHC', date: '2022-12-08' }, 'Công văn số 6203/BNV-CCHC ngày 08/12/2022', 'Official letter No. 6203/BNV-CCHC of 08/12/2022'],
    [{ number: '307/KH-UBND' }, '307/KH-UBND', '307/KH-UBND'],
  ])('cite %j', (basis, vi, en) => {
    expect(legalBasisText(basis, 'vi')).toBe(vi);
    expect(legalBasisText(basis, 'en')).toBe(en);
  });

  const province = readScheme(
    readYaml(readFileSync(path.join(import.meta.dirname, '../../../schemes/province-2022/scheme.yaml'), 'utf8')).value,
    new Faults(),
  ) as Scheme;
  const rowOf = (code: string) => describeScheme(province, 'vi').find((row) => row.code === code);

  it('[F10] say in full what an edition rests on, that a date is not known, and from when it holds', () => {
    const [scheme, plan, guidance] = province.legalBasis.map((basis) => legalBasisInFull(basis, 'vi'));
    expect(scheme).toMatch(/^Quyết định số 876\/QĐ-BNV ngày 10\/11\/2022 của Bộ Nội vụ phê duyệt Đề án “Xác định Chỉ số .+” giai đoạn 2022-2030$/u);
    expect(plan).toMatch(/^Quyết định số 878\/QĐ-BNV của Bộ Nội vụ ban hành Kế hoạch .* \(ngày ban hành chưa rõ\)$/u);
    expect(guidance).toMatch(/^Công văn số 6203\/BNV-CCHC ngày 08\/12\/2022 của Bộ Nội vụ hướng dẫn [^()]*$/u);
    expect(validityText(province, 'vi')).toMatch(/^Hiệu lực: từ ngày 10\/11\/2022\. .*ngày hết hiệu lực .* chưa rõ\.$/u);
  });

  it('[F10] say of every item where it stands and who appraises it, or that it is not known; nobody appraises a survey', () => {
    expect(rowOf('2.1.1')?.notes).toEqual(expect.arrayContaining(['Điều, khoản của văn bản: chưa rõ.', 'Cơ quan thẩm định: chưa rõ.']));
    expect(rowOf('2.5.1')?.notes).toEqual(['Điều, khoản của văn bản: chưa rõ.']);
    for (const row of describeScheme(province, 'vi').filter(({ rule }) => rule)) expect(row.notes.join(' ')).toContain('chưa rõ');
  });

  it('[F10] say who is asked, and that groups come together by their means', () => {
    expect(rowOf('4.4.2')?.rule?.notes).toEqual([
      'Lấy trung bình từng nhóm, rồi trung bình các nhóm.',
      'Nhóm được hỏi: Lãnh đạo sở và tương đương; Trưởng phòng thuộc sở và tương đương; Lãnh đạo Ủy ban nhân dân cấp huyện.',
    ]);
  });

  it('[F76] write a share as a person does, with its percents, and what holds where its base is 0', () => {
    const told = rowOf('4.2.3')?.rule;
    expect(told?.intro).toBe(
      'Theo tỷ lệ (“Số biên chế được giao tại năm mốc” − “Số biên chế được giao trong năm đánh giá”) / “Số biên chế được giao tại năm mốc” × 100%:',
    );
    expect(told?.rows[0]).toEqual({ what: 'từ 5% trở lên', points: '1 điểm' });
    expect(told?.notes).toEqual(['Trường hợp “Số biên chế được giao tại năm mốc” bằng 0: tính 0%.']);
    for (const { rule } of describeScheme(province, 'vi')) expect(rule ? ruleLines(rule).join(' ') : '').not.toMatch(/nếu .* thì/u);
  });

  it('[F76] say of a penalty that points are taken away', () => {
    const names = schemeNames(province, 'vi');
    const penalty = { ...(province.domains[0]?.criteria[0] as Item), maximum: '0', minimum: '-1', rule: { kind: 'given' as const, step: '0.5' } };
    expect(describeRule(penalty, names).intro).toBe('Trừ tối đa 1 điểm, theo bước 0,5 điểm.');
  });
});
