import { figuresOf, inLanguage, isClaim, pointsOver, pointsText, schemeNames, sheetPoints } from '@parindex/core';
import { standingAt } from '@parindex/core/assignments/standing-at';
import type { Review } from '@parindex/core/review/index';
import { leaderBrief, MOST_LOSSES } from '@parindex/core/review/leader-brief';
import { deadlineOf } from '@parindex/core/round/index';
import { agencyName, ISSUERS, issuerOf } from '@parindex/core/submissions/issuers';
import { unexplainedIn } from '@parindex/core/submissions/report-content';
import { briefTexts, pastText, reviewFound } from '@parindex/core/words/brief-words';
import { scoredText } from '@parindex/core/words/points-text';
import { othersText } from '@parindex/core/words/source-text';
import { deadlineText } from '@parindex/core/words/step-times';
import { type Block, LEFT_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import { momentInWords } from '../../documents/moment-text.ts';
import { numberedTable } from '../../documents/shapes.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import type { presentParts } from '../sheets/present-parts.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import { scoreStage } from '../sheets/sheet.ts';
import { contentOf } from '../sheets/sheet-content.ts';

const WORDS = briefTexts.vi;
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** Losses on the one page; the screen has more of them. */
const MOST_PRINTED = 3;
/** Characters of a title on the one page: two lines beside a column of departments, or without one. */
const LONGEST_TITLE = { besideHolders: 50, alone: 80 };
/** The least room for the leader's opinion, in millimetres: nothing stands below it, so that the rest of the page is room too. */
const ROOM = 20;

interface BriefParts {
  readonly open: OpenSheet;
  readonly review: Review;
  readonly checks: CheckFiles;
  readonly at: ReportPlace;
  /** What departments have in hand, as far as the reader sees it. */
  readonly parts: ReturnType<typeof presentParts>;
  readonly moment: Date;
  readonly illustrative: boolean;
}

const shortened = (title: string, most: number): string => (title.length > most ? `${title.slice(0, title.lastIndexOf(' ', most))} …` : title);

/** When the self-assessment closes for the body: "hết ngày 29/12/2026"; undefined where the round sets no time. */
function closingOf({ place }: OpenSheet): string | undefined {
  const { steps, extensions } = calendarOf(place);
  const closes = deadlineOf(steps, extensions, place.body, place.reopening?.until ? Date.parse(place.reopening.until) : null);
  return closes === null ? undefined : deadlineText(new Date(closes).toISOString(), 'vi');
}

/** The brief on a sheet for its leader (phiếu trình), on one page: what is submitted, how the sheet stands, what is proposed, room for the opinion. */
export function briefDocument({ open, review, checks, at, parts, moment, illustrative }: BriefParts): OfficialDocument {
  const { place, edition, sheet, beside } = open;
  const { prepared, scheme } = edition;
  const names = schemeNames(scheme, 'vi');
  const points = (fraction: string) => pointsText(fraction, scheme, 'vi');
  const { result } = scoreStage(edition, place, sheet, 'claimed', beside);
  const own = ownItemsOf(checks, edition);
  const sums = sheetPoints(prepared, own, result.items, beside.sealed);
  const brief = leaderBrief(prepared, own, result.items, beside.previous?.items ?? {}, MOST_LOSSES);
  const titleOf = (code: string) =>
    `${code}. ${shortened(inLanguage(names.item(code)?.title, 'vi') ?? '', held ? LONGEST_TITLE.besideHolders : LONGEST_TITLE.alone)}`;
  const holdersOf = (code: string): string => {
    const figures = figuresOf(prepared, code);
    const held = parts.filter(({ kind, id }) => (kind === 'item' ? id === code : figures.has(id)));
    const holders = [...new Set(held.flatMap(({ to }) => to.map(({ name }) => name)))];
    return held.length === 0 || standingAt(held) === undefined ? '' : holders.join(', ');
  };
  const losses = brief.losses.slice(0, MOST_PRINTED);
  const held = losses.some(({ code }) => holdersOf(code) !== '');
  const content = contentOf(open, checks);
  const { mustMend, mustExplain } = review.totals;
  const work = `tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${place.year}`;
  const agency = agencyName(at.kind, place.name);
  const closing = closingOf(open);
  const more = [
    ...(sums.bonus === '0/1' ? [] : [`điểm thưởng ${points(sums.bonus)}`]),
    ...(sums.penalty === '0/1' ? [] : [`điểm trừ ${points(sums.penalty)}`]),
  ];
  const claims: [string, string][] = content.ifConfirmed
    ? [['Đề nghị không đánh giá', WORDS.claimsMore(String(result.items.filter(isClaim).length), pointsOver(content.ifConfirmed, scheme, 'vi'))]]
    : [];
  const released = beside.estimatesReleasedAt && momentInWords(beside.estimatesReleasedAt.toISOString());
  const others = beside.sealed ? undefined : othersText(sums.sources, released, scheme, 'vi');
  const left = sums.own.asked - sums.own.answered;
  const body: Block[] = [
    heading('I. VẤN ĐỀ TRÌNH'),
    paragraph(
      `Xem xét kết quả ${work} của ${agency} trước khi chốt số liệu và ký Báo cáo gửi ${agencyName(at.ownerKind, at.owner)}${closing === undefined ? '' : ` (thời hạn: ${closing})`}.`,
    ),
    heading('II. TÓM TẮT NỘI DUNG'),
    {
      kind: 'facts',
      facts: [
        [
          WORDS.claimed,
          `${pointsOver(sums.own, scheme, 'vi')} điểm; ${scoredText(sums.own, 'vi')} chấm điểm${more.length === 0 ? '' : `; ${more.join(', ')}`}`,
        ],
        ...(left === 0 ? [] : [[WORDS.openItems, WORDS.openMore(String(left), points(brief.open))] as const]),
        ...claims,
        ...(others === undefined ? [] : [[WORDS.others, others] as [string, string]]),
        [WORDS.past, pastText(brief, scheme, 'vi')],
        [WORDS.review, reviewFound(review.findings, 'vi')],
        [WORDS.undocumented, WORDS.undocumentedMore(String(content.unproven.length), String(unexplainedIn(content).length))],
        ['Thời điểm số liệu', momentInWords(moment.toISOString())],
      ],
    },
    ...(losses.length === 0
      ? [paragraph(WORDS.noLosses)]
      : [
          paragraph(`${WORDS.losses(String(losses.length))}, trong ${brief.lost.items} nội dung bị trừ tổng cộng ${points(brief.lost.points)} điểm:`),
          numberedTable(
            [
              { head: 'Nội dung chấm điểm', width: held ? 8 : 11 },
              { head: 'Điểm tối đa', width: 2, align: 'right' },
              { head: 'Điểm tự chấm', width: 2, align: 'right' },
              { head: 'Điểm bị trừ', width: 2, align: 'right' },
              ...(held ? [{ head: 'Đơn vị được giao', width: 4 }] : []),
            ],
            losses.map(({ code, points: given, maximum, lost }) => [
              titleOf(code),
              points(maximum),
              points(given),
              points(lost),
              ...(held ? [holdersOf(code)] : []),
            ]),
          ),
        ]),
    heading('III. Ý KIẾN ĐỀ XUẤT'),
    paragraph(
      mustMend.count > 0
        ? `Giao các đơn vị xử lý ${mustMend.count} nội dung phải sửa${mustExplain.count > 0 ? `, bổ sung giải trình ${mustExplain.count} nội dung` : ''}, rồi trình lại để chốt số liệu.`
        : `${mustExplain.count > 0 ? `Bổ sung giải trình ${mustExplain.count} nội dung; đ` : 'Đ'}ồng ý chốt số liệu và ký Báo cáo ${work}.`,
    ),
  ];
  return {
    title: `${WORDS.title} – ${place.name}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)],
    letterhead: { issuer: issuerOf(at, place.name), number: null, symbol: `PT-${LEFT_BLANK}`, place: null, day: null },
    subject: { as: 'named', name: 'Phiếu trình', about: `Kết quả ${work}` },
    to: [`${ISSUERS[at.kind].position} ${agency}`],
    address: 'Kính trình',
    across: false,
    size: 13,
    body,
    recipients: [],
    signatures: [
      { authority: null, position: 'Ý kiến của lãnh đạo', note: '(Ghi ý kiến, ký, ghi rõ họ tên)', name: null, room: ROOM },
      { authority: null, position: 'Người trình', note: '(Ký, ghi rõ họ tên)', name: null, room: ROOM },
    ],
    annexes: [],
    footer: null,
  };
}
