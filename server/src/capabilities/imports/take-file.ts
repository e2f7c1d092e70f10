import { type FileRefusal, placeIn, type ReadTable, ROW_OUTCOMES, type RowOutcome } from '@parindex/core/imports/index';
import { batchWhyText } from '@parindex/core/words/import-words';
import type { InBoth, Names } from '@parindex/core/words/texts';
import type { Acting } from '../../audit/acting.ts';
import { momentText } from '../../documents/moment-text.ts';
import { findRound } from '../rounds/queries/rounds.ts';
import { uploadBatch } from './acts/upload-batch.ts';
import { judgeBatch } from './judge.ts';

interface ReportedRefusal {
  readonly place: string | null;
  readonly why: InBoth;
}

/** The outcome of a file from the watched folder. */
export type FeedResult =
  | { readonly kind: 'refused'; readonly why: InBoth; readonly places?: readonly ReportedRefusal[] }
  | {
      readonly kind: 'brought';
      readonly delivery: string;
      /** The same content arrived before. */
      readonly known: boolean;
      readonly outcomes: Readonly<Record<RowOutcome, number>>;
      readonly refused: readonly ReportedRefusal[];
    };

const NOT_OWNED: InBoth = {
  vi: 'Tài khoản của thư mục theo dõi không chủ trì kỳ đánh giá này, hoặc không có kỳ này.',
  en: 'The account of the watched folder owns no such round.',
};
const NOT_OPEN: InBoth = { vi: 'Kỳ đánh giá chưa mở hoặc đã đóng.', en: 'The round is not open.' };
const NO_TABLE: InBoth = { vi: 'Tệp không phải bảng số liệu.', en: 'The file is no table of figures.' };

const told = ({ place, why }: FileRefusal): ReportedRefusal => ({ place, why: { vi: batchWhyText(why, 'vi'), en: batchWhyText(why, 'en') } });

/** Stores a file's figures as a batch in the name of the acting person; no sheet is changed. */
export async function takeFile(acting: Acting, { round, name, read }: { round: string; name: string; read: ReadTable }): Promise<FeedResult> {
  const found = acting.membership === null ? undefined : await findRound(acting.db, round);
  if (!found) return { kind: 'refused', why: NOT_OWNED };
  if (found.state !== 'open') return { kind: 'refused', why: NOT_OPEN };
  if ('refused' in read) return { kind: 'refused', why: NO_TABLE, places: read.refused.map(told) };
  const { table } = read;
  const nothing = { source: null, date: null, vintage: null };
  const kept = await uploadBatch(acting, { round, cameBy: 'folder', fileName: name.slice(0, 300), table, ...nothing });
  const judged = await judgeBatch(acting.db, round, table, nothing, acting.receivedAt, 'vi');
  const count = (outcome: RowOutcome) => judged?.rows.filter((row) => row.outcome === outcome).length ?? 0;
  return {
    kind: 'brought',
    delivery: kept.id,
    known: kept.known,
    outcomes: Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<RowOutcome, number>,
    refused: (judged?.refused ?? []).map(({ line, column, why }) => told({ place: placeIn(table, line, column), why })),
  };
}

const OUTCOMES: Names<RowOutcome> = {
  change: { vi: 'mới hoặc có ngày sau số đang có', en: 'new or later than what stands' },
  same: { vi: 'đã có, không phải ghi', en: 'stands already' },
  older: { vi: 'có ngày trước số đang có, chờ người chọn', en: 'earlier than what stands; waits for a choice' },
  sameDay: { vi: 'cùng ngày nhưng khác số đang có, chờ người chọn', en: 'of the same day and otherwise; waits for a choice' },
  bodysOwn: { vi: 'khác số liệu cơ quan kê khai, chờ người chọn', en: 'declared otherwise by the body; waits for a choice' },
};

const line = ({ place, why }: ReportedRefusal): string[] => {
  const at = place === null ? '' : `${place}: `;
  return [`${at}${why.vi}`, `  (${why.en})`];
};

/** The report written beside a file, for its sender. */
export function reportText(
  result: FeedResult,
  { round, name, origin, moment }: { round: string; name: string; origin: string | undefined; moment: Date },
): string {
  const head = [`${name}`, `Kỳ đánh giá (round): ${round}`, `Nhận lúc (taken at): ${momentText(moment.toISOString())}`, ''];
  if (result.kind === 'refused')
    return [...head, 'KHÔNG NHẬN (not taken)', ...line({ place: null, why: result.why }), ...(result.places ?? []).flatMap(line), ''].join('\r\n');
  const address = `${origin ?? ''}/lam-viec/ky-danh-gia/${round}/so-lieu?dot=${result.delivery}`;
  const counts = ROW_OUTCOMES.flatMap((outcome) =>
    result.outcomes[outcome] === 0 ? [] : [`${result.outcomes[outcome]} dòng ${OUTCOMES[outcome].vi} (${OUTCOMES[outcome].en})`],
  );
  return [
    ...head,
    result.known
      ? 'ĐÃ NHẬN TRƯỚC ĐÂY, cùng nội dung (came before, the same content)'
      : 'ĐÃ NHẬN, chưa ghi vào bảng chấm điểm (taken; nothing is written in the sheets yet)',
    `Xem và đồng ý tại (see and agree at): ${address}`,
    ...counts,
    ...(result.refused.length === 0 ? [] : ['', `${result.refused.length} dòng không nhận (rows not taken):`, ...result.refused.flatMap(line)]),
    '',
  ].join('\r\n');
}
