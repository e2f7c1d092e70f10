import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import type { Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { comparabilityOf } from '../../scheme/comparability.ts';
import type { Forebear } from '../../scheme/lineage.ts';
import { readScheme } from '../../scheme/read.ts';
import { itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import type { JsonObject } from '../../testing/documents.ts';
import { domain, item, scheme } from '../../testing/small-round.ts';
import { compareEditions } from '../comparing/compare-editions.ts';
import { applyOperation } from '../operations/apply.ts';
import { placeOfCode } from '../operations/places.ts';
import { decideLineage, undecidedLineage } from './decide.ts';
import { proposeLineage } from './propose.ts';

const rawOf = (changes: JsonObject): Raw => readJson(JSON.stringify(scheme(changes))).value as Raw;
const schemeOf = (raw: Raw): Scheme => readScheme(raw, new Faults()) as Scheme;
const titled = (vi: string) => ({ title: { vi } });
const figures = ['done', 'planned'].map((id) => ({ id, type: 'count' }));
const share = (from: number) => ({
  rule: { kind: 'bands', of: { ratio: ['done', 'planned'], whenNothing: 'notApplicable', over: 'allow' }, bands: [{ from, points: 1 }], otherwise: 0 },
});

const before = schemeOf(
  rawOf({
    id: 'truoc',
    figures,
    domains: [
      domain('1', [
        item('1.1', titled('Ban hành kế hoạch')),
        item('1.2', { ...titled('Tỷ lệ hồ sơ giải quyết đúng hạn'), ...share(0.9) }),
        item('1.3', titled('Công tác thanh tra')),
        { code: '1.4', ...titled('Tuyên truyền'), subCriteria: [item('1.4.1', titled('Kế hoạch tuyên truyền')), item('1.4.2', titled('Tin bài đã đăng'))] },
        item('1.5', titled('Sáng kiến')),
      ]),
    ],
  }),
);
const written = rawOf({
  id: 'nay',
  figures,
  domains: [
    domain('1', [
      item('1.1', titled('Ban hành kế hoạch')),
      item('1.2', { ...titled('Kết quả tiếp nhận, trả kết quả'), ...share(0.9) }),
      {
        code: '1.3',
        ...titled('Công tác thanh tra'),
        subCriteria: [
          item('1.3.1', titled('Số cuộc đã tiến hành')),
          item('1.3.2', { ...titled('Kết luận được thực hiện'), rule: { kind: 'yesNo', yes: 0.5 } }),
        ],
      },
      item('1.4', titled('Truyền thông chính sách')),
      item('1.6', { ...titled('Sáng kiến'), maximum: '2' }),
      item('1.7', titled('Chuyển đổi số')),
    ]),
  ],
});
const draft = schemeOf(written);

describe('[F4] where the items of a draft come from', () => {
  it('is proposed with why, from codes, titles, rules, and from what was divided or joined, with whether points can be compared', () => {
    const told = proposeLineage(draft, before).map(({ placed, proposed }) => [
      placed.code,
      proposed.map(({ before: from, because, comparable }) => `${from.code} ${comparable}: ${because.join(', ')}`),
    ]);
    expect(told).toEqual([
      ['1.1', ['1.1 yes: sameCode, sameTitle']],
      ['1.2', ['1.2 partly: sameCode, sameRule']],
      ['1.3.1', ['1.3 partly: dividedFrom']],
      ['1.3.2', ['1.3 no: dividedFrom']],
      ['1.4', ['1.4.1 partly: joinedFrom', '1.4.2 partly: joinedFrom']],
      ['1.6', ['1.5 partly: sameTitle']],
      ['1.7', []],
    ]);
  });

  it('is nothing until it is decided; what is decided is one step of writing, which leaves what is said of other editions, and can be taken back', () => {
    const place = placeOfCode(written, '1.3.1') ?? [];
    const forebears: Forebear[] = [{ item: '1.3', comparable: 'partly', why: { vi: 'Chỉ gồm số cuộc thanh tra.' } }];
    const apply = (document: Raw, ...rest: [string, readonly Forebear[] | undefined]) => {
      const applied = applyOperation(document, decideLineage(document, place, ...rest));
      if ('refusal' in applied) throw new Error(applied.refusal.code);
      return applied.document;
    };
    const lineageIn = (document: Raw) => itemsOfDomains(schemeOf(document).domains).find(({ code }) => code === '1.3.1')?.lineage;
    const other = apply(written, 'xa-xua', [{ item: '9', comparable: 'yes', why: null }]);
    const decided = apply(other, 'truoc', forebears);
    expect(lineageIn(decided)).toEqual([
      { edition: 'xa-xua', item: '9', comparable: 'yes' },
      { edition: 'truoc', item: '1.3', comparable: 'partly', why: { vi: 'Chỉ gồm số cuộc thanh tra.' } },
    ]);
    expect(proposeLineage(schemeOf(decided), before).find(({ placed }) => placed.code === '1.3.1')).toMatchObject({ decided: forebears, proposed: [] });
    const isNew = apply(decided, 'truoc', []);
    expect(proposeLineage(schemeOf(isNew), before).find(({ placed }) => placed.code === '1.3.1')).toMatchObject({ decided: [], proposed: [] });
    expect(compareEditions(before, schemeOf(isNew)).added.map(({ code }) => code)).toContain('1.3.1');
    expect(apply(apply(isNew, 'truoc', undefined), 'xa-xua', undefined)).toEqual(written);
  });

  it('tells which items are undecided where others have said where they come from', () => {
    expect(undecidedLineage(draft)).toEqual([]);
    const applied = applyOperation(
      written,
      decideLineage(written, placeOfCode(written, '1.1') ?? [], 'truoc', [{ item: '1.1', comparable: 'yes', why: null }]),
    );
    if ('refusal' in applied) throw new Error(applied.refusal.code);
    expect(undecidedLineage(schemeOf(applied.document))).toEqual([{ edition: 'truoc', codes: ['1.2', '1.3.1', '1.3.2', '1.4', '1.6', '1.7'] }]);
  });

  it('has one answer in the comparison of editions and in that of years, where all, some or no items declare it', () => {
    const editions = ['illustrative-before-2022', 'province-2022', 'department-illustrative'].map((id) =>
      schemeOf(readYaml(readFileSync(new URL(`../../../../schemes/${id}/scheme.yaml`, import.meta.url), 'utf8')).value as Raw),
    );
    const some = schemeOf(
      rawOf({
        id: 'nay',
        domains: [
          domain('1', [
            item('1.1'),
            item('1.2', { lineage: [{ edition: 'truoc', item: '1.3', comparable: 'yes' }] }),
            item('1.3'),
            item('1.4', titled('Khác hẳn')),
          ]),
        ],
      }),
    );
    const plain = schemeOf(rawOf({ id: 'truoc', domains: [domain('1', [item('1.1'), item('1.2'), item('1.3')])] }));
    const couples = [...editions.flatMap((older) => editions.map((newer) => [older, newer] as const)), [plain, some] as const, [before, draft] as const];
    for (const [older, newer] of couples) {
      const { changed, unchanged, added } = compareEditions(older, newer);
      const years = comparabilityOf(newer, older);
      for (const { before: from, after } of [...changed, ...unchanged])
        if (after.item && years.get(after.code)?.why[0] !== 'unconfirmed')
          expect([after.code, years.get(after.code)?.forebear?.code]).toEqual([after.code, from.code]);
      for (const { code, item: own } of added) if (own) expect([code, years.get(code)?.why]).toEqual([code, ['new']]);
    }
  });
});
