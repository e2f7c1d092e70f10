import { texts } from '@parindex/core/words/texts';
import { restoreBackup } from '@parindex/server/backup/restore';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, FAULTY, progress, type Terminal } from '../terminal.ts';
import { checkTrail, readAnchor, trailText } from '../trail-report.ts';

const SAYS = texts({
  loading: { vi: (rows: number) => `Đang phục hồi … ${rows} dòng`, en: (rows: number) => `Restoring … ${rows} rows` },
  done: {
    vi: (rows: number, at: string) => `Đã phục hồi ${rows} dòng của bản sao lưu lúc ${at}. Mọi người cần đăng nhập lại.`,
    en: (rows: number, at: string) => `Restored ${rows} rows of the backup made at ${at}. Everybody signs in anew.`,
  },
});

/** Restores a backup into an empty database and checks the trail; 1 where the trail was changed before the backup was made. */
export async function run([file = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const anchor = readAnchor(options['anchor'], terminal.language);
  const bar = progress(terminal);
  const { head, tail, report } = await withDatabase(terminal, { sandbox: options['sandbox'], make: true }, async ({ owner, kind }) => {
    const restored = await restoreBackup({ ownerUrl: owner, file, kind, moment: new Date(), progress: (rows) => bar.show(says.loading(rows)) });
    bar.clear();
    return { ...restored, report: await checkTrail(owner, anchor, terminal) };
  });
  await terminal.write(`${says.done(tail.rows, head.createdAt)}\n${trailText(report, anchor !== undefined, terminal)}`);
  return report.verdict.findings > 0 ? FAULTY : DONE;
}
