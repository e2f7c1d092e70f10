import { figuresOf, inLanguage, ownPoints, pointsText, schemeNames } from '@parindex/core';
import { isItemAssigned } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { targetKey } from '@parindex/core/ledger/index';
import type { Review } from '@parindex/core/review/index';
import { type LeaderBrief, leaderBrief } from '@parindex/core/review/leader-brief';
import { countedFinding } from '@parindex/core/review/mend-counts';
import { deadlineOf } from '@parindex/core/round/index';
import { agencyName, ISSUERS, issuerOf } from '@parindex/core/submissions/issuers';
import { type BriefStanding, briefFacts, briefProposal, briefTexts } from '@parindex/core/words/brief-words';
import { openedText } from '@parindex/core/words/source-text';
import { deadlineText } from '@parindex/core/words/step-times';
import { type Block, heading, LEFT_BLANK, MARKS, type OfficialDocument, paragraph, schemeMarks } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { numberedTable } from '../../documents/shapes.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import type { presentParts } from '../sheets/present-parts.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import { scoreStage, scoreStageIfConfirmed } from '../sheets/sheet.ts';

const WORDS = briefTexts.vi;

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

/** What is submitted, as the sheet stands: nothing is to be frozen twice, nor signed that has been sent. */
function matterOf(standing: BriefStanding, work: string, owner: string, closing: string): string {
  switch (standing) {
    case 'open':
      return `Xem xét kết quả ${work} trước khi chốt số liệu và ký Báo cáo gửi ${owner}${closing}.`;
    case 'frozen':
      return `Xem xét, ký Báo cáo ${work} theo số liệu đã chốt, gửi ${owner}${closing}.`;
    case 'sent':
      return `Báo cáo để biết kết quả ${work}; số liệu đã chốt, Báo cáo đã gửi ${owner}.`;
    case 'closed':
      return `Báo cáo để biết kết quả ${work}; kỳ đánh giá đã đóng, số liệu không còn thay đổi.`;
  }
}

/** What a leader has to know of a sheet as its body claims it. @param most losses that are listed */
export function briefOf({ place, edition, sheet, beside }: OpenSheet, checks: CheckFiles, most: number): LeaderBrief {
  const { prepared } = edition;
  const own = ownItemsOf(checks, edition);
  const confirmed = scoreStageIfConfirmed(edition, place, sheet, 'claimed', beside);
  return leaderBrief(
    {
      prepared,
      own,
      results: scoreStage(edition, place, sheet, 'claimed', beside).result.items,
      ifConfirmed: confirmed && ownPoints(prepared, own, confirmed.result.items),
      sealed: beside.sealed,
      fields: (target) => sheet.columns.claimed.get(targetKey(target))?.fields ?? {},
      before: beside.previous?.items ?? {},
    },
    most,
  );
}

/** The brief on a sheet for its leader (phiếu trình), on one page: what is submitted, how the sheet stands, what is proposed, room for the opinion. */
export function briefDocument({ open, review, checks, at, parts, moment, illustrative }: BriefParts): OfficialDocument {
  const { place, edition, sheet, beside } = open;
  const { prepared, scheme } = edition;
  const names = schemeNames(scheme, 'vi');
  const points = (fraction: string) => pointsText(fraction, scheme, 'vi');
  const whole = briefOf(open, checks, MOST_PRINTED);
  // Both second readings take the room of a loss.
  const brief = whole.claims && whole.fromNothing ? { ...whole, losses: whole.losses.slice(0, MOST_PRINTED - 1) } : whole;
  const findings = review.findings.map(countedFinding);
  const holdersOf = (code: string): string => {
    const figures = figuresOf(prepared, code);
    const held = parts.filter(({ kind, id }) => (kind === 'item' ? id === code : figures.has(id)));
    const holders = [...new Set(held.flatMap(({ to }) => to.map(({ name }) => name)))];
    return !isItemAssigned(held) || standingAt(held) === undefined ? '' : holders.join(', ');
  };
  const held = brief.losses.some(({ code }) => holdersOf(code) !== '');
  const titleOf = (code: string) =>
    `${code}. ${shortened(inLanguage(names.item(code)?.title, 'vi') ?? '', held ? LONGEST_TITLE.besideHolders : LONGEST_TITLE.alone)}`;
  const work = WORDS.work(place.year);
  const agency = agencyName(at.kind, place.name);
  const closing = closingOf(open);
  const standing = place.roundState === 'closed' ? 'closed' : sheet.state;
  const body: Block[] = [
    heading('I. VẤN ĐỀ TRÌNH'),
    paragraph(matterOf(standing, `${work} của ${agency}`, agencyName(at.ownerKind, at.owner), closing === undefined ? '' : ` (thời hạn: ${closing})`)),
    heading('II. TÓM TẮT NỘI DUNG'),
    {
      kind: 'facts',
      facts: briefFacts(
        brief,
        {
          scheme,
          findings,
          released: beside.estimatesReleasedAt && openedText(momentText(beside.estimatesReleasedAt.toISOString()), beside.estimatesOpenedByClosing, 'vi'),
          asOf: { moment: momentText(moment.toISOString()), seq: String(sheet.seq) },
        },
        'vi',
      ),
    },
    ...(brief.losses.length === 0
      ? [paragraph(WORDS.noLosses)]
      : [
          paragraph(`${WORDS.losses(String(brief.losses.length))}:`),
          numberedTable(
            [
              { head: 'Nội dung chấm điểm', width: held ? 7.8 : 10.5 },
              { head: 'Điểm tối đa', width: 2.2, align: 'right' },
              { head: 'Điểm tự chấm', width: 2.2, align: 'right' },
              { head: 'Điểm bị trừ', width: 2.2, align: 'right' },
              ...(held ? [{ head: 'Đơn vị được giao', width: 3.7 }] : []),
            ],
            brief.losses.map(({ code, points: given, maximum, lost }) => [
              titleOf(code),
              points(maximum),
              points(given),
              points(lost),
              ...(held ? [holdersOf(code)] : []),
            ]),
          ),
        ]),
    heading(`III. ${WORDS.proposal.toLocaleUpperCase('vi')}`),
    paragraph(briefProposal(findings, place.year, standing, 'vi')),
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
