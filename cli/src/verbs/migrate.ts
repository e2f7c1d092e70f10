import { texts } from '@parindex/core/words/texts';
import { upgradeDatabase } from '@parindex/server/capabilities/operation/upgrade-database';
import { withConfig, withDatabase } from '../installation.ts';
import { DONE, type ExitCode, type Terminal } from '../terminal.ts';

const SAYS = texts({
  applied: { vi: (name: string) => `Đã áp dụng ${name}`, en: (name: string) => `Applied ${name}` },
  newest: { vi: 'Cơ sở dữ liệu ở phiên bản mới nhất.', en: 'The database has the newest form.' },
});

/** Applies the migrations that are missing. */
export async function run(_args: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  // A server's database may be migrated before anybody said what it is; the embedded one is by being opened.
  const applied = await withConfig(terminal, async ({ database }) => (database?.owner === undefined ? undefined : upgradeDatabase(database.owner, new Date())));
  if (applied === undefined) await withDatabase(terminal, { sandbox: options['sandbox'] }, async () => {});
  await terminal.write(`${(applied ?? []).map((name) => `${says.applied(name)}\n`).join('')}${says.newest}\n`);
  return DONE;
}
