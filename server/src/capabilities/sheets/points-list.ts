import {
  Faults,
  type ItemResult,
  inLanguage,
  type Language,
  ownItems,
  ownPoints,
  ownPointsIfUnconfirmed,
  type PastPoints,
  pastPoints,
  pointsOver,
  ROOT,
  type SheetPoints,
  schemeNames,
  sheetPoints,
} from '@parindex/core';
import { readCitation } from '@parindex/core/evidence/index';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import * as exact from '@parindex/core/quantity/rational';
import type { SheetChecks } from '@parindex/core/review/index';
import { type DocumentName, documentName, placeText } from '@parindex/core/words/cited-document';
import { itemStateName } from '@parindex/core/words/item-state';
import { GROUP_NAMES, SOURCE_NAMES } from '@parindex/core/words/kinds';
import { type Rounding, scoredOf, scoredText } from '@parindex/core/words/points-text';
import { openedText, othersText } from '@parindex/core/words/source-text';
import { texts } from '@parindex/core/words/texts';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import type { ListSheet } from '../../documents/xlsx.ts';
import { asEntered, type Entering, isTheirs } from './entering.ts';
import type { OpenSheet } from './open-sheet.ts';
import { scoreStage, scoreStageIfConfirmed } from './sheet.ts';

const WORDS = texts({
  name: { vi: 'Tổng hợp điểm', en: 'Points' },
  title: { vi: 'BẢNG TỔNG HỢP ĐIỂM TỰ CHẤM', en: 'POINTS OF THE SELF-ASSESSMENT' },
  stale: {
    vi: 'Điểm theo số liệu đã lưu khi lập bảng tính này; không thay đổi khi điền các trang khác.',
    en: 'Points of what was saved when this workbook was made; they do not follow what is filled in here.',
  },
  own: { vi: 'Cơ quan tự chấm', en: 'Self-scored' },
  sumOwn: {
    vi: (points: string, scored: string) => `Điểm tự chấm: ${points} (${scored})`,
    en: (points: string, scored: string) => `Self-scored points: ${points} (${scored})`,
  },
  sumOthers: {
    vi: (sources: string) => `Điểm không do cơ quan tự chấm, không cộng vào điểm tự chấm: ${sources}`,
    en: (sources: string) => `Scored by others, and not part of the sum: ${sources}`,
  },
  others: { vi: 'Không tự chấm', en: 'Not self-scored' },
  sum: { vi: 'TỔNG ĐIỂM TỰ CHẤM', en: 'SELF-SCORED POINTS' },
  ifConfirmed: {
    vi: 'Tổng điểm tự chấm nếu các đề nghị không đánh giá (không phát sinh) được xác nhận',
    en: 'Self-scored points if all that is claimed not to have arisen were confirmed',
  },
  ifUnconfirmed: {
    vi: 'Tổng điểm tự chấm nếu các nội dung có mẫu số bằng 0 không được xác nhận',
    en: 'Self-scored points if full points of 0 of 0 were not confirmed',
  },
  withMore: { vi: 'Tổng điểm tự chấm sau khi cộng điểm thưởng, trừ điểm', en: 'Self-scored points with bonus and penalty' },
  progress: { vi: (scored: string) => `Đã chấm ${scored}`, en: (scored: string) => `Scored ${scored}` },
  columns: {
    vi: [
      'STT',
      'Lĩnh vực, tiêu chí',
      'Nguồn điểm',
      'Điểm tối đa',
      'Điểm năm trước',
      'Điểm tự chấm',
      'Tình trạng',
      'Tài liệu kiểm chứng',
      'Nội dung giải trình',
    ],
    en: ['Code', 'Domain, item', 'Source', 'Maximum', 'Year before', 'Self-scored', 'State', 'Evidence', 'Justification'],
  },
});
/** In characters. */
const WIDTHS = [8, 44, 16, 9, 9, 9, 15, 46, 30];
const AS_POINTS = [3, 4, 5];
const PROGRESS = 6;

type Line = ListSheet['rows'][number];

/** Targets whose citations prove an item: itself, and the figures that went into its points. */
const provenBy = ({ edition }: OpenSheet, { code, explanation }: ItemResult): Target[] => [
  { kind: 'item', id: code },
  ...Object.keys(explanation.inputs).flatMap((id) => (edition.types.has(id) ? [{ kind: 'figure' as const, id }] : [])),
];

interface Shown {
  readonly open: OpenSheet;
  readonly results: ReadonlyMap<string, ItemResult>;
  readonly own: ReadonlySet<string>;
  readonly citations: ReadonlyMap<string, readonly string[]>;
}

/** A sheet's claimed column with what it is told by; a department's proposals are in it. */
function shownSheet(open: OpenSheet, checks: SheetChecks, entering: Entering): Shown {
  const sheet = asEntered(open.sheet, entering);
  const { result } = scoreStage(open.edition, open.place, sheet, 'claimed', open.beside);
  const cited = (target: Target) => citationsIn(sheet.columns.claimed.get(targetKey(target))?.fields[CITATIONS]);
  return {
    open: { ...open, sheet },
    results: new Map(result.items.map((item) => [item.code, item])),
    own: ownItems(open.edition.prepared, checks),
    citations: new Map(result.items.map((item) => [item.code, [...new Set(provenBy(open, item).flatMap(cited))]])),
  };
}

const keyOf = ({ document, version }: { readonly document: string; readonly version: number }) => `${document}/${version}`;
const read = (citation: string) => readCitation(citation, ROOT, new Faults());

function evidenceOf(citations: readonly string[], documents: ReadonlyMap<string, DocumentName>, language: Language): string {
  return citations
    .flatMap((text) => {
      const citation = read(text);
      if (!citation) return [];
      const named = documents.get(keyOf(citation));
      const place = placeText(citation.place, language);
      return [
        `- ${named ? documentName(named, language) : documentName({ number: null, date: null, subject: null }, language)}${place === '' ? '' : ` (${place})`}`,
      ];
    })
    .join('\n');
}

function itemLine(shown: Shown, code: string, documents: ReadonlyMap<string, DocumentName>, language: Language): Line[] {
  const { open, results, own, citations } = shown;
  const result = results.get(code);
  const item = schemeNames(open.edition.scheme, language).item(code);
  if (!result || !item) return [];
  const mine = own.has(code);
  const before = open.beside.previous?.items[code];
  const points = pointsCell(open.edition.scheme);
  const { justification } = open.sheet.columns.claimed.get(targetKey({ kind: 'item', id: code }))?.fields ?? {};
  return [
    {
      cells: [
        code,
        inLanguage(item.title, language) ?? '',
        mine ? WORDS[language].own : SOURCE_NAMES[language][item.source],
        points(result.maximum),
        mine && before !== undefined ? points(exact.toFraction(exact.fromText(before))) : '',
        mine && result.state === 'scored' ? points(result.points) : '',
        mine ? itemStateName(result, language) : WORDS[language].others,
        evidenceOf(citations.get(code) ?? [], documents, language),
        typeof justification === 'string' ? justification.trim() : '',
      ],
    },
  ];
}

/** The own points of a domain, and under them what others give, each over its own maximum. */
function domainLines(
  { code, own, sources }: SheetPoints['domains'][number],
  title: string,
  past: PastPoints | undefined,
  scheme: Rounding,
  language: Language,
): Line[] {
  const words = WORDS[language];
  const points = pointsCell(scheme);
  const others = sources.filter((source) => !source.own);
  const mine = own.asked > 0 || others.length === 0;
  return [
    ...(mine
      ? [
          {
            bold: true,
            cells: [code, title, words.own, points(own.maximum), pastCell(past, points), points(own.points), words.progress(scoredOf(own, language)), '', ''],
          },
        ]
      : []),
    ...others.map(({ source, maximum }, index) => ({
      bold: true,
      cells: [
        !mine && index === 0 ? code : '',
        !mine && index === 0 ? title : '',
        SOURCE_NAMES[language][source],
        points(maximum),
        '',
        '',
        words.others,
        '',
        '',
      ],
    })),
  ];
}

const pastCell = (past: PastPoints | undefined, points: (fraction: string) => number) => (past && past.items > 0 ? points(past.points) : '');

/** What stands above the table and below it: the body's own sum, its second reading, bonus and penalty, what others give. */
function sumsOf({ open, results, own }: Shown, language: Language) {
  const words = WORDS[language];
  const { edition, place, sheet, beside } = open;
  const { prepared, scheme } = edition;
  const points = pointsCell(scheme);
  // What others give is not for the body to see before it is released, and no part of its own sum after.
  const { sealed, estimatesReleasedAt, estimatesOpenedByClosing } = beside;
  const whole = sheetPoints(prepared, own, [...results.values()], sealed);
  const opened = estimatesReleasedAt && openedText(momentText(estimatesReleasedAt.toISOString()), estimatesOpenedByClosing, language);
  const others = othersText(whole.sources, opened, scheme, language);
  const past = pastPoints(prepared, own, beside.previous?.items ?? {});
  const confirmed = scoreStageIfConfirmed(edition, place, sheet, 'claimed', beside);
  const second = confirmed && ownPoints(prepared, own, confirmed.result.items);
  const third = ownPointsIfUnconfirmed(prepared, own, [...results.values()]);
  const line = (title: string, maximum: string | null, before: number | '', given: string, state = ''): Line => ({
    bold: true,
    cells: ['', title, words.own, maximum === null ? '' : points(maximum), before, points(given), state, '', ''],
  });
  const more = (['bonus', 'penalty'] as const).flatMap((kind) => (whole[kind] === '0/1' ? [] : [line(GROUP_NAMES[language][kind], null, '', whole[kind])]));
  const total = exact.toFraction(exact.sum([whole.own.points, whole.bonus, whole.penalty].map(exact.fromFraction)));
  return {
    about: [words.sumOwn(pointsOver(whole.own, scheme, language), scoredText(whole.own, language)), ...(others === undefined ? [] : [words.sumOthers(others)])],
    domains: whole.domains,
    past: new Map(past.domains.map(({ code, value }) => [code, value])),
    lines: [
      line(words.sum, whole.own.maximum, pastCell(past.whole, points), whole.own.points, words.progress(scoredOf(whole.own, language))),
      ...(second ? [line(words.ifConfirmed, second.maximum, '', second.points)] : []),
      ...(third ? [line(words.ifUnconfirmed, third.maximum, '', third.points)] : []),
      ...more,
      ...(more.length === 0 ? [] : [line(words.withMore, null, '', total)]),
    ],
  };
}

/**
 * A sheet as it is read and printed: points of every item over its maximum, by source, last year's, its state and its evidence. A department
 * sees its items alone, without sums.
 * @param named documents by "id/version"
 */
export async function pointsList(
  open: OpenSheet,
  {
    checks,
    entering,
    lines,
    language,
    named,
  }: {
    readonly checks: SheetChecks;
    readonly entering: Entering;
    readonly lines: readonly string[];
    readonly language: Language;
    readonly named: (ids: readonly string[]) => Promise<ReadonlyMap<string, DocumentName>>;
  },
): Promise<ListSheet> {
  const words = WORDS[language];
  const shown = shownSheet(open, checks, entering);
  const documents = await named([...new Set([...shown.citations.values()].flat().flatMap((text) => read(text)?.document ?? []))]);
  const theirs = entering.act === 'declare' ? undefined : (code: string) => isTheirs(entering, { kind: 'item', id: code });
  const { scheme } = open.edition;
  const { about, domains, past, lines: sums } = sumsOf(shown, language);
  const titles = new Map(open.edition.scheme.domains.map(({ code, title }) => [code, inLanguage(title, language) ?? '']));
  const rows = open.edition.prepared.domains.flatMap(({ code, criteria }) => {
    const items = criteria.flatMap((criterion) => criterion.items.map(({ item }) => item.code));
    const domain = domains.find((one) => one.code === code);
    if (theirs) return items.filter(theirs).flatMap((item) => itemLine(shown, item, documents, language));
    return [
      ...(domain ? domainLines(domain, titles.get(code) ?? '', past.get(code), scheme, language) : []),
      ...items.flatMap((item) => itemLine(shown, item, documents, language)),
    ];
  });
  return {
    name: words.name,
    about: [words.title, ...lines, ...(theirs ? [] : about), words.stale],
    columns: words.columns.map((head, index) => ({
      head,
      width: WIDTHS[index] ?? 10,
      ...(AS_POINTS.includes(index) ? pointsColumn(scheme) : {}),
      ...(index === PROGRESS ? { align: 'center' as const } : {}),
    })),
    rows: theirs ? rows : [...rows, ...sums],
  };
}
