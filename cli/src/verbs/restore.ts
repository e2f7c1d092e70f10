import { texts } from '@parindex/core/words/texts';
import { readIdentities } from '@parindex/server/backup/encryption';
import { restoreBackup } from '@parindex/server/backup/restore';
import { findKeys } from '@parindex/server/capabilities/operation/open-keys';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, FAULTY, progress, type Terminal } from '../terminal.ts';
import { checkTrailIn, readKeptAnchor, type TrailReport, trailText } from '../trail-report.ts';

const SAYS = texts({
  loading: { vi: (rows: number) => `Đang phục hồi … ${rows} dòng`, en: (rows: number) => `Restoring … ${rows} rows` },
  done: {
    vi: (rows: number, at: string) => `Đã phục hồi ${rows} dòng của bản sao lưu lúc ${at}. Mọi người cần đăng nhập lại.`,
    en: (rows: number, at: string) => `Restored ${rows} rows of the backup made at ${at}. Everybody signs in anew.`,
  },
  refused: {
    vi: 'Không phục hồi gì: nhật ký trong bản sao lưu đã bị thay đổi. Nếu vẫn cần dùng bản này: --changed.',
    en: 'Nothing was restored: the trail in the backup was changed. To take it all the same: --changed.',
  },
  keyMissing: {
    vi: 'Không phục hồi gì: chưa thấy thay đổi nào, nhưng thiếu khóa để xác nhận chữ ký. Đặt lại thư mục khóa (PARINDEX_KEYS) của hệ thống cũ rồi chạy lại.',
    en: 'Nothing was restored: no change was found, but the keys that verify its signatures are missing. Put the folder of keys (PARINDEX_KEYS) of that installation back, and run this again.',
  },
  anchorNewer: {
    vi: 'Không phục hồi gì: dấu xác nhận nhật ký mới hơn bản sao lưu. Dùng dấu gần nhất trước thời điểm sao lưu, hoặc bỏ --anchor.',
    en: 'Nothing was restored: the anchor is newer than the backup. Take the last one of before the backup, or leave out --anchor.',
  },
});

/** Why nothing was restored: what the findings have in common, as an honest backup may lack its keys or be older than the anchor. */
function whyRefused({ findings }: TrailReport): 'refused' | 'keyMissing' | 'anchorNewer' {
  const codes = new Set(findings.map(({ code }) => code));
  if (codes.has('keyUnknown') && codes.size === 1) return 'keyMissing';
  return codes.has('tailCut') && codes.size === 1 ? 'anchorNewer' : 'refused';
}

/** The trail of a backup is not as it was written: nothing was restored. */
class TrailChanged extends Error {
  readonly report: TrailReport;
  constructor(report: TrailReport) {
    super('the trail of the backup was changed');
    this.report = report;
  }
}

/** Restores a backup into an empty database if its trail is as it was written; 1 and nothing restored where it is not, unless it is wanted all the same. */
export async function run([file = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const anchor = readKeptAnchor(options['anchor'], terminal.language);
  const bar = progress(terminal);
  const restored = await withDatabase(terminal, { sandbox: options['sandbox'], make: true }, async (database, config) => {
    const { owner, kind } = database;
    // It is of a time before: its trail may end before the newest key was made.
    const identities = options['identity'] === undefined ? [] : readIdentities(options['identity']);
    const held = { anchor, keys: findKeys(config, database)?.seals() ?? [], mayBeOlder: true };
    let report: TrailReport | undefined;
    const restored = await restoreBackup({
      ...{ ownerUrl: owner, file, identities, kind, moment: new Date(), progress: (rows) => bar.show(says.loading(rows)) },
      async judge(client) {
        bar.clear();
        report = await checkTrailIn(client, held, terminal);
        if (report.verdict.findings > 0 && options['changed'] === undefined) throw new TrailChanged(report);
      },
    });
    return { ...restored, report: report as TrailReport };
  }).catch((error) => {
    if (error instanceof TrailChanged) return error;
    throw error;
  });
  if (restored instanceof TrailChanged) {
    await terminal.write(`${trailText(restored.report, anchor !== undefined, terminal)}${says[whyRefused(restored.report)]}\n`);
    return FAULTY;
  }
  const { head, tail, report } = restored;
  await terminal.write(`${says.done(tail.rows, head.createdAt)}\n${trailText(report, anchor !== undefined, terminal)}`);
  return report.verdict.findings > 0 ? FAULTY : DONE;
}
