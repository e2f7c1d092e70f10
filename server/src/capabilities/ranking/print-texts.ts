import type { Language, Scheme } from '@parindex/core';
import { standingsByStage } from '@parindex/core/ranking/final-result';
import { TEXT_KINDS } from '@parindex/core/round/texts-to-publish';
import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { TEXT_KIND_NAMES } from '@parindex/core/words/states';
import { texts as inLanguages } from '@parindex/core/words/texts';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { writeLists } from '../../documents/xlsx.ts';
import { iso } from '../../iso.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import type { BodyItemsRow, BodyResultRow } from '../rounds/queries/results.ts';
import { column, RANKING_HEADS } from './ranking-columns.ts';
import { givenOut, type SearchedText } from './read-texts-to-publish.ts';

const SAYS = inLanguages({
  name: { vi: 'Lý do, giải trình', en: 'Reasons and explanations' },
  title: { vi: 'LÝ DO, GIẢI TRÌNH ĐỂ CÔNG BỐ', en: 'REASONS AND EXPLANATIONS TO BE PUBLISHED' },
  masked: {
    vi: 'Dữ liệu cá nhân được thay bằng dấu “[…]”. Nội dung ghi “chưa xem xét” mới được che theo kết quả tìm tự động, cần có người xem xét trước khi công bố.',
    en: 'Personal data are replaced by “[…]”. What is called “not looked at” is masked by what was found automatically: somebody should look at it before it is published.',
  },
  item: { vi: 'Tiêu chí', en: 'Item' },
  itemTitle: { vi: 'Tên tiêu chí', en: 'Title' },
  final: { vi: 'Điểm cuối cùng', en: 'Final points' },
  looked: { vi: 'Xem xét', en: 'Looked at' },
  open: { vi: '(chưa xem xét)', en: '(not looked at)' },
});

interface PrintedTexts {
  readonly plan: BoardRound;
  readonly scheme: Scheme;
  readonly results: readonly BodyResultRow[];
  readonly items: readonly BodyItemsRow[];
  readonly texts: readonly SearchedText[];
  /** From a sandbox. */
  readonly invented: boolean;
  readonly language: Language;
}

/** Reasons and explanations of a closed round as XLSX, masked, a row for each item of a body; nobody who appraised is named. */
export function printTexts({ plan, scheme, results, items, texts, invented, language }: PrintedTexts): Promise<Uint8Array> {
  const says = SAYS[language];
  const heads = RANKING_HEADS[language];
  const [points, asPoints] = [pointsCell(scheme), pointsColumn(scheme)];
  const kinds = TEXT_KINDS.filter((kind) => texts.some((text) => text.kind === kind));
  const steps = new Map(results.map(({ body, result }) => [body, result.steps]));
  const standings = new Map(
    items.map(({ body, items: of }) => [
      body,
      { claimed: standingsByStage(of ?? [], steps.get(body) ?? []), final: new Map((of ?? []).map((item) => [item.code, item.points])) },
    ]),
  );
  return writeLists([
    {
      name: says.name,
      about: [
        says.title,
        plan.title,
        ...(plan.closedAt === null ? [] : [heads.closed(momentText(iso(plan.closedAt)))]),
        ...(invented ? [heads.sandbox] : []),
        says.masked,
      ],
      columns: [
        column(COLUMN_NAMES.body[language], 26),
        column(says.item, 9, { format: '@' }),
        column(says.itemTitle, 36),
        column(COLUMN_NAMES.claimed[language], 9, asPoints),
        column(says.final, 9, asPoints),
        ...kinds.map((kind) => column(TEXT_KIND_NAMES[language][kind], 40)),
        column(says.looked, 14),
      ],
      rows: [...Map.groupBy(texts, ({ body, item }) => `${body.id} ${item.code}`).values()].map((of) => {
        const { body, item } = of[0] as SearchedText;
        const [claimed, final] = [standings.get(body.id)?.claimed.get(item.code)?.get('claimed')?.points, standings.get(body.id)?.final.get(item.code)];
        return {
          cells: [
            ...[body.name, item.code, item.title],
            claimed === undefined ? '' : points(claimed),
            final === undefined ? '' : points(final),
            ...kinds.map((kind) => of.flatMap((text) => (text.kind === kind ? [givenOut(text)] : [])).join('\n')),
            of.some(({ mask }) => mask === null) ? says.open : '',
          ],
        };
      }),
    },
  ]);
}
