import { texts } from '@parindex/core/words/texts';
import { openEvidence } from '@parindex/server/capabilities/evidence/open-evidence';
import { type Scrubbed, scrub } from '@parindex/server/capabilities/evidence/scrub';
import { connectPool } from '@parindex/server/db/connect';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, FAULTY, progress, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  unknown: { vi: (act: string) => `Không có “evidence ${act}”; chỉ có: verify`, en: (act: string) => `There is no “evidence ${act}”, but: verify` },
  reading: {
    vi: ({ objects, bytes }: Scrubbed) => `Đang đọc lại … ${objects} tệp, ${bytes} byte`,
    en: ({ objects, bytes }: Scrubbed) => `Reading … ${objects} files, ${bytes} bytes`,
  },
  read: {
    vi: ({ objects, bytes }: Scrubbed) => `Đã đọc lại ${objects} tệp, ${bytes} byte.`,
    en: ({ objects, bytes }: Scrubbed) => `Read ${objects} files, ${bytes} bytes.`,
  },
  fine: { vi: 'Mọi tệp đúng từng byte như khi được đưa vào.', en: 'Every file is byte for byte as it came in.' },
  missing: { vi: (hash: string) => `Thiếu tệp ${hash}`, en: (hash: string) => `Missing: ${hash}` },
  changed: { vi: (hash: string) => `Tệp đã bị thay đổi ${hash}`, en: (hash: string) => `Changed: ${hash}` },
});

/** Reads every stored file again and holds it against its hash; 1 where one is missing or changed. */
export async function run(
  [act = '']: readonly string[],
  { sandbox, format }: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  if (act !== 'verify') throw new WrongUse(says.unknown(act));
  const done = await withDatabase(terminal, { sandbox }, async ({ owner, kind, folder }, config) => {
    const clock = { now: () => new Date() };
    const evidence = await openEvidence(
      config,
      kind,
      folder,
      clock,
      (text) => terminal.say(`${text}\n`),
      (text) => terminal.say(`${text}\n`),
    );
    const pool = connectPool(owner, 1);
    const bar = progress(terminal);
    try {
      // What it finds is told at the end, not line by line.
      return await scrub({ pool, clock, evidence, log: () => {} }, clock.now(), Number.POSITIVE_INFINITY, (so) => bar.show(says.reading(so)));
    } finally {
      bar.clear();
      await pool.end();
      await evidence.storage.close();
    }
  });
  const faulty = done.missing.length + done.changed.length > 0;
  const lines = [says.read(done), ...done.missing.map(says.missing), ...done.changed.map(says.changed), ...(faulty ? [] : [says.fine])];
  await terminal.write(format === 'json' ? `${JSON.stringify(done)}\n` : `${lines.join('\n')}\n`);
  return faulty ? FAULTY : DONE;
}
