import { dayOf, type Step } from '@parindex/core/round/index';
import { ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { heading, type Letterhead, type OfficialDocument, paragraph } from '../../../documents/document.ts';
import { momentInWords, momentText } from '../../../documents/moment-text.ts';
import { numberedTable, personText, recordDocument } from '../../../documents/shapes.ts';
import type { RoundRequestRow } from '../../rounds/queries/round-requests.ts';

export const CLOSING_RECORD = 'Biên bản đóng kỳ đánh giá';

interface ClosingParts {
  readonly round: { readonly year: number; readonly title: string };
  /** All that was asked of the round about its closing, the newest first. */
  readonly requests: readonly RoundRequestRow[];
  /** Names of bodies by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly issuer: Letterhead['issuer'] | null;
  readonly illustrative: boolean;
}

const DECIDED = { carriedOut: 'Đồng ý, đã thực hiện', refused: 'Không đồng ý', stopped: 'Người đề nghị rút lại' } as const;

/** What became of a request: "Đồng ý, đã thực hiện; Mai Thị Oanh, 09 giờ 00 ngày 10/01/2024. Ý kiến: …". */
function outcomeText({ decision, decided, note, lapsesAt }: RoundRequestRow): string {
  if (decision === null || decided === null) return `Không được quyết định trước ${momentText(lapsesAt.toISOString())}`;
  return `${DECIDED[decision]}; ${decided.by.name}, ${momentText(decided.at)}${note === null ? '' : `. Ý kiến: ${note}`}`;
}

/** The request by which a closed round was closed; undefined where it was closed before requests were kept. */
export const closingOf = (requests: readonly RoundRequestRow[]): RoundRequestRow | undefined =>
  requests
    .filter(({ kind, decision, decided }) => kind === 'close' && decision === 'carriedOut' && decided !== null)
    .toSorted((one, other) => (one.decided?.at ?? '').localeCompare(other.decided?.at ?? ''))
    .at(-1);

/** The record of how a round was closed: who asked and why, who decided, what was still open; and what was asked before. */
export function closingRecord(closing: RoundRequestRow, { round, requests, names, issuer, illustrative }: ClosingParts): OfficialDocument {
  const { askedBy, askedAt, role, body, reason, decided, note, told } = closing;
  const nameOf = (about: string) => names.get(about) ?? STEP_NAMES.vi[about as Step] ?? about;
  const others = requests.filter(({ id }) => id !== closing.id).toReversed();
  const at = decided?.at ?? askedAt.toISOString();
  return recordDocument({
    title: `${CLOSING_RECORD} – ${round.title}`,
    issuer,
    day: dayOf(Date.parse(at)),
    name: CLOSING_RECORD,
    about: `${round.title} (năm ${round.year})`,
    illustrative,
    body: [
      paragraph(`Hồi ${momentInWords(at)}, ${round.title} được đóng trên hệ thống theo đề nghị của một người và quyết định của người thứ hai:`),
      {
        kind: 'facts',
        facts: [
          ['Người đề nghị', personText(askedBy.name, ROLE_NAMES.vi[role], body?.name)],
          ['Thời điểm đề nghị', momentInWords(askedAt.toISOString())],
          ['Lý do', reason],
          ['Người quyết định', `Ông/Bà ${decided?.by.name ?? ''}`],
          ['Thời điểm quyết định', momentInWords(at)],
          ['Ý kiến của người quyết định', note ?? 'Không có'],
        ],
      },
      heading('1. Nội dung còn mở và hệ quả của việc đóng kỳ, đã thông báo cho người đề nghị'),
      told.length === 0
        ? paragraph('Không còn nội dung nào chưa kết thúc.')
        : numberedTable(
            [
              { head: 'Nội dung', width: 6 },
              { head: 'Cơ quan, bước liên quan', width: 8 },
            ],
            told.map(({ text, about }) => [text.vi, about.map(nameOf).join('; ')]),
          ),
      heading('2. Các đề nghị khác về việc đóng, mở lại kỳ đánh giá'),
      others.length === 0
        ? paragraph('Không có.')
        : numberedTable(
            [
              { head: 'Đề nghị', width: 3 },
              { head: 'Người, thời điểm đề nghị', width: 4 },
              { head: 'Lý do', width: 4 },
              { head: 'Kết quả', width: 5 },
            ],
            others.map((one) => [
              ROUND_REQUEST_KIND_NAMES.vi[one.kind],
              `${one.askedBy.name}, ${momentText(one.askedAt.toISOString())}`,
              one.reason,
              outcomeText(one),
            ]),
          ),
      // Signatures keep the last paragraph with them.
      paragraph('Biên bản được lập từ dữ liệu hệ thống đã ghi; những người có tên dưới đây đã đọc, thống nhất và cùng ký tên.'),
    ],
    signed: [
      ['Người đề nghị', askedBy.name],
      ['Người quyết định', decided?.by.name ?? ''],
    ],
  });
}
