import { auditAnchor, type KeptAnchor } from '@parindex/core/contracts/schemas/index';
import type { Language } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';
import { type Finding, findingText, type Purged, purgedText } from '@parindex/server/capabilities/audit-trail/findings';
import {
  type DatabaseVerdict,
  type Listener,
  type Verdict,
  type VerifyAgainst,
  verifyDatabase,
  verifyTrail,
} from '@parindex/server/capabilities/audit-trail/verify';
import type { SignedByKey } from '@parindex/server/capabilities/audit-trail/verify-signatures';
import { readText } from './files.ts';
import { paint, progress, type Terminal, WrongUse } from './terminal.ts';

const SAYS = texts({
  notAnchor: { vi: (file: string) => `${file} không phải dấu xác nhận nhật ký.`, en: (file: string) => `${file} is no anchor of an audit trail.` },
  reading: { vi: (rows: number) => `Đang kiểm tra … ${rows} dòng`, en: (rows: number) => `Checking … ${rows} rows` },
  read: {
    vi: ({ rows, blocks, entries, registers }: Verdict) =>
      `Đã kiểm tra ${rows} dòng nhật ký trong ${blocks} khối, ${entries} lần cập nhật bảng chấm điểm và ${registers} dòng sổ (kỳ, lịch, cơ quan, loại trừ, gia hạn, vai trò …).`,
    en: ({ rows, blocks, entries, registers }: Verdict) =>
      `Checked ${rows} audit rows in ${blocks} blocks, ${entries} entries of sheets, and ${registers} rows of registers (rounds, calendars, participants, exclusions, extensions, roles …).`,
  },
  editions: {
    vi: (count: number) => `Đã đối chiếu ${count} bộ tiêu chí đã đưa vào áp dụng với mã băm và chữ ký.`,
    en: (count: number) => `Held ${count} adopted ${count === 1 ? 'edition' : 'editions'} against hash and signature.`,
  },
  definitions: {
    vi: (count: number) => `Đã đối chiếu ${count} bảng, hàm, chính sách, trigger và quyền của cơ sở dữ liệu với phiên bản này.`,
    en: (count: number) => `Held ${count} tables, functions, policies, triggers and rights of the database against this release.`,
  },
  unsealed: { vi: (count: number) => `${count} dòng chưa được niêm phong.`, en: (count: number) => `${count} rows are not sealed yet.` },
  signed: {
    vi: ({ key, first, last, blocks }: SignedByKey) => `Chữ ký của ${blocks} khối (${first}–${last}) đúng với khóa ${key}.`,
    en: ({ key, first, last, blocks }: SignedByKey) =>
      `The signatures of ${blocks} ${blocks === 1 ? 'block' : 'blocks'} (${first}–${last}) are those of key ${key}.`,
  },
  beforeSigning: {
    vi: (blocks: number) => `${blocks} khối được niêm phong trước khi có khóa ký: không có chữ ký riêng.`,
    en: (blocks: number) => `${blocks} ${blocks === 1 ? 'block was' : 'blocks were'} sealed before there was a key to sign: without a signature of their own.`,
  },
  fine: { vi: 'Không phát hiện thay đổi nào.', en: 'Nothing was changed.' },
  found: { vi: (count: number) => `${count} phát hiện.`, en: (count: number) => `${count} ${count === 1 ? 'finding' : 'findings'}.` },
  more: { vi: (count: number) => `… và ${count} phát hiện nữa.`, en: (count: number) => `… and ${count} more.` },
  withoutAnchor: {
    vi: 'Không có dấu xác nhận nhật ký (--anchor) thì không phát hiện được nhật ký bị cắt đuôi.',
    en: 'Without an anchor (--anchor) a cut tail cannot be found.',
  },
});

/** Reads an anchor that was kept; `WrongUse` where the file is none. */
export function readKeptAnchor(file: string | undefined, language: Language): KeptAnchor | undefined {
  if (file === undefined) return undefined;
  try {
    return auditAnchor.parse(JSON.parse(readText(file, language)));
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse(SAYS[language].notAnchor(file));
  }
}

/** Most findings that are listed; all are counted. */
const MOST_LISTED = 1_000;

export interface TrailReport {
  readonly verdict: Verdict & Partial<DatabaseVerdict>;
  readonly findings: readonly Finding[];
  readonly purged: readonly Purged[];
}

/** Checks the trail of a database, showing how far it has come. */
export const checkTrail = (ownerUrl: string, held: VerifyAgainst, terminal: Terminal): Promise<TrailReport> =>
  reported(terminal, (listener) => verifyDatabase(ownerUrl, held, listener));

/** The same in a transaction that is open. */
export const checkTrailIn = (client: Parameters<typeof verifyTrail>[0], held: VerifyAgainst, terminal: Terminal): Promise<TrailReport> =>
  reported(terminal, (listener) => verifyTrail(client, held, listener));

async function reported(terminal: Terminal, check: (listener: Listener) => Promise<TrailReport['verdict']>): Promise<TrailReport> {
  const bar = progress(terminal);
  const [findings, purged]: [Finding[], Purged[]] = [[], []];
  const verdict = await check({
    found: (finding) => void (findings.length < MOST_LISTED && findings.push(finding)),
    purged: (one) => void (purged.length < MOST_LISTED && purged.push(one)),
    progress: (rows) => bar.show(SAYS[terminal.language].reading(rows)),
  });
  bar.clear();
  return { verdict, findings, purged };
}

/** The report in words. */
export function trailText({ verdict, findings, purged }: TrailReport, anchored: boolean, terminal: Terminal): string {
  const says = SAYS[terminal.language];
  const found = verdict.findings;
  return [
    ...purged.map((one) => purgedText(one, terminal.language)),
    ...findings.map((finding) => paint(terminal, 'red', findingText(finding, terminal.language))),
    ...(found > findings.length ? [says.more(found - findings.length)] : []),
    says.read(verdict),
    ...(verdict.definitions === undefined ? [] : [says.definitions(verdict.definitions)]),
    ...(verdict.editions > 0 ? [says.editions(verdict.editions)] : []),
    ...verdict.signatures.keys.map(says.signed),
    ...(verdict.signatures.beforeSigning > 0 ? [says.beforeSigning(verdict.signatures.beforeSigning)] : []),
    found === 0 ? paint(terminal, 'green', says.fine) : paint(terminal, 'red', says.found(found)),
    ...(verdict.unsealed > 0 ? [says.unsealed(verdict.unsealed)] : []),
    ...(anchored ? [] : [says.withoutAnchor]),
    '',
  ].join('\n');
}

/** The report for programs. */
export const trailJson = ({ verdict, findings, purged }: TrailReport): string =>
  `${JSON.stringify(
    {
      ...verdict,
      list: findings.map((finding) => ({ ...finding, message: { vi: findingText(finding, 'vi'), en: findingText(finding, 'en') } })),
      purges: purged,
    },
    null,
    2,
  )}\n`;
