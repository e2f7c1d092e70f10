import { displayFraction, figuresOf, inLanguage, schemeNames, sheetTotal } from '@parindex/core';
import { standingAt } from '@parindex/core/assignments/standing-at';
import type { Review } from '@parindex/core/review/index';
import { leaderBrief, MOST_LOSSES } from '@parindex/core/review/leader-brief';
import { bodyInputs } from '@parindex/core/scoring/body-inputs';
import { nextPoints } from '@parindex/core/scoring/next-points';
import { issuerOf } from '@parindex/core/submissions/issuers';
import { briefFacts, briefTexts, lossSentences } from '@parindex/core/words/brief-words';
import { nextPointsText } from '@parindex/core/words/next-points-words';
import { PART_STANDING_NAMES } from '@parindex/core/words/states';
import { type Block, LEFT_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { numberedTable } from '../../documents/shapes.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import type { presentParts } from '../sheets/present-parts.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import { dataAt, scoreStage } from '../sheets/sheet.ts';

const WORDS = briefTexts.vi;
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

interface BriefParts {
  readonly open: OpenSheet;
  readonly review: Review;
  readonly at: ReportPlace;
  /** What departments have in hand, as far as the reader sees it. */
  readonly parts: ReturnType<typeof presentParts>;
  readonly moment: Date;
  readonly illustrative: boolean;
}

/** The brief on a sheet for its leader (phiếu trình): expected points, biggest losses, what lacks proof. */
export function briefDocument({ open, review, at, parts, moment, illustrative }: BriefParts): OfficialDocument {
  const { place, edition, sheet, beside } = open;
  const { prepared, types, scheme } = edition;
  const names = schemeNames(scheme, 'vi');
  const { result } = scoreStage(edition, place, sheet, 'claimed', beside);
  const inputs = bodyInputs(dataAt(place, sheet, 'claimed', beside), types);
  const brief = leaderBrief(prepared, result.items, beside.previous?.items ?? {}, MOST_LOSSES);
  const byCode = new Map(result.items.map((item) => [item.code, item]));
  const titleOf = (code: string) => `${code}. ${inLanguage(names.item(code)?.title, 'vi') ?? ''}`;
  const heldBy = (code: string): string[] => {
    const figures = figuresOf(prepared, code);
    const held = parts.filter(({ kind, id }) => (kind === 'item' ? id === code : figures.has(id)));
    const holders = [...new Set(held.flatMap(({ to }) => to.map(({ name }) => name)))];
    return held.length === 0 ? [] : [WORDS.heldBy(holders.join(', '), PART_STANDING_NAMES.vi[standingAt(held) ?? 'none'].toLocaleLowerCase('vi'))];
  };
  const losses = brief.losses.map((loss) => {
    const [item, scored] = [names.item(loss.code), byCode.get(loss.code)];
    const next = item && scored && nextPoints(prepared, loss.code, inputs, scored);
    const sentences = [...lossSentences(loss, 'vi'), ...(item && next ? nextPointsText(item, next, names) : []), ...heldBy(loss.code)];
    return [titleOf(loss.code), displayFraction(loss.lost, 'vi'), sentences.join(' ')];
  });
  const unproven = review.findings.flatMap(({ code, where, costs }) =>
    code === 'pointsWithoutProof' && where.item !== null ? [[titleOf(where.item), costs === null ? '' : displayFraction(costs, 'vi')]] : [],
  );
  return {
    title: `${WORDS.title} – ${place.name}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)],
    letterhead: { issuer: issuerOf(at, place.name), number: null, symbol: `PT-${LEFT_BLANK}`, place: null, day: null },
    subject: { as: 'named', name: 'Phiếu trình', about: `Tình hình tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${place.year}` },
    to: [],
    across: false,
    body: [
      paragraph(WORDS.printedAt(momentText(moment.toISOString()), String(sheet.seq))),
      { kind: 'facts', facts: briefFacts(brief, sheetTotal(result), review.totals, 'vi') },
      ...(losses.length === 0
        ? [paragraph(WORDS.noLosses)]
        : [
            { kind: 'heading' as const, level: 1 as const, text: WORDS.losses(String(losses.length)) },
            paragraph(WORDS.lossesMore(String(brief.lost.items), displayFraction(brief.lost.points, 'vi'))),
            numberedTable(
              [
                { head: 'Tiêu chí', width: 6 },
                { head: 'Điểm mất', width: 2, align: 'right' },
                { head: 'Hiện trạng', width: 8 },
              ],
              losses,
            ),
          ]),
      ...(unproven.length === 0
        ? [paragraph(WORDS.noUnproven)]
        : [
            { kind: 'heading' as const, level: 1 as const, text: WORDS.unproven(String(unproven.length)) },
            paragraph(WORDS.unprovenMore),
            numberedTable(
              [
                { head: 'Tiêu chí', width: 12 },
                { head: 'Điểm', width: 2, align: 'right' },
              ],
              unproven,
            ),
          ]),
    ],
    recipients: [],
    signatures: [{ authority: null, position: 'Người trình', note: '(Ký, ghi rõ họ tên)', name: null }],
    annexes: [],
    footer: null,
  };
}
